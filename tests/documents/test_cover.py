"""No text of a cover stands on another, however many lines each takes."""

from dataclasses import replace
from itertools import pairwise

import pytest

from brochures.cover import cover
from brochures.editions import LOOKS
from brochures.houses import houses
from brochures.lines import LineBreaker, text_of
from brochures.marks import Page, Stroke, TextMark
from brochures.typeface import Typeface
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.edition import Edition
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.language import Language
from tests.documents import samples
from tests.unit.app import factory as make

OFFER = "Brosjyren finnes også i stor skrift. Den finnes også som lettlest tekst. Vi kan også lese "
ASK = "den for deg. Ring tjenestekontoret for helse og omsorg, telefon 12 34 56 78."
APPROVED = "Brosjyre NORD-2026-11-NORDRE, november 2026, versjon 2026.11-53c1489ffb6a. Godkjent av "
every = pytest.mark.parametrize("edition", Edition)


def cover_of(brochure: Brochure, edition: Edition) -> Page:
    breaker = LineBreaker(Typeface(samples.font_files()))
    return cover(brochure, breaker, make.words(Language.BOKMAL), LOOKS[edition])


def crowded() -> Brochure:
    approved = f"{APPROVED}Nordre Prøvedal kommune 2. november 2026."
    return replace(samples.brochure(1), other_forms=OFFER + ASK, approved=approved)


def extents(page: Page) -> list[tuple[float, float]]:
    """Top and bottom of every text and of the picture, from the top of the page."""
    texts = [
        (mark.baseline_pt - mark.style.cap_height_pt, mark.baseline_pt + below(mark))
        for mark in page.marks
        if isinstance(mark, TextMark)
    ]
    ends = [
        y for each in page.marks[1:] if isinstance(each, Stroke) for y in (each.y0_pt, each.y1_pt)
    ]
    return sorted([*texts, (min(ends), max(ends))])


def below(mark: TextMark) -> float:
    return (len(mark.lines) - 1) * mark.style.leading_pt + 0.25 * mark.style.size_pt


@every
def test_no_text_stands_on_another(edition):
    found = extents(cover_of(crowded(), edition))

    assert all(above[1] < under[0] for above, under in pairwise(found))


@every
def test_the_picture_stays_where_it_is_while_there_is_room(edition):
    page = cover_of(replace(crowded(), other_forms="Spør oss."), edition)

    assert set(houses(LOOKS[edition].cover.houses, LOOKS[edition].paper)) <= set(page.marks)


def test_an_offer_that_would_push_the_picture_into_the_question_is_refused():
    with pytest.raises(DoesNotFitError) as refused:
        cover_of(replace(crowded(), other_forms=OFFER * 9), Edition.STANDARD)

    assert refused.value.field == "other_forms"


@every
def test_the_question_goes_up_before_what_stands_below_it_is_refused(edition):
    """Three lines of services, and an easy-read cover's second line under the question."""
    scope = "Hjemmesykepleie, praktisk bistand, BPA, avlastning i hjemmet og matombringing i Øyane"
    brochure = replace(crowded(), subtitle="Fritt brukervalg\nLett å lese", scope=scope)

    page = cover_of(brochure, edition)

    found = extents(page)
    assert all(above[1] < under[0] for above, under in pairwise(found))


@every
def test_services_without_room_for_their_names_are_counted(edition):
    scope = "Brukerstyrt personlig assistanse for voksne, " * 12 + "og mer i Øyane"
    brochure = replace(crowded(), scope=scope, short_scope="6 tjenester i Øyane")

    page = cover_of(brochure, edition)

    said = [" ".join(map(text_of, m.lines)) for m in page.marks if isinstance(m, TextMark)]
    assert "6 tjenester i Øyane" in said
    assert scope not in said
    found = extents(page)
    assert all(above[1] < under[0] for above, under in pairwise(found))


@every
def test_services_with_room_for_their_names_are_named(edition):
    page = cover_of(replace(crowded(), short_scope="2 tjenester i sone Nord"), edition)

    assert not any("2 tjenester" in str(mark) for mark in page.marks)


@every
def test_a_municipality_of_three_languages_takes_two_lines(edition):
    name = "Gáivuona suohkan – Kåfjord kommune – Kaivuonon komuuni"

    page = cover_of(replace(crowded(), municipality=name), edition)

    sender = next(mark for mark in page.marks if isinstance(mark, TextMark))
    assert " ".join(map(text_of, sender.lines)) == name
    found = extents(page)
    assert all(above[1] < under[0] for above, under in pairwise(found))


def test_a_municipality_of_three_lines_is_refused():
    with pytest.raises(DoesNotFitError) as refused:
        cover_of(replace(crowded(), municipality="Prøvedalens kommune " * 9), Edition.STANDARD)

    assert refused.value.field == "municipality"
