"""What staff enter on the case page for the rule: letters, and what the rule shall know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.exits.exits_told import exits_told
from kiosk.app.nonchoice.rules_told import rules_told
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.allocation_events import (
    AskedAgain,
    LetterPosted,
    LetterReturned,
    WishesNoted,
)
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event
from kiosk.domain.exits.asking import told_day
from kiosk.domain.exits.exit import AnswerTime
from kiosk.domain.mailing import LeftOut, recipients_of
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.silence import Letter, LetterKind
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.staff import StaffRight

ASKING = (LetterKind.INVITATION, LetterKind.EXIT, LetterKind.REMINDER)
"""Letters that ask for an answer, in the order in which they are posted."""

_NOWHERE = {
    LeftOut.PROTECTED: "letters.protected",
    LeftOut.NO_ADDRESS: "letters.no_address",
}

Noted = LetterPosted | LetterReturned | AskedAgain | WishesNoted


@dataclass(frozen=True, slots=True)
class NoteForRule:
    """Entered by case officers; nothing of it decides anything by itself."""

    municipality: Municipality
    record: Record
    clock: Clock
    working: WorkingCalendar

    def store(self, case: CaseRef, noted: Noted, event_id: EventId, actor: str) -> None:
        """Store one thing that happened or is known; the same attempt again stores nothing.

        With a letter that asks for an answer stands what it told of the rules, and which exits.

        Raises:
            RefusedError: The actor may not do that, the case is closed, or it cannot be so.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        if any(event.id == event_id for _place, event in self.record.history(case)):
            return
        file = self.record.case_file(case)
        refusals = rights_objections(self.record, actor, StaffRight.NOTE_FOR_RULE)
        if not refusals and not file.case.is_open:
            refusals = [Refusal("choice.case_closed")]
        if not refusals:
            refusals = list(self._refusals(file, noted))
        if refusals:
            raise RefusedError(refusals)
        if isinstance(noted, LetterPosted) and noted.letter in ASKING:
            noted = self._with_what_it_told(file, noted)
        self.record.append([Event(event_id, self.clock.now(), actor, case, noted)])

    def _with_what_it_told(self, file: CaseFile, posted: LetterPosted) -> LetterPosted:
        day, time = posted.posted_on, AnswerTime(self.municipality.patience, (), self.working)
        posted = replace(posted, told=rules_told(self.municipality, file.case, day))
        if posted.letter is not LetterKind.EXIT:
            return posted
        exits = exits_told(self.record, file, day, lambda each: told_day(each, day, time))
        return replace(posted, exits=exits)

    def _refusals(self, file: CaseFile, noted: Noted) -> Iterator[Refusal]:
        today = self.clock.now().date()
        match noted:
            case LetterPosted(letter, day):
                yield from _sending(file.case)
                yield from _posting(file, letter, day, today)
            case LetterReturned(letter, day):
                yield from _returning(file, letter, day, today)
            case AskedAgain(day):
                yield from _asking(file, day, today)
            case WishesNoted():
                yield from self._wishes(file, noted, today)

    def _wishes(self, file: CaseFile, noted: WishesNoted, today: date) -> Iterator[Refusal]:
        known = {
            provider.id
            for provider in self.municipality.providers
            if any(offer.service == noted.service for offer in provider.offers)
        }
        named = {noted.known.former, noted.known.household, *noted.objects_to} - {None}
        if file.case.granted(noted.service) is None:
            yield Refusal("choice.service_not_offered")
        if not named <= known:
            yield Refusal("wishes.unknown_provider")
        if noted.known.former is None:
            return
        if noted.known.former_until is None:
            yield Refusal("wishes.former_day_missing")
        elif noted.known.former_until > today:
            yield Refusal("wishes.former_day_ahead")


def returnable(file: CaseFile) -> dict[LetterKind, Letter]:
    """The newest letter of each kind, where it has not come back; may be empty."""
    newest = {each.kind: each for each in file.letters}
    return {kind: each for kind, each in newest.items() if each.returned_on is None}


def postable(file: CaseFile) -> tuple[LetterKind, ...]:
    """Letters that can be entered as posted: a reminder only after a letter that is there.

    The one about a provider that stops is for those whom an exit concerns.
    """
    there = returnable(file).keys()
    is_left = any(each.until is None for help_ in file.helps.values() for each in help_.take_overs)
    fits = {
        LetterKind.INVITATION: True,
        LetterKind.EXIT: is_left,
        LetterKind.REMINDER: not there.isdisjoint(ASKING[:2]),
    }
    return tuple(kind for kind in ASKING if fits[kind])


def _sending(case: Case) -> Iterator[Refusal]:
    """Nobody is silent whom no letter can have reached (domain 6.3)."""
    found = recipients_of(case)
    if isinstance(found, LeftOut) and found in _NOWHERE:
        yield Refusal(_NOWHERE[found])


def _posting(file: CaseFile, letter: LetterKind, day: date, today: date) -> Iterator[Refusal]:
    asked = [each.posted_on for each in file.letters if each.kind in ASKING]
    if day > today:
        yield Refusal("letters.day_ahead")
    if all(day < granted.decided_on for granted in file.case.services):
        yield Refusal("letters.before_decision")
    if any(day < each for each in asked):
        yield Refusal("letters.before_letter")
    if letter is LetterKind.REMINDER and letter not in postable(file):
        yield Refusal("letters.no_letter")
    if letter is LetterKind.EXIT and letter not in postable(file):
        yield Refusal("letters.no_exit")


def _asking(file: CaseFile, day: date, today: date) -> Iterator[Refusal]:
    if day > today:
        yield Refusal("asked.day_ahead")
    if all(day < granted.decided_on for granted in file.case.services):
        yield Refusal("asked.before_decision")


def _returning(file: CaseFile, letter: LetterKind, day: date, today: date) -> Iterator[Refusal]:
    posted = returnable(file).get(letter)
    if posted is None:
        yield Refusal("letters.nothing_to_return")
    elif day < posted.posted_on:
        yield Refusal("letters.returned_before_posted")
    if day > today:
        yield Refusal("letters.day_ahead")
