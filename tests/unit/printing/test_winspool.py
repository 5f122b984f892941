"""The spooler of Windows through functions that only pretend, laid out as winspool.h has it."""

import ctypes

import pytest

from kiosk.app.ports.printer_state import PrinterState
from kiosk.printing.winspool import JobInfo, WindowsSpooler, state_of_bits

OURS = "Brukervalg Kiosk"


class FakeLibrary:
    """One printer, its status and its documents."""

    def __init__(self, bits: int = 0, jobs: dict[int, str | None] | None = None) -> None:
        self.bits = bits
        self.jobs = dict(jobs or {})
        self.kept: set[int] = set()
        self.open = 0
        self._alive: list[object] = []

    def OpenPrinterW(self, name, handle, _defaults):  # noqa: N802
        if name != "Skranke":
            return 0
        self.open += 1
        handle._obj.value = 7
        return 1

    def ClosePrinter(self, handle):  # noqa: N802
        assert handle.value == 7
        self.open -= 1
        return 1

    def GetPrinterW(self, handle, level, bits, room, needed):  # noqa: N802
        assert (handle.value, level, room) == (7, 6, 4)
        bits._obj.value = self.bits
        return 1

    def EnumJobsW(self, handle, first, most, level, room, size, needed, count):  # noqa: N802, PLR0913, PLR0917
        assert (handle.value, first, level) == (7, 0, 1)
        rows = [JobInfo(JobId=number, pDocument=name) for number, name in self.jobs.items()]
        self._alive = list(rows)
        content = b"".join(bytes(row) for row in rows)
        needed._obj.value = len(content)
        if size < len(content):
            count._obj.value = 0
            return 0
        if content:
            ctypes.memmove(room, content, len(content))
        count._obj.value = len(rows)
        return 1

    def SetJobW(self, handle, number, level, info, command):  # noqa: N802
        assert (handle.value, level, info, command) == (7, 0, None, 5)
        if number in self.kept:
            return 0
        del self.jobs[number]
        return 1


@pytest.mark.parametrize(
    ("bits", "state"),
    [
        (0, PrinterState.READY),
        (0x400, PrinterState.READY),
        (0x1, PrinterState.PAUSED),
        (0x8, PrinterState.JAMMED),
        (0x10, PrinterState.NO_PAPER),
        (0x80, PrinterState.OFFLINE),
        (0x40_0000, PrinterState.OPEN),
        (0x4_0000, PrinterState.NO_TONER),
        (0x2, PrinterState.FAULT),
        (0x2 | 0x10, PrinterState.NO_PAPER),
        (0x8 | 0x10 | 0x40_0000, PrinterState.JAMMED),
    ],
)
def test_bits_tell_what_people_must_mend_first(bits, state):
    assert state_of_bits(bits) is state
    library = FakeLibrary(bits)
    assert WindowsSpooler(library).state("Skranke") is state
    assert library.open == 0


def test_a_printer_that_is_gone_tells_nothing_and_has_nothing():
    spooler = WindowsSpooler(FakeLibrary(0x10, {1: OURS}))

    assert spooler.state("Gone") is PrinterState.READY
    assert spooler.delete("Gone", OURS) == 0


def test_only_our_own_documents_are_deleted():
    library = FakeLibrary(jobs={3: OURS, 4: "Rapport", 5: OURS, 6: None})

    assert WindowsSpooler(library).delete("Skranke", OURS) == 0
    assert library.jobs == {4: "Rapport", 6: None}
    assert library.open == 0


def test_what_the_spooler_keeps_is_counted():
    library = FakeLibrary(jobs={3: OURS, 5: OURS})
    library.kept = {5}

    assert WindowsSpooler(library).delete("Skranke", OURS) == 1
    assert library.jobs == {5: OURS}


def test_an_empty_queue_has_nothing_to_delete():
    assert WindowsSpooler(FakeLibrary()).delete("Skranke", OURS) == 0
