"""The people of a tour through the staff's pages: made up from the pack, each at another stage."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from kiosk.app.enter_answer import PaperAnswer
from kiosk.app.program import Program
from kiosk.devtools.tour_case import Spot, person, spots
from kiosk.domain.allocation_events import LetterPosted, LetterReturned
from kiosk.domain.case import Case, CaseRef, Closing, GrantedService
from kiosk.domain.choice import Chooses
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.event import PROGRAM, CaseClosed, CaseImported, Event, EventBody
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.places import full_for
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffRole

_ADMINISTRATOR = ("Anne Eksempel", "369012")
_DECIDED = timedelta(days=120)
_POSTED = timedelta(days=118)
_REMINDED = timedelta(days=80)
_RETURNED = timedelta(days=110)
_ANSWERED = timedelta(days=1)
_LONG_AGO = timedelta(days=4000)
_SILENT = ("Solveig", "Arne", "Ingrid", "Nils")
_WAITING = ("Randi", "Håkon")
_CLOSED = ("Olga", "Torvald")


@dataclass(frozen=True, slots=True)
class Office:
    """Whom the tour signs in as, and whose case it opens.

    Attributes:
        administrator: Somebody who may do everything.
        code: The administrator's code.
        open_case: Somebody who has not answered, and to whom letter and reminder went.
        answering: Somebody whose answer is entered on the tour.
    """

    administrator: str
    code: str
    open_case: CaseRef
    answering: CaseRef


def fill(program: Program) -> Office:
    """Fill an empty record with people who wait for something, and who may do it.

    Raises:
        NotFoundError: Nobody can choose anything in this pack.
    """
    return _Filling(program).fill()


class _Filling:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._now = program.clock.now()
        self._today = self._now.date()
        self._spots = spots(program)
        self._numbers = count(1)

    def fill(self) -> Office:
        name, code = self._administrator()
        silent = [self._person(each) for each in _SILENT]
        for case in silent:
            self._posted(case, LetterKind.INVITATION, _POSTED)
            self._posted(case, LetterKind.REMINDER, _REMINDED)
        self._posted(self._person("Fatima"), LetterKind.INVITATION, _POSTED)
        self._person("Marit")
        moved = self._person("Jakub")
        self._posted(moved, LetterKind.INVITATION, _POSTED)
        self._tell(moved, LetterReturned(LetterKind.INVITATION, self._today - _RETURNED))
        self._let_wait(name)
        for each in _CLOSED:
            body = CaseClosed(Closing(self._today - _LONG_AGO, "EKSEMPEL"))
            self._tell(self._person(each), body)
        answering = self._person("Åse")
        return Office(name, code, silent[0].reference, answering.reference)

    def _administrator(self) -> tuple[str, str]:
        role = StaffRole.ADMINISTRATOR
        self._program.add_example_staff.add_to_empty(self._program.municipality)
        for example in self._program.municipality.example_staff:
            if example.role == role.value:
                return example.name, example.code
        self._program.manage_staff.add(_ADMINISTRATOR[0], role, _ADMINISTRATOR[1])
        return _ADMINISTRATOR

    def _person(self, given_name: str, spot: Spot | None = None) -> Case:
        number = next(self._numbers)
        zone, services = spot or self._spots[number % len(self._spots)]
        case = replace(
            person(zone, services, self._today - _DECIDED),
            reference=CaseRef(f"EKSEMPEL-{number:02}"),
            given_name=given_name,
            birth_date=date(1930 + number, 5, 4),
        )
        self._tell(case, CaseImported(case))
        return case

    def _posted(self, case: Case, letter: LetterKind, ago: timedelta) -> None:
        self._tell(case, LetterPosted(letter, self._today - ago))

    def _tell(self, case: Case, body: EventBody) -> None:
        program = self._program
        event = Event(program.ids.event_id(), self._now, PROGRAM, case.reference, body)
        program.record.append([event])

    def _let_wait(self, actor: str) -> None:
        """Two people choose a provider that is full; nobody where every provider has room."""
        found = next(self._full_ones(), None)
        if found is None:
            return
        spot, answers = found
        for given_name in _WAITING:
            case = self._person(given_name, spot)
            received = self._today - _ANSWERED
            paper = PaperAnswer(case.reference, answers, Decider(DeciderRole.SELF), received)
            self._program.enter_answer.store(paper, self._program.ids.event_id(), actor)

    def _full_ones(self) -> Iterator[tuple[Spot, Mapping[ServiceId, Chooses]]]:
        place, today = self._program.municipality, self._today
        for zone, services in self._spots:
            for service in services:
                granted = GrantedService(service, decided_on=today - _DECIDED)
                offered = place.offered(service, zone.id, today)
                for provider in sorted(full_for(place, granted, zone.id) & offered):
                    yield (zone, services), {service: Chooses(provider)}
