"""What makes documents."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Sequence

    # Documents are made on few days; their blocks need not be ready for the first frame.
    from kiosk.domain.document.brochure import Brochure
    from kiosk.domain.document.easy_brochure import EasyBrochure
    from kiosk.domain.document.receipt import Receipt
    from kiosk.domain.document.sheet import Sheet
    from kiosk.domain.document.slip import Slip
    from kiosk.domain.document.window_letter import WindowLetter


MOST_FOLDED_SHEETS = 4
"""More push the inner pages of a booklet out, and are thick for a C5 envelope with a letter."""


@dataclass(frozen=True, slots=True)
class FoldedSheets:
    """A booklet as it is printed.

    Attributes:
        pdf: A side of a sheet a page.
        count: Of the sheets that lie in each other.
    """

    pdf: bytes
    count: int


class DocumentMaker(Protocol):
    """Turns blocks in words into PDF bytes.

    What is not a brochure exists as standard and in large print; another edition is refused.
    """

    def brochure(
        self, brochure: "Brochure | EasyBrochure", issued_at: datetime, edition: Edition
    ) -> bytes:
        """A brochure; A5 as a booklet, else A4.

        Args:
            brochure: An easy-read one for that edition only.
            issued_at: Aware moment; date of the file.
            edition: In which form.

        Raises:
            DoesNotFitError: A field is longer than its room; type is never made smaller.
            MissingGlyphError: The font lacks a character.
        """
        ...

    def booklet_sheets(self, brochure: "Brochure", issued_at: datetime) -> FoldedSheets:
        """The pages of a booklet as a printer needs them: A4, turned over the short edge, to fold.

        Errors as in ``brochure``.
        """
        ...

    def receipt(
        self, receipt: "Receipt", issued_at: datetime, edition: Edition = Edition.STANDARD
    ) -> bytes:
        """A receipt, A4, one page where it fits.

        Raises:
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        ...

    def sheet(
        self, sheet: "Sheet", issued_at: datetime, edition: Edition = Edition.STANDARD
    ) -> bytes:
        """A sheet of labelled lines, A4, as many pages as it takes.

        Raises:
            DoesNotFitError: A word is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        ...

    def letter(
        self,
        copies: "Sequence[WindowLetter]",
        issued_at: datetime,
        edition: Edition = Edition.STANDARD,
    ) -> bytes:
        """A letter for envelopes with windows, A4, an even number of pages for each.

        Args:
            copies: One for each who gets it, one after the other; at least one.
            issued_at: Aware moment; date of the file.
            edition: Standard or large print.

        Raises:
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        ...

    def slip(self, slip: "Slip", issued_at: datetime, edition: Edition = Edition.STANDARD) -> bytes:
        """A reply slip, A4, an even number of pages.

        Raises:
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        ...


class PaperLetters(Protocol):
    """The letters of the typeface of all papers."""

    def can_print(self, text: str) -> bool:
        """Whether the typeface has every letter of a text."""
        ...

    def over_window(self, lines: "Sequence[str]") -> tuple[int, ...]:
        """How many characters at the end of each line of an address have no room in the window.

        Args:
            lines: Name and address as they stand in one window; may be empty.

        Returns:
            One number a line; 0 where all of it has room, if need be over two lines.
        """
        ...
