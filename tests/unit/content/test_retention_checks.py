from datetime import date

import pytest

from kiosk.content import load_pack
from kiosk.domain.retention import RetentionStart

FILE = "retention.toml"
CLOSED, SHED = "rules[lukket-5-ar]", "rules[levert-90-dager]"


def test_without_the_file_nothing_is_ever_due(pack):
    pack.remove(FILE)

    assert load_pack(pack.folder).retention == ()


def test_the_rules_are_read_in_their_order(pack):
    shed, closed = load_pack(pack.folder).retention

    assert (shed.begins, shed.days, shed.only_delivered) == (RetentionStart.DELIVERED, 90, True)
    assert (closed.begins, closed.years) == (RetentionStart.CLOSED, 5)
    assert closed.decision.reference.startswith("26/1702")
    assert closed.decision.decided_on == date(2026, 10, 5)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("years = 5\n", "", (f"{CLOSED}.years", "missing")),
        ("days = 90\n", "", (f"{SHED}.days", "missing")),
        ("years = 5", "years = 5\ndays = 3", (f"{CLOSED}.days", "other_count")),
        ("days = 90", "days = 90\nyears = 1", (f"{SHED}.years", "other_count")),
        ("years = 5", "years = -1", (f"{CLOSED}.years", "out_of_range")),
        ("years = 5", 'years = "5"', (f"{CLOSED}.years", "expects_number")),
        ('"closed"\nyears', '"opened"\nyears', (f"{CLOSED}.begins", "not_one_of")),
        (
            "days = 90",
            "days = 90\nonly_delivered = false",
            (f"{SHED}.only_delivered", "shed_undelivered"),
        ),
        (
            'id = "lukket-5-ar"',
            'id = "levert-90-dager"',
            ("rules[levert-90-dager, 2].id", "used_twice"),
        ),
        ("2026-10-05", "2031-10-05", (f"{SHED}.decision.decided_on", "decided_later")),
        ("years = 5", "year = 5\nyears = 5", (f"{CLOSED}.year", "unknown_field")),
    ],
)
def test_what_is_left_to_guessing_is_a_fault(pack, old, new, fault):
    pack.change(FILE, old, new)

    assert pack.faults() == [(FILE, *fault)]


def test_a_rule_without_a_decision_is_a_fault(pack):
    text = (pack.folder / FILE).read_text(encoding="utf-8")
    pack.write(FILE, text[: text.rindex("[rules.decision]")])

    assert pack.faults() == [(FILE, f"{CLOSED}.decision", "missing")]


def test_a_rule_that_loses_what_was_not_delivered_is_worth_a_look(pack):
    pack.change(FILE, "years = 5", "years = 5\nonly_delivered = false")

    assert pack.faults() == []
    assert (FILE, f"{CLOSED}.only_delivered", "disposed_undelivered") in pack.warnings()
