"""Printers of Qt whose paper is a file, with what they were told."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from kiosk.app.ports.printer_state import PrinterState
from kiosk.ui.windows_queues import QueueFacts

OFFICE, HALL = "Kontoret", "Gangen"
Duplex, State, Size = QPrinter.DuplexMode, QPrinter.PrinterState, QPageSize.PageSizeId


def queue(name: str, **told: object) -> QueueFacts:
    usual = {
        "description": f"Skriver: {name}",
        "is_default": name == OFFICE,
        "state": State.Idle,
        "duplex": (Duplex.DuplexNone, Duplex.DuplexLongSide, Duplex.DuplexShortSide),
        "sizes": (Size.A3, Size.A4, Size.A5),
    }
    return QueueFacts(name, **{**usual, **told})  # type: ignore[arg-type]


class PaperFile(QPrinter):
    """A printer into a file that gives up at a page, and knows what a file does not keep.

    Attributes:
        told: Which sides of a sheet it was to print on.
        is_aborted: Whether what was drawn was thrown away.
    """

    def __init__(self, file: Path, dots_per_inch: int, pages_left: int) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(file))
        self.setResolution(dots_per_inch)
        self._pages_left = pages_left
        self.told: QPrinter.DuplexMode | None = None
        self.is_aborted = False

    def newPage(self) -> bool:  # noqa: N802
        self._pages_left -= 1
        return self._pages_left > 0 and super().newPage()

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:  # noqa: N802
        self.told = duplex
        super().setDuplex(duplex)

    def abort(self) -> bool:
        self.is_aborted = True
        return super().abort()


@dataclass
class FileSystem:
    """Implements ``PrintSystem``; every device prints into the same file, anew."""

    file: Path
    found: list[QueueFacts] = field(default_factory=lambda: [queue(OFFICE), queue(HALL)])
    devices: list[PaperFile] = field(default_factory=list)
    dots_per_inch: int = 300
    pages_left: int = 1000

    def queues(self) -> list[QueueFacts]:
        return self.found

    def device(self, name: str) -> QPrinter | None:
        if name not in {each.name for each in self.found}:
            return None
        device = PaperFile(self.file, self.dots_per_inch, self.pages_left)
        self.devices.append(device)
        return device


@dataclass
class FakeSpooler:
    """Implements ``Spooler``."""

    states: dict[str, PrinterState] = field(default_factory=dict)
    left: int = 0
    deleted: list[tuple[str, str]] = field(default_factory=list)

    def state(self, name: str) -> PrinterState:
        return self.states.get(name, PrinterState.READY)

    def delete(self, name: str, title: str) -> int:
        self.deleted.append((name, title))
        return self.left
