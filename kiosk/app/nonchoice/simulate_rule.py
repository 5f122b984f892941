"""Try a rule on a case list before the council votes on it; nothing is stored, nobody assigned.

Everybody in the list who has no help yet, or whom the rule could move, is taken for somebody who
does not choose. Only counts leave this room; small groups are hidden, and so is what would tell
them: no table tells a number of people that another table hides.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from kiosk.app.nonchoice.simulated import Simulated, Tally, compared_tables
from kiosk.app.watch import Watch
from kiosk.domain.case import Case
from kiosk.domain.eligibility import offered_services, present_help, reply_deadline
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.applying import Premises, in_order, run
from kiosk.domain.nonchoice.minutes import minutes_of
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.standing import Standing, private_of
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.domain.small_numbers import masked

EVERY = 500
"""People between two looks at the watch."""

NOBODY_LOOKS = Watch()


def simulate(
    present: Municipality,
    tried: Municipality,
    cases: Sequence[Case],
    state: NonchoiceState,
    today: date,
    watch: Watch = NOBODY_LOOKS,
) -> Simulated:
    """Apply two municipalities' rules to the same people.

    Args:
        present: With the rules of today.
        tried: The same with other rules.
        cases: Of a case list.
        state: Why nobody of them chooses.
        today: The rules and the providers of this day.
        watch: Who looks on; counts everybody twice, once for each rule.

    Raises:
        CancelledError: ``watch`` said so.
        RefusedError: Nobody in the list can choose, so that there is nothing to try.
    """
    people = in_order(_applicants(present, cases, state, today))
    if not people:
        raise RefusedError([Refusal("simulation.nobody")])
    total = 2 * len(people)
    now = _tally(present, people, today, lambda done: _tell(watch, done, total))
    then = _tally(tried, people, today, lambda done: _tell(watch, len(people) + done, total))
    return Simulated(
        people=len(people),
        moved=masked({"moved": then.moved})["moved"],
        tables=tuple(compared_tables(present, now, then, today)),
    )


def _tell(watch: Watch, done: int, total: int) -> None:
    watch.heed()
    watch.progress(done, total)


def _applicants(
    municipality: Municipality, cases: Iterable[Case], state: NonchoiceState, today: date
) -> Iterator[Applicant]:
    for case in cases:
        if not case.is_open:
            continue
        for granted in offered_services(municipality, case, today):
            yield Applicant(
                case=case.reference,
                service=granted.service,
                zone=case.zone,
                state=state,
                due=reply_deadline(municipality, granted),
                decided_on=granted.decided_on,
                present=present_help(municipality, granted),
                minutes_per_week=minutes_of(granted.hours_per_week),
                needs=granted.needs,
                language=case.interpreter,
            )


def _tally(
    municipality: Municipality,
    people: Sequence[Applicant],
    today: date,
    look: Callable[[int], None],
) -> Tally:
    supplies: dict[tuple[ServiceId, ZoneId], Supply] = {}

    def supply(service: ServiceId, zone: ZoneId) -> Supply:
        if (service, zone) not in supplies:
            supplies[service, zone] = supply_of(municipality, service, zone, today)
        return supplies[service, zone]

    tally = Tally()
    premises = Premises(municipality.rules, supply, "", today)
    proposals = run(people, premises, _standing(municipality, people))
    for done, proposal in enumerate(proposals, 1):
        tally.take_in(proposal)
        if done % EVERY == 0:
            look(done)
    tally.leave_out(people)
    look(len(people))
    return tally


def _standing(municipality: Municipality, people: Iterable[Applicant]) -> Standing:
    kinds = {provider.id: provider.kind for provider in municipality.providers}
    standing = Standing(private=private_of(kinds))
    for each in people:
        if each.present is not None:
            spot = (each.service, each.zone, each.present)
            standing.helps(spot, each.minutes_per_week, is_new_this_year=False)
    return standing
