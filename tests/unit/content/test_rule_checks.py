from datetime import date

import pytest

from kiosk.content import check_pack, load_pack
from kiosk.domain.errors import ContentError
from tests.unit.content.pack_copy import TODAY
from tests.unit.content.rule_texts import split_states

RULES, FJORDHEIM = "rules.toml", "providers/fjordheim.toml"
NURSING, BPA = "rules[hjemmesykepleie-uten-valg]", "rules[bpa-uten-valg]"


def test_a_service_and_zone_without_a_rule_is_a_fault(pack):
    pack.change(RULES, 'zones = "all"', 'zones = ["sentrum", "nordsida"]')

    assert pack.faults() == [(RULES, "rules", "rule_missing")]


def test_two_rules_for_one_service_and_zone_are_a_fault(pack):
    text = (pack.folder / RULES).read_text(encoding="utf-8")
    again = text[text.rindex("[[rules]]") :].replace("bpa-uten-valg", "bpa-igjen")
    pack.append(RULES, again.replace('zones = "all"', 'zones = ["sentrum"]'))

    assert pack.faults() == [(RULES, "rules[bpa-igjen].zones", "rule_twice")]


def test_a_rule_where_the_service_is_not_offered_is_a_fault(pack):
    text = (pack.folder / RULES).read_text(encoding="utf-8")
    head, mark, tail = text.rpartition('zones = "all"')
    assert mark
    pack.write(RULES, f'{head}zones = ["sentrum", "nordsida", "fjordbyen"]{tail}')

    assert pack.faults() == [(RULES, f"{BPA}.zones", "not_offered_there")]


def test_refuses_a_municipal_default_for_a_service_without_a_municipal_provider(pack):
    pack.change(RULES, 'fallback = "choose_first"', 'fallback = "municipal_default"')

    assert pack.faults() == [(RULES, f"{BPA}.helper", "not_municipal")]


def test_refuses_a_municipal_default_that_does_not_give_the_service(pack):
    pack.change(RULES, 'fallback = "choose_first"', 'fallback = "municipal_default"')
    pack.change(RULES, 'helper = "fjordheim"', 'helper = "eksempelvik-hjemmetjenesten"')

    assert pack.faults() == [(RULES, f"{BPA}.helper", "does_not_give")]


def test_refuses_an_interim_helper_who_lacks_one_of_the_zones(pack):
    pack.change(RULES, 'helper = "fjordheim"', 'helper = "lind"')

    assert pack.faults() == [(RULES, f"{BPA}.helper", "does_not_give")]


def test_a_rule_needs_somebody_who_helps(pack):
    pack.change(RULES, 'helper = "fjordheim"', "")

    assert pack.faults() == [(RULES, f"{BPA}.helper", "missing")]


def test_a_rule_needs_the_number_of_its_decision(pack):
    pack.change(RULES, 'reference = "18/26"', "")

    assert pack.faults() == [(RULES, f"{NURSING}.decision.reference", "missing")]


@pytest.mark.parametrize(
    "field", ["contract_until = 2026-11-22", "valid_to = 2026-11-22", "valid_from = 2026-11-24"]
)
def test_whoever_helps_without_a_choice_must_be_under_contract_today(pack, field):
    pack.change(FJORDHEIM, "contract_until = 2029-03-31", field)

    assert pack.faults() == [(RULES, f"{BPA}.helper", "not_valid")]


def test_the_contract_counts_on_its_last_day(pack):
    pack.change(FJORDHEIM, "contract_until = 2029-03-31", "contract_until = 2026-11-23")

    assert pack.faults() == []


def test_a_pack_whose_helper_has_left_does_not_open(example):
    with pytest.raises(ContentError):
        load_pack(example, date(2029, 4, 1))


def test_a_decision_of_the_future_is_no_decision_yet(pack):
    pack.change(RULES, "decided_on = 2026-03-12", "decided_on = 2099-03-12")

    assert pack.faults() == [(RULES, f"{NURSING}.decision.decided_on", "decided_later")]


@pytest.mark.parametrize(("day", "is_noted"), [("2027-02-21", True), ("2027-02-22", False)])
def test_the_end_of_an_interim_helpers_contract_is_noted_ninety_days_before(pack, day, is_noted):
    pack.change(FJORDHEIM, "contract_until = 2029-03-31", f"contract_until = {day}")

    assert pack.faults() == []
    assert pack.warnings() == [(RULES, f"{BPA}.helper", "helper_ends")] * is_noted


def test_a_state_without_a_rule_is_a_fault_and_named(pack):
    pack.change(RULES, 'zones = "all"\nkeeps', 'zones = "all"\nstates = ["cannot"]\nkeeps')

    assert pack.faults() == [(RULES, "rules", "rule_missing")] * 3
    found = check_pack(pack.folder, TODAY)
    assert {problem.values["states"] for problem in found} == {"no_reply, does_not_wish"}


def test_two_rules_for_one_state_are_a_fault_and_named(pack):
    split_states(pack, '["no_reply", "cannot"]', '["does_not_wish", "cannot"]')

    assert pack.faults() == [(RULES, "rules[kan-ikke-velge].zones", "rule_twice")] * 3
    found = check_pack(pack.folder, TODAY)
    assert {problem.values["states"] for problem in found} == {"cannot"}


def test_rules_for_all_states_together_are_complete(pack):
    split_states(pack, '["no_reply", "does_not_wish"]', '["cannot"]')

    assert pack.faults() == []
