"""The adapter behind the port ``Press``: envelopes as pages, and pages as files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from brochures.brochure import BrochurePages
from brochures.empty_page import with_even_pages
from brochures.file_facts import FileFacts
from brochures.furniture import PaperWords
from brochures.letter import LetterPages
from brochures.lines import LineBreaker, text_of
from brochures.marks import Page, TextMark
from brochures.pdf import pdf_bytes
from brochures.slip import SlipPages
from brochures.typeface import FontFiles, Typeface
from kiosk.app.ports.press import SetKit
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.edition import Edition
from kiosk.domain.document.kit import Kit
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.language import Language


@dataclass(frozen=True)
class SetPages:
    """An envelope's contents, laid out.

    Attributes:
        letter: Says what the file is about.
        sheets: Both sides of every sheet, one after the other.
    """

    letter: WindowLetter
    sheets: tuple[Page, ...]

    @property
    def pages(self) -> int:
        """How many; even, since every part begins on a sheet of its own."""
        return len(self.sheets)

    @cached_property
    def digest(self) -> bytes:
        """SHA-256 of every text and where it stands."""
        told = sha256()
        for number, page in enumerate(self.sheets):
            for mark in page.marks:
                if isinstance(mark, TextMark):
                    text = "\n".join(map(text_of, mark.lines))
                    told.update(f"{number}/{mark.x_pt:.3f}/{mark.baseline_pt:.3f}/{text}".encode())
        return told.digest()


class PdfPress:
    """Lays envelopes out and makes files of them.

    Attributes:
        fonts: Where the two weights lie.
        profile: Where the ICC profile of sRGB lies.
        words_for: Catalogue ``brochures`` in a language.
    """

    def __init__(
        self, fonts: FontFiles, profile: Path, words_for: Callable[[Language], PaperWords]
    ) -> None:
        self._fonts = fonts
        self._profile_file = profile
        self._words_for = words_for

    def set(self, kit: Kit, edition: Edition) -> SetPages:
        """Lay an envelope out.

        Raises:
            RefusedError: There is no such edition of letters.
            DoesNotFitError: A text has no room; nothing is made smaller.
            MissingGlyphError: The font lacks a character.
        """
        if edition is not Edition.STANDARD:
            raise RefusedError([Refusal("mailout.no_such_edition")])
        words = self._words_for(kit.letter.language)
        pages = list(LetterPages(kit.letter, self._breaker, words).pages())
        if kit.brochure is not None:
            pages += self._brochure(kit.brochure, words)
        if kit.slip is not None:
            pages += SlipPages(kit.slip, self._breaker, words).pages()
        return SetPages(kit.letter, tuple(pages))

    def letter_file(self, kit: SetKit, issued_at: datetime) -> bytes:
        """One envelope as a file that can be read on a screen and kept (PDF/UA-1, PDF/A-2a)."""
        own = _own(kit)
        return pdf_bytes(own.sheets, self._facts(own, issued_at), self._typeface)

    def print_file(self, kits: Sequence[SetKit], issued_at: datetime) -> bytes:
        """Envelopes one after the other for a print shop.

        Args:
            kits: At least one.
            issued_at: Aware moment; date of the file.
        """
        own = list(map(_own, kits))
        pages = [page for kit in own for page in kit.sheets]
        return pdf_bytes(pages, self._facts(own[0], issued_at), self._typeface)

    def _brochure(self, brochure: Brochure, words: PaperWords) -> Sequence[Page]:
        pages = BrochurePages(brochure, self._breaker, words).pages()
        return with_even_pages(pages, words.gettext("This page is empty."), self._breaker)

    def _facts(self, kit: SetPages, issued_at: datetime) -> FileFacts:
        letter = kit.letter
        return FileFacts(
            letter.title, letter.municipality, letter.language, issued_at, "", self._profile
        )

    @cached_property
    def _profile(self) -> bytes:
        return self._profile_file.read_bytes()

    @cached_property
    def _typeface(self) -> Typeface:
        return Typeface(self._fonts)

    @cached_property
    def _breaker(self) -> LineBreaker:
        return LineBreaker(self._typeface)


def _own(kit: SetKit) -> SetPages:
    """What this press has laid out; no other press can be asked for its files."""
    if not isinstance(kit, SetPages):
        raise TypeError
    return kit
