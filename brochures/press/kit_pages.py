"""The pages of an envelope, and what on them is the person's own."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from brochures.brochure import BrochurePages, Keep, nothing_kept
from brochures.easy_brochure import EasyPages
from brochures.editions import EASY_READ
from brochures.empty_page import with_even_pages
from brochures.flow import Piece
from brochures.furniture import FootSetter, PaperWords
from brochures.letter import LetterPages
from brochures.letter_look import LetterLook
from brochures.lines import LineBreaker
from brochures.look import EditionLook
from brochures.marks import Mark, Page
from brochures.press.own_marks import Span, find, shape_of
from brochures.slip import SlipPages
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.kit import Kit
from kiosk.domain.document.window_letter import PostalLines

Marks = tuple[Mark, ...]
Counts = tuple[int, int, int]

_NOBODY = PostalLines("", ())


def brochure_pages(
    brochure: Brochure | EasyBrochure,
    breaker: LineBreaker,
    words: PaperWords,
    look: EditionLook,
    keep: Keep = nothing_kept,
) -> tuple[Page, ...]:
    """An even number of pages; an easy-read brochure has a look of its own."""
    empty = words.gettext("This page is empty.")
    if isinstance(brochure, EasyBrochure):
        return with_even_pages(
            EasyPages(brochure, breaker, words).pages(), empty, breaker, EASY_READ
        )
    pages = BrochurePages(brochure, breaker, words, look, keep).pages()
    return with_even_pages(pages, empty, breaker, look)


def like(kit: Kit) -> Hashable:
    """All of an envelope but its brochure and what is the person's own."""
    letter = replace(kit.letter, post=_NOBODY, references=(), frame=(), foot="")
    slip = kit.slip
    if slip is not None:
        slip = replace(slip, scanned="", scanned_as="", codes=(), person=(), foot="")
    return letter, slip


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An envelope, laid out in full.

    Attributes:
        counts: Of the pages of the letter, the brochure and the slip, as far as there are.
        spans: What is the person's own; None where that cannot be told from the rest.
    """

    pages: tuple[Page, ...]
    counts: Counts
    spans: tuple[Span, ...] | None


class KitPages:
    """Lays out one envelope.

    Args:
        kit: In words.
        brochure: Its brochure's pages; empty where it has none.
        breaker: Measures texts.
        words: Of the letter's language.
        look: Of the edition.
    """

    def __init__(
        self,
        kit: Kit,
        brochure: Sequence[Page],
        breaker: LineBreaker,
        words: PaperWords,
        look: LetterLook,
    ) -> None:
        self._letter = LetterPages(kit.letter, breaker, words, look)
        self._brochure = brochure
        self._slip = None if kit.slip is None else SlipPages(kit.slip, breaker, words, look)
        self._feet = FootSetter(breaker, words, look.edition)

    def in_full(self) -> LaidOut:
        """All of it; errors as in ``LetterPages.pages`` and ``SlipPages.pages``."""
        letter = self._letter.pages()
        slip = () if self._slip is None else self._slip.pages()
        pages = (*letter, *self._brochure, *slip)
        counts = (len(letter), len(self._brochure), len(slip))
        return LaidOut(pages, counts, self._spans(pages, counts))

    def shapes(self) -> Hashable:
        """What others depend on: how much room the person's own takes, and of what kind it is."""
        return tuple(
            (round(piece.height_pt, 6), shape_of(piece.marks))
            for pieces in self._own_pieces
            for piece in pieces
        )

    def own(self, counts: Counts) -> tuple[Marks, ...]:
        """The person's own marks, as they are set, in a fixed order."""
        return tuple(marks for _, marks in self._own(counts))

    @cached_property
    def _parts(self) -> tuple[LetterPages | SlipPages, ...]:
        return (self._letter,) if self._slip is None else (self._letter, self._slip)

    @cached_property
    def _own_pieces(self) -> tuple[tuple[Piece, ...], ...]:
        return tuple(tuple(part.own()) for part in self._parts)

    def _spans(self, pages: Sequence[Page], counts: Counts) -> tuple[Span, ...] | None:
        found = [
            find(marks, pages[at.start : at.stop], at.start) for at, marks in self._own(counts)
        ]
        spans = tuple(span for span in found if span is not None)
        return spans if len(spans) == len(found) else None

    def _own(self, counts: Counts) -> Iterator[tuple[range, Marks]]:
        """With the indexes of the pages on which they stand."""
        letter, brochure, slip = counts
        places = (range(letter), range(letter + brochure, letter + brochure + slip))
        for part, pieces, place in zip(self._parts, self._own_pieces, places, strict=False):
            yield from ((place, piece.marks) for piece in pieces if piece.marks)
            if isinstance(part, SlipPages):
                yield from ((range(page, page + 1), part.own_further()) for page in place[2::2])
            for number, page in enumerate(place, start=1):
                foot = tuple(self._feet.line(part.foot, number, len(place)))
                yield range(page, page + 1), foot
