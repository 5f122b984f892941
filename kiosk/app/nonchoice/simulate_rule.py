"""Try a rule before the council votes on it; nothing is stored, nobody assigned.

Everybody whom it is tried on is taken for somebody who does not choose; the others count where
they are. Only counts leave this room; small groups are hidden, and so is what would tell them: no
table tells a number of people that another table hides.
"""

from collections.abc import Callable, Sequence
from datetime import date

from kiosk.app.nonchoice.asked_share import asked_for
from kiosk.app.nonchoice.simulated import Simulated, compared_tables
from kiosk.app.nonchoice.tally import Tally
from kiosk.app.nonchoice.trial_people import TrialPeople, Tryout, people_of_list
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.case import Case
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applying import Premises, open_lot, run
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.standing import private_of
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.domain.small_numbers import masked

EVERY = 500
"""People between two looks at the watch."""


def simulate(
    present: Municipality,
    tried: Municipality,
    cases: Sequence[Case],
    state: NonchoiceState,
    today: date,
    watch: Watch = ALONE,
) -> Simulated:
    """Apply two municipalities' rules to the people of a case list; see ``simulate_on``."""
    people = people_of_list(present, cases, state, today)
    return simulate_on(present, tried, people, state, today, watch)


def simulate_on(
    present: Municipality,
    tried: Municipality,
    people: TrialPeople,
    state: NonchoiceState,
    today: date,
    watch: Watch = ALONE,
) -> Simulated:
    """Apply two municipalities' rules to the same people.

    Args:
        present: With the rules of today, and the exits of providers.
        tried: The same with other rules.
        people: Whom they are applied to, and who stays.
        state: Why nobody of them chooses.
        today: The rules and the providers of this day.
        watch: Who looks on; counts everybody twice, once for each rule.

    Raises:
        CancelledError: ``watch`` said so.
        RefusedError: Nobody there can choose, so that there is nothing to try.
    """
    count = len(people.applicants)
    if not count:
        code = "simulation.all_answered" if people.staying else "simulation.nobody"
        raise RefusedError([Refusal(code)])
    now = _tally(present, people, today, lambda done: _tell(watch, done, 2 * count))
    then = _tally(tried, people, today, lambda done: _tell(watch, count + done, 2 * count))
    told = _told_counts(people)
    return Simulated(
        people=told["tried"],
        moved=masked({"moved": then.moved})["moved"],
        tables=tuple(
            compared_tables(
                present,
                now,
                then,
                today,
                lambda service, zone: (
                    asked_for(present, service, zone, state),
                    asked_for(tried, service, zone, state),
                ),
            )
        ),
        tryout=people.tryout,
        staying=told["staying"],
    )


def _told_counts(people: TrialPeople) -> dict[str, int | None]:
    """How many are tried and how many stay; both hidden where the few who stay are too few."""
    counts = {"tried": len(people.applicants), "staying": len(people.staying)}
    return masked(counts) if people.staying else dict(counts)


def _tell(watch: Watch, done: int, total: int) -> None:
    watch.heed()
    watch.progress(done, total)


def _tally(
    municipality: Municipality, people: TrialPeople, today: date, look: Callable[[int], None]
) -> Tally:
    supplies: dict[tuple[ServiceId, ZoneId], Supply] = {}

    def supply(service: ServiceId, zone: ZoneId) -> Supply:
        if (service, zone) not in supplies:
            supplies[service, zone] = supply_of(municipality, service, zone, today)
        return supplies[service, zone]

    kinds = {provider.id: provider.kind for provider in municipality.providers}
    standing = people.standing.copy()
    standing.private = private_of(kinds)
    tally = Tally(standing.private, is_flow_told=people.tryout is not Tryout.EVERYBODY)
    premises = Premises(municipality.rules, supply, open_lot, today)
    for done, proposal in enumerate(run(people.applicants, premises, standing), 1):
        tally.take_in(proposal)
        if done % EVERY == 0:
            look(done)
    tally.leave_out(people.applicants)
    for each in people.staying:
        tally.stay(each)
    look(len(people.applicants))
    return tally
