"""What the use cases need from outside; adapters implement these Protocols."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import EventId, Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.event import Event, Stored
from kiosk.domain.language import Language, LocalText
from kiosk.domain.ordering import Block, DealtOrder
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.staff import StaffMember

if TYPE_CHECKING:
    # Documents are made on few days; their blocks need not be ready for the first frame.
    from kiosk.domain.document import Brochure, Receipt


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """Now, in the time zone of Norway."""
        ...


class IdSource(Protocol):
    """Fresh identifiers and secrets."""

    def event_id(self) -> EventId:
        """A new UUIDv7."""
        ...

    def seed(self) -> str:
        """A new secret for a lot."""
        ...


class CodeHasher(Protocol):
    """One-way storage of staff codes."""

    def hash(self, code: str) -> str:
        """Argon2id in PHC form."""
        ...

    def verify(self, code: str, code_hash: str) -> bool:
        """Whether ``code`` is the one behind ``code_hash``."""
        ...


class Words(Protocol):
    """Texts, dates and lists in one language; message ids are English sentences."""

    @property
    def language(self) -> Language:
        """The language of everything below."""
        ...

    def gettext(self, message: str, /) -> str:
        """The sentence, placeholders still in braces."""
        ...

    def pgettext(self, context: str, message: str, /) -> str:
        """A one-word label in its context."""
        ...

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Singular or plural; ``{count}`` is still to be filled in."""
        ...

    def local(self, text: LocalText) -> str:
        """A municipality's text in this language, hard spaces set."""
        ...

    def full_date(self, day: date) -> str:
        """For example ``3. mars 2026``."""
        ...

    def day_and_month(self, day: date) -> str:
        """For example ``3. mars``."""
        ...

    def weekday_and_date(self, day: date) -> str:
        """For example ``tirsdag 3. mars 2026``."""
        ...

    def time(self, moment: datetime) -> str:
        """For example ``10.42``."""
        ...

    def and_list(self, items: Iterable[str]) -> str:
        """For example ``norsk, engelsk og tegnspråk``; empty text for no items."""
        ...

    def number(self, value: int | Decimal) -> str:
        """A number with the language's marks."""
        ...

    def language_name(self, code: str) -> str:
        """Name of an ISO 639 language in lower case, for example ``engelsk``."""
        ...

    def phone(self, number: str) -> str:
        """A telephone number grouped in twos with hard spaces."""
        ...


class CaseFilter(Enum):
    """The filters of the case list."""

    ALL = "all"
    WAITING = "waiting"
    POSTPONED = "postponed"
    DUE_THIS_WEEK = "due_this_week"
    UNFINISHED = "unfinished"
    DONE = "done"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ServiceState:
    """Where one service of a case stands.

    Attributes:
        outcome: None while there is no answer; NOT_OFFERED is worked out, never stored here.
        answer: The latest stored answer.
        answered_on: Day of that answer.
    """

    service: ServiceId
    outcome: Outcome | None = None
    answer: ServiceAnswer | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with everything folded from the record.

    Attributes:
        states: One per granted service, order of the case.
        order: The order of providers dealt to this case; None before the first presentation.
        note_pending_for: The oldest stored choice whose information note is still missing.
        choice: The last stored choice; None without one.
    """

    case: Case
    states: tuple[ServiceState, ...]
    order: DealtOrder | None = None
    note_pending_for: EventId | None = None
    choice: RecordedChoice | None = None


class Offering(Protocol):
    """What a list of cases needs to know of the municipality's content."""

    def is_offered(self, zone: ZoneId, service: ServiceId, born: date) -> bool:
        """Whether somebody born on a day can choose for a service in a zone."""
        ...

    def zone_name(self, zone: ZoneId) -> str:
        """The zone's name as it is shown; its key when the content no longer has it."""
        ...


class Record(Protocol):
    """The record: append-only events, and the documents folded from them.

    Values handed out are the caller's own; changing them changes nothing here. Safe to call from
    any thread.
    """

    @property
    def device(self) -> str:
        """Id of this machine in the record."""
        ...

    def append(self, events: Sequence[Event]) -> tuple[Stored, ...]:
        """Store all events durably, or none.

        An event whose id is stored already is skipped, and its first place is returned.

        Raises:
            StorageError: Nothing was stored.
        """
        ...

    def history(self, case: CaseRef) -> tuple[tuple[Stored, Event], ...]:
        """All events of a case, oldest first; may be empty."""
        ...

    def case_file(self, case: CaseRef) -> CaseFile:
        """The case as it stands.

        Raises:
            NotFoundError: There is no such case.
        """
        ...

    def find_cases(self, text: str, filter_: CaseFilter, today: date) -> tuple[CaseRef, ...]:
        """Cases whose name, case number or zone holds ``text``, earliest deadline first.

        Closed cases are found by ``CaseFilter.CLOSED`` only. Empty text finds all.
        """
        ...

    def count_cases(self, filter_: CaseFilter, today: date) -> int:
        """How many cases a filter holds."""
        ...

    def case_refs(self) -> frozenset[CaseRef]:
        """Every known case, closed ones too."""
        ...

    def choice_by_receipt(self, number: str) -> RecordedChoice:
        """The stored choice behind a receipt number.

        Raises:
            NotFoundError: There is no such receipt.
        """
        ...

    def open_block(self, providers: frozenset[ProviderId]) -> tuple[Block, int] | None:
        """The newest block of exactly this set and how many of its rows are dealt."""
        ...

    def staff(self) -> tuple[StaffMember, ...]:
        """All staff members by name; may be empty."""
        ...

    def failed_tries(self, name: str) -> tuple[int, datetime | None]:
        """Wrong codes since the last right one, and when the last came."""
        ...


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something about one row of a case list.

    Attributes:
        row: Number in the file as a spreadsheet shows it; the heading is row 1.
        column: Heading as written in the file; empty when the whole row is meant.
        value: Value as written; empty when it may not be shown (a fødselsnummer).
        code: Reason, put into words by the catalogues.
        values: Values for the sentence, such as the allowed ones.
    """

    row: int
    column: str
    value: str
    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CaseList:
    """A case list as read from a file.

    Attributes:
        cases: Accepted cases, order of the file.
        row_count: Data rows in the file.
        accepted_rows: Rows that went into ``cases``.
        refused: Why rows were refused; one row may have several.
        notices: What was left out of accepted rows, such as a fødselsnummer.
        unknown_columns: Headings that were not understood and not read.
        refused_refs: Cases in the list with a refused row; nothing of them is in ``cases``.
    """

    cases: tuple[Case, ...]
    row_count: int
    accepted_rows: int
    refused: tuple[RowProblem, ...]
    notices: tuple[RowProblem, ...]
    unknown_columns: tuple[str, ...]
    refused_refs: frozenset[CaseRef] = frozenset()


class CaseListReader(Protocol):
    """Reads case lists as case systems export them."""

    def read(self, data: bytes) -> CaseList:
        """Read a whole file.

        Raises:
            CaseListError: The file as a whole cannot be read: encoding, headings, no rows.
        """
        ...


class DocumentMaker(Protocol):
    """Turns blocks in words into PDF bytes."""

    def brochure(self, brochure: "Brochure", issued_at: datetime) -> bytes:
        """A brochure, A4.

        Raises:
            DoesNotFitError: A field is longer than its room; type is never made smaller.
            MissingGlyphError: The font lacks a character.
        """
        ...

    def receipt(self, receipt: "Receipt", issued_at: datetime) -> bytes:
        """A receipt, A4, one page where it fits.

        Raises:
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        ...


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """A printer that can be chosen.

    Attributes:
        name: Queue name.
        description: What people call it; the name where it has none.
        is_default: Whether the system prints there by default.
    """

    name: str
    description: str
    is_default: bool


class Printer(Protocol):
    """Where finished documents go."""

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Printers found now; may be empty."""
        ...

    def print_pdf(self, pdf: bytes, printer: str) -> None:
        """Hand a document to a printer; its job name holds no personal data.

        Raises:
            PrintError: The document was not handed over.
        """
        ...
