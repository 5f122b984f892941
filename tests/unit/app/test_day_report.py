"""Opening and closing report: what the machine did, and of people only steps of five (O30)."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.app.day_report import Coarse, DayEnd, DayReport, day_report, latest_noted
from kiosk.app.day_report_texts import compose_day_report, day_lead, day_rows, to_do
from kiosk.domain.language import Language
from kiosk.domain.machine_event import MachineEvent, MachineEventId, TestEnd, TestName, Value
from tests.unit.app import factory as make

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
MORNING = datetime(2026, 3, 3, 8, 0)  # noqa: DTZ001  as the log has it
KEY = "0123456789abcdef"


def timed(kind: MachineEventId, day: date, hour: int, **fields: Value) -> MachineEvent:
    return MachineEvent(kind, day, fields, time(hour))


def sessions(count: int, day: date = TUESDAY) -> list[MachineEvent]:
    return [
        MachineEvent(
            MachineEventId.SESSION_BEGUN, day, {"session": f"{number:08x}", "start": "handed_over"}
        )
        for number in range(count)
    ]


def found(test: TestName, end: TestEnd) -> MachineEvent:
    fields = {"test": test.value, "outcome": end.value}
    return timed(MachineEventId.SELF_TESTED, TUESDAY, 7, **fields)


def opening(events: list[MachineEvent]) -> DayReport:
    return day_report(DayEnd.OPENING, events, MORNING)


def test_an_opening_tells_what_happened_since_the_last_closing() -> None:
    restart = {"why": "crashed"}
    report = opening(
        [
            timed(MachineEventId.PROGRAM_RESTARTED, MONDAY, 9, **restart),
            timed(MachineEventId.DAY_CLOSED, MONDAY, 15),
            timed(MachineEventId.PROGRAM_RESTARTED, MONDAY, 23, **restart),
            timed(
                MachineEventId.FAULT_CAUGHT, TUESDAY, 3, fault="ValueError", place="kiosk/a.py:1"
            ),
            timed(MachineEventId.STAFF_CODE_GIVEN, TUESDAY, 4, outcome="wrong"),
        ]
    )

    assert (report.restarts, report.faults, report.wrong_codes) == (1, 1, 1)
    assert report.since == datetime(2026, 3, 2, 15)  # noqa: DTZ001
    assert report.was_closed


def test_a_closing_counts_from_the_opening() -> None:
    events = [
        timed(MachineEventId.DAY_CLOSED, MONDAY, 15),
        timed(MachineEventId.OUT_OF_ORDER, TUESDAY, 6),
        timed(MachineEventId.DAY_OPENED, TUESDAY, 7),
        timed(MachineEventId.OUT_OF_ORDER, TUESDAY, 8),
    ]

    assert day_report(DayEnd.CLOSING, events, MORNING).out_of_order == 1
    assert not opening(events).was_closed


def test_without_any_end_of_a_day_everything_counts() -> None:
    report = opening([timed(MachineEventId.OUT_OF_ORDER, MONDAY, 6)])

    assert report.since is None
    assert report.out_of_order == 1


@given(some.integers(0, 400), some.integers(0, 400))
def test_two_numbers_that_are_told_alike_cannot_be_told_apart(count: int, other: int) -> None:
    words = make.words(Language.BOKMAL)
    rows, others = (day_rows(opening(sessions(each)), words) for each in (count, other))

    is_alike = count // 5 == other // 5 and (count == 0) is (other == 0)
    assert (rows == others) is is_alike


def test_under_five_is_told_as_such() -> None:
    words = make.words(Language.BOKMAL)

    assert day_rows(opening(sessions(3)), words)[0].value == "under 5"
    assert day_rows(opening(sessions(23)), words)[0].value == "20 eller flere"
    assert Coarse.of(0).is_none


def test_the_last_word_on_a_test_counts_and_one_left_out_says_nothing() -> None:
    report = opening(
        [
            found(TestName.TOUCH, TestEnd.FAILED),
            found(TestName.TOUCH, TestEnd.PASSED),
            found(TestName.DISK, TestEnd.FAILED),
            found(TestName.KEYS, TestEnd.FAILED),
            found(TestName.KEYS, TestEnd.LEFT_OUT),
        ]
    )

    assert report.failed_tests == (TestName.DISK, TestName.KEYS)


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
@pytest.mark.parametrize("end", list(DayEnd))
def test_every_report_says_what_to_do_and_fits_on_a_sheet(language: Language, end: DayEnd) -> None:
    words = make.words(language)
    events = [
        *sessions(7),
        found(TestName.DISK, TestEnd.FAILED),
        timed(MachineEventId.OUT_OF_ORDER, TUESDAY, 6),
        timed(MachineEventId.FAULT_CAUGHT, TUESDAY, 6, fault="ValueError", place="kiosk/a.py:1"),
        timed(MachineEventId.STAFF_CODE_GIVEN, TUESDAY, 6, outcome="too_soon"),
        MachineEvent(MachineEventId.BROCHURE_PRINTED, TUESDAY, {"outcome": "failed"}),
    ]
    report = day_report(end, events, MORNING, unreadable=1)
    sheet = compose_day_report(report, make.municipality(), words)

    assert len(to_do(report, words)) >= 6
    assert "{" not in repr((sheet, day_lead(report, words)))


def test_an_opening_asks_for_a_self_test_and_for_a_machine_that_nobody_used() -> None:
    words = make.words(Language.ENGLISH)

    assert "Run the self-test." in to_do(opening([]), words)
    assert not any("today already" in each for each in to_do(opening([]), words))
    assert any("today already" in each for each in to_do(opening(sessions(1)), words))


def test_staff_who_only_come_for_the_report_are_not_counted() -> None:
    fields: dict[str, Value] = {"session": KEY, "start": "alone"}
    begun = MachineEvent(MachineEventId.SESSION_BEGUN, TUESDAY, fields)
    dealt: dict[str, Value] = {
        "session": KEY,
        "scheme": "williams-1",
        "block": KEY,
        "row": 0,
        "order": ("a", "b"),
        "medium": "screen",
    }

    assert opening([begun]).is_zero
    used = opening([begun, *2 * [MachineEvent(MachineEventId.ORDER_DEALT, TUESDAY, dealt)]])
    assert not used.is_zero
    assert used.sessions == Coarse.of(1)


def test_the_latest_minute_goes_by_what_it_says_and_not_by_its_place() -> None:
    events = [timed(MachineEventId.PROGRAM_STARTED, TUESDAY, 9), *sessions(1)]
    events.append(timed(MachineEventId.PROGRAM_STARTED, MONDAY, 9))

    assert latest_noted(events) == datetime(2026, 3, 3, 9)  # noqa: DTZ001
    assert latest_noted(sessions(1)) is None
