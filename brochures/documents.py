"""The adapter behind the port ``DocumentMaker``: blocks in words become PDF bytes."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property

from brochures.brochure import BrochurePages
from brochures.furniture import PaperWords
from brochures.lines import LineBreaker
from brochures.pdf import FileFacts, pdf_bytes
from brochures.receipt import ReceiptPages
from brochures.sheet import SheetPages
from brochures.typeface import FontFiles, Typeface
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.receipt import Receipt
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.language import Language

WordsFor = Callable[[Language], PaperWords]


class PdfDocuments:
    """Makes PDF documents; reads the font files on first use and keeps them.

    Attributes:
        fonts: Where the two weights lie.
        words_for: Catalogue ``brochures`` in a language.
    """

    def __init__(self, fonts: FontFiles, words_for: WordsFor) -> None:
        self._fonts = fonts
        self._words_for = words_for

    def brochure(self, brochure: Brochure, issued_at: datetime) -> bytes:
        """A brochure, A4; the same blocks and moment give the same bytes.

        Raises:
            DoesNotFitError: A field is longer than its room; type is never made smaller.
            MissingGlyphError: The font lacks a character.
        """
        words = self._words_for(brochure.language)
        pages = BrochurePages(brochure, self._breaker, words).pages()
        title = " ".join(f"{brochure.title} {brochure.subtitle}".split())
        facts = FileFacts(title, brochure.municipality, brochure.language, issued_at)
        return pdf_bytes(pages, facts, self._typeface)

    def receipt(self, receipt: Receipt, issued_at: datetime) -> bytes:
        """A receipt, A4, one page where it fits; its title names no person.

        Raises:
            DoesNotFitError: A word or the frame is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        words = self._words_for(receipt.language)
        pages = ReceiptPages(receipt, self._breaker, words).pages()
        facts = FileFacts(receipt.title, receipt.municipality, receipt.language, issued_at)
        return pdf_bytes(pages, facts, self._typeface)

    def sheet(self, sheet: Sheet, issued_at: datetime) -> bytes:
        """A sheet of labelled lines, A4, as many pages as it takes.

        Raises:
            DoesNotFitError: A word is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        words = self._words_for(sheet.language)
        pages = SheetPages(sheet, self._breaker, words).pages()
        facts = FileFacts(sheet.title, sheet.municipality, sheet.language, issued_at)
        return pdf_bytes(pages, facts, self._typeface)

    @cached_property
    def _typeface(self) -> Typeface:
        return Typeface(self._fonts)

    @cached_property
    def _breaker(self) -> LineBreaker:
        return LineBreaker(self._typeface)
