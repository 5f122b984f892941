import pytest

from tests.unit.content.rule_texts import NURSING, RULES, nursing_rule

SHARE = "[rules.minimum_share]\npercent = 10\n"
BY_KEY = f'{SHARE}by = "key"\n\n[rules.shares]\n'


def only_municipal_outside_the_centre(pack):
    """No private provider gives home nursing in the other zones any longer."""
    for path in (pack.folder / "providers").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        head, nursing, tail = text.partition('service = "hjemmesykepleie"\n')
        if path.stem != "eksempelvik-hjemmetjenesten":
            _, _, offer = tail.partition("\n")
            path.write_text(f'{head}{nursing}zones = ["sentrum"]\n{offer}', encoding="utf-8")


def test_everybody_whom_a_rule_names_gives_the_service_there(pack):
    nursing_rule(pack, '"turn"\namong = ["granly", "hagen"]')

    assert pack.faults() == [(RULES, f"{NURSING}.among[hagen]", "does_not_give")]


def test_everybody_who_has_a_share_gives_the_service_there(pack):
    nursing_rule(pack, '"key"', "[rules.shares]\ngranly = 1\nlind = 1\n")

    assert pack.faults() == [(RULES, f"{NURSING}.shares.lind", "does_not_give")]


@pytest.mark.parametrize("pick", ["turn", "lots"])
def test_a_circle_that_is_empty_in_a_zone_is_a_fault(pack, pick):
    only_municipal_outside_the_centre(pack)
    nursing_rule(pack, f'"{pick}"\namong = "private"')

    assert pack.faults() == [(RULES, f"{NURSING}.among", "nobody_to_pick")] * 2


def test_somebody_who_has_left_is_nobody_to_pick(pack):
    nursing_rule(pack, '"turn"\namong = "private"')
    for name in ("fjordheim", "granly", "hagen", "lind", "nordvik"):
        pack.change(f"providers/{name}.toml", "approved_by", "valid_to = 2026-11-22\napproved_by")

    empty = (RULES, f"{NURSING}.among", "nobody_to_pick")
    assert pack.faults().count(empty) == 3


def test_a_minimum_share_tells_of_zones_that_it_cannot_reach(pack):
    only_municipal_outside_the_centre(pack)
    nursing_rule(pack, '"minimum_share"', SHARE)

    assert pack.faults() == []
    assert pack.warnings() == [(RULES, f"{NURSING}.zones", "no_private_there")] * 2


def test_a_minimum_share_is_not_for_everybody(pack):
    nursing_rule(pack, '"minimum_share"\namong = "all"', SHARE)

    assert pack.faults() == [(RULES, f"{NURSING}.among", "share_of_all")]


@pytest.mark.parametrize(
    ("fallback", "tables", "field"),
    [
        ('"minimum_share"\namong = ["eksempelvik-hjemmetjenesten"]', SHARE, "among[{}]"),
        ('"minimum_share"', f"{BY_KEY}granly = 1\neksempelvik-hjemmetjenesten = 1\n", "shares.{}"),
    ],
)
def test_the_municipality_has_no_part_in_a_minimum_share(pack, fallback, tables, field):
    nursing_rule(pack, fallback, tables)

    place = f"{NURSING}.{field.format('eksempelvik-hjemmetjenesten')}"
    assert pack.faults() == [(RULES, place, "municipal_in_share")]


def test_a_minimum_share_leaves_the_rest_to_a_municipal_provider(pack):
    nursing_rule(pack, '"minimum_share"', SHARE, helper="granly")

    assert pack.faults() == [(RULES, f"{NURSING}.helper", "not_municipal")]


def test_the_municipality_has_one_share(pack):
    pack.change("providers/granly.toml", 'kind = "commercial"', 'kind = "municipal"')
    nursing_rule(
        pack,
        '"key"',
        "[rules.shares]\ngranly = 1\neksempelvik-hjemmetjenesten = 1\nfjordheim = 1\n",
    )

    assert pack.faults() == [(RULES, f"{NURSING}.shares.granly", "municipal_twice")]


def test_a_provider_without_a_share_is_noted(pack):
    nursing_rule(pack, '"key"', "[rules.shares]\ngranly = 1\neksempelvik-hjemmetjenesten = 1\n")

    left_out = (RULES, f"{NURSING}.shares", "without_share")
    assert pack.faults() == []
    assert pack.warnings() == [left_out] * 4


def test_the_share_of_the_rest_is_not_missed(pack):
    every = "granly = 1\nfjordheim = 1\n"
    nursing_rule(pack, '"minimum_share"', f"{BY_KEY}{every}")

    left_out = (RULES, f"{NURSING}.shares", "without_share")
    assert pack.warnings() == [left_out] * 3


def test_only_the_municipality_must_help_when_nobody_can(pack):
    nursing_rule(pack, '"turn"\nwhen_nobody = "helper"', helper="granly")

    assert pack.faults() == [(RULES, f"{NURSING}.when_nobody", "no_duty_to_help")]


def test_whoever_helps_until_the_turn_is_known_gives_the_service_there(pack):
    nursing_rule(pack, '"turn"', helper="hagen")

    assert pack.faults() == [(RULES, f"{NURSING}.helper", "does_not_give")]


def test_a_municipality_without_a_share_is_noted_too(pack):
    nursing_rule(pack, '"key"', "[rules.shares]\ngranly = 1\n", helper="granly")

    left_out = (RULES, f"{NURSING}.shares", "without_share")
    takes_part = (RULES, f"{NURSING}.helper", "helper_takes_part")
    assert pack.warnings() == [left_out] * 5 + [takes_part]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("granly", 'state = "open"', 'state = "closing"'),
        ("granly", 'state = "open"', 'state = "full"'),
        ("granly", 'state = "open"', 'state = "paused"'),
        ("granly", "approved_by", "suspended_from = 2026-11-23\napproved_by"),
    ],
)
def test_a_rule_that_reaches_nobody_today_is_noted(pack, file, old, new):
    pack.change(f"providers/{file}.toml", old, new)
    nursing_rule(pack, '"turn"\namong = ["granly"]')

    assert pack.faults() == []
    assert pack.warnings() == [(RULES, f"{NURSING}.fallback", "nobody_takes_anybody")] * 3


def test_a_provider_that_is_suspended_later_still_takes_people(pack):
    pack.change("providers/granly.toml", "approved_by", "suspended_from = 2026-11-24\napproved_by")
    nursing_rule(pack, '"turn"\namong = ["granly"]')

    assert pack.warnings() == []
