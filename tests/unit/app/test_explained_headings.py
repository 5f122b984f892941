"""Headings that nobody understands are explained once, and known from then on."""

import pytest

from kiosk.app.import_cases import ImportCases
from kiosk.app.list_columns import Column
from kiosk.domain.errors import CaseListError, RefusedError
from kiosk.domain.event import HeadingsExplained
from kiosk.domain.event_kind import PROGRAM
from kiosk.intake.case_lists import FileCaseListReader
from kiosk.record.folding.folded_record import FoldedRecord
from tests.intake_samples import EveryLetter, MorningClock, birth_number, csv_of, municipality
from tests.unit.app.test_import_cases import CountingLog, NumberedIds, add_staff
from tests.workbook_files import Tab, ods, xlsx

STRANGE = ["Vår ref", "Hvem", "Kom til verden", "Hva de får", "Hvor", "Bestemt", "Notis"]
LINE = ["EV-1", "Solveig Strand", "12.04.1941", "Hjemmesykepleie", "Sørbyen", "16.11.2026", "Hei"]
MEANINGS = {
    "vår ref": Column.CASE_NUMBER,
    "hvem": Column.NAME,
    "kom til verden": Column.BIRTH_DATE,
    "hva de får": Column.SERVICE,
    "hvor": Column.ZONE,
    "bestemt": Column.DECIDED_ON,
    "notis": None,
}


def csv_file(headings, *lines) -> bytes:
    return csv_of(";".join(headings), *map(";".join, lines))


@pytest.fixture
def use_case():
    record = FoldedRecord(CountingLog())
    add_staff(record)
    reader = FileCaseListReader(municipality(), MorningClock(), EveryLetter())
    return ImportCases(record, reader, MorningClock(), NumberedIds())


def explain(use_case, data, meanings=MEANINGS, actor="Kari Kontor"):
    look = use_case.look(data)
    use_case.explain(look, meanings, actor)
    return look


def test_a_list_of_strange_headings_is_found_and_told_apart_from_its_rows(use_case):
    look = use_case.look(csv_file(STRANGE, LINE))

    assert [heading.text for heading in look.unknown] == STRANGE
    assert [column.value for column in look.missing({})] == [
        "Saksnummer",
        "Navn",
        "Fødselsdato",
        "Tjeneste",
        "Sone",
        "Vedtaksdato",
    ]
    assert look.missing(MEANINGS) == ()


@pytest.mark.parametrize("write", [csv_file, None, xlsx, ods])
def test_what_was_explained_once_is_known_in_every_kind_of_file(use_case, write):
    explain(use_case, csv_file(STRANGE, LINE))

    if write in {xlsx, ods}:
        data = write(Tab("Ark", [["Saksliste"], list(STRANGE), list(LINE)]))
    else:
        data = csv_file(STRANGE, LINE)
    preview = use_case.preview(data)

    assert [case.name for case in preview.new] == ["Solveig Strand"]
    assert preview.case_list.unknown_columns == ("Notis",)


def test_the_order_spaces_and_capitals_of_headings_do_not_matter(use_case):
    explain(use_case, csv_file(STRANGE, LINE))

    turned = [f" {heading.upper()} " for heading in reversed(STRANGE)]

    assert len(use_case.preview(csv_file(turned, list(reversed(LINE)))).new) == 1


def test_another_set_of_headings_is_asked_about_again_with_the_last_answers_proposed(use_case):
    explain(use_case, csv_file(STRANGE, LINE))

    look = use_case.look(csv_file([*STRANGE, "Enda en"], [*LINE, "x"]))

    assert look.meanings == {}
    assert look.proposed == MEANINGS
    with pytest.raises(CaseListError):
        use_case.preview(csv_file([*STRANGE, "Enda en"], [*LINE, "x"]))


def test_the_newest_explanation_holds(use_case):
    data = csv_file(STRANGE, LINE)
    explain(use_case, data)
    explain(use_case, data, {**MEANINGS, "notis": Column.PHONE})

    assert use_case.look(data).meanings["notis"] is Column.PHONE


def test_the_same_explanation_again_stores_nothing(use_case):
    data = csv_file(STRANGE, LINE)
    explain(use_case, data)
    explain(use_case, data)

    assert len(use_case.record.explained_headings()) == 1


def test_what_is_kept_is_headings_and_fields_only(use_case):
    known = ["Saksnummer", "Navn", "Fødselsdato", "Tjeneste", "Sone", "Vedtaksdato"]
    headings = [*known, "Notis", birth_number(), "x" * 81]

    explain(use_case, csv_file(headings, [*LINE, "1", "2"]), {"notis": None})

    (event,) = use_case.record.explained_headings()
    assert event.body == HeadingsExplained((*known, "Notis"), (("Notis", ""),))
    assert (event.actor, event.case) == ("Kari Kontor", None)


def test_samples_show_what_cells_look_like_and_nothing_else(use_case):
    look = use_case.look(csv_file(STRANGE, LINE, [*LINE[:-1], ""]))

    samples = {heading.text: heading.samples for heading in look.unknown}
    assert samples["Hvem"] == ("Aaaaaaa Aaaaaa",)
    assert samples["Kom til verden"] == ("00.00.0000",)
    assert samples["Vår ref"] == ("AA-0",)
    assert "Strand" not in repr(look.headings)


def test_two_columns_for_one_field_are_refused_with_both(use_case):
    look = use_case.look(csv_file(STRANGE, LINE))

    with pytest.raises(CaseListError) as caught:
        use_case.explain(look, {**MEANINGS, "notis": Column.ZONE}, "Kari Kontor")

    assert caught.value.refusal.code == "file.field_twice"
    assert caught.value.refusal.values == {"field": "zone", "one": "Hvor", "other": "Notis"}
    assert use_case.record.explained_headings() == ()


def test_an_address_may_fill_two_columns(use_case):
    data = csv_file([*STRANGE, "Bor"], [*LINE, "Prøveveien 4"])
    both = {**MEANINGS, "notis": Column.ADDRESS, "bor": Column.ADDRESS}

    explain(use_case, data, both)

    (case,) = use_case.preview(data).new
    assert case.address.lines == ("Hei", "Prøveveien 4")


def test_a_needed_field_that_no_column_has_is_refused_with_its_name(use_case):
    look = use_case.look(csv_file(STRANGE, LINE))

    with pytest.raises(CaseListError) as caught:
        use_case.explain(look, {**MEANINGS, "hvor": None}, PROGRAM)

    assert caught.value.refusal.values == {"columns": "Sone"}


def test_who_may_not_import_may_not_explain(use_case):
    look = use_case.look(csv_file(STRANGE, LINE))

    with pytest.raises(RefusedError):
        use_case.explain(look, MEANINGS, "Ola Skranke")


def test_a_known_heading_may_be_explained_otherwise(use_case):
    headings = ["Saksnummer", "Navn", "Fødselsdato", "Vedtak", "Sone", "Vedtaksdato"]
    data = csv_file(headings, LINE[:6])
    look = use_case.look(data)

    preview = use_case.preview_of(look, {"vedtak": Column.SERVICE})

    assert preview.new[0].services[0].decision_reference == ""


def test_a_field_of_a_newer_version_is_not_used(use_case):
    data = csv_file(
        ["Saksnummer", "Navn", "Fødselsdato", "Tjeneste", "Sone", "Vedtaksdato", "Ny"], LINE
    )
    explain(use_case, data, {"ny": Column.PHONE})
    (event,) = use_case.record.explained_headings()
    newer = HeadingsExplained(event.body.headings, (("Ny", "e_mail"),))
    other = type(event)(type(event.id)("newer"), event.at, event.actor, None, newer)
    use_case.record.append([other])

    assert use_case.look(data).meanings == {"ny": None}
