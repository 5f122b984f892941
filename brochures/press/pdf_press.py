"""The adapter behind the port ``Press``."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path

from brochures.file_facts import FileFacts
from brochures.front_pages import Pages
from brochures.furniture import PaperWords
from brochures.letter_look import ENVELOPE_EDITIONS, look_beside
from brochures.lines import LineBreaker
from brochures.press.breaker import RememberingBreaker
from brochures.press.gap_canvas import OffPlateError
from brochures.press.kit_pages import (
    KitPages,
    LaidOut,
    LaidPart,
    brochure_pages,
    brochure_parts,
    like_letter,
    like_slip,
)
from brochures.press.letter_file import letter_file
from brochures.press.plate import PLACEHOLDER_MOMENT, Plate
from brochures.press.plate_maker import PlateMaker
from brochures.press.print_file import print_file
from brochures.press.shelf import Numbers, Shelf
from brochures.press.strike import Struck, struck, whole
from brochures.typeface import FontFiles, Typeface
from kiosk.app.ports.press import ByteSink, SetKit
from kiosk.domain.document.kit import Kit
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language

PLATES, BROCHURES, PAGES, NUMBERS = 128, 256, 1024, 1024
"""So many are kept: plates and brochures for orders of providers, services and languages, and parts
of brochures."""

Counts = tuple[int, int]
"""Pages of the letter and of the slip."""


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
        self._pages: Shelf[tuple[Pages, ...]] = Shelf(PAGES)
        self._brochures: Shelf[tuple[LaidPart, ...]] = Shelf(BROCHURES)
        self._own: Shelf[LaidPart | None] = Shelf(BROCHURES)
        self._numbers = Numbers(NUMBERS)

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
        pages, slip = self._beside(kit, edition), kit.slip
        letter_key = (edition, self._numbers.of_value(like_letter(kit)), pages.letter.shapes())
        slip_key: Hashable = None
        if slip is not None and pages.slip is not None:
            slip_key = (edition, self._numbers.of_value(like_slip(slip)), pages.slip.shapes())
        key = (letter_key, self._numbers.number(kit.brochure), slip_key)
        found = self._plates.get(
            key, lambda: self._plate(kit, edition, pages, (letter_key, slip_key))
        )
        if found is None:
            return self.in_full(kit, edition)
        plate, (letter_count, slip_count) = found
        own = pages.letter.own(letter_count)
        if pages.slip is not None:
            own += pages.slip.own(slip_count)
        try:
            return struck(plate, own, self._typeface, self._plate_maker.known(plate))
        except OffPlateError:
            return self.in_full(kit, edition)

    def in_full(self, kit: Kit, edition: Edition = Edition.STANDARD) -> Struck:
        """Lay an envelope out without a plate of others; errors as in ``set``."""
        return whole(self._plate_maker.whole(self.laid_out(kit, edition).pages, self.facts(kit)))

    def set_together(self, kits: Sequence[Kit], edition: Edition) -> Struck:
        """Lay out the envelopes of one case as one; at least one; errors as in ``set``."""
        pages = tuple(page for kit in kits for page in self.laid_out(kit, edition).pages)
        return whole(self._plate_maker.whole(pages, self.facts(kits[0])))

    def laid_out(self, kit: Kit, edition: Edition = Edition.STANDARD) -> LaidOut:
        """All pages, of which none was kept from another envelope; errors as in ``set``."""
        words, look, brochure = self._words_of(kit), look_beside(edition), kit.brochure
        between: Pages = ()
        if brochure is not None:
            between = brochure_pages(brochure, self._breaker, words, look.edition)
        beside = self._beside(kit, edition)
        letter = beside.letter.pages()
        slip = () if beside.slip is None else beside.slip.pages()
        return LaidOut((*letter, *between, *slip), (len(letter), len(between), len(slip)))

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

    def _beside(self, kit: Kit, edition: Edition) -> KitPages:
        return KitPages(kit, self._breaker, self._words_of(kit), look_beside(edition))

    def _words_of(self, kit: Kit) -> PaperWords:
        return self._words_for(kit.letter.language)

    def _brochure(self, kit: Kit, edition: Edition) -> tuple[LaidPart, ...]:
        brochure, language = kit.brochure, kit.letter.language
        if brochure is None:
            return ()
        setters = self._breaker, self._words_of(kit), look_beside(edition).edition

        def keep(key: Hashable, made: Callable[[], tuple[Pages, ...]]) -> tuple[Pages, ...]:
            return self._pages.get((language, edition, key), made)

        return self._brochures.get(
            (self._numbers.number(brochure), language, edition),
            lambda: brochure_parts(brochure, *setters, keep),
        )

    def _plate(
        self, kit: Kit, edition: Edition, pages: KitPages, keys: tuple[Hashable, Hashable]
    ) -> tuple[Plate, Counts] | None:
        """None where the person's own cannot be told from the rest."""
        letter_key, slip_key = keys
        letter = self._own.get(("letter", letter_key), pages.letter.in_full)
        slip: tuple[LaidPart, ...] = ()
        if pages.slip is not None:
            laid = self._own.get(("slip", slip_key), pages.slip.in_full)
            if laid is None:
                return None
            slip = (laid,)
        if letter is None:
            return None
        parts = (letter, *self._brochure(kit, edition), *slip)
        plate = self._plate_maker.plate(parts, self.facts(kit))
        return plate, (len(letter.pages), sum(len(each.pages) for each in slip))

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
    def _plate_maker(self) -> PlateMaker:
        return PlateMaker(self._typeface)

    @cached_property
    def _breaker(self) -> LineBreaker:
        return RememberingBreaker(self._typeface)


def _own(kit: SetKit) -> Struck:
    """What this press has laid out; no other press can be asked for its files."""
    if not isinstance(kit, Struck):
        raise TypeError
    return kit
