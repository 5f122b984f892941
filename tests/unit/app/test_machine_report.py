"""The report of a public machine counts, and hides what could tell of somebody (O30)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.machine_report import (
    compose_machine_report,
    machine_report,
    report_lead,
    report_rows,
)
from kiosk.domain.language import Language
from kiosk.domain.machine_event import MachineEvent, MachineEventId, Value
from kiosk.domain.public_session import SessionEnd
from kiosk.i18n import GettextWords
from tests.unit.app import factory as make

DAY = date(2026, 3, 2)
KEY = "0123456789abcdef"


def event(kind: MachineEventId, day: date = DAY, **fields: Value) -> MachineEvent:
    return MachineEvent(kind, day, fields)


def ended(end: SessionEnd, count: int) -> list[MachineEvent]:
    return count * [event(MachineEventId.SESSION_ENDED, session=KEY, end=end.value)]


def printed(outcome: str, count: int) -> list[MachineEvent]:
    return count * [event(MachineEventId.BROCHURE_PRINTED, outcome=outcome)]


def test_counts_sessions_by_how_they_ended() -> None:
    events = [*ended(SessionEnd.FINISHED, 20), *ended(SessionEnd.ABANDONED, 7)]

    report = machine_report(events, DAY, DAY)

    assert report.ended == {
        SessionEnd.FINISHED: 20,
        SessionEnd.BY_PERSON: 0,
        SessionEnd.ABANDONED: 7,
    }


@given(st.tuples(*3 * [st.integers(0, 30)]), st.integers(0, 30))
def test_a_small_number_of_people_is_never_told(numbers: tuple[int, ...], papers: int) -> None:
    events = printed("handed_to_printer", papers)
    for end, number in zip(SessionEnd, numbers, strict=True):
        events += ended(end, number)

    report = machine_report(events, DAY, DAY)

    assert all(told is None or told == 0 or told >= 5 for told in report.ended.values())
    hidden = [end for end, told in report.ended.items() if told is None]
    # One hidden number beside others that are told could be worked out from a total.
    assert len(hidden) != 1 or sum(number > 0 for number in numbers) == 1
    assert report.printed in {None, 0, papers}
    assert (report.printed is None) == (0 < papers < 5)


def test_failures_of_the_machine_are_told_as_they_are() -> None:
    events = [
        *printed("failed", 1),
        event(MachineEventId.FAULT_CAUGHT, fault="KeyError", place="elsewhere"),
        event(MachineEventId.PROGRAM_RESTARTED, why="silent"),
        event(MachineEventId.OUT_OF_ORDER),
    ]

    report = machine_report(events, DAY, DAY)

    told = report.print_faults, report.faults, report.restarts, report.out_of_order
    assert told == (1, 1, 1, 1)


def test_only_the_days_that_were_asked_for_count() -> None:
    events = [event(MachineEventId.OUT_OF_ORDER, date(2026, 3, day)) for day in (1, 2, 3, 4)]

    assert machine_report(events, DAY, date(2026, 3, 3)).out_of_order == 2


@pytest.mark.parametrize("language", Language)
def test_a_machine_that_nobody_used_says_so(language: Language, locales) -> None:
    words = GettextWords(language, locales)
    report = machine_report([event(MachineEventId.PROGRAM_STARTED)], DAY, DAY)

    assert report.is_unused
    assert report_lead(report, words)
    assert {row.value for row in report_rows(report, words)} == {"0"}


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (DAY, "Ingen har brukt maskinen denne dagen."),
        (date(2026, 3, 3), "Ingen har brukt maskinen disse dagene."),
    ],
)
def test_one_day_is_not_told_as_several(last: date, told: str, locales) -> None:
    report = machine_report([], DAY, last)

    assert report_lead(report, GettextWords(Language.BOKMAL, locales)) == told


def test_a_session_that_began_before_the_first_day_is_a_use_too() -> None:
    assert not machine_report(ended(SessionEnd.FINISHED, 1), DAY, DAY).is_unused


def test_the_sheet_has_every_number(locales) -> None:
    words = GettextWords(Language.NYNORSK, locales)
    report = machine_report(ended(SessionEnd.FINISHED, 3), DAY, DAY)

    sheet = compose_machine_report(report, make.municipality(), DAY, words)

    assert sheet.sections[0].lines == report_rows(report, words)
    assert sheet.sections[0].lines[0].value == "skjult"
