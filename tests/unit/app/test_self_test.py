"""Each part of the self-test finds what it is for (O16)."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kiosk.app.ports.printer import PrinterInfo
from kiosk.app.ports.printer_state import PrinterState
from kiosk.app.self_test import (
    BY_HAND,
    HAND_TESTS,
    ClockTest,
    CopiesTest,
    DiskTest,
    FolderTest,
    FontsTest,
    PackTest,
    PrinterTest,
    is_fit,
    run_all,
)
from kiosk.app.self_test_texts import compose_self_test, found_lines
from kiosk.domain.errors import (
    ContentError,
    ContentProblem,
    KioskError,
    StorageError,
    StorageFault,
)
from kiosk.domain.language import Language
from kiosk.domain.machine_event import TestEnd
from kiosk.i18n import GettextWords
from kiosk.printing.memory import MemoryPrinter
from tests.unit.app import factory as make

OSLO = timezone(timedelta(hours=1))
NOON = datetime(2026, 3, 2, 12, 5, tzinfo=OSLO)


@dataclass
class FakeProbe:
    free: int | None = 10_000_000_000
    can_write: bool = True
    missing: tuple[str, ...] = ()

    def write_and_read(self) -> None:
        if not self.can_write:
            raise StorageError(StorageFault.FAILED)

    def free_bytes(self) -> int:
        if self.free is None:
            raise StorageError(StorageFault.FAILED)
        return self.free

    def missing_fonts(self) -> tuple[str, ...]:
        return self.missing


@dataclass
class FixedClock:
    at: datetime = NOON

    def now(self) -> datetime:
        return self.at


class FakePrinter(MemoryPrinter):
    def __init__(self, *states: PrinterState) -> None:
        super().__init__()
        self._found = tuple(
            PrinterInfo(f"q{number}", f"Skriver {number}", number == 1, state)
            for number, state in enumerate(states)
        )

    def printers(self) -> tuple[PrinterInfo, ...]:
        return self._found


def failing(error: KioskError):
    def fail() -> None:
        raise error

    return fail


PROBLEM = ContentProblem("zones.toml", "zone[1]", "missing", {})
READY, JAMMED = PrinterState.READY, PrinterState.JAMMED


@pytest.mark.parametrize(
    ("test", "code"),
    [
        (FolderTest(FakeProbe()), "folder.writable"),
        (DiskTest(FakeProbe()), "disk.enough"),
        (DiskTest(FakeProbe(free=500_000_000)), "disk.enough"),
        (ClockTest(FixedClock(), lambda: NOON), "clock.plausible"),
        (FontsTest(FakeProbe()), "fonts.there"),
        (PackTest(lambda: replace(make.municipality(), is_example=False)), "content.sound"),
        (PackTest(make.municipality), "content.example"),
        (PrinterTest(FakePrinter(READY)), "printer.ready"),
        (PrinterTest(FakePrinter(JAMMED, READY)), "printer.ready"),
        (PrinterTest(FakePrinter(READY), "q0"), "printer.ready"),
    ],
)
def test_passes_where_all_is_well(test, code) -> None:
    found = test.run()

    assert (found.end, found.code) == (TestEnd.PASSED, code)


@pytest.mark.parametrize(
    ("test", "code"),
    [
        (FolderTest(FakeProbe(can_write=False)), "folder.not_writable"),
        (DiskTest(FakeProbe(free=499_999_999)), "disk.little"),
        (DiskTest(FakeProbe(free=None)), "disk.unknown"),
        (ClockTest(FixedClock(datetime(2000, 1, 1, tzinfo=UTC)), lambda: NOON), "clock.behind"),
        (ClockTest(FixedClock(), lambda: NOON, date(2026, 3, 3)), "clock.behind"),
        (ClockTest(FixedClock(), lambda: NOON.astimezone(UTC)), "clock.zone"),
        (FontsTest(FakeProbe(missing=("a.ttf",))), "fonts.missing"),
        (PackTest(failing(ContentError([PROBLEM]))), "content.faults"),
        (PackTest(failing(StorageError(StorageFault.FAILED))), "content.unreadable"),
        (PrinterTest(FakePrinter()), "printer.none"),
        (PrinterTest(FakePrinter(READY, JAMMED)), "printer.not_ready"),
        (PrinterTest(FakePrinter(READY), "skranken"), "printer.unknown"),
        (PrinterTest(FakePrinter(), "skranken"), "printer.none"),
        (CopiesTest(lambda: True), "copies.kept"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_fails_and_says_so_where_something_is_wrong(test, code, language, locales) -> None:
    found = run_all([test, *BY_HAND])
    lines = found_lines(found, GettextWords(language, locales))

    assert (found[0].end, found[0].code) == (TestEnd.FAILED, code)
    assert not is_fit(found)
    assert "{" not in "".join(lines)


def test_says_which_folder_and_which_pack_were_looked_at(locales) -> None:
    found = run_all(
        [
            FolderTest(FakeProbe(), "/srv/registeret"),
            PackTest(make.municipality, "/srv/pakken"),
            PackTest(failing(ContentError([PROBLEM])), "/srv/pakken"),
            PrinterTest(FakePrinter(READY), "skranken"),
        ]
    )
    lines = found_lines(found, GettextWords(Language.BOKMAL, locales))

    assert "/srv/registeret" in lines[0]
    assert make.municipality().name in lines[1]
    assert "/srv/pakken" in lines[2]
    assert "«skranken»" in lines[3]
    assert "q0" in lines[3]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.BOKMAL, "Det er 2. mars 2026 kl. 12.05."),
        (Language.NYNORSK, "Det er 2. mars 2026 kl. 12.05."),
        (Language.ENGLISH, "It is 2 March 2026, 12:05."),
    ],
)
def test_times_are_written_as_the_language_does(language, told, locales) -> None:
    clock = FixedClock(NOON)
    found = run_all([ClockTest(clock, clock.now, NOON.date())])

    (line,) = found_lines(found, GettextWords(language, locales))

    assert line.replace("\u00a0", " ").endswith(told)


def test_the_sheet_says_below_when_it_was_made(locales) -> None:
    municipality = make.municipality()
    sheet = compose_self_test([], municipality, NOON, GettextWords(Language.BOKMAL, locales))

    assert sheet.foot.replace("\u00a0", " ") == "2. mars 2026 kl. 12.05"


@pytest.mark.parametrize(
    ("keeps", "end"), [(False, TestEnd.PASSED), (True, TestEnd.FAILED), (None, TestEnd.LEFT_OUT)]
)
def test_a_printing_system_that_keeps_names_is_not_fit_and_an_unknown_one_is_told(
    keeps: bool | None, end: TestEnd, locales
) -> None:
    found = run_all([CopiesTest(lambda: keeps)])

    (line,) = found_lines(found, GettextWords(Language.BOKMAL, locales))

    assert found[0].end is end
    assert is_fit(found) is (keeps is not True)
    assert "Utelatt" not in line


def test_what_needs_a_person_is_left_out_and_fails_nothing() -> None:
    found = run_all(BY_HAND)

    assert [each.test for each in found] == list(HAND_TESTS)
    assert is_fit(found)


def test_the_sheet_has_a_line_for_each_part(locales) -> None:
    municipality = make.municipality()

    found = run_all([FolderTest(FakeProbe()), FontsTest(FakeProbe(missing=("a.ttf",))), *BY_HAND])

    sheet = compose_self_test(found, municipality, NOON, GettextWords(Language.BOKMAL, locales))

    assert len(sheet.sections[0].lines) == len(found)
    assert "a.ttf" in sheet.sections[0].lines[1].value
    assert sheet.lead.startswith("Noe feilet.")


@pytest.mark.parametrize(
    ("last", "end"),
    [
        (None, TestEnd.PASSED),
        (datetime(2026, 3, 2, 12, 4), TestEnd.PASSED),  # noqa: DTZ001  as the log has it
        # The hour that October has twice.
        (datetime(2026, 3, 2, 13, 0), TestEnd.PASSED),  # noqa: DTZ001
        (datetime(2026, 3, 2, 13, 6), TestEnd.FAILED),  # noqa: DTZ001
        (datetime(2026, 3, 3, 0, 0), TestEnd.FAILED),  # noqa: DTZ001
    ],
)
def test_a_clock_that_went_back_behind_the_log_is_found(
    last: datetime | None, end: TestEnd
) -> None:
    found = ClockTest(FixedClock(), lambda: NOON, last_noted=lambda: last).run()

    assert found.end is end
    assert (found.code == "clock.back") is (end is TestEnd.FAILED)
