"""The providers as somebody asked to see them: nothing is added, ranked or lost (N21, N23, N25)."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.narrowing_texts import left_line, unsure_line, wish_cards
from kiosk.app.public_machine import PublicMachine
from kiosk.app.see_providers import as_asked, candidates, side_by_side
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.asked_view import AskedView
from kiosk.domain.language import Language
from kiosk.domain.narrowing import Narrowed, Topic, Wish, narrowed, wishes_for
from kiosk.domain.service import DayPart, ProviderId
from kiosk.machine.memory import MemoryMachineLog, MemoryOrderStock
from kiosk.system import SystemIds
from tests.unit.app import factory as make
from tests.unit.app.factory import FJORDHEIM, LIND, NORTH, NURSING

POLISH, ROOM = Wish(Topic.LANGUAGE, "pl"), Wish(Topic.ROOM)


def content():
    """One speaks Polish, one has not stated languages, the others speak what they do."""
    plain = make.municipality()
    spoken = {LIND: ("no", "pl"), FJORDHEIM: None}
    providers = tuple(
        replace(each, languages=spoken.get(each.id, each.languages)) for each in plain.providers
    )
    return replace(plain, providers=providers)


@pytest.fixture(scope="module")
def place():
    municipality, clock = content(), make.FixedClock()
    machine = PublicMachine(
        municipality,
        ExplainNonchoice(municipality, clock),
        MemoryMachineLog(),
        MemoryOrderStock(),
        clock,
        SystemIds(),
    )
    session = machine.begin().living_in(NORTH).toggled(NURSING, machine.services_in(NORTH))
    session = machine.dealt(session.with_nonchoice_shown())
    return machine.sections(session, make.words())[0], machine.scope(session, NURSING)


def only(*wishes):
    return AskedView().only(NURSING, frozenset(wishes))


def ids(section):
    return [block.id for block in section.providers]


def test_nothing_asked_for_shows_the_same_section(place):
    section, scope = place

    assert as_asked(section, AskedView(), scope, make.words()) == section


def test_wishes_of_another_service_change_nothing(place):
    section, scope = place
    other = AskedView().only(make.PRACTICAL, frozenset({POLISH}))

    assert as_asked(section, other, scope, make.words()) == section


def test_who_has_not_stated_it_stays_and_is_counted(place):
    section, scope = place

    seen = as_asked(section, only(POLISH), scope, make.words())

    assert set(ids(seen)) == {LIND, FJORDHEIM}
    assert seen.left_out == len(section.providers) - 2
    left = narrowed(candidates(section.providers, section, scope), frozenset({POLISH}))
    assert left.unsure == 1
    assert unsure_line(left.unsure, make.words()) != ""


def test_the_page_says_how_many_of_how_many(place):
    section, scope = place
    count = len(section.providers)

    drawn = as_asked(section, only(POLISH), scope, make.words())
    by_name = as_asked(section, only(POLISH).sorted_a_to_z(wanted=True), scope, make.words())

    assert f"2 av {count}" in drawn.count_line
    assert f"2 av {count}" in by_name.count_line
    assert drawn.count_line != by_name.count_line


def test_every_pair_of_wishes_keeps_the_order_and_all_answers(place):
    section, scope = place
    found = candidates(section.providers, section, scope)

    for wishes in combinations(wishes_for(found), 2):
        seen = as_asked(section, only(*wishes), scope, make.words())
        assert ids(seen) == [each for each in ids(section) if each in ids(seen)]
        assert seen.options == section.options
        assert len(seen.providers) + seen.left_out == len(section.providers)


def test_a_to_z_sorts_by_name_and_is_one_tap_from_the_drawn_order(place):
    section, scope = place

    by_name = as_asked(section, AskedView(is_a_to_z=True), scope, make.words())

    names = [block.name for block in by_name.providers]
    assert names == sorted(names, key=alphabetic)
    assert as_asked(section, AskedView(), scope, make.words()).providers == section.providers


def test_compared_providers_stand_in_the_dealt_order_whatever_was_tapped_first(place):
    section, scope = place
    view = AskedView(is_a_to_z=True)
    for block in reversed(section.providers[:3]):
        view = view.comparing(block.id)

    table = side_by_side(section, view, scope, make.words())

    profiles = [scope.municipality.provider(block.id) for block in section.providers[:3]]
    assert list(table.columns) == [each.name.in_(make.words().language) for each in profiles]
    assert all(len(cells) == 3 for _, cells in table.rows)


def test_what_outside_means_is_told_where_a_cell_may_say_so(place):
    section, scope = place
    view = AskedView(compared=tuple(ids(section)[:3]))
    told = "«Utenfor» betyr at valget ikke gjelder på den tiden. "
    service = scope.municipality.service(section.service)
    notes = []
    for outside in ((), (DayPart.NIGHT,)):
        services = [
            replace(each, outside_choice=outside) if each is service else each
            for each in scope.municipality.services
        ]
        content = replace(scope.municipality, services=tuple(services))
        table = side_by_side(section, view, replace(scope, municipality=content), make.words())
        notes.append(table.note)

    without, with_it = notes
    assert told not in without
    assert with_it == told + without


def test_who_has_room_is_who_is_said_to_have_room(place):
    section, scope = place
    view = AskedView(compared=tuple(ids(section)[:3]))
    table = side_by_side(section, view, scope, make.words())
    label = make.words().gettext("Room now")
    said = dict(zip(ids(section)[:3], dict(table.rows)[label], strict=True))

    shown = as_asked(section, only(ROOM), scope, make.words())

    assert {each for each, cell in said.items() if cell != "Nei"} >= set(ids(shown)) & set(said)
    assert all(each in ids(shown) for each, cell in said.items() if cell == "Ja")


@pytest.mark.parametrize("language", list(Language))
def test_cards_stand_in_one_order_whoever_is_first(place, language):
    section, scope = place
    words = make.words(language)
    found = candidates(section.providers, section, scope)

    cards = wish_cards(found, NURSING, scope, words)

    assert wish_cards(tuple(reversed(found)), NURSING, scope, words) == cards
    languages = [card.name for card in cards if card.wish.topic is Topic.LANGUAGE]
    assert languages == sorted(languages, key=alphabetic)
    assert len({card.wish.key for card in cards}) == len({card.name for card in cards})


def test_nobody_left_is_said_kindly():
    assert "vis alle" in left_line(Narrowed(()), 6, make.words())


@given(st.integers(1, 9), st.integers(0, 9))
def test_a_line_tells_the_numbers(shown, unsure):
    line = left_line(Narrowed(tuple(map(ProviderId, "abcdefghi"))[:shown], unsure), 9, make.words())

    assert line.startswith(f"{shown} av 9")
    assert ("oppgitt" in line) is (unsure > 0)


def test_each_card_tells_how_many_state_it(place):
    section, scope = place
    found = candidates(section.providers, section, scope)
    cards = {card.wish: card for card in wish_cards(found, NURSING, scope, make.words())}

    assert cards[POLISH].support.startswith(f"1 av {len(found)}")
    assert len(narrowed(found, frozenset({POLISH})).shown) == 2


@pytest.mark.parametrize(
    "names",
    [
        # Telephone books have always put Aa with Å in Norwegian names.
        ["Zenit", "Ødegård", "Aasen", "Åsen omsorg"],
        ["Eden", "Église", "Elden"],
        ["Lund", "Müller", "Mørk"],
        ["Älv", "Ærlig", "Øst", "Öyen"],
        ["Dal", "Đorđe", "Eik"],
        ["Moe", "Ŋuva", "Oksøy", "Ŧaŧ", "Tau", "Zenit"],
        # Written as one letter or as two.
        ["Zenit", "A\u030asen"],
    ],
)
def test_no_letter_stands_behind_all_others_by_accident(names):
    backwards = names[::-1]

    assert sorted(backwards, key=alphabetic) == names


def test_norwegian_letters_come_last():
    assert sorted(["Åse", "Ødegård", "Ærlig", "Zenit", "ask"], key=alphabetic) == [
        "ask",
        "Zenit",
        "Ærlig",
        "Ødegård",
        "Åse",
    ]
