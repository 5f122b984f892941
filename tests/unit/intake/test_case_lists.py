"""Whole case lists: what becomes of rows, and what is said about them."""

from datetime import date
from decimal import Decimal

import pytest

from kiosk.app.ports.intake import CaseList, RowProblem
from kiosk.domain.case import Address, Closing
from kiosk.domain.errors import CaseListError
from kiosk.domain.language import Language
from kiosk.domain.service import DayPart
from kiosk.intake.case_lists import FileCaseListReader
from tests.intake_samples import (
    HEADING,
    NURSING,
    PRACTICAL,
    ROW,
    EveryLetter,
    MorningClock,
    birth_number,
    csv_of,
    municipality,
)

NUMBER = birth_number()
FULL_HEADING = (
    f"{HEADING};Vedtaksreferanse;Timer per uke;Behov;Nåværende leverandør;Leverandør siden;Adresse"
    ";Postnummer;Poststed;Adressesperre;Telefon;Målform;Tolk;Post til;Rolle;Postmottakers adresse"
    ";Postmottakers postnummer;Postmottakers poststed;I stedet eller i tillegg;Svarfrist"
    ";Avsluttet;Grunn"
)
FULL_ROW = (
    f"{ROW};2026/1-3;3,5;dag, kveld;Fjord Omsorg AS;01.09.2024;Prøveveien 4;0000;Eksempelvik;nei"
    ";12 34 57 42;nynorsk;polsk;Nils Strand;verge;Øvingsbakken 2;0001;Prøvevik;i stedet"
    ";30.11.2026;02.11.2026;flyttet"
)


def read(*lines: str) -> CaseList:
    return (
        FileCaseListReader(municipality(), MorningClock(), EveryLetter())
        .open(csv_of(*lines))
        .read()
    )


def row(**changes: str) -> str:
    """The plain row with other values, by heading."""
    values = dict(zip(HEADING.split(";"), ROW.split(";"), strict=True))
    return ";".join({**values, **changes}.values())


def extra(heading: str, *values: str) -> CaseList:
    """A list with one more column."""
    return read(f"{HEADING};{heading}", *(f"{ROW};{value}" for value in values))


def only_problem(case_list: CaseList) -> RowProblem:
    (problem,) = case_list.refused
    assert case_list.cases == ()
    return problem


def test_reads_every_column():
    (case,) = read(FULL_HEADING, FULL_ROW).cases

    (granted,) = case.services
    assert (case.reference, case.name, case.birth_date) == (
        "EV-1",
        "Solveig Strand",
        date(1941, 4, 12),
    )
    assert (case.zone, granted.service, granted.decided_on) == ("sor", NURSING, date(2026, 11, 16))
    assert (granted.decision_reference, granted.hours_per_week) == ("2026/1-3", Decimal("3.5"))
    assert granted.needs == {DayPart.DAY, DayPart.EVENING}
    assert (granted.present_provider, granted.present_since) == ("fjord", date(2024, 9, 1))
    assert granted.reply_by == date(2026, 11, 30)
    assert case.address == Address(("Prøveveien 4",), "0000", "Eksempelvik")
    assert (case.is_address_protected, case.phone) == (False, "12 34 57 42")
    assert (case.written_language, case.interpreter) == (Language.NYNORSK, "polsk")
    assert case.post is not None
    assert (case.post.name, case.post.role, case.post.instead) == ("Nils Strand", "verge", True)
    assert case.post.address == Address(("Øvingsbakken 2",), "0001", "Prøvevik")
    assert case.closing == Closing(date(2026, 11, 2), "flyttet")


def test_a_list_with_the_needed_columns_is_enough():
    case_list = read(HEADING, ROW)

    (case,) = case_list.cases
    assert (case_list.row_count, case_list.accepted_rows, case_list.refused) == (1, 1, ())
    assert (case.address, case.post, case.closing) == (None, None, None)


def test_the_reply_deadline_follows_from_the_decision_where_the_list_has_none():
    (case,) = read(HEADING, ROW).cases

    assert case.services[0].reply_by == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Navn", "Solveig Strand"),
        ("Navn", '"Strand, Solveig"'),
        ("Fornavn;Etternavn", "Solveig;Strand"),
        ("Etternavn, fornavn", "Strand, Solveig"),
        ("Navn (etternavn, fornavn)", '"Strand, Solveig"'),
        ("Etternavn og fornavn", "Strand Solveig"),
        ("Førenamn;Etternamn", "Solveig;Strand"),
    ],
)
def test_names_come_whole_or_split(heading, cells):
    (case,) = read(HEADING.replace("Navn", heading), ROW.replace("Solveig Strand", cells)).cases

    assert (case.given_name, case.family_name) == ("Solveig", "Strand")


def test_a_family_name_without_a_comma_behind_it_is_told_where_it_may_be_longer():
    heading = HEADING.replace("Navn", "Etternavn, fornavn")

    case_list = read(heading, ROW.replace("Solveig Strand", "Strand Vik Solveig"))

    assert (case_list.cases[0].given_name, case_list.cases[0].family_name) == (
        "Vik Solveig",
        "Strand",
    )
    assert [(each.code, dict(each.values)) for each in case_list.notices] == [
        ("name.without_comma", {"family": "Strand"})
    ]


def test_a_file_with_combined_names_names_that_column_where_one_is_missing():
    heading = HEADING.replace("Navn", "Etternavn, fornavn")

    problem = only_problem(read(heading, row(Navn="")))

    assert (problem.column, problem.code) == ("Etternavn, fornavn", "value.missing")


def test_middle_names_belong_to_the_given_name():
    (case,) = read(
        HEADING.replace("Navn", "Fornavn;Mellomnavn;Etternavn"),
        ROW.replace("Solveig Strand", "Solveig;Marie;Strand"),
    ).cases

    assert case.given_name == "Solveig Marie"


def test_rows_of_one_person_become_one_case_with_all_services():
    (case,) = read(HEADING, ROW, row(Tjeneste="Hjemmehjelp")).cases

    assert [granted.service for granted in case.services] == [NURSING, PRACTICAL]


@pytest.mark.parametrize(
    "cell",
    [
        "Hjemmesykepleie, praktisk bistand",
        "Hjemmesykepleie + Hjemmehjelp",
        "heimesjukepleie og praktisk hjelp",
        '"Hjemmesykepleie\r\nPraktisk bistand"',
    ],
)
def test_one_cell_may_name_several_services(cell):
    (case,) = read(HEADING, row(Tjeneste=cell)).cases

    assert [granted.service for granted in case.services] == [NURSING, PRACTICAL]


def test_a_provider_helps_only_with_what_it_gives_when_a_row_names_several_services():
    (case,) = read(
        f"{HEADING};Leverandør", f"{row(Tjeneste='Hjemmesykepleie, Hjemmehjelp')};Fjord Omsorg AS"
    ).cases

    assert [granted.present_provider for granted in case.services] == ["fjord", None]


def test_hours_of_several_services_are_left_out_and_told():
    case_list = read(f"{HEADING};Timer", f"{row(Tjeneste='Hjemmesykepleie, Hjemmehjelp')};5")

    assert [granted.hours_per_week for granted in case_list.cases[0].services] == [None, None]
    assert case_list.notices == (RowProblem(2, "Timer", "5", "hours.of_several"),)


@pytest.mark.parametrize(
    "word", ["Hjemmesykepleie", "HEIMESJUKEPLEIE", "sykepleie i hjemmet", "hjemmesykepleie "]
)
def test_services_are_known_by_name_and_alias(word):
    assert read(HEADING, row(Tjeneste=word)).cases[0].services[0].service == NURSING


@pytest.mark.parametrize("word", ["Nord", "nord", "sone Nord", "SONE-NORD"])
def test_zones_are_known_by_key_name_and_phrase(word):
    assert read(HEADING, row(Sone=word)).cases[0].zone == "nord"


@pytest.mark.parametrize("word", ["kommunen", "Heimetenesta", "hjemmetjenesten"])
def test_providers_are_known_by_key_and_name(word):
    (case,) = extra("Leverandør", word).cases

    assert case.services[0].present_provider == "kommunen"


@pytest.mark.parametrize("word", ["", "-", "ingen"])
def test_nobody_may_be_the_present_provider(word):
    (case,) = extra("Leverandør", word).cases

    assert case.services[0].present_provider is None


def test_needs_may_stand_in_columns_of_their_own():
    (case,) = read(f"{HEADING};Dag;Kveld;Natt;Helg", f"{ROW};x;;ja;nei").cases

    assert case.services[0].needs == {DayPart.DAY, DayPart.NIGHT}


def test_an_address_may_fill_several_columns():
    (case,) = read(
        f"{HEADING};C/O;Adresse 1;Adresse 2;Postnr og sted", f"{ROW};c/o Vik;Vei 1;;0001 Prøvevik"
    ).cases

    assert case.address == Address(("c/o Vik", "Vei 1"), "0001", "Prøvevik")


def test_an_address_may_have_line_breaks():
    (case,) = extra("Adresse", '"c/o Vik\r\nVei 1"').cases

    assert case.address == Address(("c/o Vik", "Vei 1"), "", "")


def test_a_name_may_have_a_line_break():
    (case,) = read(HEADING, row(Navn='"Solveig\r\nStrand"')).cases

    assert (case.given_name, case.family_name) == ("Solveig", "Strand")


def test_interpreter_and_language_may_stand_apart():
    (case,) = read(f"{HEADING};Tolk;Tolkespråk", f"{ROW};ja;polsk").cases

    assert case.interpreter == "polsk"


@pytest.mark.parametrize("word", ["nei", "-", ""])
def test_nobody_needs_an_interpreter_who_says_no(word):
    assert extra("Tolk", word).cases[0].interpreter == ""


def test_post_goes_as_well_where_the_list_does_not_say_instead():
    (case,) = extra("Post til", "Nils Strand").cases

    assert case.post is not None
    assert not case.post.instead


def test_identical_rows_are_one():
    case_list = read(HEADING, ROW, ROW)

    assert (len(case_list.cases), case_list.accepted_rows) == (1, 2)
    assert len(case_list.cases[0].services) == 1


def test_one_row_fills_in_what_another_leaves_open():
    (case,) = read(
        f"{HEADING};Telefon", f"{ROW};", f"{row(Tjeneste='Hjemmehjelp')};12 34 57 42"
    ).cases

    assert case.phone == "12 34 57 42"


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        ("Telefon", "12 34 57 42", "12345742"),
        ("Telefon", "12 34 57 42", "+47 123 45 742"),
        ("Telefon", "12 34 57 42 (datter)", "12345742 (Datter)"),
        ("Adresse", "Prøveveien 4", "PRØVEVEIEN  4"),
        ("Poststed", "Eksempelvik", "EKSEMPELVIK"),
    ],
)
def test_another_way_of_writing_the_same_is_no_contradiction(heading, one, other):
    case_list = read(
        f"{HEADING};{heading}", f"{ROW};{one}", f"{row(Tjeneste='Hjemmehjelp')};{other}"
    )

    (case,) = case_list.cases
    assert len(case.services) == 2
    said = {"Telefon": case.phone}
    if case.address is not None:
        said |= {"Adresse": ", ".join(case.address.lines), "Poststed": case.address.town}
    assert said[heading] == one


@pytest.mark.parametrize("other", ["12345743", "+46 12 34 57 42", "12345742 (sønn)"])
def test_another_number_is_a_contradiction(other):
    case_list = read(
        f"{HEADING};Telefon", f"{ROW};12 34 57 42", f"{row(Tjeneste='Hjemmehjelp')};{other}"
    )

    assert [problem.code for problem in case_list.refused][-1] == "row.contradicts"


def test_a_protected_address_in_one_row_protects_the_case():
    (case,) = read(
        f"{HEADING};Adresse;Adressesperre",
        f"{ROW};Vei 1;",
        f"{row(Tjeneste='Hjemmehjelp')};;kode 6",
    ).cases

    assert case.is_address_protected
    assert case.postal_address is None


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("Sone", "Vest", "zone.unknown"),
        ("Tjeneste", "Trygghetsalarm", "service.unknown"),
        ("Tjeneste", "Hjemmesykepleie, Trygghetsalarm", "service.unknown"),
        ("Fødselsdato", "31.02.1941", "date.impossible"),
        ("Fødselsdato", "12.04.41", "date.two_digit_year"),
        ("Fødselsdato", "23.11.2026", "birth_date.in_future"),
        ("Fødselsdato", "12.04.1905", "birth_date.too_early"),
        ("Fødselsdato", "12.04.1850", "birth_date.too_early"),
        ("Vedtaksdato", "16.11.1826", "date.year_unlikely"),
        ("Vedtaksdato", "23.11.2027", "decision.too_far"),
        ("Vedtaksdato", "11.04.1941", "date.before_birth"),
        ("Vedtaksdato", "i høst", "date.not_understood"),
    ],
)
def test_refuses_a_row_with_its_number_column_and_value(heading, value, code):
    problem = only_problem(read(HEADING, row(**{heading: value})))

    assert (problem.row, problem.column, problem.value, problem.code) == (2, heading, value, code)


@pytest.mark.parametrize("heading", HEADING.split(";"))
def test_refuses_a_row_that_lacks_a_needed_value(heading):
    problem = only_problem(read(HEADING, row(**{heading: " "})))

    assert (problem.column, problem.code) == (heading, "value.missing")


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("Leverandør siden", "2024-02-30", "date.impossible"),
        ("Svarfrist", "31.11.2026", "date.impossible"),
        ("Svarfrist", "15.11.2026", "reply.before_decision"),
        ("Postnummer", "00", "postcode.impossible"),
        ("Postmottakers postnummer", "150", "postcode.impossible"),
        ("Timer per uke", "168,5", "hours.too_many"),
        ("Avsluttet", "snart", "date.not_understood"),
        ("Adressesperre", "kanskje", "protection.not_understood"),
        ("I stedet eller i tillegg", "tja", "post.not_understood"),
        ("Grunn", "flyttet", "closing.without_date"),
    ],
)
def test_refuses_a_row_with_an_optional_value_that_is_wrong(heading, value, code):
    problem = only_problem(extra(heading, value))

    assert (problem.column, problem.value, problem.code) == (heading, value, code)


def test_an_unknown_zone_is_told_with_those_that_exist():
    problem = only_problem(read(HEADING, row(Sone="Vest")))

    assert dict(problem.values) == {"allowed": "Nord, Sørbyen"}


def test_a_provider_that_is_not_in_the_pack_is_told_and_the_case_comes_in():
    case_list = read(f"{HEADING};Leverandør;Leverandør siden", f"{ROW};Fjord Omsorrg;01.09.2024")

    (granted,) = case_list.cases[0].services
    (notice,) = case_list.notices
    assert (granted.present_provider, granted.present_since) == (None, None)
    assert (notice.row, notice.column, notice.value, notice.code) == (
        2,
        "Leverandør",
        "Fjord Omsorrg",
        "provider.unknown",
    )
    assert dict(notice.values) == {"allowed": "Fjord Omsorg AS, Hjemmetjenesten"}


@pytest.mark.parametrize(
    ("closed_on", "is_open"), [("21.11.2026", False), ("22.11.2026", False), ("23.11.2026", True)]
)
def test_a_case_is_open_until_the_day_it_closes(closed_on, is_open):
    (case,) = extra("Avsluttet", closed_on).cases

    assert case.is_open is is_open


def test_a_decision_in_the_future_is_told():
    case_list = read(HEADING, row(Vedtaksdato="23.11.2026"))

    assert len(case_list.cases) == 1
    assert case_list.notices == (RowProblem(2, "Vedtaksdato", "23.11.2026", "decision.in_future"),)


def test_a_present_provider_helps_since_no_day_to_come():
    case_list = read(
        f"{HEADING};Leverandør;Leverandør siden", f"{row(Sone='Nord')};fjord;23.11.2026"
    )

    assert [problem.code for problem in case_list.notices] == ["provider_since.in_future"]
    assert case_list.cases[0].services[0].present_since is None


@pytest.mark.parametrize("nobody", ["", "-", "ingen"])
def test_a_day_without_a_present_provider_is_told(nobody):
    case_list = read(f"{HEADING};Leverandør;Leverandør siden", f"{ROW};{nobody};01.09.2024")

    assert [problem.code for problem in case_list.notices] == ["provider_since.without_provider"]


def test_nobody_has_help_from_before_birth():
    problem = only_problem(
        read(f"{HEADING};Leverandør;Leverandør siden", f"{ROW};fjord;11.04.1941")
    )

    assert (problem.column, problem.code) == ("Leverandør siden", "date.before_birth")


@pytest.mark.parametrize(
    ("service", "zone"), [("Hjemmesykepleie", "Sørbyen"), ("Praktisk bistand", "Nord")]
)
def test_a_present_provider_that_gives_no_such_service_in_the_zone_is_told_and_kept(service, zone):
    case_list = read(f"{HEADING};Leverandør", f"{row(Tjeneste=service, Sone=zone)};fjord")

    assert case_list.cases[0].services[0].present_provider == "fjord"
    assert case_list.notices == (
        RowProblem(2, "Leverandør", "fjord", "provider.elsewhere", (("service", service),)),
    )


def test_a_present_provider_that_gives_the_service_in_the_zone_is_no_news():
    assert read(f"{HEADING};Leverandør", f"{row(Sone='Nord')};fjord").notices == ()


@pytest.mark.parametrize(
    ("heading", "longest"), [("Navn", "Wilhelm " * 9 + "Wilhelms"), ("Saksnummer", "2026/123" * 5)]
)
def test_refuses_what_has_no_room_on_paper(heading, longest):
    assert len(read(HEADING, row(**{heading: longest})).cases) == 1

    problem = only_problem(read(HEADING, row(**{heading: f"{longest}x"})))

    assert (problem.column, problem.code) == (heading, "text.too_long")
    assert dict(problem.values) == {"limit": str(len(longest))}


@pytest.mark.parametrize("heading", ["Navn", "Saksnummer"])
def test_refuses_a_word_that_no_line_holds(heading):
    assert len(read(HEADING, row(**{heading: f"1 {'W' * 20}"})).cases) == 1

    problem = only_problem(read(HEADING, row(**{heading: f"1 {'W' * 21}"})))

    assert (problem.column, problem.code) == (heading, "text.word_too_long")


def test_names_in_several_columns_share_the_room():
    heading = HEADING.replace("Navn", "Etternavn;Fornavn")

    problem = only_problem(read(heading, row(Navn=f"{'Wilhelm ' * 5};{'Wilhelm ' * 5}x")))

    assert (problem.column, problem.code) == ("Etternavn", "text.too_long")


@pytest.mark.parametrize("mark", ["\u202e", "\u200b", "\x07", "\ufeff", "\ue000"])
@pytest.mark.parametrize("heading", ["Navn", "Saksnummer"])
def test_refuses_characters_that_nobody_sees(heading, mark):
    problem = only_problem(read(HEADING, row(**{heading: f"Ev{mark}a"})))

    assert (problem.column, problem.value, problem.code) == (
        heading,
        "Ev�a",
        "text.unprintable",
    )


def read_without(letters: str, *lines: str) -> CaseList:
    reader = FileCaseListReader(municipality(), MorningClock(), EveryLetter(without=letters))
    return reader.open(csv_of(*lines)).read()


@pytest.mark.parametrize(
    "heading", ["Navn", "Saksnummer", "Adresse", "Poststed", "Post til", "Vedtaksreferanse"]
)
def test_letters_that_no_paper_can_show_are_told_and_come_in(heading):
    known = dict(zip(HEADING.split(";"), ROW.split(";"), strict=True))
    cells = {**known, heading: "Li 王"}

    case_list = read_without("王", ";".join(cells), ";".join(cells.values()))

    assert case_list.notices == (
        RowProblem(2, heading, "Li 王", "text.not_printable", (("letters", "王"),)),
    )
    assert len(case_list.cases) == 1


@pytest.mark.parametrize("protection", ["ja", "kode 6", "kanskje"])
@pytest.mark.parametrize(
    ("heading", "value"), [("Postnummer", "hemmelig"), ("Adresse", "hemmelig 王")]
)
def test_no_part_of_a_protected_address_is_told(heading, value, protection):
    case_list = read_without(
        "王", f"{HEADING};{heading};Adressesperre", f"{ROW};{value};{protection}"
    )

    problems = case_list.refused + case_list.notices
    assert "hemmelig" not in repr(problems)
    assert "王" not in repr(problems)


def test_another_row_of_the_case_may_say_that_the_address_is_protected():
    case_list = read(
        f"{HEADING};Adresse;Postnummer;Adressesperre",
        f"{ROW};Hemmelig 1;00;",
        f"{ROW};Hemmelig 2;;ja",
    )

    assert {problem.code for problem in case_list.refused} == {
        "postcode.impossible",
        "row.case_refused",
    }
    assert "00" not in repr([problem.value for problem in case_list.refused])


def test_rows_that_contradict_each_other_tell_no_protected_address():
    case_list = read(
        f"{HEADING};Adresse;Adressesperre", f"{ROW};Hemmelig 1;", f"{ROW};Hemmelig 2;ja"
    )

    assert [(problem.column, problem.value) for problem in case_list.refused] == [
        ("Saksnummer", ""),
        ("Adresse", ""),
    ]


def test_one_row_may_have_several_reasons():
    case_list = read(
        f"{HEADING};Timer;Postnr", f"{row(Sone='Vest', Fødselsdato='', Tjeneste='')};200;00"
    )

    assert {problem.column for problem in case_list.refused} == {
        "Sone",
        "Fødselsdato",
        "Tjeneste",
        "Timer",
        "Postnr",
    }


def test_reasons_name_the_heading_as_the_file_writes_it():
    problem = only_problem(read(HEADING.replace("Sone", "BYDEL"), row(Sone="Vest")))

    assert problem.column == "BYDEL"


def test_row_numbers_are_those_of_a_spreadsheet():
    broken = row(Saksnummer="EV-2", Navn='"Nils\r\nVik"')
    case_list = read(HEADING, broken, "", row(Saksnummer="EV-3", Sone="Vest"))

    assert [problem.row for problem in case_list.refused] == [4]


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("Timer per uke", "litt", "hours.not_understood"),
        ("Behov", "torsdag", "need.not_understood"),
        ("Målform", "engelsk", "language.not_understood"),
        ("Telefon", "abc", "phone.not_understood"),
        ("Avsluttet", "23.11.2026", "closing.in_future"),
    ],
)
def test_leaves_out_what_is_not_understood_and_says_so(heading, value, code):
    case_list = extra(heading, value)

    assert len(case_list.cases) == 1
    assert case_list.notices == (RowProblem(2, heading, value, code),)


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Navn", "Nils Vik"),
        ("Fødselsdato", "13.04.1941"),
        ("Sone", "Nord"),
        ("Vedtaksdato", "17.11.2026"),
    ],
)
def test_refuses_rows_that_contradict_each_other(heading, value):
    case_list = read(HEADING, ROW, row(**{heading: value}))

    codes = [(problem.row, problem.column, problem.code) for problem in case_list.refused]
    assert case_list.cases == ()
    assert codes == [(2, "Saksnummer", "row.case_refused"), (3, heading, "row.contradicts")]
    assert dict(case_list.refused[1].values) == {"row": "2"}


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        ("Adresse", "Vei 1", "Vei 2"),
        ("Telefon", "12 34 57 42", "12 34 57 43"),
        ("Adressesperre", "ja", "nei"),
        ("Avsluttet", "01.11.2026", ""),
        ("Timer", "3", "4"),
        ("Leverandør", "fjord", "kommunen"),
    ],
)
def test_refuses_rows_that_contradict_each_other_in_an_optional_column(heading, one, other):
    case_list = extra(heading, one, other)

    assert case_list.cases == ()
    assert [problem.code for problem in case_list.refused] == [
        "row.case_refused",
        "row.contradicts",
    ]


def test_a_case_with_one_refused_row_is_not_taken_in_halfway():
    case_list = read(HEADING, ROW, row(Tjeneste="Trygghetsalarm"), row(Saksnummer="EV-2"))

    assert [case.reference for case in case_list.cases] == ["EV-2"]
    assert case_list.refused_refs == {"EV-1"}
    assert (case_list.row_count, case_list.accepted_rows) == (3, 1)


def test_a_row_with_more_cells_than_headings_is_refused():
    problem = only_problem(read(HEADING, f"{ROW};12"))

    assert (problem.column, problem.code) == ("", "row.too_many_cells")


def test_a_row_with_fewer_cells_than_headings_lacks_the_last_values():
    (case,) = read(f"{HEADING};Telefon;Tolk", ROW).cases

    assert (case.phone, case.interpreter) == ("", "")


def test_unknown_columns_are_told_and_not_read():
    case_list = extra("Diagnose", "hemmelig")

    assert case_list.unknown_columns == ("Diagnose",)
    assert "hemmelig" not in repr(case_list)


def test_of_two_columns_that_say_the_same_the_first_is_read_and_both_are_named():
    case_list = read(f"{HEADING};Telefonnr;Mobil", f"{ROW};12 34 57 42;12 34 57 43")

    assert case_list.unknown_columns == ()
    assert case_list.notices == (
        RowProblem(1, "Mobil", "", "column.twice", (("read", "Telefonnr"), ("other", "Mobil"))),
    )
    assert case_list.cases[0].phone == "12 34 57 42"


def test_two_columns_of_one_name_are_told_as_such():
    case_list = read(f"{HEADING};Sone", f"{ROW};Nord")

    assert [problem.code for problem in case_list.notices] == ["column.one_name"]
    assert case_list.cases[0].zone == "sor"


def test_a_row_of_one_value_is_passed_over_and_told():
    case_list = read(HEADING, ROW, "Antall rader: 1;;;;;")

    assert (case_list.row_count, case_list.accepted_rows, case_list.refused) == (1, 1, ())
    assert case_list.notices == (RowProblem(3, "", "", "row.one_cell"),)


@pytest.mark.parametrize("heading", ["Navn", "Saksnummer"])
def test_refuses_a_text_that_lost_a_letter(heading):
    problem = only_problem(read(HEADING, row(**{heading: "K\ufffdre"})))

    assert (problem.column, problem.code) == (heading, "text.letter_lost")


def test_of_two_columns_that_say_the_same_the_one_with_our_name_is_read():
    case_list = read(f"Bydel;{HEADING}", f"Nord;{ROW}")

    assert case_list.cases[0].zone == "sor"
    assert dict(case_list.notices[0].values) == {"read": "Sone", "other": "Bydel"}


@pytest.mark.parametrize("heading", [*HEADING.split(";")[:1], *HEADING.split(";")[2:]])
def test_a_file_without_a_needed_column_is_refused_whole(heading):
    with pytest.raises(CaseListError) as caught:
        read(HEADING.replace(heading, "Ukjent"), ROW)

    assert caught.value.refusal.code == "file.columns_missing"
    assert caught.value.refusal.values["columns"] == heading


@pytest.mark.parametrize(
    ("heading", "missing"),
    [
        ("Saksnummer;Fornavn;Fødselsdato;Tjeneste;Sone;Vedtaksdato", ["Navn"]),
        ("Saksnummer;Navn", ["Fødselsdato", "Tjeneste", "Sone", "Vedtaksdato"]),
        ("Tjeneste;Sone;Vedtaksdato", ["Saksnummer", "Navn", "Fødselsdato"]),
    ],
)
def test_a_file_without_needed_columns_is_refused_with_all_of_them(heading, missing):
    with pytest.raises(CaseListError) as caught:
        read(heading, ROW)

    assert caught.value.refusal.values["columns"].splitlines() == missing


@pytest.mark.parametrize("heading", HEADING.split(";"))
def test_a_birth_number_in_a_needed_column_refuses_the_row(heading):
    case_list = read(HEADING, row(**{heading: NUMBER}))

    problem = only_problem(case_list)
    assert (problem.column, problem.value, problem.code) == (heading, "", "birth_number.in_needed")
    assert NUMBER not in repr(case_list)


@pytest.mark.parametrize("heading", FULL_HEADING.split(";")[6:])
@pytest.mark.parametrize("written", [NUMBER, f"fnr. {NUMBER[:6]} {NUMBER[6:]}"])
def test_a_birth_number_anywhere_else_is_left_out_and_told(heading, written):
    case_list = extra(heading, written)

    assert len(case_list.cases) == 1
    assert case_list.notices == (RowProblem(2, heading, "", "birth_number.left_out"),)
    assert NUMBER[6:] not in repr(case_list)


TEN_DIGITS = birth_number(day=2, month=2)[1:]


@pytest.mark.parametrize("heading", ["Saksnummer", "Vedtaksreferanse"])
def test_numbers_that_the_case_system_gives_may_have_ten_digits(heading):
    cells = {**dict(zip(HEADING.split(";"), ROW.split(";"), strict=True)), heading: TEN_DIGITS}

    case_list = read(";".join(cells), ";".join(cells.values()))

    assert len(case_list.cases) == 1
    assert case_list.notices == ()


@pytest.mark.parametrize("heading", ["Telefon", "Adresse", "Tolk", "Grunn", "Post til"])
def test_ten_digits_anywhere_else_may_be_a_birth_number_without_its_zero(heading):
    case_list = extra(heading, TEN_DIGITS)

    assert [problem.code for problem in case_list.notices] == ["birth_number.left_out"]
    assert TEN_DIGITS not in repr(case_list)


def test_a_column_of_birth_numbers_is_told_once_and_not_read():
    case_list = extra("Fødselsnummer", NUMBER, NUMBER)

    first, twice = case_list.notices
    assert first == RowProblem(1, "Fødselsnummer", "", "birth_number.not_read", (("count", "2"),))
    assert twice.code == "row.twice"
    assert NUMBER not in repr(case_list)


def test_a_birth_number_in_a_heading_is_not_repeated():
    case_list = extra(f"Diagnose {NUMBER}", "x")

    assert NUMBER not in repr(case_list)


def test_a_birth_number_in_a_contradicting_row_is_not_repeated():
    case_list = read(
        f"{HEADING};Telefon;Adresse",
        f"{ROW};12 34 57 42;Vei 1",
        f"{ROW};12 34 57 43;{NUMBER}",
    )

    assert case_list.cases == ()
    assert NUMBER not in repr(case_list)


def test_three_thousand_rows_come_in_at_once():
    rows = [row(Saksnummer=f"EV-{number}") for number in range(3000)]

    case_list = read(HEADING, *rows)

    assert len(case_list.cases) == 3000


@pytest.mark.parametrize(
    ("heading", "line", "column"),
    [
        (HEADING, ROW.replace("Solveig Strand", "Strand"), "Navn"),
        (
            HEADING.replace("Navn", "Fornavn;Etternavn"),
            ROW.replace("Solveig Strand", ";Strand"),
            "Fornavn",
        ),
        (
            HEADING.replace("Navn", "Etternavn"),
            ROW.replace("Solveig Strand", "Strand"),
            "Etternavn",
        ),
    ],
)
def test_a_missing_first_name_is_told_and_the_case_comes_in(heading, line, column):
    case_list = read(heading, line)

    assert [case.name for case in case_list.cases] == ["Strand"]
    assert [(each.column, each.code) for each in case_list.notices] == [
        (column, "name.without_first")
    ]


@pytest.mark.parametrize("again", [ROW, ROW.replace("Hjemmesykepleie", "hjemmesykepleie ")])
def test_a_row_that_says_nothing_new_is_told(again):
    other = ROW.replace("EV-1", "EV-2")

    case_list = read(HEADING, other, ROW, again)

    assert [len(case.services) for case in case_list.cases] == [1, 1]
    assert [(each.row, each.code, dict(each.values)) for each in case_list.notices] == [
        (4, "row.twice", {"row": "3"})
    ]


@pytest.mark.parametrize(
    "again",
    [
        ROW.replace("Hjemmesykepleie", "Praktisk bistand") + ";",
        f"{ROW};Storgata 1",
        ROW.replace("EV-1", "EV-2") + ";",
    ],
)
def test_a_row_that_says_something_new_is_not_told(again):
    assert read(f"{HEADING};Adresse", f"{ROW};", again).notices == ()


@pytest.mark.parametrize("role", ["Verge", "verje", "Datter og fullmektig", "pårørende/nabo"])
def test_a_usual_role_of_who_receives_the_post_is_not_told(role):
    assert read(f"{HEADING};Postmottaker;Postmottaker rolle", f"{ROW};Nils;{role}").notices == ()


def test_an_unknown_role_of_who_receives_the_post_is_told_and_comes_in_as_it_stands():
    heading = f"{HEADING};Postmottaker;Postmottaker rolle"

    case_list = read(heading, f"{ROW};Nils Strand;Vrege")

    post = case_list.cases[0].post
    assert post is not None
    assert post.role == "Vrege"
    (notice,) = case_list.notices
    assert (notice.column, notice.value, notice.code) == (
        "Postmottaker rolle",
        "Vrege",
        "post.role_unknown",
    )
    assert "verge" in dict(notice.values)["usual"]
