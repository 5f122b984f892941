"""A run: the rule applied to one person after another, in an order that nobody chose."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
LotOf = Callable[[Applicant], str]


def open_lot(applicant: Applicant) -> str:
    """A lot for trials, which anybody can know beforehand: the case number and the service."""
    return f"{applicant.service}|{applicant.case}"


@dataclass(frozen=True, slots=True)
class Premises:
    """What a whole run is worked out with.

    Attributes:
        lot_of: What draws for a person's service; nothing that somebody can change.
        on: Day of the run.
    """

    rules: RuleBook
    supply_of: SupplyOf
    lot_of: LotOf
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
    placed = dict(enumerate(applicants, first_position))
    for _, proposal in run_in_places(placed, premises, standing):
        yield proposal


def run_in_places(
    applicants: Mapping[int, Applicant], premises: Premises, standing: Standing
) -> Iterator[tuple[int, Proposal]]:
    """The same for people who keep the places that they had, by which they are found again.

    Args:
        applicants: By place, in the order of the run.
        premises: The rules, and who offers what.
        standing: Changed on the way.
    """
    tables: dict[tuple[ServiceId, ZoneId, str], Table] = {}
    for position, applicant in applicants.items():
        spot = (applicant.service, applicant.zone)
        rule = rule_for(premises.rules.get(spot, ()), applicant.state)
        if rule is None:
            continue
        table = tables.get((*spot, rule.id))
        if table is None:
            supply = premises.supply_of(*spot)
            table = Table(rule, supply, standing, Draw(""), premises.on)
            tables[*spot, rule.id] = table
        table.draw = Draw(premises.lot_of(applicant))
        proposal = propose(applicant, table)
        settle(proposal, table)
        yield position, proposal
