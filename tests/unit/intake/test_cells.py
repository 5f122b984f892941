"""Single values as case systems write them."""

from datetime import date
from decimal import Decimal

import pytest

from kiosk.app.intake_reasons import RowReason
from kiosk.app.list_columns import Column
from kiosk.domain.language import Language
from kiosk.domain.service import DayPart
from kiosk.intake.answers import (
    to_answer,
    to_needs,
    to_post_way,
    to_protection,
    to_written_language,
)
from kiosk.intake.cells import CellError, to_date, to_hours, to_phone, to_postcode
from kiosk.intake.columns import column_of


@pytest.mark.parametrize(
    "text",
    [
        "03.11.2026",
        "3.11.2026",
        "3. 11. 2026",
        "2026-11-03",
        "2026-11-03 00:00:00",
        "2026-11-03T00:00:00.000",
        "03.11.2026 00:00",
    ],
)
def test_reads_dates_in_every_usual_form(text):
    assert to_date(text) == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31.02.2026", RowReason.DATE_IMPOSSIBLE),
        ("2026-13-01", RowReason.DATE_IMPOSSIBLE),
        ("00.01.2026", RowReason.DATE_IMPOSSIBLE),
        ("03.11.0206", RowReason.YEAR_UNLIKELY),
        ("03.11.2206", RowReason.YEAR_UNLIKELY),
        ("03.11.26", RowReason.DATE_TWO_DIGIT_YEAR),
        ("031126", RowReason.DATE_TWO_DIGIT_YEAR),
        ("11/03/2026", RowReason.DATE_NOT_UNDERSTOOD),
        ("3. november 2026", RowReason.DATE_NOT_UNDERSTOOD),
        ("2026-11-03 14:30", RowReason.DATE_NOT_UNDERSTOOD),
        ("46329", RowReason.DATE_NOT_UNDERSTOOD),
        ("٠٣.11.2026", RowReason.DATE_NOT_UNDERSTOOD),
    ],
)
def test_refuses_dates_that_are_impossible_or_unclear(text, reason):
    with pytest.raises(CellError) as caught:
        to_date(text)

    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3,5", "3.5"),
        ("3.5", "3.5"),
        ("25,9", "25.9"),
        ("25.9", "25.9"),
        ("25.90", "25.9"),
        ("25,90", "25.9"),
        ("20", "20"),
        ("3,5 timer", "3.5"),
        ("4 t.", "4"),
        ("0", "0"),
        ("1000", "1000"),
    ],
)
def test_reads_hours_with_comma_or_point(text, hours):
    assert to_hours(text) == Decimal(hours)


@pytest.mark.parametrize(
    "text", ["3-4", "ca. 3", "-1", "3,555", "1.000", "3:30", "1 000", "NaN", "1e3"]
)
def test_hours_that_are_no_number_are_not_understood(text):
    with pytest.raises(CellError):
        to_hours(text)


@pytest.mark.parametrize(
    "text",
    [
        "12345742",
        "12 34 57 42",
        "123 45 742",
        "+47 12 34 57 42",
        "004712345742",
        "(+47) 12 34 57 42",
        "4712345742",
        "12345742 (datter)",
        "12 34 57 42 / 12 34 57 43",
        "12345742 12345743",
        "+46 8 123 456 78",
        "0046812345678",
    ],
)
def test_reads_telephone_numbers_as_written(text):
    assert to_phone(text) == text


@pytest.mark.parametrize(
    "text",
    ["abc", "1234574", "123457421", "+47 12 34 57", "0047123457", "12", "1234567890", "+46 12"],
)
def test_never_takes_other_texts_for_telephone_numbers(text):
    with pytest.raises(CellError):
        to_phone(text)


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("0001", "0001"),
        ("N-0001", "0001"),
        ("NO-0001", "0001"),
        ("SE-123 45", "SE-123 45"),
        ("D-10115", "D-10115"),
    ],
)
def test_reads_postcodes(text, postcode):
    assert to_postcode(text) == postcode


@pytest.mark.parametrize("text", ["00", "150", "12345", "abc", "x", "0001a"])
def test_a_postcode_that_no_place_has_is_told(text):
    with pytest.raises(CellError) as caught:
        to_postcode(text)

    assert caught.value.reason is RowReason.POSTCODE_IMPOSSIBLE


@pytest.mark.parametrize("text", ["ja", "Ja", "X", "1", "j"])
def test_reads_yes(text):
    assert to_answer(text) is True


@pytest.mark.parametrize("text", ["nei", "N", "0", "-"])
def test_reads_no(text):
    assert to_answer(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "ja",
        "x",
        "1",
        "sperret",
        "Sperra",
        "kode 6",
        "Kode7",
        "strengt fortrolig",
        "FORTROLIG",
        "strengt fortruleg",
        "Hemmelig",
        "STRENGT_FORTROLIG",
        "6",
    ],
)
def test_reads_every_grade_of_protection(text):
    assert to_protection(text) is True


@pytest.mark.parametrize("text", ["nei", "0", "ugradert", "-"])
def test_reads_that_an_address_is_open(text):
    assert to_protection(text) is False


@pytest.mark.parametrize("text", ["kanskje", "kode 5", "se journal"])
def test_never_guesses_about_protection(text):
    with pytest.raises(CellError):
        to_protection(text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [("i stedet", True), ("I staden", True), ("bare", True), ("i tillegg", False), ("kopi", False)],
)
def test_reads_whether_post_goes_instead_or_as_well(text, instead):
    assert to_post_way(text) is instead


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("bokmål", Language.BOKMAL),
        ("BM", Language.BOKMAL),
        ("Nynorsk", Language.NYNORSK),
        ("nn", Language.NYNORSK),
    ],
)
def test_reads_the_form_of_norwegian(text, language):
    assert to_written_language(text) is language


def test_english_is_no_form_of_norwegian():
    with pytest.raises(CellError):
        to_written_language("engelsk")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("dag", {DayPart.DAY}),
        ("Dag, kveld og helg", {DayPart.DAY, DayPart.EVENING, DayPart.WEEKEND}),
        ("dag/natt", {DayPart.DAY, DayPart.NIGHT}),
        ("D + K", {DayPart.DAY, DayPart.EVENING}),
        ("hele døgnet", {DayPart.DAY, DayPart.EVENING, DayPart.NIGHT}),
        ("ingen", set()),
    ],
)
def test_reads_parts_of_the_week(text, parts):
    assert to_needs(text) == parts


def test_one_part_that_is_not_understood_spoils_them_all():
    with pytest.raises(CellError):
        to_needs("dag, torsdag")


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Saksnr", Column.CASE_NUMBER),
        ("SAKSNUMMER", Column.CASE_NUMBER),
        ("Saks nr.", Column.CASE_NUMBER),
        ("Sak", Column.CASE_NUMBER),
        ("Arkivsaksnr.", Column.CASE_NUMBER),
        ("Namn", Column.NAME),
        ("Klientnavn", Column.NAME),
        ("Fornavn og etternavn", Column.NAME),
        ("Etternavn, fornavn", Column.NAME_FAMILY_FIRST),
        ("Navn (etternavn, fornavn)", Column.NAME_FAMILY_FIRST),
        ("ETTERNAVN / FORNAVN", Column.NAME_FAMILY_FIRST),
        ("Etternamn, førenamn", Column.NAME_FAMILY_FIRST),
        ("Vedtak fattet", Column.DECIDED_ON),
        ("Omfang (timer/uke)", Column.HOURS),
        ("Tiltaksnavn", Column.SERVICE),
        ("Mobiltlf.", Column.PHONE),
        ("Førenamn", Column.GIVEN_NAME),
        ("Etternamn", Column.FAMILY_NAME),
        ("F.dato", Column.BIRTH_DATE),
        ("Fødd", Column.BIRTH_DATE),
        ("Fodselsdato", Column.BIRTH_DATE),
        ("Teneste", Column.SERVICE),
        ("Tjenestetype", Column.SERVICE),
        ("Bydel", Column.ZONE),
        ("Vedtak dato", Column.DECIDED_ON),
        ("vedtaks-dato", Column.DECIDED_ON),
        ("Timar per veke", Column.HOURS),
        ("Noverande leverandør", Column.PROVIDER),
        ("Poststad", Column.TOWN),
        ("Sperra adresse", Column.PROTECTED),
        ("Avslutta", Column.CLOSED_ON),
    ],
)
def test_understands_headings_in_both_norwegian_forms(heading, column):
    assert column_of(heading) is column


@pytest.mark.parametrize("heading", ["", "Fødselsnummer", "Personnummer", "Diagnose", "1", "?"])
def test_does_not_understand_other_headings(heading):
    assert column_of(heading) is None


@pytest.mark.parametrize("column", Column)
def test_understands_its_own_headings(column):
    assert column_of(column.value) is column
