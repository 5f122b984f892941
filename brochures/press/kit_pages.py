"""The pages of an envelope, and what on them is the person's own."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from brochures.brochure import BrochurePages
from brochures.easy_brochure import EasyPages
from brochures.editions import EASY_READ
from brochures.empty_page import empty_page, with_even_pages
from brochures.front_pages import Keep, nothing_kept
from brochures.furniture import FootSetter, PaperWords
from brochures.letter import LetterPages
from brochures.letter_look import LetterLook
from brochures.lines import LineBreaker
from brochures.look import EditionLook
from brochures.marks import Mark, Page
from brochures.press.own_marks import Own, Span, find
from brochures.slip import SlipPages
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.kit import Kit
from kiosk.domain.document.slip import Slip
from kiosk.domain.document.window_letter import PostalLines

Marks = tuple[Mark, ...]

_NOBODY = PostalLines("", ())


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An envelope, laid out in full.

    Attributes:
        counts: Of the pages of the letter, the brochure and the slip, as far as there are.
    """

    pages: tuple[Page, ...]
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class LaidPart:
    """Pages that share no element with others.

    Attributes:
        pages: At least one, without the foot lines of ``feet``.
        feet: Their foot lines, as far as those follow from the other parts.
        is_same: Whether most other letters have it too.
        spans: What is the person's own.
    """

    pages: tuple[Page, ...]
    feet: tuple[Marks, ...]
    is_same: bool
    spans: tuple[Span, ...] = ()


def brochure_pages(
    brochure: Brochure | EasyBrochure,
    breaker: LineBreaker,
    words: PaperWords,
    look: EditionLook,
) -> tuple[Page, ...]:
    """An even number of pages; an easy-read brochure has a look of its own."""
    empty = words.gettext("This page is empty.")
    if isinstance(brochure, EasyBrochure):
        pages = EasyPages(brochure, breaker, words).pages()
        return with_even_pages(pages, empty, breaker, EASY_READ)
    pages = BrochurePages(brochure, breaker, words, look).pages()
    return with_even_pages(pages, empty, breaker, look)


def brochure_parts(
    brochure: Brochure | EasyBrochure,
    breaker: LineBreaker,
    words: PaperWords,
    look: EditionLook,
    keep: Keep = nothing_kept,
) -> tuple[LaidPart, ...]:
    """The same pages in parts, those that are the same in many brochures from what is kept."""
    if isinstance(brochure, EasyBrochure):
        return (_finished(brochure_pages(brochure, breaker, words, look), is_same=False),)
    empty = words.gettext("This page is empty.")
    laid = BrochurePages(brochure, breaker, words, look, keep)
    parts = [(pages, is_same) for pages, is_same in laid.parts() if pages]
    count, number = sum(len(pages) for pages, _ in parts), 0
    found: list[LaidPart] = []
    for pages, is_same in parts:
        numbers = range(number + 1, number + len(pages) + 1)
        feet = tuple(laid.foot_line(each, count) for each in numbers)
        found.append(LaidPart(pages, feet, is_same))
        number += len(pages)
    if count % 2:
        (last,) = keep("even", lambda: ((empty_page(empty, breaker, look),),))
        found.append(_finished(last, is_same=True))
    return tuple(found)


def _finished(pages: Sequence[Page], *, is_same: bool) -> LaidPart:
    return LaidPart(tuple(pages), ((),) * len(pages), is_same)


def like_letter(kit: Kit) -> Hashable:
    """All of a letter but what is the person's own."""
    return replace(kit.letter, post=_NOBODY, references=(), foot="")


def like_slip(slip: Slip) -> Hashable:
    """All of a slip but what is the person's own."""
    return replace(slip, scanned="", scanned_as="", codes=(), person=(), foot="")


class KitPages:
    """Lays out what is beside the brochure in one envelope.

    Args:
        kit: In words.
        breaker: Measures texts.
        words: Of the letter's language.
        look: Of the edition.
    """

    def __init__(self, kit: Kit, breaker: LineBreaker, words: PaperWords, look: LetterLook) -> None:
        letter = LetterPages(kit.letter, breaker, words, look)
        slip = None if kit.slip is None else SlipPages(kit.slip, breaker, words, look)
        feet = FootSetter(breaker, words, look.edition)
        self.letter = OwnPages(letter, feet)
        self.slip = None if slip is None else OwnPages(slip, feet)


class OwnPages:
    """A letter or a slip, and what on it is the person's own."""

    def __init__(self, part: LetterPages | SlipPages, feet: FootSetter) -> None:
        self._part = part
        self._feet = feet

    def in_full(self) -> LaidPart | None:
        """All of it; None where the person's own cannot be told from the rest.

        Raises:
            DoesNotFitError, MissingGlyphError, ValueError: As in ``LetterPages.pages`` and
                ``SlipPages.pages``.
        """
        pages = self.pages()
        found = [
            find(own, pages[at.start : at.stop], at.start) for at, own in self._own(len(pages))
        ]
        spans = tuple(span for span in found if span is not None)
        if len(spans) < len(found):
            return None
        is_same = isinstance(self._part, LetterPages)
        return LaidPart(pages, ((),) * len(pages), is_same, spans)

    def pages(self) -> tuple[Page, ...]:
        """All of it; errors as in ``in_full``."""
        return self._part.pages()

    def shapes(self) -> Hashable:
        """What others depend on: how much room the person's own takes, and of what kind it is."""
        return tuple((round(height, 6), own.shape) for height, own in self._own_pieces)

    def own(self, count: int) -> tuple[Own, ...]:
        """The person's own marks on so many pages, as they are set, in a fixed order."""
        return tuple(own for _, own in self._own(count))

    @cached_property
    def _own_pieces(self) -> tuple[tuple[float, Own], ...]:
        return tuple((piece.height_pt, Own.of(piece.marks)) for piece in self._part.own())

    def _own(self, count: int) -> Iterator[tuple[range, Own]]:
        """With the indexes of the pages on which they stand."""
        part, place = self._part, range(count)
        yield from ((place, own) for _, own in self._own_pieces if own.marks)
        if isinstance(part, SlipPages):
            yield from ((range(page, page + 1), Own.of(part.own_further())) for page in place[2::2])
        for page in place:
            foot = tuple(self._feet.line(part.foot, page + 1, count))
            yield range(page, page + 1), Own.of(foot)
