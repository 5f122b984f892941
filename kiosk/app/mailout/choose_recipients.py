"""Chooses who gets a letter of a batch; whoever is left out is counted with the reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.exits.told_only import services_to_tell
from kiosk.app.nonchoice.due_nonchoosers import Due, DueNonchoosers, Task
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import CaseFile, Record
from kiosk.app.watch import Watch
from kiosk.domain.allocation_events import LetterPosted, LetterReturned
from kiosk.domain.case import CaseRef, GrantedService
from kiosk.domain.choice import Outcome
from kiosk.domain.eligibility import offered_services
from kiosk.domain.event import CaseChanged, ServiceAllocated
from kiosk.domain.mail_events import LeftOutCount, MailFilter, MailState
from kiosk.domain.mailing import LeftOut, Recipient, recipients_of
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
_CHANGES_THE_WAY = frozenset({"address", "post", "is_address_protected"})


@dataclass(frozen=True, slots=True)
class ChosenCase:
    """A case that gets a letter.

    Attributes:
        services: Those that the letter is about; at least one.
        recipients: At least one.
    """

    case: CaseRef
    services: tuple[ServiceId, ...]
    recipients: tuple[Recipient, ...]

    @property
    def place(self) -> tuple[str, CaseRef]:
        """Where it stands in a batch: by postcode, as print shops want it."""
        return self.recipients[0].lines[-1], self.case


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who gets a letter, and who does not.

    Attributes:
        cases: By postcode; may be empty.
        left_out: Cases per reason, by case number; reasons without any are left out.
    """

    cases: tuple[ChosenCase, ...]
    left_out: Mapping[LeftOut, tuple[CaseRef, ...]] = field(default_factory=dict)

    @property
    def counts(self) -> tuple[LeftOutCount, ...]:
        """How many are left out, in the order of the reasons."""
        found = ((each, self.left_out.get(each, ())) for each in LeftOut)
        return tuple(LeftOutCount(reason, len(cases)) for reason, cases in found if cases)


@dataclass(frozen=True, slots=True)
class ChooseRecipients:
    """Reads every case once; slow where there are many."""

    municipality: Municipality
    record: Record
    clock: Clock
    due: DueNonchoosers

    def choose(self, wanted: MailFilter, watch: Watch | None = None) -> Chosen:
        """Everybody whom a filter holds.

        Args:
            wanted: Which cases the batch is for.
            watch: Who looks on; None for nobody.

        Raises:
            CancelledError: Somebody stopped it.
            StorageError: The record could not be read.
        """
        chosen, left_out = [], defaultdict[LeftOut, list[CaseRef]](list)
        references = sorted(self.record.case_refs())
        for number, reference in enumerate(references, start=1):
            (watch or Watch()).heed()
            found = self.judge(self.record.case_file(reference), wanted)
            if isinstance(found, ChosenCase):
                chosen.append(found)
            elif found is not None:
                left_out[found].append(reference)
            (watch or Watch()).progress(number, len(references))
        in_order = sorted(chosen, key=lambda each: each.place)
        return Chosen(tuple(in_order), {why: tuple(who) for why, who in left_out.items()})

    def judge(self, file: CaseFile, wanted: MailFilter) -> ChosenCase | LeftOut | None:
        """A letter, a reason for none, or None for a case that the batch is not for.

        Raises:
            StorageError: The record could not be read.
        """
        case = file.case
        if wanted.zone not in {None, case.zone}:
            return None
        services = tuple(self._services(file, wanted))
        if not services:
            return None
        recipients = recipients_of(case)
        if isinstance(recipients, LeftOut):
            return recipients
        if self._came_back(file):
            return LeftOut.RETURNED
        return ChosenCase(case.reference, services, recipients)

    def _services(self, file: CaseFile, wanted: MailFilter) -> Iterator[ServiceId]:
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
                yield each.service

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

    def _came_back(self, file: CaseFile) -> bool:
        """Whether the newest letter came back, and nobody has found another address since."""
        newest = file.letters[-1] if file.letters else None
        if newest is None or newest.returned_on is None:
            return False
        came_back = False
        for _, event in self.record.history(file.case.reference):
            match event.body:
                case LetterReturned():
                    came_back = True
                case CaseChanged(fields=fields) if _CHANGES_THE_WAY & set(fields):
                    came_back = False
                case _:
                    pass
        return came_back


def _state_of(file: CaseFile, wanted: MailFilter) -> frozenset[ServiceId]:
    if wanted.state is MailState.ANY:
        return frozenset(each.service for each in file.states)
    outcome = _OUTCOMES[wanted.state]
    return frozenset(each.service for each in file.states if each.outcome is outcome)


def _is_asked_by(due: Due, letter: LetterKind) -> bool:
    """A reminder may remind of any letter; the others are due themselves."""
    return letter is LetterKind.REMINDER or due.letter is letter
