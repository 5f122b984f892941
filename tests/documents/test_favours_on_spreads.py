"""N30 on two facing pages: a favour for one provider is found in large print and in booklets too."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from brochures.editions import LOOKS
from brochures.lines import LineBreaker, Run, text_of
from brochures.marks import Frame, Mark, Page, Stroke, TextMark
from brochures.provider_page import provider_pages
from brochures.structure import Kind
from brochures.typeface import Typeface
from kiosk.domain.document.easy_brochure import EASY_FACTS
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.reading import squeezed
from tests.unit.app import factory as make

FAVOURED = 2
EDITIONS = pytest.mark.parametrize(
    "edition",
    [Edition.LARGE_PRINT, Edition.BOOKLET, Edition.EASY_READ],
    ids=lambda each: each.value,
)


@cache
def spreads(edition: Edition) -> tuple[tuple[Page, ...], ...]:
    """The pages of each provider."""
    breaker = LineBreaker(Typeface(samples.font_files()))
    words = make.words(Language.BOKMAL)
    providers = easy() if edition is Edition.EASY_READ else samples.providers()
    pages = provider_pages(providers, breaker, words, LOOKS[edition])
    each = len(pages) // len(providers)
    return tuple(pages[at : at + each] for at in range(0, len(pages), each))


def easy():
    """Providers with so little to tell that it stands on one page of large type."""
    return tuple(
        replace(each, facts=tuple(fact for fact in each.facts if fact.key in EASY_FACTS))
        for each in samples.providers()
    )


def unfair(found: tuple[tuple[Page, ...], ...], edition: Edition) -> list[str]:
    """What differs between the forms of the providers, and what is lost."""
    providers = easy() if edition is Edition.EASY_READ else samples.providers()
    labels = {fact.label for fact in providers[0].facts}
    faults = []
    for side, pages in enumerate(zip(*found, strict=True)):
        first = _form(pages[0], labels)
        faults += [f"form, side {side}" for page in pages if _form(page, labels) != first]
        types = [_types(page) for page in pages]
        faults += [f"type, side {side}" for each in types if each != types[0]]
    for provider, pages in zip(providers, found, strict=True):
        marks = [mark for page in pages for mark in page.marks if isinstance(mark, TextMark)]
        told = squeezed("".join(text_of(line) for mark in marks for line in mark.lines))
        texts = [provider.name, provider.kind_line, provider.approval]
        texts += [fact.value for fact in provider.facts]
        faults += [text for text in texts if squeezed(text) not in told]
        faults += [provider.name for mark in marks if _is_bold(mark) and not _may_be_bold(mark)]
    return faults


def _form(page: Page, labels: set[str]) -> tuple[object, ...]:
    """Frames and lines, and where the labels and the first lines stand, to a hundredth of a point.

    Lines between the cells of a table and the words in them depend on who gives what.
    """
    drawn = [mark for mark in page.marks if isinstance(mark, Frame | Stroke) and not _is_cell(mark)]
    texts = [mark for mark in page.marks if isinstance(mark, TextMark)]
    placed = [
        (mark.x_pt, mark.baseline_pt)
        for mark in texts
        if " ".join(map(text_of, mark.lines)) in labels or mark.style.size_pt not in (12, 18)
    ]
    return drawn, [(round(x_pt, 2), round(y_pt, 2)) for x_pt, y_pt in placed]


def _is_cell(mark: Frame | Stroke) -> bool:
    return isinstance(mark, Stroke) and mark.line_pt == 0.7 and mark.x0_pt == mark.x1_pt


def _types(page: Page) -> set[object]:
    return {mark.style for mark in page.marks if isinstance(mark, TextMark)}


def _is_bold(mark: TextMark) -> bool:
    return mark.style.is_bold or any(run.is_bold for line in mark.lines for run in line)


def _may_be_bold(mark: TextMark) -> bool:
    bold = {Kind.HEADING, Kind.LABEL, Kind.HEAD_CELL}
    return mark.element is None or mark.element.kind in bold


def of_kinds(*kinds: Kind) -> Callable[[Mark], bool]:
    return lambda mark: (
        isinstance(mark, TextMark) and mark.element is not None and mark.element.kind in kinds
    )


def bold(mark):
    lines = tuple(tuple(Run(run.text, is_bold=True) for run in line) for line in mark.lines)
    return replace(mark, lines=lines)


def is_frame(mark):
    return isinstance(mark, Frame) and mark.line_pt == 1.1


def is_rule(mark):
    return isinstance(mark, Stroke) and mark.line_pt == 0.5


FAVOURS = [
    (is_frame, lambda mark: replace(mark, height_pt=mark.height_pt + 1)),
    (is_frame, lambda mark: replace(mark, line_pt=1.6)),
    (is_rule, lambda mark: mark.down(0.02)),
    (of_kinds(Kind.LABEL), lambda mark: mark.down(-0.02)),
    (of_kinds(Kind.BODY), bold),
    (
        of_kinds(Kind.HEADING),
        lambda mark: replace(mark, style=replace(mark.style, size_pt=mark.style.size_pt + 1)),
    ),
    (of_kinds(Kind.HEADING), lambda mark: replace(mark, x_pt=mark.x_pt - 6)),
    (of_kinds(Kind.BODY), lambda mark: replace(mark, lines=mark.lines[:-1])),
]
NAMES = ["taller", "thicker", "lower rule", "higher label", "bold", "larger", "wider", "shorter"]


@EDITIONS
@pytest.mark.parametrize(("which", "favour"), FAVOURS, ids=NAMES)
def test_a_favour_for_one_provider_is_found(edition, which, favour):
    found = list(spreads(edition))
    sides = [tuple(map(which, page.marks)) for page in found[FAVOURED]]
    side = next(at for at, marks in enumerate(sides) if any(marks))
    changed = list(found[FAVOURED])
    marks = tuple(favour(mark) if which(mark) else mark for mark in changed[side].marks)
    changed[side] = Page(marks)
    found[FAVOURED] = tuple(changed)

    assert unfair(tuple(found), edition) != []


@EDITIONS
def test_a_bar_beside_the_frame_of_one_provider_is_found(edition):
    found = list(spreads(edition))
    first, *others = found[FAVOURED]
    found[FAVOURED] = (Page((*first.marks, Stroke(50, 100, 50, 400, 3))), *others)

    assert unfair(tuple(found), edition) != []


@EDITIONS
def test_the_pages_as_they_are_are_fair(edition):
    assert unfair(spreads(edition), edition) == []
