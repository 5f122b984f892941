"""Taking in a case list: first a preview that stores nothing, then all of it at once."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace

from kiosk.app.explained_headings import (
    ListLook,
    explanation,
    look_at,
    refuse_doubles,
    refuse_lacking,
)
from kiosk.app.ports.intake import CaseList, CaseListReader, Meanings
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.case import Case, CaseRef, Closing
from kiosk.domain.errors import RefusedError, StorageError
from kiosk.domain.event import (
    PROGRAM,
    CaseChanged,
    CaseClosed,
    CaseImported,
    Event,
    EventBody,
)
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class ChangedCase:
    """A known case of which the list says something else.

    Attributes:
        known: As the record has it.
        case: As the list has it.
        fields: Names of the fields of ``Case`` that differ; ``closing`` for one that is closed or
            opened again.
    """

    known: Case
    case: Case
    fields: tuple[str, ...]

    @property
    def is_closed_now(self) -> bool:
        """Whether the list closes it."""
        return self.known.is_open and not self.case.is_open


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What taking in a list would do; nothing is stored yet.

    Attributes:
        case_list: The list as read, with refused rows and notices.
        new: Cases that the record does not know, order of the list.
        changed: Known cases that would change, order of the list.
        unchanged: How many known cases stay as they are.
        missing: Known open cases that the list lacks, by case number; staff are asked whether to
            close them. A case with a refused row is not missing, and where a row does not say
            which case it is about, nobody can tell which ones are: none.
        hides_missing: Whether the list lacks known open cases, or holds them in such rows.
        late: How many services of new cases have a reply deadline that has passed; the letter
            gives each of them a later one.
    """

    case_list: CaseList
    new: tuple[Case, ...]
    changed: tuple[ChangedCase, ...]
    unchanged: int
    missing: tuple[CaseRef, ...]
    hides_missing: bool = False
    late: int = 0

    @property
    def closed(self) -> int:
        """How many of the changed cases the list closes."""
        return sum(item.is_closed_now for item in self.changed)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was stored.

    Attributes:
        imported: How many new cases.
        changed: How many known cases of which the list says something else.
        closed: How many known cases were open and are closed now, by their row or because the list
            lacks them; they are not counted as changed.
    """

    imported: int
    changed: int
    closed: int


def no_more(_actor: str) -> None:
    """Nothing is to be done after a list is stored."""


@dataclass(frozen=True, slots=True)
class ImportCases:
    """Reads a case list, shows what it would change, and stores everything of it or nothing.

    Attributes:
        stored: Told who stored a list; sees to those in it whom a provider exit concerns.
    """

    record: Record
    reader: CaseListReader
    clock: Clock
    ids: IdSource
    stored: Callable[[str], object] = no_more

    def look(self, data: bytes, sheet: str = "") -> ListLook:
        """Find the table of a file and its headings, and what staff said about them before.

        Args:
            data: The whole file.
            sheet: Name of the sheet of a workbook; empty for the only one that fits.

        Raises:
            CaseListError: The file as a whole cannot be read.
        """
        return look_at(self.reader.open(data, sheet), self.record.explained_headings())

    def preview(self, data: bytes) -> ImportPreview:
        """Compare a list with the record; nothing is stored.

        Takes half a second for some thousand rows.

        Raises:
            CaseListError: The file as a whole cannot be read.
        """
        look = self.look(data)
        return self.preview_of(look, look.meanings)

    def preview_of(self, look: ListLook, meanings: Meanings) -> ImportPreview:
        """The same for a list whose headings were looked at.

        Args:
            look: The list.
            meanings: What its headings mean where we do not understand them.

        Raises:
            CaseListError: A needed column is missing, or two columns would say the same.
        """
        refuse_doubles(look, meanings)
        found = _compared(look.listed.read(meanings), self.record)
        today = self.clock.now().date()
        late = sum(
            granted.reply_by is not None and granted.reply_by < today
            for case in found.new
            if case.is_open
            for granted in case.services
        )
        return replace(found, late=late)

    def explain(self, look: ListLook, meanings: Meanings, actor: str) -> None:
        """Remember what the headings of a list mean, for every list with the same headings.

        Args:
            look: The list.
            meanings: Of the headings that we do not understand; None for one that is not used.
            actor: Who is signed in, or ``PROGRAM`` for the command line.

        Raises:
            CaseListError: A needed column is missing, or two columns would say the same.
            RefusedError: The actor is unknown or may take in no list; nothing was stored.
            StorageError: Nothing was stored.
        """
        self._refuse_without_right(actor)
        refuse_lacking(look, meanings)
        refuse_doubles(look, meanings)
        if meanings != look.meanings:
            event = Event(
                self.ids.event_id(), self.clock.now(), actor, None, explanation(look, meanings)
            )
            self.record.append([event])

    def confirm(self, preview: ImportPreview, close_missing: bool, actor: str) -> ImportResult:
        """Store what a previewed list says; the second time there is nothing left to store.

        Args:
            preview: What was shown; it is compared with the record once more.
            close_missing: Close known cases that the list lacks, as of today and without a reason.
            actor: Who is signed in, or ``PROGRAM`` for the command line.

        Raises:
            RefusedError: The actor is unknown or may take in no list; nothing was stored.
            StorageError: Nothing was stored.
        """
        self._refuse_without_right(actor)
        now = _compared(preview.case_list, self.record)
        # Only what was shown may be closed.
        missing = [ref for ref in now.missing if close_missing and ref in preview.missing]
        events = [
            *(self._event(actor, case.reference, CaseImported(case)) for case in now.new),
            *(
                self._event(actor, item.case.reference, CaseChanged(item.case, item.fields))
                for item in now.changed
            ),
            *(self._event(actor, reference, self._closed_today()) for reference in missing),
        ]
        if events:
            self.record.append(events)
            # The list is stored; the next one, or an officer, sees to what is left.
            with suppress(StorageError):
                self.stored(actor)
        changed = len(now.changed) - now.closed
        return ImportResult(len(now.new), changed, now.closed + len(missing))

    def _refuse_without_right(self, actor: str) -> None:
        if actor == PROGRAM:
            return
        refusals = rights_objections(self.record, actor, StaffRight.IMPORT_CASES)
        if refusals:
            raise RefusedError(refusals)

    def _closed_today(self) -> CaseClosed:
        return CaseClosed(Closing(self.clock.now().date(), ""))

    def _event(self, actor: str, case: CaseRef, body: EventBody) -> Event:
        return Event(self.ids.event_id(), self.clock.now(), actor, case, body)


def _compared(case_list: CaseList, record: Record) -> ImportPreview:
    known = record.case_refs()
    new = tuple(case for case in case_list.cases if case.reference not in known)
    old = [case for case in case_list.cases if case.reference in known]
    changed = tuple(_changed(old, record, keeps_protection=not case_list.tells_protection))
    listed = {case.reference for case in case_list.cases} | case_list.refused_refs
    lacking = tuple(ref for ref in sorted(known - listed) if record.case_file(ref).case.is_open)
    missing, hidden = (lacking, ()) if case_list.tells_all_cases else ((), lacking)
    unchanged = len(old) - len(changed)
    return ImportPreview(case_list, new, changed, unchanged, missing, bool(hidden))


def _changed(cases: list[Case], record: Record, *, keeps_protection: bool) -> Iterator[ChangedCase]:
    for listed in cases:
        known = record.case_file(listed.reference).case
        # A list that says nothing about protection must not lay an address open.
        is_protected = (keeps_protection and known.is_address_protected) or (
            listed.is_address_protected
        )
        case = replace(listed, is_address_protected=is_protected)
        if known != case:
            yield ChangedCase(known, case, _differences(known, case))


def _differences(known: Case, case: Case) -> tuple[str, ...]:
    names = (field.name for field in fields(Case))
    return tuple(name for name in names if getattr(known, name) != getattr(case, name))
