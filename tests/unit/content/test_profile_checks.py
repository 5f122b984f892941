from datetime import date

import pytest

from kiosk.content import check_pack

HAGEN, GRANLY, LIND = "providers/hagen.toml", "providers/granly.toml", "providers/lind.toml"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("contract_until = 2029-03-31", "contract_until = 2024-03-31", "contract_until"),
        (
            "contract_until = 2029-03-31",
            "valid_from = 2026-01-02\nvalid_to = 2026-01-01",
            "valid_to",
        ),
    ],
)
def test_a_period_that_ends_before_it_begins_is_a_fault(pack, old, new, field):
    pack.change(HAGEN, old, new)

    assert pack.faults() == [(HAGEN, field, "ends_before_it_begins")]


def test_extras_that_are_offered_need_a_description(pack):
    pack.change(GRANLY, "description = { nb", "# description = { nb")

    assert pack.faults() == [(GRANLY, "extras.description", "missing")]


def test_extras_that_are_not_offered_have_no_description(pack):
    pack.change(GRANLY, "offered = true", "offered = false")

    assert pack.faults() == [(GRANLY, "extras.description", "nothing_offered")]


def test_a_presentation_more_than_half_as_long_again_as_the_shortest_is_a_warning(pack):
    text = (pack.folder / LIND).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("nn = "))
    pack.change(LIND, line, 'nn = "Lind AS vart starta i 2023 og har 12 tilsette."')

    assert [(field, code) for _, field, code in pack.warnings()] == [("presentation.nn", "uneven")]


def test_facts_that_nobody_has_confirmed_for_a_year_are_a_warning(pack):
    pack.change(HAGEN, "approved_on = 2026-11-02", "approved_on = 2025-11-22")

    assert pack.warnings() == [(HAGEN, "approved_on", "stale")]


def test_capacity_from_the_future_is_a_warning(pack):
    pack.change(HAGEN, "as_of = 2026-11-20", "as_of = 2026-11-24")

    assert pack.warnings() == [(HAGEN, "offers[hjemmesykepleie].capacity.as_of", "in_the_future")]


def test_an_approval_in_the_future_is_a_warning(pack):
    pack.change(HAGEN, "approved_on = 2026-11-02", "approved_on = 2026-11-24")

    assert pack.warnings() == [(HAGEN, "approved_on", "in_the_future")]


def test_a_provider_whose_contract_has_ended_is_a_warning(pack):
    pack.change(HAGEN, "contract_until = 2029-03-31", "contract_until = 2026-11-22")

    assert pack.warnings() == [(HAGEN, "", "not_shown")]


def test_without_a_day_nothing_is_old(example):
    assert check_pack(example) == ()


def test_with_time_every_profile_grows_old(example):
    stale = [item for item in check_pack(example, date(2027, 11, 3)) if item.code == "stale"]

    assert len(stale) == 6


@pytest.mark.parametrize(
    ("file", "old", "field"),
    [
        (HAGEN, "started_on = ", "started_on"),
        ("providers/granly.toml", "as_of = 2026-09-01", "competence.as_of"),
    ],
)
def test_any_other_fact_from_the_future_is_a_warning(pack, file, old, field):
    text = (pack.folder / file).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith(old))
    pack.change(file, line, f"{line.partition('=')[0]}= 2026-11-24")

    assert pack.warnings() == [(file, field, "in_the_future")]


def test_a_provider_lies_in_the_file_that_is_called_as_its_key(pack):
    (pack.folder / LIND).rename(pack.folder / "providers" / "other.toml")

    assert pack.faults() == [("providers/other.toml", "", "file_name")]
