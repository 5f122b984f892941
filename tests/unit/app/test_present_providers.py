from contextlib import suppress
from dataclasses import replace
from datetime import date
from threading import Barrier, BrokenBarrierError, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.deal_order import DealOrder
from kiosk.app.present_providers import PresentProviders, shown_orders
from kiosk.domain.document.service_section import OptionKey
from kiosk.domain.event import BlockOpened, Medium, OrderDealt
from kiosk.domain.language import Language
from kiosk.domain.ordering import admit, position_counts
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    ACTOR,
    ASSISTANCE,
    CASE,
    FJORDHEIM,
    FULL,
    LIND,
    MUNICIPAL,
    NORTH,
    NURSING,
    PRACTICAL,
    plain,
)


class House:
    """A record with one case, and the use case over it."""

    def __init__(self, *cases, municipality=None):
        self.cases = cases or (make.case(),)
        self.record = make.record_with(*self.cases)
        self.ids = make.CountingIds()
        self.open(municipality or make.municipality())

    def open(self, municipality):
        self.present = PresentProviders(
            municipality, self.record, make.FixedClock(), self.ids, make.WORKING
        )
        return self

    def sections(self, language=Language.BOKMAL, medium=Medium.SCREEN):
        return self.present.sections(CASE, make.words(language), medium, ACTOR)

    def dealt(self):
        bodies = [event.body for _, event in self.record.history(CASE)]
        return [body for body in bodies if isinstance(body, OrderDealt)]


@pytest.fixture
def house():
    return House()


def without(municipality, provider):
    kept = tuple(each for each in municipality.providers if each.id != provider)
    return replace(municipality, providers=kept)


def test_one_section_per_granted_service_in_the_order_of_the_case(house):
    assert [section.service for section in house.sections()] == [NURSING, PRACTICAL]


def test_every_provider_offered_is_shown_once_full_ones_too(house):
    nursing, practical = shown_orders(house.sections()).values()

    assert sorted(nursing) == sorted([MUNICIPAL, LIND, FJORDHEIM, FULL])
    assert sorted(practical) == sorted([LIND, FJORDHEIM, AAS])


def test_services_of_a_case_share_one_order(house):
    nursing, practical = shown_orders(house.sections()).values()

    both = set(nursing) & set(practical)
    assert [each for each in nursing if each in both] == [
        each for each in practical if each in both
    ]


def test_the_same_case_sees_the_same_order_in_every_language_and_medium(house):
    first = shown_orders(house.sections())

    again = [shown_orders(house.sections(each, Medium.PAPER)) for each in Language]

    assert again == [first] * 3


def test_an_order_is_dealt_and_logged_once(house):
    house.sections()
    house.sections()

    (dealt,) = house.dealt()
    assert dealt.medium is Medium.SCREEN
    assert dealt.scheme == "williams-1"


def test_the_block_is_logged_with_its_secret_before_its_first_row(house):
    house.sections()

    block, used = house.record.open_block(frozenset([MUNICIPAL, LIND, FJORDHEIM, FULL, AAS]))
    assert (house.dealt()[0].dealt.block, used) == (block.id, 1)


def test_nothing_about_a_choice_stands_in_the_log_of_orders():
    assert set(OrderDealt.__dataclass_fields__) == {
        "dealt",
        "medium",
        "scheme",
        "seed",
        "newcomers",
    }
    assert set(BlockOpened.__dataclass_fields__) == {"block", "seed", "scheme"}


class Crossing(MemoryRecord):
    """Lets two readers of a case meet, if nothing keeps them apart."""

    def __init__(self):
        super().__init__()
        self.meeting = Barrier(2, timeout=0.2)

    def case_file(self, case):
        found = super().case_file(case)
        with suppress(BrokenBarrierError):
            self.meeting.wait()
        return found


def test_two_threads_deal_one_order():
    record = Crossing()
    record.append([event for _, event in make.record_with(make.case()).history(CASE)])
    dealer = DealOrder(make.municipality(), record, make.FixedClock(), make.CountingIds())
    offered, seen = frozenset([LIND, FJORDHEIM, FULL]), []

    def look():
        seen.append(dealer.for_case(CASE, offered, Medium.SCREEN, ACTOR))

    threads = [Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen[0] == seen[1]
    dealt = [event for _, event in record.history(CASE) if isinstance(event.body, OrderDealt)]
    assert len(dealt) == 1


def test_who_leaves_drops_out_and_nothing_is_dealt_again(house):
    before = shown_orders(house.sections())[NURSING]

    after = shown_orders(house.open(without(make.municipality(), LIND)).sections())[NURSING]

    assert after == tuple(each for each in before if each != LIND)
    assert len(house.dealt()) == 1


def test_who_left_is_not_in_the_order_of_a_brochure_either(house):
    house.sections()

    house.open(without(make.municipality(), LIND))

    order = house.present.order_for_case(make.case(), Medium.PAPER, ACTOR)
    assert sorted(order) == sorted([MUNICIPAL, FJORDHEIM, AAS, FULL])


def test_a_newcomer_gets_a_place_that_is_logged_and_nobody_else_moves():
    house = House(municipality=without(make.municipality(), FULL))
    before = shown_orders(house.sections())[NURSING]

    after = shown_orders(house.open(make.municipality()).sections())[NURSING]

    assert tuple(each for each in after if each != FULL) == before
    assert len(house.dealt()) == 2
    assert shown_orders(house.sections())[NURSING] == after


def test_the_place_of_a_newcomer_can_be_drawn_again_from_the_log():
    house = House(municipality=without(make.municipality(), FULL))
    house.sections()
    house.open(make.municipality()).sections()

    first, second = house.dealt()

    assert (first.seed, first.newcomers) == ("", ())
    assert second.newcomers == (FULL,)
    assert admit(first.dealt, second.newcomers, second.seed) == second.dealt


def test_places_are_equal_over_all_cases_of_a_closed_block():
    # Five providers for the two services: a block has ten rows.
    cases = [make.case(reference=f"2026/{number}") for number in range(10)]
    house = House(*cases)

    orders = [house.present.order_for_case(case, Medium.SCREEN, ACTOR) for case in house.cases]

    counts = position_counts(orders)
    assert {seen for places in counts.values() for seen in places} == {2}


def test_the_municipality_takes_part_like_everybody_else():
    cases = [make.case(reference=f"2026/{number}") for number in range(10)]
    house = House(*cases)

    places = {
        house.present.order_for_case(case, Medium.SCREEN, ACTOR).index(MUNICIPAL)
        for case in house.cases
    }

    assert places == {0, 1, 2, 3, 4}


def test_an_anonymous_order_is_logged_with_no_case(house):
    order = house.present.order_for_zone(NORTH, [NURSING], Medium.PAPER, ACTOR)

    assert sorted(order) == sorted([MUNICIPAL, LIND, FJORDHEIM, FULL])
    assert house.dealt() == []


def test_each_anonymous_reader_gets_a_row_of_their_own(house):
    orders = [house.present.order_for_zone(NORTH, [NURSING], Medium.PAPER, ACTOR) for _ in range(4)]

    assert len(set(orders)) == 4


def test_services_outside_the_choice_are_told_with_a_reason():
    child = make.case(make.granted(ASSISTANCE), birth_date=date(2014, 6, 14))
    house = House(child)

    (told,) = house.present.not_offered(child, make.words())

    assert plain(told.text) == "Brukervalget gjelder fra 18 år."


def test_a_case_without_choice_is_dealt_nothing():
    child = make.case(make.granted(ASSISTANCE), birth_date=date(2014, 6, 14))
    house = House(child)

    assert house.sections() == ()
    assert house.dealt() == []


def keys(section):
    return [option.key for option in section.options]


def test_keeping_is_possible_only_where_there_is_help(house):
    nursing, practical = house.sections()

    assert keys(nursing) == [OptionKey.KEEP, OptionKey.DOES_NOT_WISH, OptionKey.THINK]
    assert keys(practical) == [OptionKey.DOES_NOT_WISH, OptionKey.THINK]


def test_a_provider_that_is_not_offered_here_cannot_be_kept():
    house = House(make.case(make.granted(PRACTICAL, MUNICIPAL)))

    assert OptionKey.KEEP not in keys(house.sections()[0])


@pytest.mark.parametrize("language", Language)
def test_every_option_has_the_same_frame(language, house):
    options = [each for section in house.sections(language) for each in section.options]

    assert {len(option.rows) for option in options} == {5}
    assert all(label and text for option in options for label, text in option.rows)
    assert all(option.title and option.support for option in options)


def test_the_cards_carry_the_words_of_the_design(house):
    nursing = house.sections()[0]

    assert [(option.title, plain(option.support)) for option in nursing.options] == [
        ("Behold den jeg har", "Du har nå Lind AS"),
        ("Jeg vil ikke velge", "Les hva som skjer da"),
        ("Jeg vil tenke på det", "Vi avtaler en dato"),
    ]


def test_the_cards_carry_the_words_of_the_design_in_nynorsk(house):
    nursing = house.sections(Language.NYNORSK)[0]

    assert [option.title for option in nursing.options] == [
        "Behald den eg har",
        "Eg vil ikkje velje",
        "Eg vil tenkje på det",
    ]


def test_the_section_says_what_is_asked_and_how_the_order_came_about(house):
    nursing = house.sections()[0]

    assert nursing.title == "Hvem skal gi deg hjemmesykepleie?"
    assert plain(nursing.zone_line) == "Hjemmesykepleie i sone Nord"
    assert nursing.count_line == "4 leverandører i tilfeldig rekkefølge"


@given(st.permutations([MUNICIPAL, LIND, FJORDHEIM, AAS, FULL]))
def test_the_order_does_not_follow_the_order_of_the_pack(shuffled):
    base = make.municipality()
    by_id = {each.id: each for each in base.providers}
    reordered = replace(base, providers=tuple(by_id[each] for each in shuffled))

    orders = {
        shown_orders(House(municipality=municipality).sections())[NURSING]
        for municipality in (base, reordered)
    }

    assert len(orders) == 1
