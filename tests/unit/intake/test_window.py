"""Addresses that have no room in the window of an envelope are told when the list comes in."""

import pytest

from kiosk.intake.case_lists import FileCaseListReader
from tests.intake_samples import EveryLetter, MorningClock, municipality

HEADS = "Saksnummer;Navn;Fødselsdato;Tjeneste;Sone;Vedtaksdato"
ROW = "EV-1;{name};12.04.1941;Hjemmesykepleie;Sørbyen;16.11.2026"
ROOM = 20
LONG = "Gatemedetlangtlangtnavn12"
"""A word that no line has room for."""


def read(*lines, letters=None):
    reader = FileCaseListReader(municipality(), MorningClock(), letters or EveryLetter(room=ROOM))
    return reader.open("\n".join(lines).encode()).read()


def notices(heads, cells, name="Solveig Strand"):
    found = read(f"{HEADS};{heads}", f"{ROW.format(name=name)};{cells}")
    assert found.accepted_rows == 1
    return [
        (each.row, each.column, each.value, dict(each.values))
        for each in found.notices
        if each.code.startswith("window.")
    ]


def test_a_line_that_is_too_long_is_told_with_how_much():
    found = notices("Adresse;Postnummer;Poststed", f"{LONG};0001;Eksempelvik")

    assert found == [(2, "Adresse", LONG, {"over": "5"})]


def test_a_name_that_is_too_long_is_told():
    cells = '"c/o A\nVei 1";By'

    found = notices("Adresse;Poststed", cells, name="Strandbakken, Solveig Marie")

    assert found == [(2, "Navn", "Strandbakken, Solveig Marie", {"over": "6"})]


@pytest.mark.parametrize(
    "cells", ["Vei 1;By", '"Gate med langt langt navn";By', '"c/o Ola Prøve, Prøvegata 12";By']
)
def test_a_line_that_has_room_over_two_is_not_told(cells):
    name = "Strandbakken, Solveig Marie" if cells.startswith("Vei") else "Solveig Strand"

    assert notices("Adresse;Poststed", cells, name=name) == []


def test_a_town_is_measured_with_its_postcode():
    found = notices("Adresse;Postnummer;Poststed", "Vei 1;0001;Eksempelvik ytterst")

    assert found == [(2, "Poststed", "Eksempelvik ytterst", {"over": "4"})]


def test_too_many_lines_are_told_with_how_many():
    found = notices("Adresse;Postnummer;Poststed", '"c/o Ola\nPrøvevegen 12\nOppgang B";0001;By')

    assert found == [(2, "Adresse", "c/o Ola Prøvevegen 12 Oppgang B", {"lines": "5"})]


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        ("i stedet", ["Postmottakers adresse"]),
        ("i tillegg", ["Adresse", "Postmottakers adresse"]),
    ],
)
def test_the_address_that_is_told_is_of_whoever_gets_the_letter(instead, told):
    found = notices(
        "Adresse;Poststed;Post til;Postmottakers adresse;Postmottakers poststed;"
        "I stedet eller i tillegg",
        f"{LONG};By;Per Verge;{LONG};By;{instead}",
    )

    assert [column for _, column, _, _ in found] == told


def test_a_home_that_two_share_is_told_once():
    heads = "Adresse;Poststed;Post til;I stedet eller i tillegg"

    assert len(notices(heads, f"{LONG};By;Per Verge;i tillegg")) == 1
    assert len(notices(heads, f"{LONG};By;Per Verge;i stedet")) == 1


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("Adresse;Poststed;Adressesperre", f"{LONG};By;ja"),
        ("Adresse;Poststed;Avsluttet", f"{LONG};By;20.11.2026"),
    ],
)
def test_nothing_is_told_of_whom_nobody_writes_to(heads, cells):
    assert notices(heads, cells) == []


TWICE = ROW.format(name="Solveig Strand")


def test_what_is_said_of_the_person_is_said_once_for_all_rows():
    other = TWICE.replace("Hjemmesykepleie", "Praktisk bistand")
    heads = f"{HEADS};Adresse;Poststed;Telefon"
    letters = EveryLetter("ż", room=ROOM)

    found = read(
        heads,
        f"{TWICE};{LONG}ż;By;hjemme",
        f"{other};{LONG}ż;By;hjemme",
        f"{TWICE.replace('EV-1', 'EV-2')};{LONG}ż;By;hjemme",
        letters=letters,
    )

    codes = {each.code for each in found.notices}
    assert len(codes) == 3
    assert [(each.row, each.code) for each in found.notices] == [
        (row, each.code) for row in (2, 4) for each in found.notices[:3]
    ]


def test_what_another_row_says_otherwise_is_told_of_it():
    other = TWICE.replace("Hjemmesykepleie", "Praktisk bistand")

    found = read(f"{HEADS};Telefon", f"{TWICE};hjemme", f"{other};borte")

    assert [(each.row, each.value) for each in found.notices] == [(2, "hjemme"), (3, "borte")]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("c/o Per Prøve, Prøvegata 1", ("c/o Per Prøve", "Prøvegata 1")),
        ("C/O Per Prøve , Prøvegata 1, oppgang B", ("C/O Per Prøve", "Prøvegata 1, oppgang B")),
        ("v/ Prøve, Per, Prøvegata 1", ("v/ Prøve, Per", "Prøvegata 1")),
        ("v/Per Prøve, Postboks 12", ("v/Per Prøve", "Postboks 12")),
        ("c/o Per Prøve, Prøvegarden", ("c/o Per Prøve", "Prøvegarden")),
        ("c/o Per Prøve", ("c/o Per Prøve",)),
        ("c/o Per Prøve,", ("c/o Per Prøve,",)),
        ("Prøvegata 1, oppgang B", ("Prøvegata 1, oppgang B",)),
        ("Prøvegarden, Prøvegata 1", ("Prøvegarden, Prøvegata 1",)),
    ],
)
def test_whom_a_letter_goes_through_gets_a_line_of_its_own(written, lines):
    found = read(f"{HEADS};Adresse;Poststed", f"{TWICE};{written};By")

    assert found.cases[0].address.lines == lines


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ('"c/o A\nVei 1\nOppgang B"', ("c/o A", "Vei 1, Oppgang B")),
        ('"Vei 1\nOppgang B\n3. etasje"', ("Vei 1, Oppgang B", "3. etasje")),
        ('"Vei 1\nB\nC\nD"', ("Vei 1", "B, C, D")),
        ('"Prøvegarden nord\nPrøvegarden sør\nPrøvegata 12"', None),
        ('"A\nB"', ("A", "B")),
    ],
)
def test_lines_that_are_too_many_share_one_where_it_has_room(written, lines):
    found = read(f"{HEADS};Adresse;Poststed", f"{TWICE};{written};By")

    told = [each.code for each in found.notices]
    assert told == (["window.too_many_lines"] if lines is None else [])
    if lines is not None:
        assert found.cases[0].address.lines == lines


def test_an_address_without_a_town_may_have_a_line_more():
    found = read(f"{HEADS};Adresse", f'{TWICE};"c/o A\nVei 1\nOppgang B"')

    assert found.cases[0].address.lines == ("c/o A", "Vei 1", "Oppgang B")


def test_no_line_is_added_where_the_window_has_no_room_for_it():
    found = read(f"{HEADS};Adresse;Poststed", f'{TWICE};"c/o Per Prøve, Vei 1\nOppgang B";By')

    assert found.cases[0].address.lines == ("c/o Per Prøve, Vei 1", "Oppgang B")


def test_whoever_gets_the_post_gets_it_through_somebody_too():
    found = read(
        f"{HEADS};Post til;Postmottakers adresse;Postmottakers poststed",
        f"{TWICE};Per Verge;c/o Verjekontoret, Prøvegata 1;By",
    )

    assert found.cases[0].post.address.lines == ("c/o Verjekontoret", "Prøvegata 1")
