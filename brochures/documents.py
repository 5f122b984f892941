"""The adapter behind the port ``DocumentMaker``: blocks in words become PDF bytes."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from itertools import chain
from pathlib import Path

from brochures.brochure import BrochurePages
from brochures.easy_brochure import EasyPages
from brochures.editions import A4, LOOKS
from brochures.file_facts import FileFacts
from brochures.furniture import PaperWords
from brochures.imposition import sheet_count
from brochures.letter import LetterPages
from brochures.letter_look import letter_look
from brochures.lines import LineBreaker
from brochures.look import Paper
from brochures.marks import Page
from brochures.packing import packed
from brochures.pdf import pdf_bytes
from brochures.receipt import ReceiptPages
from brochures.sheet import SheetPages
from brochures.sheets_to_fold import sheets_bytes
from brochures.slip import SlipPages
from brochures.typeface import FontFiles, Typeface
from kiosk.app.ports.paper import FoldedSheets
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.receipt import Receipt
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.document.slip import Slip
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.edition import Edition
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.language import Language

Blocks = Brochure | EasyBrochure | Receipt | Sheet | WindowLetter | Slip
WordsFor = Callable[[Language], PaperWords]


class PdfDocuments:
    """Makes PDF documents; reads the font files on first use and keeps them.

    Attributes:
        fonts: Where the two weights lie.
        profile: Where the ICC profile of sRGB lies.
        words_for: Catalogue ``brochures`` in a language.
    """

    def __init__(self, fonts: FontFiles, profile: Path, words_for: WordsFor) -> None:
        self._fonts = fonts
        self._profile_file = profile
        self._words_for = words_for

    def brochure(
        self,
        brochure: Brochure | EasyBrochure,
        issued_at: datetime,
        edition: Edition = Edition.STANDARD,
    ) -> bytes:
        """A brochure, A4; the same blocks and moment give the same bytes.

        Raises:
            RefusedError: There is no such edition.
            DoesNotFitError: A field is longer than its room; type is never made smaller.
            MissingGlyphError: The font lacks a character.
        """
        pages, paper = self._brochure_pages(brochure, edition), LOOKS[edition].paper
        return self._file(pages, brochure, _title_of(brochure), brochure.code, issued_at, paper)

    def _brochure_pages(
        self, brochure: Brochure | EasyBrochure, edition: Edition
    ) -> tuple[Page, ...]:
        words = self._words_for(brochure.language)
        if isinstance(brochure, EasyBrochure):
            return EasyPages(brochure, self._breaker, words).pages()
        if edition is Edition.EASY_READ:
            raise RefusedError([Refusal("document.no_such_edition")])
        return BrochurePages(brochure, self._breaker, words, LOOKS[edition]).pages()

    def booklet_sheets(self, brochure: Brochure, issued_at: datetime) -> FoldedSheets:
        """The pages of a booklet as a printer needs them, see ``imposition``.

        Raises:
            DoesNotFitError: A field is longer than its room; type is never made smaller.
            MissingGlyphError: The font lacks a character.
        """
        pages = self._brochure_pages(brochure, Edition.BOOKLET)
        facts = self._facts(brochure, _title_of(brochure), brochure.code, issued_at)
        pdf = packed(sheets_bytes(pages, facts, self._typeface, LOOKS[Edition.BOOKLET].paper))
        return FoldedSheets(pdf, sheet_count(len(pages)))

    def receipt(
        self, receipt: Receipt, issued_at: datetime, edition: Edition = Edition.STANDARD
    ) -> bytes:
        """A receipt, A4, one page where it fits; its title names no person.

        Raises:
            RefusedError: There is no such edition.
            DoesNotFitError: A word or the frame is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        words = self._words_for(receipt.language)
        pages = ReceiptPages(receipt, self._breaker, words, letter_look(edition)).pages()
        return self._file(pages, receipt, receipt.title, receipt.number, issued_at)

    def sheet(
        self, sheet: Sheet, issued_at: datetime, edition: Edition = Edition.STANDARD
    ) -> bytes:
        """A sheet of labelled lines, A4, as many pages as it takes.

        Raises:
            RefusedError: There is no such edition.
            DoesNotFitError: A word is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        words = self._words_for(sheet.language)
        pages = SheetPages(sheet, self._breaker, words, letter_look(edition)).pages()
        return self._file(pages, sheet, sheet.title, "", issued_at)

    def letter(
        self,
        copies: Sequence[WindowLetter],
        issued_at: datetime,
        edition: Edition = Edition.STANDARD,
    ) -> bytes:
        """A letter for envelopes with windows, A4, an even number of pages for each.

        Args:
            copies: One for each who gets it, one after the other; at least one.
            issued_at: Aware moment; date of the file.
            edition: Standard or large print.

        Raises:
            RefusedError: There is no such edition.
            DoesNotFitError: A line of the address or a word is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        first = copies[0]
        words, look = self._words_for(first.language), letter_look(edition)
        set_ = (LetterPages(each, self._breaker, words, look).pages() for each in copies)
        pages = tuple(chain.from_iterable(set_))
        return self._file(pages, first, first.title, "", issued_at)

    def slip(self, slip: Slip, issued_at: datetime, edition: Edition = Edition.STANDARD) -> bytes:
        """A reply slip, A4, an even number of pages.

        Raises:
            RefusedError: There is no such edition.
            DoesNotFitError: A line of the address or a word is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        words = self._words_for(slip.language)
        pages = SlipPages(slip, self._breaker, words, letter_look(edition)).pages()
        return self._file(pages, slip, slip.title, "", issued_at)

    def _file(
        self,
        pages: Sequence[Page],
        blocks: Blocks,
        title: str,
        number: str,
        issued_at: datetime,
        paper: Paper = A4,
    ) -> bytes:
        facts = self._facts(blocks, title, number, issued_at)
        return packed(pdf_bytes(pages, facts, self._typeface, paper))

    def _facts(self, blocks: Blocks, title: str, number: str, issued_at: datetime) -> FileFacts:
        author, language = blocks.municipality, blocks.language
        return FileFacts(title, author, language, issued_at, number, self._profile)

    @cached_property
    def _profile(self) -> bytes:
        return self._profile_file.read_bytes()

    @cached_property
    def _typeface(self) -> Typeface:
        return Typeface(self._fonts)

    @cached_property
    def _breaker(self) -> LineBreaker:
        return LineBreaker(self._typeface)


def _title_of(brochure: Brochure | EasyBrochure) -> str:
    return " ".join(f"{brochure.title} {brochure.subtitle}".split())
