"""Proposals for people in their places, and what every run of the rules needs of the program."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.app.nonchoice.due_nonchoosers import unknown_language
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.applying import LotOf, Premises, run_in_places
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.proposal import Proposal
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class Placed:
    """A proposal with its place in the run, from 1."""

    position: int
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Desk:
    """What every run needs of the program."""

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    working: WorkingCalendar
    language_code: Callable[[str], str] = unknown_language


@dataclass(frozen=True, slots=True)
class Basis:
    """What the proposals of a run are worked out with, beside how far the rules have come.

    Attributes:
        lot_of: What draws for whom.
        on: Day of the run; its rules hold.
    """

    municipality: Municipality
    lot_of: LotOf
    on: date

    def propose(self, people: Mapping[int, Applicant], standing: Standing) -> Iterator[Placed]:
        """Propose for people in their places, each as if those before were confirmed.

        Args:
            people: By place, in the order of the run.
            standing: Changed on the way.
        """
        supplies: dict[tuple[ServiceId, ZoneId], Supply] = {}

        def supply(service: ServiceId, zone: ZoneId) -> Supply:
            if (service, zone) not in supplies:
                supplies[service, zone] = supply_of(self.municipality, service, zone, self.on)
            return supplies[service, zone]

        premises = Premises(self.municipality.rules, supply, self.lot_of, self.on)
        for position, proposal in run_in_places(people, premises, standing):
            yield Placed(position, proposal)
