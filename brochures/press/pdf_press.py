"""The adapter behind the port ``Press``."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path

from brochures.file_facts import FileFacts
from brochures.furniture import PaperWords
from brochures.letter_look import ENVELOPE_EDITIONS, look_beside
from brochures.lines import LineBreaker
from brochures.marks import Page
from brochures.press.breaker import RememberingBreaker
from brochures.press.engrave import engraved
from brochures.press.gap_canvas import OffPlateError
from brochures.press.kept_texts import Drawings
from brochures.press.kit_pages import Counts, KitPages, LaidOut, brochure_pages, like
from brochures.press.letter_file import letter_file
from brochures.press.plate import PLACEHOLDER_MOMENT, Plate
from brochures.press.print_file import print_file
from brochures.press.shelf import Numbers, Shelf
from brochures.press.strike import Struck, struck, whole
from brochures.typeface import FontFiles, Typeface
from kiosk.app.ports.press import ByteSink, SetKit
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.kit import Kit
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language

PLATES, BROCHURES, PARTS, NUMBERS = 128, 256, 256, 1024
"""So many are kept: plates and brochures for orders of providers, services and languages, and parts
of brochures that are the same in every order."""


class PdfPress:
    """Lays envelopes out and makes files of them.

    The first of a kind is laid out in full and becomes a plate; the others are struck from it, and
    what does not go with a plate is laid out in full by itself. A file never depends on what was
    made before it.

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
        self._plates: Shelf[tuple[Plate, Counts] | None] = Shelf(PLATES)
        self._parts: Shelf[tuple[Page, ...]] = Shelf(PARTS)
        self._brochures: Shelf[tuple[Page, ...]] = Shelf(BROCHURES)
        self._numbers = Numbers(NUMBERS)
        self._drawings = Drawings()

    @property
    def editions(self) -> frozenset[Edition]:
        """Those in which it can lay envelopes out."""
        return ENVELOPE_EDITIONS

    def set(self, kit: Kit, edition: Edition) -> Struck:
        """Lay an envelope out.

        Raises:
            RefusedError: Such a brochure lies in no envelope with a letter.
            DoesNotFitError: A text has no room; nothing is made smaller.
            MissingGlyphError: The font lacks a character.
        """
        pages = self._pages(kit, edition)
        key = (
            edition,
            self._numbers.of_value(like(kit)),
            self._numbers.number(kit.brochure),
            pages.shapes(),
        )
        found = self._plates.get(key, lambda: self._plate(kit, pages.in_full()))
        if found is None:
            return self.in_full(kit, edition)
        plate, counts = found
        try:
            return struck(plate, pages.own(counts), self._typeface)
        except OffPlateError:
            return self.in_full(kit, edition)

    def in_full(self, kit: Kit, edition: Edition = Edition.STANDARD) -> Struck:
        """Lay an envelope out without a plate of others; errors as in ``set``."""
        laid = self.laid_out(kit, edition)
        return whole(engraved(laid.pages, (), self.facts(kit), self._typeface))

    def set_together(self, kits: Sequence[Kit], edition: Edition) -> Struck:
        """Lay out the envelopes of one case as one; at least one; errors as in ``set``."""
        pages = tuple(page for kit in kits for page in self._anew(kit, edition).in_full().pages)
        return whole(engraved(pages, (), self.facts(kits[0]), self._typeface))

    def laid_out(self, kit: Kit, edition: Edition = Edition.STANDARD) -> LaidOut:
        """The pages of an envelope; errors as in ``set``."""
        return self._pages(kit, edition).in_full()

    def letter_file(self, kit: SetKit, issued_at: datetime) -> bytes:
        """One envelope as a file that can be read on a screen and kept (PDF/UA-1, PDF/A-2a)."""
        return letter_file(_own(kit), issued_at)

    def print_file(self, kits: Sequence[SetKit], issued_at: datetime, file: ByteSink) -> None:
        """Write envelopes one after the other for a print shop (PDF/A-2b).

        Args:
            kits: At least one.
            issued_at: Aware moment; date of the file.
            file: Open for writing; gets what is finished while the rest is made.
        """
        print_file(map(_own, kits), issued_at, file)

    def _pages(self, kit: Kit, edition: Edition) -> KitPages:
        words, brochure = self._words_for(kit.letter.language), kit.brochure
        pages = () if brochure is None else self._brochure(brochure, kit.letter.language, edition)
        return KitPages(kit, pages, self._breaker, words, look_beside(edition))

    def _anew(self, kit: Kit, edition: Edition) -> KitPages:
        """With a brochure that no other pages share: an element stands in a file once."""
        words, look = self._words_for(kit.letter.language), look_beside(edition)
        brochure, breaker = kit.brochure, self._breaker
        pages = () if brochure is None else brochure_pages(brochure, breaker, words, look.edition)
        return KitPages(kit, pages, breaker, words, look)

    def _brochure(
        self, brochure: Brochure | EasyBrochure, language: Language, edition: Edition
    ) -> tuple[Page, ...]:
        words, look = self._words_for(language), look_beside(edition).edition

        def keep(key: Hashable, made: Callable[[], tuple[Page, ...]]) -> tuple[Page, ...]:
            return self._parts.get((language, edition, key), made)

        return self._brochures.get(
            (self._numbers.number(brochure), language, edition),
            lambda: brochure_pages(brochure, self._breaker, words, look, keep),
        )

    def _plate(self, kit: Kit, laid: LaidOut) -> tuple[Plate, Counts] | None:
        """None where the person's own cannot be told from the rest."""
        if laid.spans is None:
            return None
        facts = self.facts(kit)
        plate = engraved(laid.pages, laid.spans, facts, self._typeface, self._drawings)
        return plate, laid.counts

    def facts(self, kit: Kit) -> FileFacts:
        """What a file says about itself, dated ``PLACEHOLDER_MOMENT``."""
        letter = kit.letter
        return FileFacts(
            letter.title,
            letter.municipality,
            letter.language,
            PLACEHOLDER_MOMENT,
            "",
            self._profile,
        )

    @cached_property
    def _profile(self) -> bytes:
        return self._profile_file.read_bytes()

    @cached_property
    def _typeface(self) -> Typeface:
        return Typeface(self._fonts)

    @cached_property
    def _breaker(self) -> LineBreaker:
        return RememberingBreaker(self._typeface)


def _own(kit: SetKit) -> Struck:
    """What this press has laid out; no other press can be asked for its files."""
    if not isinstance(kit, Struck):
        raise TypeError
    return kit
