"""A tried rule in words: on the page, in the tables for a spreadsheet and on paper alike."""

import csv
import io
from dataclasses import replace

import pytest

from kiosk.app.nonchoice.compose_simulation import compose_simulation
from kiosk.app.nonchoice.simulation_texts import both_text, row_text, shown_tables, state_name
from kiosk.app.nonchoice.trial_people import people_of_list
from kiosk.app.nonchoice.tried import announced, tables_csv
from kiosk.app.nonchoice.try_rule import try_rule
from kiosk.domain.errors import RefusedError
from kiosk.domain.language import Language, LocalText
from kiosk.domain.nonchoice.parts import MunicipalDefault, NonchoiceState
from tests.unit.app import factory as make
from tests.unit.app.factory import LIND, MUNICIPAL, NORTH, SOUTH, plain
from tests.unit.app.nonchoice.people import TODAY, TURNS, municipality, person

PRESENT = municipality(MunicipalDefault(MUNICIPAL))
WORDS = make.words(Language.BOKMAL)


def tried(north=40, south=3, content=None, state=NonchoiceState.NO_REPLY):
    cases = [person(number, zone=NORTH) for number in range(north)]
    cases += [person(number, zone=SOUTH) for number in range(100, 100 + south)]
    people = people_of_list(PRESENT, cases, state, TODAY)
    return try_rule(PRESENT, content or municipality(TURNS), lambda: people, state, TODAY)


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_providers_stand_by_their_names_whoever_runs_them():
    table, *_ = shown_tables(tried().simulated, PRESENT, WORDS)

    names = [row.provider for row in table.rows if row.provider != "Uten leverandør"]
    assert names == sorted(names, key=str.casefold)


def test_a_hidden_number_is_hidden_in_every_telling():
    found = tried()

    *_, south = shown_tables(found.simulated, PRESENT, WORDS)
    hidden = [row for row in south.rows if row.present_percent is None]
    assert hidden
    assert all(row.present == ("skjult",) * 3 for row in hidden)
    assert all(both_text(row, WORDS).startswith("Regelen i dag: skjult.") for row in hidden)


def test_the_spreadsheet_tells_what_the_tables_tell_and_no_more():
    found = tried()

    _, *rows = rows_of(tables_csv(found, WORDS))
    tables = shown_tables(found.simulated, found.named, WORDS)

    shown = [
        (table.service, table.place, plain(row.provider), *row.present, *row.tried)
        for table in tables
        for row in table.rows
    ]
    shares = {share.name for table in tables for share in table.shares}
    assert [tuple(row[:9]) for row in rows if row[2] not in shares] == shown
    told = [
        (table.service, table.place, share.name, *share.present, *share.tried)
        for table in tables
        for share in table.shares
    ]
    assert [tuple(row[:9]) for row in rows if row[2] in shares] == told


def test_no_cell_of_the_spreadsheet_is_calculated():
    formula = LocalText("=HYPERLINK(1)", "=HYPERLINK(1)")
    provider = replace(PRESENT.provider(LIND), name=formula)
    content = replace(
        PRESENT,
        providers=tuple(provider if each.id == LIND else each for each in PRESENT.providers),
    )
    found = replace(tried(), named=content)

    names = {row[2] for row in rows_of(tables_csv(found, WORDS))}

    assert "'=HYPERLINK(1)" in names


def test_what_the_tried_rule_would_announce_is_told():
    told = list(announced(tried(), WORDS))

    assert told
    assert all("etter tur" in plain(each.text) for each in told)


def test_rules_for_other_states_are_not_told():
    rules = {
        spot: tuple(replace(rule, states=frozenset({NonchoiceState.CANNOT})) for rule in each)
        for spot, each in municipality(TURNS).rules.items()
    }
    content = replace(municipality(TURNS), rules=rules)

    assert not list(announced(tried(content=content), WORDS))


def test_people_without_a_rule_get_nobody():
    content = replace(municipality(TURNS), rules={})

    table, *_ = shown_tables(tried(south=0, content=content).simulated, PRESENT, WORDS)

    assert [row.tried[0] for row in table.rows if row.provider == "Uten leverandør"] == ["40"]


@pytest.mark.parametrize("state", NonchoiceState)
def test_the_report_says_whom_the_rule_was_tried_on_and_names_nobody(state):
    sheet = compose_simulation(tried(state=state), WORDS)

    lines = [line.value for section in sheet.sections for line in section.lines]
    assert not any("Eksempelsen" in line or "2026/" in line for line in lines)
    assert state_name(state, WORDS) in lines


def test_a_pack_of_another_municipality_is_refused():
    other = replace(municipality(TURNS), name="Annenvik kommune")

    with pytest.raises(RefusedError) as refused:
        tried(content=other)

    assert [each.code for each in refused.value.refusals] == ["simulation.another_municipality"]


def test_a_pack_without_a_zone_that_is_in_use_is_refused():
    content = municipality(TURNS)
    smaller = tuple(replace(each, zones=frozenset({NORTH})) for each in content.services)

    with pytest.raises(RefusedError):
        tried(content=replace(content, services=smaller))


@pytest.mark.parametrize(
    ("language", "cells", "told"),
    [
        (Language.BOKMAL, ("1", "1", "2"), "1 bruker, 1 time i uken, 2 prosent av brukerne"),
        (Language.BOKMAL, ("12", "0", "2"), "12 brukere, 0 timer i uken, 2 prosent av brukerne"),
        (Language.BOKMAL, ("1", "21", "2"), "1 bruker, 21 timer i uken, 2 prosent av brukerne"),
        (Language.NYNORSK, ("1", "1", "2"), "1 brukar, 1 time i veka, 2 prosent av brukarane"),
        (Language.NYNORSK, ("5", "9", "2"), "5 brukarar, 9 timar i veka, 2 prosent av brukarane"),
    ],
)
def test_one_hour_is_no_plural(language, cells, told):
    assert plain(row_text(cells, make.words(language))) == told
