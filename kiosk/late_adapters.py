"""Adapters that are imported with their first use, because people would wait for them."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.ports.machine import Clock, CodeHasher
from kiosk.app.ports.paper import DocumentMaker, FoldedSheets
from kiosk.app.ports.printer import SIMPLE, PrintWishes, always
from kiosk.app.ports.rules import RulesError
from kiosk.app.ports.words import Words
from kiosk.domain.edition import Edition
from kiosk.domain.errors import ContentError, ContentProblem
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.settings import Resources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.app.ports.intake import OpenCaseList
    from kiosk.app.ports.press import ByteSink, Press, SetKit
    from kiosk.app.ports.print_jobs import JobId, JobStatus
    from kiosk.app.ports.printer import Printer, PrinterInfo
    from kiosk.domain.document.brochure import Brochure
    from kiosk.domain.document.easy_brochure import EasyBrochure
    from kiosk.domain.document.kit import Kit
    from kiosk.domain.document.receipt import Receipt
    from kiosk.domain.document.sheet import Sheet
    from kiosk.domain.document.slip import Slip
    from kiosk.domain.document.window_letter import WindowLetter


class LateDocuments:
    """The paper room, entered with the first document: its tools are slow to import."""

    def __init__(self, resources: Resources, words_for: Callable[[Language], Words]) -> None:
        self._resources = resources
        self._words_for = words_for

    def brochure(
        self,
        brochure: "Brochure | EasyBrochure",
        issued_at: datetime,
        edition: Edition = Edition.STANDARD,
    ) -> bytes:
        """A brochure; A5 as a booklet, else A4."""
        return self._maker.brochure(brochure, issued_at, edition)

    def booklet_sheets(self, brochure: "Brochure", issued_at: datetime) -> FoldedSheets:
        """The pages of a booklet as a printer needs them."""
        return self._maker.booklet_sheets(brochure, issued_at)

    def receipt(
        self, receipt: "Receipt", issued_at: datetime, edition: Edition = Edition.STANDARD
    ) -> bytes:
        """A receipt, A4."""
        return self._maker.receipt(receipt, issued_at, edition)

    def sheet(
        self, sheet: "Sheet", issued_at: datetime, edition: Edition = Edition.STANDARD
    ) -> bytes:
        """A sheet of labelled lines, A4."""
        return self._maker.sheet(sheet, issued_at, edition)

    def letter(
        self,
        copies: "Sequence[WindowLetter]",
        issued_at: datetime,
        edition: Edition = Edition.STANDARD,
    ) -> bytes:
        """A letter for an envelope with a window, A4."""
        return self._maker.letter(copies, issued_at, edition)

    def slip(self, slip: "Slip", issued_at: datetime, edition: Edition = Edition.STANDARD) -> bytes:
        """A reply slip, A4."""
        return self._maker.slip(slip, issued_at, edition)

    @cached_property
    def _maker(self) -> DocumentMaker:
        from brochures.documents import PdfDocuments
        from brochures.typeface import FontFiles

        fonts = FontFiles(*paper_fonts(self._resources))
        return PdfDocuments(fonts, self._resources.colour_profile, self._words_for)


class LatePress:
    """The press, set up with the first letter."""

    def __init__(self, resources: Resources, words_for: Callable[[Language], Words]) -> None:
        self._resources = resources
        self._words_for = words_for

    @property
    def editions(self) -> "frozenset[Edition]":
        """Those in which it can lay envelopes out."""
        from brochures.letter_look import ENVELOPE_EDITIONS  # the press itself is slow to import

        return ENVELOPE_EDITIONS

    def set(self, kit: "Kit", edition: "Edition") -> "SetKit":
        """Lay an envelope out."""
        return self._press.set(kit, edition)

    def set_together(self, kits: "Sequence[Kit]", edition: "Edition") -> "SetKit":
        """Lay envelopes out as one."""
        return self._press.set_together(kits, edition)

    def letter_file(self, kit: "SetKit", issued_at: datetime) -> bytes:
        """One envelope as a file."""
        return self._press.letter_file(kit, issued_at)

    def print_file(self, kits: "Sequence[SetKit]", issued_at: datetime, file: "ByteSink") -> None:
        """Write envelopes one after the other."""
        self._press.print_file(kits, issued_at, file)

    @cached_property
    def _press(self) -> "Press":
        from brochures.press.pdf_press import PdfPress
        from brochures.typeface import FontFiles

        fonts = FontFiles(*paper_fonts(self._resources))
        return PdfPress(fonts, self._resources.colour_profile, self._words_for)


class LateHasher:
    """Argon2id, imported with the first code."""

    def hash(self, code: str) -> str:
        """Argon2id in PHC form."""
        return self._hasher.hash(code)

    def verify(self, code: str, code_hash: str) -> bool:
        """Whether ``code`` is the one behind ``code_hash``."""
        return self._hasher.verify(code, code_hash)

    @cached_property
    def _hasher(self) -> CodeHasher:
        from kiosk.record.ledger.hashing import Argon2Hasher

        return Argon2Hasher()


class LateWindowsPrinter:
    """Printers of Windows; Qt's room for printing is entered when somebody wants to print."""

    def printers(self) -> "tuple[PrinterInfo, ...]":
        """Printers found now."""
        return self._printer.printers()

    def print_pdf(
        self,
        pdf: bytes,
        printer: str,
        wishes: PrintWishes = SIMPLE,
        is_wanted: Callable[[], bool] = always,
    ) -> "JobId":
        """Draw a document on a printer."""
        return self._printer.print_pdf(pdf, printer, wishes, is_wanted)

    def job(self, job: "JobId") -> "JobStatus":
        """What is known of a document."""
        return self._printer.job(job)

    def take_back(self, job: "JobId") -> None:
        """Take a document out of the queue."""
        self._printer.take_back(job)

    def take_back_all(self) -> int:
        """Take everything of ours out of the queues."""
        return self._printer.take_back_all()

    def take_back_left(self) -> int:
        """Take out of the queues what earlier processes left there."""
        return self._printer.take_back_left()

    @cached_property
    def _printer(self) -> "Printer":
        from kiosk.printing.winspool import WindowsSpooler
        from kiosk.ui.windows_printer import WindowsPrinter

        return WindowsPrinter(WindowsSpooler())


class LateRules:
    """Other rules for the pack in use, read with the room of the content when somebody tries them.

    Args:
        content: Folder of the pack.
    """

    def __init__(self, content: Path) -> None:
        self._content = content

    def at(self, path: str) -> Municipality:
        """The pack with the rules of a file, or another pack."""
        from kiosk.content import load_pack, rules_instead

        place = Path(path).expanduser()
        try:
            if place.is_dir():
                return load_pack(place)
            return rules_instead(self._content, place)
        except ContentError as error:
            raise RulesError(error.problems) from error

    def fault(self, problem: ContentProblem, words: Words) -> str:
        """The reason in words."""
        from kiosk.content.wording import in_words

        return in_words(problem, words)


class LateReader:
    """The reader of case lists, imported with the first list."""

    def __init__(self, resources: Resources, municipality: Municipality, clock: Clock) -> None:
        self._resources = resources
        self._municipality = municipality
        self._clock = clock

    def open(self, data: bytes, sheet: str = "") -> "OpenCaseList":
        """Find the table of a file."""
        from kiosk.intake.case_lists import FileCaseListReader
        from kiosk.printing.letters import FontLetters

        letters = FontLetters(paper_fonts(self._resources))
        return FileCaseListReader(self._municipality, self._clock, letters).open(data, sheet)


def system_printer(platform: str) -> "Printer":
    """What prints on a system, as ``sys.platform`` names it."""
    if platform == "win32":
        return LateWindowsPrinter()
    from kiosk.printing.cups import CupsPrinter

    return CupsPrinter()


def paper_fonts(resources: Resources) -> tuple[Path, Path]:
    """The regular and the bold file of the typeface of all papers."""
    fonts = resources.fonts
    return fonts / "SourceSans3_400Regular.ttf", fonts / "SourceSans3_700Bold.ttf"
