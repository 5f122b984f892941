"""Addresses that have no room in the window of an envelope are told when the list comes in."""

import pytest

from kiosk.intake.case_lists import FileCaseListReader
from tests.intake_samples import EveryLetter, MorningClock, municipality

HEADS = "Saksnummer;Navn;Fødselsdato;Tjeneste;Sone;Vedtaksdato"
ROW = "EV-1;{name};12.04.1941;Hjemmesykepleie;Sørbyen;16.11.2026"
ROOM = 20
LONG = "Gate med langt langt navn"


def notices(heads, cells, name="Solveig Strand", room=ROOM):
    letters = EveryLetter(room=room)
    text = f"{HEADS};{heads}\n{ROW.format(name=name)};{cells}\n"
    read = FileCaseListReader(municipality(), MorningClock(), letters).open(text.encode()).read()
    assert read.accepted_rows == 1
    return [
        (each.row, each.column, each.value, dict(each.values))
        for each in read.notices
        if each.code.startswith("window.")
    ]


def test_a_line_that_is_too_long_is_told_with_how_much():
    found = notices("Adresse;Postnummer;Poststed", f"{LONG};0001;Eksempelvik")

    assert found == [(2, "Adresse", LONG, {"over": "5"})]


def test_a_name_that_is_too_long_is_told():
    found = notices("Adresse;Poststed", "Vei 1;By", name="Strandbakken, Solveig Marie")

    assert found == [(2, "Navn", "Strandbakken, Solveig Marie", {"over": "6"})]


def test_a_town_is_measured_with_its_postcode():
    found = notices("Adresse;Postnummer;Poststed", "Vei 1;0001;Eksempelvik ytterst")

    assert found == [(2, "Poststed", "Eksempelvik ytterst", {"over": "4"})]


def test_too_many_lines_are_told_with_how_many():
    found = notices("Adresse;Postnummer;Poststed", '"c/o A\nVei 1\nOppgang B";0001;By')

    assert found == [(2, "Adresse", "c/o A Vei 1 Oppgang B", {"lines": "5"})]


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
