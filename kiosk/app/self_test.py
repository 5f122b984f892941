"""Whether a public machine is fit for the day: one small class for each thing that can fail (O16).

What needs a person at the machine, its paper, touch, keys and scanner, is left out here and told so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from kiosk.app.ports.machine import Clock
from kiosk.app.ports.machine_probe import MachineProbe
from kiosk.app.ports.printer import Printer
from kiosk.app.ports.printer_state import PrinterState
from kiosk.domain.errors import ContentError, KioskError, StorageError
from kiosk.domain.machine_event import TestEnd, TestName
from kiosk.domain.municipality import Municipality

PROGRAM_WRITTEN = date(2026, 1, 1)
LEAST_FREE_MB = 500
_MEGABYTE = 1_000_000
# Clocks go back an hour in October; what was written down before may seem to lie ahead.
_ONE_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Tested:
    """What one part of the self-test found.

    Attributes:
        code: Stable key of the sentence that tells it, such as ``disk.little``.
        values: What stands in the sentence, in plain figures or names of queues.
    """

    test: TestName
    end: TestEnd
    code: str
    values: dict[str, str] = field(default_factory=dict)


class SelfTest(Protocol):
    """One part of the self-test; may be slow."""

    def run(self) -> Tested:
        """Look; never raises for what is wrong with the machine."""
        ...


@dataclass(frozen=True, slots=True)
class FolderTest:
    """Whether the record's folder takes files.

    Attributes:
        folder: Told to staff, so that nobody tests another than the one that is used.
    """

    probe: MachineProbe
    folder: str = ""

    def run(self) -> Tested:
        """Write a file there, read it back, and remove it."""
        values = {"folder": self.folder}
        try:
            self.probe.write_and_read()
        except StorageError:
            return Tested(TestName.FOLDER, TestEnd.FAILED, "folder.not_writable", values)
        return Tested(TestName.FOLDER, TestEnd.PASSED, "folder.writable", values)


@dataclass(frozen=True, slots=True)
class DiskTest:
    """Whether there is room for a long day."""

    probe: MachineProbe

    def run(self) -> Tested:
        """Ask the disk of the record's folder."""
        try:
            free_mb = self.probe.free_bytes() // _MEGABYTE
        except StorageError:
            return Tested(TestName.DISK, TestEnd.FAILED, "disk.unknown")
        values = {"free": str(free_mb), "least": str(LEAST_FREE_MB)}
        if free_mb < LEAST_FREE_MB:
            return Tested(TestName.DISK, TestEnd.FAILED, "disk.little", values)
        return Tested(TestName.DISK, TestEnd.PASSED, "disk.enough", values)


@dataclass(frozen=True, slots=True)
class ClockTest:
    """Whether date and time zone can be right.

    Attributes:
        machine_now: The machine's own time, with its own time zone.
        not_before: A day that has surely come. A clock that lost its battery is years behind.
        last_noted: Day and minute, in Norway, of the latest that the machine wrote down; None where
            it wrote nothing.
    """

    clock: Clock
    machine_now: Callable[[], datetime]
    not_before: date = PROGRAM_WRITTEN
    last_noted: Callable[[], datetime | None] = lambda: None

    def run(self) -> Tested:
        """Compare what the machine says with what must hold."""
        now, own = self.clock.now(), self.machine_now()
        values = {"date": now.date().isoformat(), "time": f"{now:%H:%M}"}
        if now.date() < self.not_before:
            return Tested(TestName.CLOCK, TestEnd.FAILED, "clock.behind", values)
        if own.utcoffset() != now.utcoffset():
            return Tested(TestName.CLOCK, TestEnd.FAILED, "clock.zone", values)
        last = self.last_noted()
        if last is not None and now.replace(tzinfo=None) + _ONE_HOUR < last:
            values |= {"last_date": last.date().isoformat(), "last_time": f"{last:%H:%M}"}
            return Tested(TestName.CLOCK, TestEnd.FAILED, "clock.back", values)
        return Tested(TestName.CLOCK, TestEnd.PASSED, "clock.plausible", values)


@dataclass(frozen=True, slots=True)
class FontsTest:
    """Whether the program's own fonts are there; another font has other sizes."""

    probe: MachineProbe

    def run(self) -> Tested:
        """Look at every cut that screen and paper use."""
        missing = self.probe.missing_fonts()
        if missing:
            values = {"files": ", ".join(missing)}
            return Tested(TestName.FONTS, TestEnd.FAILED, "fonts.missing", values)
        return Tested(TestName.FONTS, TestEnd.PASSED, "fonts.there")


@dataclass(frozen=True, slots=True)
class PackTest:
    """Whether the content pack is sound today; it may have rules that end.

    Attributes:
        open_pack: Opens and checks it whole.
        folder: Where it lies.
    """

    open_pack: Callable[[], Municipality]
    folder: str = ""

    def run(self) -> Tested:
        """Open it."""
        values = {"folder": self.folder}
        try:
            pack = self.open_pack()
        except ContentError as error:
            values["count"] = str(len(error.problems))
            return Tested(TestName.PACK, TestEnd.FAILED, "content.faults", values)
        except KioskError:
            return Tested(TestName.PACK, TestEnd.FAILED, "content.unreadable", values)
        values |= {"name": pack.name, "edition": pack.edition}
        code = "content.example" if pack.is_example else "content.sound"
        return Tested(TestName.PACK, TestEnd.PASSED, code, values)


@dataclass(frozen=True, slots=True)
class PrinterTest:
    """Whether there is a printer that prints; whether paper comes out, a person must see.

    Attributes:
        wanted: Queue that the settings name; empty for the system's default.
    """

    printer: Printer
    wanted: str = ""

    def run(self) -> Tested:
        """Ask the printing system."""
        found = self.printer.printers()
        if not found:
            return Tested(TestName.PRINTER, TestEnd.FAILED, "printer.none")
        names = [each.name for each in found]
        if self.wanted and self.wanted not in names:
            values = {"wanted": self.wanted, "names": ", ".join(names)}
            return Tested(TestName.PRINTER, TestEnd.FAILED, "printer.unknown", values)
        first = next((each for each in found if each.is_default), found[0])
        values = {"name": first.description}
        if first.state is not PrinterState.READY:
            return Tested(TestName.PRINTER, TestEnd.FAILED, "printer.not_ready", values)
        return Tested(TestName.PRINTER, TestEnd.PASSED, "printer.ready", values)


@dataclass(frozen=True, slots=True)
class CopiesTest:
    """Whether the printing system keeps documents with names in them after they were printed.

    Attributes:
        keeps_copies: None where that cannot be read from here.
    """

    keeps_copies: Callable[[], bool | None]

    def run(self) -> Tested:
        """Read its settings."""
        keeps = self.keeps_copies()
        if keeps is None:
            return Tested(TestName.COPIES, TestEnd.LEFT_OUT, "copies.unknown")
        if keeps:
            return Tested(TestName.COPIES, TestEnd.FAILED, "copies.kept")
        return Tested(TestName.COPIES, TestEnd.PASSED, "copies.none")


@dataclass(frozen=True, slots=True)
class ByHand:
    """What only a person at the machine can try."""

    test: TestName

    def run(self) -> Tested:
        """Tell that it was left out."""
        return Tested(self.test, TestEnd.LEFT_OUT, "by_hand")


HAND_TESTS = (TestName.PAPER, TestName.TOUCH, TestName.KEYS, TestName.SCANNER)
BY_HAND = tuple(map(ByHand, HAND_TESTS))


def run_all(tests: Sequence[SelfTest]) -> tuple[Tested, ...]:
    """Every part, in the order of the list; one that fails keeps none of the others from running."""
    return tuple(test.run() for test in tests)


def is_fit(found: Sequence[Tested]) -> bool:
    """Whether nothing failed."""
    return all(each.end is not TestEnd.FAILED for each in found)
