"""Which services of a case a letter is about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.exits.told_only import services_to_tell
from kiosk.app.nonchoice.due_nonchoosers import Due, DueNonchoosers, Task
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import GrantedService
from kiosk.domain.choice import Outcome
from kiosk.domain.eligibility import offered_services
from kiosk.domain.event import ServiceAllocated
from kiosk.domain.mail_events import MailFilter, MailState
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.service import ServiceId

_OUTCOMES: Mapping[MailState, Outcome | None] = {
    MailState.DUE: None,
    MailState.OPEN: None,
    MailState.CHOSEN: Outcome.CHOSEN,
    MailState.KEEPS: Outcome.KEEPS,
    MailState.DOES_NOT_WISH: Outcome.DOES_NOT_WISH,
    MailState.CANNOT: Outcome.CANNOT,
    MailState.POSTPONED: Outcome.POSTPONED,
}
_TASKS = {
    LetterKind.INVITATION: (Task.POST_LETTER, Task.POST_ANEW),
    LetterKind.EXIT: (Task.POST_LETTER, Task.POST_ANEW),
    LetterKind.REMINDER: (Task.POST_REMINDER,),
}


@dataclass(frozen=True, slots=True)
class MeantServices:
    """Judges by what the record says now."""

    municipality: Municipality
    record: Record
    clock: Clock
    due: DueNonchoosers

    def of_case(self, file: CaseFile, wanted: MailFilter) -> Iterator[GrantedService]:
        """Those that a filter means, order of the case; of a closed case what it would have been.

        Raises:
            StorageError: The record could not be read.
        """
        today = self.clock.now().date()
        case = file.case_on(today)
        if not case.is_open:
            granted: Iterable[GrantedService] = case.services
            is_meant = _state_of(file, wanted)
        else:
            granted = offered_services(self.municipality, case, today)
            is_meant = self._meant(file, wanted, today)
        for each in granted:
            if wanted.service in {None, each.service} and each.service in is_meant:
                yield each

    def _meant(self, file: CaseFile, wanted: MailFilter, today: date) -> frozenset[ServiceId]:
        if wanted.letter is LetterKind.ALLOCATION and wanted.state is MailState.DUE:
            return self._untold(file)
        if wanted.state is not MailState.DUE:
            return _state_of(file, wanted)
        tasks = {*_TASKS[wanted.letter], Task.FIND_ADDRESS}
        asked = frozenset(
            due.service
            for due in self.due.of_case(file, today)
            if due.task in tasks and _is_asked_by(due, wanted.letter)
        )
        if wanted.letter is not LetterKind.EXIT:
            return asked
        return asked | services_to_tell(file, standing_exits(self.record), today)

    def _untold(self, file: CaseFile) -> frozenset[ServiceId]:
        """Services that the rule gave since the last letter about a result was posted."""
        untold: set[ServiceId] = set()
        for _, event in self.record.history(file.case.reference):
            match event.body:
                case ServiceAllocated(answer=answer):
                    untold.add(answer.service)
                case LetterPosted(letter=LetterKind.ALLOCATION):
                    untold.clear()
                case _:
                    pass
        answered = {each.service for each in file.states if each.outcome is not None}
        return frozenset(untold & answered)


def _state_of(file: CaseFile, wanted: MailFilter) -> frozenset[ServiceId]:
    if wanted.state is MailState.ANY:
        return frozenset(each.service for each in file.states)
    outcome = _OUTCOMES[wanted.state]
    return frozenset(each.service for each in file.states if each.outcome is outcome)


def _is_asked_by(due: Due, letter: LetterKind) -> bool:
    """A reminder may remind of any letter; the others are due themselves."""
    return letter is LetterKind.REMINDER or due.letter is letter
