"""Easy-read brochures: large type, one sentence a line, the same box for every provider."""

from dataclasses import replace
from itertools import pairwise

import pytest

from brochures.easy_brochure import EasyPages
from brochures.editions import EASY_READ
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, Stroke, TextMark
from brochures.provider_page import provider_pages
from brochures.styles import MM
from brochures.typeface import Typeface
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EASY_FACTS, EasyBrochure
from kiosk.domain.document.nonchoice_block import NonchoiceKey
from tests.documents import samples
from tests.documents.every_document import LANGUAGES, every_document
from tests.unit.app import factory as make

NAMES = ("brochure of a person, easy to read", "brochure of a zone, easy to read")
FRAME_LINE_PT = 1.1
in_each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)
every = pytest.mark.parametrize("name", NAMES)


def brochure_of(name, language) -> EasyBrochure:
    blocks = every_document(language)[name].blocks
    assert isinstance(blocks, EasyBrochure)
    return blocks


def laid_out(name, language):
    breaker = LineBreaker(Typeface(samples.font_files()))
    return EasyPages(brochure_of(name, language), breaker, make.words(language)).pages()


def marks(page):
    return [each for each in page.marks if isinstance(each, TextMark)]


def frames(page):
    return [m for m in page.marks if isinstance(m, Frame) and m.line_pt == FRAME_LINE_PT]


@every
@in_each_language
def test_every_provider_has_the_same_box_in_the_same_order(name, language):
    brochure, pages = brochure_of(name, language), laid_out(name, language)

    framed = [page for page in pages if frames(page)]
    assert len({frames(page)[0] for page in framed}) == 1
    names = [" ".join(map(text_of, marks(page)[0].lines)) for page in framed]
    assert names == [provider.name for provider in brochure.providers]


@every
@in_each_language
def test_labels_and_rules_stand_at_the_same_heights_in_the_same_type(name, language):
    brochure = brochure_of(name, language)
    framed = [page for page in laid_out(name, language) if frames(page)]
    labels = {fact.label for provider in brochure.providers for fact in provider.facts}

    def form(page):
        told = [(text_of(m.lines[0]), m.x_pt, m.baseline_pt, m.style) for m in marks(page)]
        rules = [m for m in page.marks if isinstance(m, Stroke) and m.line_pt == 0.5]
        return [each for each in told if each[0] in labels], rules

    assert len({len(form(page)[0]) for page in framed} | {len(EASY_FACTS)}) == 1
    assert all(form(page) == form(framed[0]) for page in framed)


@every
@in_each_language
def test_what_is_read_is_18_points_and_more(name, language):
    pages = laid_out(name, language)

    sizes = {mark.style.size_pt for page in pages for mark in marks(page)}
    assert min(sizes) == 14
    small = {mark.style for page in pages for mark in marks(page) if mark.style.size_pt < 18}
    read = [m for p in pages for m in marks(p) if m.style in small and m.element is not None]
    approvals = {provider.approval for provider in brochure_of(name, language).providers}
    assert {" ".join(map(text_of, mark.lines)) for mark in read} == approvals


@every
@in_each_language
def test_what_happens_without_a_choice_stands_before_the_first_provider(name, language):
    brochure, pages = brochure_of(name, language), laid_out(name, language)

    first = next(at for at, page in enumerate(pages) if frames(page))
    before = [" ".join(map(text_of, m.lines)) for page in pages[:first] for m in marks(page)]
    assert {row.key for row in brochure.nonchoice.rows} == set(NonchoiceKey)
    missing = [
        sentence
        for row in brochure.nonchoice.rows
        for sentence in row.text.split("\n")
        if not any(sentence in text for text in before)
    ]
    assert missing == []


@every
@in_each_language
def test_not_choosing_has_a_row_of_the_same_height_and_type(name, language):
    brochure, pages = brochure_of(name, language), laid_out(name, language)
    rows = {row.name for row in brochure.overview.rows}

    page = next(p for p in pages if rows <= {text_of(m.lines[0]) for m in marks(p)})
    found = [m for m in marks(page) if text_of(m.lines[0]) in rows]
    heights = {round(b.baseline_pt - a.baseline_pt, 2) for a, b in pairwise(found)}
    assert len(heights) == 1
    assert len({mark.style for mark in found}) == 1


@in_each_language
def test_easy_words_are_used_also_where_the_ordinary_ones_were_asked_for_before(language):
    ordinary = every_document(language)["brochure of a person"].blocks
    easy = brochure_of(NAMES[0], language)

    assert isinstance(ordinary, Brochure)
    told = {row.key: row.text for row in ordinary.nonchoice.rows}
    assert all(
        row.text != told[row.key] for row in easy.nonchoice.rows if row.key is NonchoiceKey.LATER
    )
    assert all(
        len(sentence) < 90 for row in easy.nonchoice.rows for sentence in row.text.split("\n")
    )


@every
@in_each_language
@pytest.mark.parametrize("services", [1, 2])
def test_the_box_ends_with_its_contents_and_is_one_for_all(name, language, services):
    brochure = brochure_of(name, language)
    few = tuple(replace(each, strips=each.strips[:services]) for each in brochure.providers)
    breaker = LineBreaker(Typeface(samples.font_files()))

    pages = provider_pages(few, breaker, make.words(language), EASY_READ)

    (box,) = {frames(page)[0] for page in pages}
    last_facts = [[mark for mark in marks(page) if not is_approval(mark)][-1] for page in pages]
    ends = [mark.baseline_pt + len(mark.lines) * 25.2 for mark in last_facts]
    approvals = [mark for page in pages for mark in marks(page) if is_approval(mark)]
    assert len({mark.baseline_pt for mark in approvals}) == 1
    assert 0 < approvals[0].baseline_pt - max(ends) < 30 * MM
    assert 0 < box.y_pt + box.height_pt - approvals[0].baseline_pt < 6 * MM


def is_approval(mark):
    return mark.style == EASY_READ.small
