import pytest

from tests.unit.content.rule_texts import NURSING, RULES, nursing_rule

GRANLY = "providers/granly.toml"


def start_up(pack, **changes):
    fields = {
        "provider": '"granly"',
        "begins_on": "2026-10-01",
        "months": "6",
        "limit": "20",
        **changes,
    }
    lines = "\n".join(f"{name} = {value}" for name, value in fields.items())
    nursing_rule(pack, '"municipal_default"', f"[rules.start_up]\n{lines}\n")


def test_a_sound_start_up_is_no_fault(pack):
    start_up(pack)

    assert (pack.faults(), pack.warnings()) == ([], [])


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"provider": '"hagen"'}, "provider", "does_not_give"),
        ({"provider": '"nobody"'}, "provider", "unknown_provider"),
        ({"begins_on": "2026-03-11"}, "begins_on", "begins_before_decision"),
        ({"months": "0"}, "months", "out_of_range"),
        ({"months": "61"}, "months", "out_of_range"),
        ({"limit": "0"}, "limit", "out_of_range"),
        ({"unit": '"people"'}, "unit", "not_one_of"),
    ],
)
def test_a_start_up_that_cannot_be_is_a_fault(pack, changes, field, code):
    start_up(pack, **changes)

    assert pack.faults() == [(RULES, f"{NURSING}.start_up.{field}", code)]


def test_a_start_up_may_begin_on_the_day_of_the_decision(pack):
    start_up(pack, begins_on="2026-03-12", months="9")

    assert (pack.faults(), pack.warnings()) == ([], [])


@pytest.mark.parametrize("state", ["full", "paused", "closing"])
def test_a_new_provider_that_takes_nobody_is_noted(pack, state):
    start_up(pack)
    pack.change(GRANLY, 'state = "open"', f'state = "{state}"')

    assert (RULES, f"{NURSING}.start_up.provider", "takes_nobody") in pack.warnings()


@pytest.mark.parametrize(
    ("until", "is_noted"), [("2027-03-30", True), ("2027-03-31", False), ("2027-04-30", False)]
)
def test_a_contract_that_ends_within_the_period_is_noted(pack, until, is_noted):
    start_up(pack)
    pack.change(GRANLY, "contract_until = 2029-03-31", f"contract_until = {until}")

    noted = (RULES, f"{NURSING}.start_up.provider", "ends_within")
    assert (noted in pack.warnings()) == is_noted


@pytest.mark.parametrize(("months", "is_over"), [("1", True), ("2", False)])
def test_a_start_up_that_is_over_is_noted(pack, months, is_over):
    start_up(pack, begins_on="2026-10-23", months=months)

    noted = [(RULES, f"{NURSING}.start_up", "start_up_over")]
    assert (pack.faults(), pack.warnings()) == ([], noted * is_over)


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ("started_on = 2019-04-01", "started_on = 2026-10-02", "begins_on", "starts_later"),
        ("approved_by", "valid_from = 2026-12-01\napproved_by", "provider", "not_valid"),
        ("as_of = 2026-11-20 }", "as_of = 2026-11-20, limit = 19 }", "limit", "over_the_room"),
    ],
)
def test_a_start_up_that_cannot_be_used_up_is_noted(pack, old, new, field, code):
    start_up(pack)
    pack.change(GRANLY, old, new)

    assert pack.faults() == []
    assert (RULES, f"{NURSING}.start_up.{field}", code) in pack.warnings()


def test_a_start_up_may_use_up_the_room(pack):
    start_up(pack)
    pack.change(GRANLY, "as_of = 2026-11-20 }", "as_of = 2026-11-20, limit = 20 }")

    assert pack.warnings() == []


def test_hours_are_not_compared_with_users(pack):
    start_up(pack, unit='"hours"')
    pack.change(GRANLY, "as_of = 2026-11-20 }", "as_of = 2026-11-20, limit = 19 }")

    assert pack.warnings() == []
