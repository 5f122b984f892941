"""The spooler of Windows: why a printer stands still, and our documents out of its queues.

Through ``winspool.drv`` by ctypes; a spooler that refuses or fails tells nothing.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kiosk.app.ports.printer_state import PrinterState

_JOB_DELETE = 5
_STATUS_LEVEL, _JOB_LEVEL = 6, 1
_MOST_JOBS = 1000

_STATES = (
    (0x0000_0008, PrinterState.JAMMED),
    (0x0040_0000, PrinterState.OPEN),
    (0x0000_0010, PrinterState.NO_PAPER),
    (0x0004_0000, PrinterState.NO_TONER),
    (0x0000_0080, PrinterState.OFFLINE),
    (0x0000_1000, PrinterState.OFFLINE),
    (0x0000_0001, PrinterState.PAUSED),
    (0x0000_0040, PrinterState.FAULT),
    (0x0000_0800, PrinterState.FAULT),
    (0x0010_0000, PrinterState.FAULT),
    (0x0000_0002, PrinterState.FAULT),
)
"""Bits of PRINTER_STATUS (winspool.h); the one that people must mend first is first."""


class JobInfo(ctypes.Structure):
    """JOB_INFO_1W of winspool.h."""

    _fields_ = (
        ("JobId", ctypes.c_uint32),
        ("pPrinterName", ctypes.c_wchar_p),
        ("pMachineName", ctypes.c_wchar_p),
        ("pUserName", ctypes.c_wchar_p),
        ("pDocument", ctypes.c_wchar_p),
        ("pDatatype", ctypes.c_wchar_p),
        ("pStatus", ctypes.c_wchar_p),
        ("Status", ctypes.c_uint32),
        ("Priority", ctypes.c_uint32),
        ("Position", ctypes.c_uint32),
        ("TotalPages", ctypes.c_uint32),
        ("PagesPrinted", ctypes.c_uint32),
        ("Submitted", ctypes.c_uint16 * 8),
    )


def state_of_bits(bits: int) -> PrinterState:
    """What people must mend first."""
    return next((state for bit, state in _STATES if bits & bit), PrinterState.READY)


class WindowsSpooler:
    """Implements ``Spooler``.

    Args:
        library: Functions of ``winspool.drv``; None for the system's own.
    """

    def __init__(self, library: Any = None) -> None:
        self._given = library

    def state(self, queue: str) -> PrinterState:
        """What keeps a printer."""
        bits, needed = ctypes.c_uint32(), ctypes.c_uint32()
        with self._opened(queue) as handle:
            if handle and self._library.GetPrinterW(
                handle,
                _STATUS_LEVEL,
                ctypes.byref(bits),
                ctypes.sizeof(bits),
                ctypes.byref(needed),
            ):
                return state_of_bits(bits.value)
        return PrinterState.READY

    def delete(self, queue: str, title: str) -> int:
        """Delete the documents with a title; how many may still be printed."""
        with self._opened(queue) as handle:
            if not handle:
                return 0
            ours = [number for number, name in self._jobs(handle) if name == title]
            return sum(
                not self._library.SetJobW(handle, number, 0, None, _JOB_DELETE) for number in ours
            )

    def _jobs(self, handle: ctypes.c_void_p) -> list[tuple[int, str]]:
        """Numbers and titles of what a queue has."""
        size, count = ctypes.c_uint32(), ctypes.c_uint32()
        asking = (handle, 0, _MOST_JOBS, _JOB_LEVEL)
        self._library.EnumJobsW(*asking, None, 0, ctypes.byref(size), ctypes.byref(count))
        room = ctypes.create_string_buffer(max(size.value, 1))
        if not self._library.EnumJobsW(
            *asking, room, size.value, ctypes.byref(size), ctypes.byref(count)
        ):
            return []
        jobs = ctypes.cast(room, ctypes.POINTER(JobInfo))
        return [(jobs[place].JobId, jobs[place].pDocument or "") for place in range(count.value)]

    @contextmanager
    def _opened(self, queue: str) -> Iterator[ctypes.c_void_p | None]:
        handle = ctypes.c_void_p()
        if not self._library.OpenPrinterW(queue, ctypes.byref(handle), None):
            yield None
            return
        try:
            yield handle
        finally:
            self._library.ClosePrinter(handle)

    @property
    def _library(self) -> Any:
        if self._given is None:
            self._given = ctypes.WinDLL("winspool.drv")  # type: ignore[attr-defined,unused-ignore]
        return self._given
