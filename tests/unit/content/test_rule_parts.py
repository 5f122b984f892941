"""Every part of a rule that the domain knows can be written in a pack."""

from datetime import date

import pytest

from kiosk.content import load_pack
from kiosk.domain.nonchoice.parts import (
    EVERY_STATE,
    ChooseFirst,
    Circle,
    Continuity,
    Distribute,
    Floor,
    Lots,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    ShareScope,
    Skipped,
    StartUp,
    Turns,
    Unit,
    WeightedKey,
    Window,
)
from kiosk.domain.nonchoice.rule import rule_for
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from tests.unit.content.pack_copy import TODAY
from tests.unit.content.rule_texts import nursing_rule, split_states

FJORDHEIM, MUNICIPAL = "providers/fjordheim.toml", "providers/eksempelvik-hjemmetjenesten.toml"
TOWN, FJORD, GRANLY = (
    ProviderId(key) for key in ("eksempelvik-hjemmetjenesten", "fjordheim", "granly")
)
NURSING, CENTRE = ServiceId("hjemmesykepleie"), ZoneId("sentrum")
OFFER = 'coverage = { day = "yes", evening = "yes", night = "yes", weekend = "yes" }\n'


def rules(pack):
    return load_pack(pack.folder, TODAY).rules[NURSING, CENTRE]


def fallback(pack):
    return rules(pack)[0].fallback


def test_a_rule_that_says_no_more_holds_for_every_state_and_picks_nobody_first(pack):
    rule = rules(pack)[0]

    assert (rule.states, rule.fallback) == (EVERY_STATE, MunicipalDefault(TOWN))
    assert (rule.continuity, rule.floor, rule.start_up) == (Continuity(), Floor(), None)


def test_a_rule_may_differ_by_state(pack):
    split_states(pack, '["no_reply", "does_not_wish"]', '["cannot"]')

    written = rules(pack)

    assert rule_for(written, NonchoiceState.NO_REPLY) == written[0]
    assert rule_for(written, NonchoiceState.CANNOT) == written[1]
    assert written[1].states == {NonchoiceState.CANNOT}


def test_all_is_a_word_for_every_state(pack):
    pack.change("rules.toml", 'zones = "all"\nkeeps', 'zones = "all"\nstates = "all"\nkeeps')

    assert rules(pack)[0].states == EVERY_STATE


def test_choose_first_may_promise_to_ask_again(pack):
    nursing_rule(pack, '"choose_first"\nask_again_days = 7', helper="granly")

    assert fallback(pack) == ChooseFirst(GRANLY, 7)


@pytest.mark.parametrize(
    ("among", "circle"),
    [
        ("", Circle.ALL),
        ('\namong = "private"', Circle.PRIVATE),
        ('\namong = ["fjordheim", "granly"]', frozenset({FJORD, GRANLY})),
    ],
)
def test_turns_are_taken_in_a_circle(pack, among, circle):
    nursing_rule(pack, f'"turn"{among}')

    assert fallback(pack) == Distribute(Turns(), TOWN, circle, TOWN)


def test_who_is_skipped_may_lose_the_turn(pack):
    nursing_rule(pack, '"turn"\nskipped = "loses_turn"')

    assert fallback(pack).pick == Turns(Skipped.LOSES_TURN)


@pytest.mark.parametrize(
    ("helper", "when_nobody", "otherwise"),
    [
        ("eksempelvik-hjemmetjenesten", "", TOWN),
        ("granly", "", None),
        ("eksempelvik-hjemmetjenesten", '\nwhen_nobody = "officer"', None),
        ("eksempelvik-hjemmetjenesten", '\nwhen_nobody = "helper"', TOWN),
    ],
)
def test_when_nobody_can_the_municipality_helps_or_an_officer_goes_on(
    pack, helper, when_nobody, otherwise
):
    nursing_rule(pack, f'"lots"{when_nobody}', helper=helper)

    assert fallback(pack) == Distribute(Lots(), ProviderId(helper), Circle.ALL, otherwise)


def test_shares_keep_the_order_of_the_file(pack):
    shares = "[rules.shares]\ngranly = 2\nfjordheim = 1\n"
    nursing_rule(pack, '"key"\nwhen_nobody = "officer"', shares)

    key = WeightedKey(((GRANLY, 2), (FJORD, 1)))
    assert fallback(pack) == Distribute(key, TOWN, frozenset({GRANLY, FJORD}))


def test_a_minimum_share_counts_all_users_of_the_municipality_in_turn(pack):
    nursing_rule(pack, '"minimum_share"', "[rules.minimum_share]\npercent = 10\n")

    assert fallback(pack) == MinimumShare(10, TOWN)


def test_a_minimum_share_may_count_otherwise(pack):
    share = '\nunit = "hours"\nwindow = "flow"\nscope = "zone"\nby = "lots"\n'
    among = '"minimum_share"\namong = ["granly", "fjordheim"]'
    nursing_rule(pack, among, f"[rules.minimum_share]\npercent = 25{share}")

    assert fallback(pack) == MinimumShare(
        25,
        TOWN,
        Unit.HOURS,
        Window.FLOW,
        ShareScope.ZONE,
        Lots(),
        frozenset({GRANLY, FJORD}),
    )


def test_a_minimum_share_may_be_split_by_key(pack):
    share = '[rules.minimum_share]\npercent = 25\nby = "key"\n\n'
    nursing_rule(pack, '"minimum_share"', f"{share}[rules.shares]\ngranly = 1\n")

    written = fallback(pack)

    assert written.pick == WeightedKey(((GRANLY, 1),))
    assert written.among == frozenset({GRANLY})


def test_who_knows_the_person_the_floor_and_a_start_up_can_be_written(pack):
    tables = (
        "[rules.continuity]\nformer_months = 12\nhousehold = true\n\n"
        "[rules.floor]\nneeds = false\nlanguage = true\n\n"
        '[rules.start_up]\nprovider = "granly"\nbegins_on = 2027-01-01\nmonths = 6\nlimit = 40\n'
        'unit = "hours"\n'
    )
    nursing_rule(pack, '"municipal_default"', tables)

    rule = rules(pack)[0]

    assert (rule.continuity, rule.floor) == (Continuity(12, household=True), Floor(False, True))
    assert rule.start_up == StartUp(GRANLY, date(2027, 1, 1), 6, 40, Unit.HOURS)


def test_a_note_may_say_that_a_rule_is_invented(pack):
    pack.change("rules.toml", 'helper = "fjordheim"', 'helper = "fjordheim"\nnote = "Oppdiktet."')

    assert pack.faults() == []


def test_an_offer_may_say_how_much_it_can_take(pack):
    room = 'capacity = { state = "closing", as_of = 2026-11-20, limit = 120, unit = "hours" }'
    pack.change(FJORDHEIM, 'capacity = { state = "open", as_of = 2026-11-20 }', room)

    capacity = load_pack(pack.folder, TODAY).provider(FJORD).offers[0].capacity

    assert capacity.state is CapacityState.CLOSING
    assert (capacity.limit, capacity.unit) == (120, Unit.HOURS)


def test_a_limit_counts_users_where_nothing_else_is_written(pack):
    pack.change(FJORDHEIM, "as_of = 2026-11-20 }", "as_of = 2026-11-20, limit = 12 }")

    capacity = load_pack(pack.folder, TODAY).provider(FJORD).offers[0].capacity

    assert (capacity.limit, capacity.unit) == (12, Unit.USERS)


@pytest.mark.parametrize(
    ("room", "field", "code"),
    [
        ('unit = "hours"', "unit", "unit_without_limit"),
        ("limit = 0", "limit", "out_of_range"),
        ('limit = 3, unit = "visits"', "unit", "not_one_of"),
    ],
)
def test_room_that_makes_no_sense_is_a_fault(pack, room, field, code):
    pack.change(FJORDHEIM, "as_of = 2026-11-20 }", f"as_of = 2026-11-20, {room} }}")

    place = f"offers[hjemmesykepleie].capacity.{field}"
    assert pack.faults() == [(FJORDHEIM, place, code)]


def test_a_provider_may_be_suspended(pack):
    pack.change(FJORDHEIM, "languages", "suspended_from = 2026-11-01\nlanguages")

    assert load_pack(pack.folder, TODAY).provider(FJORD).suspended_from == date(2026, 11, 1)
