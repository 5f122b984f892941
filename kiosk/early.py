"""What must hold before anything else is imported; standard library only.

An older Python must be able to read this file: it is told here what is needed.
"""

from __future__ import annotations

import faulthandler
import gc
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

NEEDED = (3, 11)
# Starting makes some sixty thousand objects that stay; looking through them even once takes a
# thirtieth of the start, and after every 700 new ones more.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
# SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX and SEM_NOOPENFILEERRORBOX (errhandlingapi.h).
_NO_ERROR_BOXES = 0x8003


def prepare() -> None:
    """Refuse an old Python, catch crashes, and keep personal data out of what is written."""
    if sys.version_info[:2] < NEEDED:
        sys.exit("Brukervalg Kiosk needs Python 3.11 or newer.")
    _forbid_core_files()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # A program started without a console has no standard error.
    if sys.stderr is not None:
        faulthandler.enable()
    sys.excepthook = report
    threading.excepthook = _report_thread
    sys.unraisablehook = _report_unraisable


def report(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """Write where an unexpected failure happened: names of files and functions, no values.

    The message of an exception may quote a name or an address, so it is never written.
    """
    if sys.stderr is None or isinstance(error, KeyboardInterrupt):
        return
    import traceback  # noqa: PLC0415  # slow to import, and hardly ever needed

    places = [
        f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}\n"
        for frame in traceback.extract_tb(trace)
    ]
    sys.stderr.write(f"kiosk: unexpected failure, {kind.__name__}\n{''.join(places)}")


def _forbid_core_files() -> None:
    """Keep the system from writing the memory of a crash, with every name in it, to the disk."""
    if sys.platform == "win32":
        # Nor does Windows report a crash, or put a box about it over a screen that strangers use;
        # what this process starts inherits it.
        import ctypes  # noqa: PLC0415

        ctypes.windll.kernel32.SetErrorMode(_NO_ERROR_BOXES)
        return
    import resource  # noqa: PLC0415  # there is none on Windows

    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    # One byte is too little for a file; and for Linux alone, unlike 0, it also says that no
    # program that collects crashes gets any of it (core(5)). PR_SET_DUMPABLE would keep the
    # desktop's portals, which open files and print, from knowing this program.
    least = 1 if sys.platform == "linux" and hard else 0
    resource.setrlimit(resource.RLIMIT_CORE, (least, least))


def _short(filename: str) -> str:
    # A whole path may hold the name of the signed-in person.
    return "/".join(filename.replace("\\", "/").split("/")[-3:])


def _report_thread(failure: threading.ExceptHookArgs) -> None:
    report(failure.exc_type, failure.exc_value, failure.exc_traceback)


def _report_unraisable(failure: sys.UnraisableHookArgs) -> None:
    report(failure.exc_type, failure.exc_value, failure.exc_traceback)
