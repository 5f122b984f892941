"""How texts are broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochures.lines import LineBreaker, Place, text_of
from brochures.styles import BOX, BOX_BOLD, COVER_TITLE, PROSE
from brochures.typeface import Typeface
from kiosk.domain.errors import DoesNotFitError
from tests.documents import samples
from tests.documents.reading import plain
from tests.documents.samples import NBSP

PLACE = Place("Ås AS", "Språk")
WIDE_PT = 300
LETTERS = "abcdefghijklmnopqrstuvwxyzæøåÆØÅ0123456789.,-:()«»–" + NBSP

breaker = LineBreaker(Typeface(samples.font_files()))


def broken(text: str, width_pt: float = WIDE_PT, style=BOX) -> list[str]:
    return [text_of(line) for line in breaker.break_text(text, style, width_pt, PLACE)]


@given(st.lists(st.text(LETTERS, min_size=1, max_size=14), max_size=60))
def test_no_letter_is_lost_and_no_line_is_too_wide(words: list[str]):
    text = " ".join(words)
    lines = breaker.break_text(text, BOX, WIDE_PT, PLACE)

    assert plain(" ".join(text_of(line) for line in lines)) == plain(text)
    assert all(breaker.width_pt(line, BOX) <= WIDE_PT for line in lines)


def test_a_line_breaks_at_spaces_only():
    assert broken("pasient- og brukerombudet", 90) == ["pasient- og", "brukerombudet"]


def test_a_number_with_hard_spaces_never_breaks():
    lines = broken(f"Ring kommunen på telefon 00{NBSP}00{NBSP}12{NBSP}00", 175)

    assert lines[-1] == f"00{NBSP}00{NBSP}12{NBSP}00"


def test_a_line_feed_forces_a_line():
    assert broken("Hvem skal\nhjelpe deg?") == ["Hvem skal", "hjelpe deg?"]


def test_several_spaces_are_one():
    assert broken("en  to   tre") == ["en to tre"]


def test_an_empty_text_is_one_empty_line():
    assert broken("") == [""]


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200e", "\ufeff"])
def test_invisible_characters_are_left_out(invisible: str):
    assert broken(f"hjemme{invisible}tjeneste") == ["hjemmetjeneste"]


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("post@nordre-eksempelvik.example", ["post", "@nordre-", "eksempelvik.", "example"]),
        ("www.nordre-eksempelvik.example", ["www.nordre-", "eksempelvik.", "example"]),
    ],
)
def test_a_wide_address_breaks_before_at_and_after_dots_and_hyphens(address, lines):
    assert broken(address, 75) == lines


def test_an_address_that_fits_on_a_line_of_its_own_is_not_broken():
    assert broken("Skriv til post@eksempel.example", 140) == ["Skriv til", "post@eksempel.example"]


def test_every_part_of_a_broken_address_leads_to_the_whole():
    lines = breaker.break_text("post@nordre-eksempelvik.example", BOX, 75, PLACE)

    assert {run.uri for line in lines for run in line} == {"mailto:post@nordre-eksempelvik.example"}


def test_the_full_stop_after_an_address_is_not_part_of_it():
    line = breaker.break_text("Se www.eksempel.example.", BOX, WIDE_PT, PLACE)[0]

    assert [run.uri for run in line if run.uri] == ["https://www.eksempel.example"]


def test_a_word_wider_than_the_line_is_refused():
    with pytest.raises(DoesNotFitError):
        broken("hjemmebasertomsorgstjeneste", 75)


def test_prose_sets_telephone_numbers_bold():
    line = breaker.break_text(f"Ring {samples.PHONE}.", PROSE, WIDE_PT, PLACE)[0]

    assert [run.text for run in line if run.is_bold] == [samples.PHONE]


def test_a_providers_box_sets_telephone_numbers_like_all_values():
    line = breaker.break_text(f"Ring {samples.PHONE}.", BOX, WIDE_PT, PLACE)[0]

    assert not any(run.is_bold for run in line)


def test_an_organisation_number_is_no_telephone_number():
    line = breaker.break_text(f"000{NBSP}000{NBSP}019", PROSE, WIDE_PT, PLACE)[0]

    assert not any(run.is_bold for run in line)


def test_bold_is_measured_as_bold():
    assert breaker.text_width_pt("Hjemmesykepleie", BOX_BOLD) == pytest.approx(102.74, abs=0.01)


def test_a_number_written_with_plain_spaces_holds_together_too():
    assert broken("Ring kommunen på telefon 00 00 12 00", 175)[-1] == samples.PHONE


def test_a_company_form_leaves_its_name_only_where_both_are_wider_than_the_column():
    name = f"Hagen hjemmetjenester{NBSP}SA"

    assert broken(name, 130) == ["Hagen", f"hjemmetjenester{NBSP}SA"]
    assert broken(name, 95) == ["Hagen", "hjemmetjenester", "SA"]


def test_a_balanced_title_leaves_no_word_alone():
    lines = breaker.balanced("Hvem skal hjelpe deg hjemme?", COVER_TITLE, 481.9, PLACE)

    assert [text_of(line) for line in lines] == ["Hvem skal hjelpe", "deg hjemme?"]


def test_a_balanced_title_keeps_the_breaks_that_are_asked_for():
    lines = breaker.balanced("Hvem skal\nhjelpe deg hjemme?", COVER_TITLE, 481.9, PLACE)

    assert [text_of(line) for line in lines] == ["Hvem skal", "hjelpe deg hjemme?"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Siste dag er 31. januar 2027.", ["Siste dag er", f"31.{NBSP}januar 2027."]),
        ("Vedtaket er frå 3. mai 2027, og", ["Vedtaket er frå", f"3.{NBSP}mai 2027, og"]),
        ("The last day is 31 May 2027.", ["The last day is", f"31{NBSP}May 2027."]),
        ("Vi teller fra 18. juni 20276 ganger", [f"Vi teller fra 18.{NBSP}juni", "20276 ganger"]),
    ],
)
def test_a_date_keeps_its_year_on_the_line(text, lines):
    assert broken(text, 125) == lines


def test_a_date_leaves_its_year_only_where_both_are_wider_than_the_column():
    assert broken("30. september 2026", 95) == [f"30.{NBSP}september", "2026"]
