"""The receipt: what was answered, for whom, from when, and how to change it."""

from collections.abc import Iterator

from brochures.flow import Piece
from brochures.furniture import Foot, PaperWords
from brochures.labelled import RULE_AIR_PT, LabelledSetter
from brochures.letter_look import LETTERS, LetterLook
from brochures.lines import LineBreaker
from brochures.marks import Page
from brochures.styles import MM
from kiosk.domain.document.receipt import Receipt

BEFORE_SERVICE_PT = 5.2 * MM


class ReceiptPages:
    """Lays out one receipt in one edition."""

    def __init__(
        self, receipt: Receipt, breaker: LineBreaker, words: PaperWords, look: LetterLook = LETTERS
    ) -> None:
        self._receipt = receipt
        self._words = words
        self._setter = LabelledSetter(receipt.title, breaker, words, look)

    def pages(self) -> tuple[Page, ...]:
        """One page where it fits, else more, each with its foot line.

        Raises:
            DoesNotFitError: A single word or the frame is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        code = self._words.gettext("Receipt {number}").format(number=self._receipt.number)
        foot = Foot(code, self._receipt.is_example)
        return self._setter.pages(self._body(), self._end(), foot)

    def _body(self) -> Iterator[Piece]:
        receipt, setter = self._receipt, self._setter
        yield from setter.head(receipt.municipality, receipt.office, receipt.stored)
        yield from setter.notes(receipt.notes)
        gap = BEFORE_SERVICE_PT
        for service in receipt.services:
            yield from setter.section(service.name, service.lines, gap)
            gap = RULE_AIR_PT
        yield from setter.section(receipt.about_title, receipt.about, gap)
        yield from setter.prose(receipt.next_title, receipt.next_text)

    def _end(self) -> Iterator[Piece]:
        yield self._setter.frame(self._receipt.frame, self._receipt.signature)
