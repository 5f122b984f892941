"""One code per case, and the way back from a code to its case."""

from dataclasses import replace

import pytest

from kiosk.app.slips.deal_slip_code import DealSlipCode
from kiosk.app.slips.find_slip import FindSlip, FoundSlip
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError, RefusedError
from kiosk.domain.event import SlipCodeDealt
from kiosk.domain.slip_code import SlipMark, drawn_code, printed_code, scanned_text, slip_edition
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR

FIRST, SECOND = CaseRef("2026/1"), CaseRef("2026/2")


class Seeds(make.CountingIds):
    """Lots that are known beforehand."""

    def __init__(self, *seeds):
        super().__init__()
        self._seeds = list(seeds)

    def seed(self):
        return self._seeds.pop(0)


@pytest.fixture
def record():
    return make.record_with(*(make.case(reference=each) for each in (FIRST, SECOND)))


def dealer(record, *seeds):
    return DealSlipCode(record, make.FixedClock(), Seeds(*seeds))


def finder(record, version="2026.11"):
    return FindSlip(replace(make.municipality(), version=version), record)


def test_a_case_keeps_its_code(record):
    dealing = dealer(record, "one", "two")

    codes = [dealing.for_case(FIRST, ACTOR) for _ in range(2)]

    assert codes == [drawn_code("one")] * 2
    bodies = [event.body for _, event in record.history(FIRST)]
    assert bodies[1:] == [SlipCodeDealt(codes[0])]


def test_two_cases_never_have_the_same_code(record):
    dealing = dealer(record, "one", "one", "one", "two")

    assert dealing.for_case(FIRST, ACTOR) == drawn_code("one")
    assert dealing.for_case(SECOND, ACTOR) == drawn_code("two")


def test_a_case_that_is_not_there_gets_none(record):
    with pytest.raises(NotFoundError):
        dealer(record, "one").for_case(CaseRef("2026/3"), ACTOR)


def test_a_scanned_slip_leads_to_its_case(record):
    code = dealer(record, "one").for_case(SECOND, ACTOR)
    scanned = scanned_text(SlipMark(code, slip_edition("2026.11")))

    assert finder(record).find(scanned) == FoundSlip(SECOND, is_of_another_brochure=False)


def test_a_typed_code_leads_to_its_case(record):
    code = dealer(record, "one").for_case(SECOND, ACTOR)

    found = finder(record).find(printed_code(code).lower())

    assert found == FoundSlip(SECOND, is_of_another_brochure=False)


def test_a_slip_of_an_older_brochure_says_so(record):
    code = dealer(record, "one").for_case(SECOND, ACTOR)
    scanned = scanned_text(SlipMark(code, slip_edition("2025.11")))

    assert finder(record).find(scanned) == FoundSlip(SECOND, is_of_another_brochure=True)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [("Kari Eksempel", "slip.not_a_code"), (drawn_code("another"), "slip.unknown_code")],
)
def test_what_leads_to_no_case_is_refused(record, typed, refusal):
    dealer(record, "one").for_case(FIRST, ACTOR)

    with pytest.raises(RefusedError) as refused:
        finder(record).find(typed)

    assert [each.code for each in refused.value.refusals] == [refusal]
