"""Which document is to be printed, and how it leaves the house."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.ports.print_jobs import JobId
from kiosk.app.ports.printer import SIMPLE, PrinterInfo, PrintWishes, always
from kiosk.app.program import Program
from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.errors import StorageError
from kiosk.domain.language import Language
from kiosk.domain.paper_events import DocumentChannel, DocumentKind
from kiosk.domain.reading import Reading
from kiosk.domain.service import ServiceId, ZoneId

if TYPE_CHECKING:
    from kiosk.app.issue_documents import Document

_LETTERS = (Edition.STANDARD, Edition.LARGE_PRINT)
_ENVELOPES = (*_LETTERS, Edition.EASY_READ)
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """A document that is made when it is asked for.

    Attributes:
        code: Goes into the file name; never personal.
        make: Composes the document; called off the drawing thread.
        actor: Who is signed in.
        tab: The part of the staff side that it was asked from: ``cases``, ``office`` or
            ``brochures``.
        edition: In which form it is made.
        editions: What makes it in each form that can be picked; empty where none can.
    """

    kind: DocumentKind
    code: str
    make: "Callable[[], Document]"
    actor: str
    tab: str = "cases"
    edition: Edition = Edition.STANDARD
    editions: "Mapping[Edition, Callable[[], Document]]" = field(default_factory=dict)

    def in_edition(self, edition: Edition) -> "PrintRequest":
        """The same document in a form that can be picked."""
        return replace(self, make=self.editions[edition], edition=edition)


def _picked_from(
    request: PrintRequest, editions: Sequence[Edition], make: "Callable[[Edition], Document]"
) -> PrintRequest:
    """A document of which the edition can be picked."""
    return replace(request, editions={each: partial(make, each) for each in editions})


@dataclass(frozen=True, slots=True)
class Target:
    """Where a document goes.

    Attributes:
        queue: The printer; not used for a file.
        path: The file; None for a printer.
        wishes: Asked of the printer; not used for a file.
        is_wanted: Whether it is to go on, while it is handed over to a printer.
    """

    queue: str
    path: Path | None
    write_pdf: Callable[[bytes, Path], None]
    wishes: PrintWishes = SIMPLE
    is_wanted: Callable[[], bool] = always


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A document that left the program.

    Attributes:
        is_logged: Whether the history knows of it.
        job: What to ask the printer about it by; None for a file.
        folded_sheets: How many of its sheets lie in each other; 0 for what is not folded.
    """

    is_logged: bool
    job: JobId | None
    folded_sheets: int = 0


def hand_over(request: PrintRequest, target: Target, program: Program) -> HandedOver:
    """Make a document and print or write it; call it off the drawing thread.

    Raises:
        KioskError: The document was neither printed nor written.
    """
    document = request.make()
    job: JobId | None = None
    if target.path is None:
        sheets = document.for_printer or document.pdf
        job = program.printer.print_pdf(sheets, target.queue, target.wishes, target.is_wanted)
        channel = DocumentChannel.PRINTER
    else:
        target.write_pdf(document.pdf, target.path)
        if document.for_programs:
            target.write_pdf(document.for_programs, target.path.with_suffix(".json"))
        channel = DocumentChannel.FILE
    try:
        program.documents.note_issued(document, channel, request.actor)
    except StorageError:
        # It lies in the tray already; only the history does not know.
        return HandedOver(False, job, document.folded_sheets)
    return HandedOver(True, job, document.folded_sheets)


def usual_queue(found: Sequence[PrinterInfo], last: str) -> str:
    """The queue that was printed to last, then the usual one, then the first.

    Args:
        found: At least one printer.
        last: Empty when nothing was printed yet.
    """
    names = [each.name for each in found]
    if last in names:
        return last
    return next((each.name for each in found if each.is_default), names[0])


@dataclass(frozen=True, slots=True)
class PrintRequests:
    """Every document that the pages ask for."""

    program: Program

    def receipt(self, number: str, language: Language | None, actor: str) -> PrintRequest:
        """The receipt of a stored choice; None for the language of the visit."""
        documents = self.program.documents
        return PrintRequest(
            DocumentKind.RECEIPT, number, lambda: documents.receipt(number, language), actor
        )

    def receipt_again(self, case: CaseRef, number: str, actor: str) -> PrintRequest:
        """A receipt that staff print from the case page; reading it is logged once."""
        documents, read = self.program.documents, self.program.read_case
        event_id = self.program.ids.event_id()

        def make(edition: Edition = Edition.STANDARD) -> "Document":
            # What cannot be logged now cannot be noted as printed either, and that is told.
            read.log(case, Reading.RECEIPT, actor, event_id)
            return documents.receipt(number, edition=edition)

        return _picked_from(PrintRequest(DocumentKind.RECEIPT, number, make, actor), _LETTERS, make)

    def letter(self, kind: DocumentKind, case: CaseRef, actor: str) -> PrintRequest:
        """A letter about a case; one that asks for a choice comes with brochure and reply slip.

        Reading it is logged once.
        """
        program = self.program
        read, event_id = program.read_case, program.ids.event_id()

        def make(edition: Edition = Edition.STANDARD) -> "Document":
            read.log(case, Reading.LETTER, actor, event_id)
            if kind is DocumentKind.EXIT:
                return program.exit_letters.letter(case, actor, edition=edition)
            if kind is DocumentKind.PLACE:
                return program.place_letters.letter(case, edition=edition)
            if kind in {DocumentKind.INVITATION, DocumentKind.REMINDER}:
                return program.single_kit.kit(case, kind, actor, edition=edition)
            if kind is DocumentKind.SWITCH:
                return program.switch_forms.form(case, actor, edition=edition)
            return program.letters.allocation(case, edition=edition)

        has_brochure = kind in {DocumentKind.INVITATION, DocumentKind.REMINDER}
        editions = _ENVELOPES if has_brochure else _LETTERS
        request = PrintRequest(kind, self._stamp(), make, actor, tab="office")
        return _picked_from(request, editions, make)

    def access(self, case: CaseRef, actor: str) -> PrintRequest:
        """What is stored about a person, for that person."""
        make = partial(self.program.give_access.document, case, actor)
        return _picked_from(
            PrintRequest(DocumentKind.ACCESS, self._stamp(), make, actor), _LETTERS, make
        )

    def case_brochure(self, case: CaseRef, actor: str) -> PrintRequest:
        """The brochure for one person, in the person's own order."""
        documents = self.program.documents

        def make(edition: Edition = Edition.STANDARD) -> "Document":
            return documents.brochure_for_case(case, actor, edition=edition)

        request = PrintRequest(DocumentKind.BROCHURE, self._stamp(), make, actor)
        return _picked_from(request, tuple(Edition), make)

    def zone_brochure(
        self,
        zone: ZoneId,
        services: tuple[ServiceId, ...],
        language: Language,
        edition: Edition,
        actor: str,
    ) -> PrintRequest:
        """A brochure for nobody in particular."""
        documents = self.program.documents
        return PrintRequest(
            DocumentKind.BROCHURE,
            self._stamp(),
            lambda: documents.brochure_for_zone(zone, services, language, actor, edition),
            actor,
            tab="brochures",
            edition=edition,
        )

    def _stamp(self) -> str:
        # A number for the file's name that tells nothing about the person.
        return self.program.clock.now().strftime(_STAMP)
