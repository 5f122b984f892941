"""What a rule may mean that its writer did not: noted, and the pack opens all the same."""

import pytest

from tests.unit.content.rule_texts import NURSING, RULES, nursing_rule, split_states

MUNICIPAL = "providers/eksempelvik-hjemmetjenesten.toml"
GRANLY = "providers/granly.toml"
TURNS = '"turn"'


def noted(pack, field):
    assert pack.faults() == []
    return [code for _, place, code in pack.warnings() if place == f"{NURSING}.{field}"]


@pytest.mark.parametrize(
    ("states", "codes"),
    [
        ('["cannot"]', ["cannot_choose_first"]),
        ('["no_reply", "cannot"]', ["cannot_choose_first"]),
        ('["no_reply", "does_not_wish"]', []),
    ],
)
def test_whoever_cannot_choose_has_a_rule_that_can_give_somebody(pack, states, codes):
    others = {"no_reply", "does_not_wish", "cannot"} - set(states[2:-2].split('", "'))
    nursing_rule(pack, '"choose_first"')
    split_states(pack, states, str(sorted(others)).replace("'", '"'))

    assert noted(pack, "states") == codes


@pytest.mark.parametrize(
    ("fallback", "codes"),
    [
        (TURNS, ["moves_people"]),
        ('"lots"', ["moves_people"]),
        ('"municipal_default"', ["moves_people"]),
        ('"choose_first"', []),
    ],
)
def test_a_rule_that_moves_people_who_do_not_reply_is_noted(pack, fallback, codes):
    nursing_rule(pack, fallback)
    assert noted(pack, "keeps_present") == []
    pack.change(RULES, "\nkeeps_present = true", "\nkeeps_present = false")

    assert noted(pack, "keeps_present") == codes


@pytest.mark.parametrize(
    ("lind", "granly", "codes"),
    [(60, 30, ["shares_as_parts"]), (60, 40, []), (2, 1, []), (10, 1, ["shares_as_parts"])],
)
def test_shares_that_look_like_percent_add_up(pack, lind, granly, codes):
    nursing_rule(pack, '"key"', f"[rules.shares]\nfjordheim = {lind}\ngranly = {granly}\n")

    assert [each for each in noted(pack, "shares") if each != "without_share"] == codes


def test_the_municipality_helps_full_or_not_but_not_when_it_stops(pack):
    pack.change(MUNICIPAL, 'state = "open"', 'state = "full"')
    assert noted(pack, "helper") == []

    pack.change(MUNICIPAL, 'state = "full"', 'state = "closing"')
    assert noted(pack, "helper") == ["helper_stops"]


def test_a_helper_with_a_breach_is_noted(pack):
    pack.change(MUNICIPAL, "\napproved_by", "\nsuspended_from = 2026-11-01\napproved_by")

    assert noted(pack, "helper") == ["helper_is_suspended"]


@pytest.mark.parametrize("state", ["full", "paused"])
def test_a_helper_without_room_is_noted(pack, state):
    nursing_rule(pack, '"choose_first"', helper="granly")
    pack.change(GRANLY, 'state = "open"', f'state = "{state}"')

    assert noted(pack, "helper") == ["helper_is_full"]


@pytest.mark.parametrize(
    ("fallback", "codes"),
    [
        (TURNS, ["helper_takes_part"]),
        (f'{TURNS}\namong = ["granly", "fjordheim"]', ["helper_takes_part"]),
        (f'{TURNS}\namong = ["fjordheim"]', []),
    ],
)
def test_a_private_helper_that_is_picked_among_itself_is_noted(pack, fallback, codes):
    nursing_rule(pack, fallback, helper="granly")

    assert noted(pack, "helper") == codes


@pytest.mark.parametrize("field", ["reply_days", "reminder_days", "place_reply_days"])
def test_nobody_has_to_answer_on_the_day_of_the_letter(pack, field):
    file = "municipality.toml"
    text = (pack.folder / file).read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(f"{field} ")]
    first = next(place for place, line in enumerate(kept) if line.startswith("receipt_prefix"))
    kept.insert(first, f"{field} = 0")
    pack.write(file, "\n".join(kept))

    assert (file, field, "out_of_range") in pack.faults()
