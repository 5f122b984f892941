"""A run: the rule applied to one person after another, in an order that nobody chose."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.domain.nonchoice.allocate import propose
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.proposal import Draw, Proposal, Table
from kiosk.domain.nonchoice.rule import RuleBook, rule_for
from kiosk.domain.nonchoice.settle import settle
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.service import ServiceId, ZoneId

SupplyOf = Callable[[ServiceId, ZoneId], Supply]


@dataclass(frozen=True, slots=True)
class Premises:
    """What a whole run is worked out with.

    Attributes:
        seed: Of the draws; published with the run.
        on: Day of the run.
    """

    rules: RuleBook
    supply_of: SupplyOf
    seed: str
    on: date


def in_order(applicants: Iterable[Applicant]) -> tuple[Applicant, ...]:
    """The order of a run: longest due, oldest decision, then by case number and service."""
    return tuple(sorted(applicants, key=_place))


def _place(applicant: Applicant) -> tuple[date, date, str, str]:
    return applicant.place


def run(
    applicants: Sequence[Applicant],
    premises: Premises,
    standing: Standing,
    first_position: int = 1,
) -> Iterator[Proposal]:
    """Propose for one after another, each as if those before were confirmed.

    Args:
        applicants: In the order of the run; those without a rule are left out, and say so by
            their absence.
        premises: The rules, and who offers what.
        standing: Changed on the way; give a copy where the run is only proposed.
        first_position: Of the first applicant, for runs that go on where some are confirmed.
    """
    supplies: dict[tuple[ServiceId, ZoneId], Supply] = {}
    for position, applicant in enumerate(applicants, first_position):
        spot = (applicant.service, applicant.zone)
        rule = rule_for(premises.rules.get(spot, ()), applicant.state)
        if rule is None:
            continue
        if spot not in supplies:
            supplies[spot] = premises.supply_of(*spot)
        draw = Draw(premises.seed, position)
        table = Table(rule, supplies[spot], standing, draw, premises.on)
        proposal = propose(applicant, table)
        settle(proposal, table)
        yield proposal
