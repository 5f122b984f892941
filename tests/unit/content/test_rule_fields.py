import pytest

from tests.unit.content.rule_texts import NURSING, RULES, nursing_rule

SHARE = "[rules.minimum_share]\npercent = 10\n"
BY_KEY = f'{SHARE}by = "key"\n'


@pytest.mark.parametrize(
    ("fallback", "tables", "field"),
    [
        ('"municipal_default"\namong = "all"', "", "among"),
        ('"municipal_default"\nask_again_days = 3', "", "ask_again_days"),
        ('"choose_first"\nwhen_nobody = "officer"', "", "when_nobody"),
        ('"turn"', "[rules.shares]\ngranly = 1\n", "shares"),
        ('"lots"\nskipped = "keeps_turn"', "", "skipped"),
        ('"lots"', SHARE, "minimum_share"),
        ('"key"\namong = "all"', "[rules.shares]\nfjordheim = 1\n", "among"),
        ('"minimum_share"\nwhen_nobody = "helper"', SHARE, "when_nobody"),
        ('"minimum_share"', f"{SHARE}\n[rules.shares]\ngranly = 1\n", "shares"),
        ('"minimum_share"\nskipped = "keeps_turn"', f'{SHARE}by = "lots"\n', "skipped"),
        ('"minimum_share"\namong = "private"', f"{BY_KEY}[rules.shares]\ngranly = 1\n", "among"),
    ],
)
def test_a_field_of_another_fallback_is_a_fault(pack, fallback, tables, field):
    nursing_rule(pack, fallback, tables)

    assert pack.faults() == [(RULES, f"{NURSING}.{field}", "not_for_fallback")]


@pytest.mark.parametrize(
    ("fallback", "tables", "field"),
    [
        ('"key"', "", "shares"),
        ('"minimum_share"', "", "minimum_share"),
        ('"minimum_share"', BY_KEY, "shares"),
    ],
)
def test_a_fallback_needs_what_it_counts_with(pack, fallback, tables, field):
    nursing_rule(pack, fallback, tables)

    assert pack.faults() == [(RULES, f"{NURSING}.{field}", "missing")]


def test_a_minimum_share_never_moves_anybody(pack):
    nursing_rule(pack, '"minimum_share"', SHARE)
    pack.change(RULES, "\nkeeps_present = true", "\nkeeps_present = false")

    assert pack.faults() == [(RULES, f"{NURSING}.keeps_present", "share_moves_nobody")]


@pytest.mark.parametrize(
    ("fallback", "tables", "field", "code"),
    [
        ('"drawn"', "", "fallback", "not_one_of"),
        ('"turn"\namong = "municipal"', "", "among", "not_one_of"),
        ('"turn"\namong = []', "", "among", "empty_list"),
        ('"turn"\namong = ["nobody"]', "", "among[1]", "unknown_provider"),
        ('"turn"\nstates = ["silent"]', "", "states[1]", "not_one_of"),
        ('"turn"\nstates = []', "", "states", "empty_list"),
        ('"key"', "[rules.shares]\n", "shares", "empty_table"),
        ('"key"\nshares = 3', "", "shares", "expects_table"),
        ('"key"', "[rules.shares]\nnobody = 1\n", "shares.nobody", "unknown_provider"),
        ('"key"', "[rules.shares]\nfjordheim = 0\n", "shares.fjordheim", "out_of_range"),
        ('"key"', "[rules.shares]\nfjordheim = 1.5\n", "shares.fjordheim", "expects_number"),
        ('"key"', '[rules.shares]\nfjordheim = "2"\n', "shares.fjordheim", "expects_number"),
        ('"minimum_share"', "[rules.minimum_share]\npercent = 0\n", None, "out_of_range"),
        ('"minimum_share"', "[rules.minimum_share]\npercent = 101\n", None, "out_of_range"),
        ('"minimum_share"', '[rules.minimum_share]\nunit = "hours"\n', None, "missing"),
    ],
)
def test_a_faulty_value_is_named_alone(pack, fallback, tables, field, code):
    nursing_rule(pack, fallback, tables)

    place = field or "minimum_share.percent"
    assert pack.faults() == [(RULES, f"{NURSING}.{place}", code)]
