"""Printers as Qt knows them on Windows; the only place that asks the system for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.app.ports.printer import PaperSize, PrinterAbilities, PrinterInfo, Sides
from kiosk.app.ports.printer_state import PrinterState

DUPLEX: Mapping[Sides, QPrinter.DuplexMode] = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}
PAPER: Mapping[PaperSize, QPageSize.PageSizeId] = {
    PaperSize.A4: QPageSize.PageSizeId.A4,
    PaperSize.A5: QPageSize.PageSizeId.A5,
}
_ACTS = frozenset({QPrinter.PrinterState.Idle, QPrinter.PrinterState.Active})


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """What Qt tells of a printer."""

    name: str
    description: str
    is_default: bool
    state: QPrinter.PrinterState
    duplex: Sequence[QPrinter.DuplexMode]
    sizes: Sequence[QPageSize.PageSizeId]

    def in_words_of_ours(self, told: PrinterState) -> PrinterInfo:
        """The printer as the port describes it.

        Args:
            told: What the spooler says of it, which is more than Qt does; ``READY`` for nothing.
        """
        state = told
        if told is PrinterState.READY and self.state not in _ACTS:
            state = PrinterState.FAULT
        return PrinterInfo(
            self.name, self.description or self.name, self.is_default, state, self._abilities()
        )

    def _abilities(self) -> PrinterAbilities | None:
        """None where nothing is told at all."""
        if not self.duplex and not self.sizes:
            return None
        sides = {each for each, mode in DUPLEX.items() if mode in self.duplex}
        sizes = {each for each, size in PAPER.items() if size in self.sizes}
        return PrinterAbilities(frozenset({Sides.ONE, *sides}), frozenset(sizes))


class PrintSystem(Protocol):
    """The system's printers; tests have files instead."""

    def queues(self) -> Sequence[QueueFacts]:
        """Printers found now."""
        ...

    def device(self, name: str) -> QPrinter | None:
        """A new printer to draw on, with the finest dots that it has; None if it is gone."""
        ...


class QtPrintSystem:
    """Implements ``PrintSystem`` with Qt's own printing."""

    def queues(self) -> Sequence[QueueFacts]:
        """Printers found now."""
        return [
            QueueFacts(
                each.printerName(),
                each.description(),
                each.isDefault(),
                each.state(),
                each.supportedDuplexModes(),
                [size.id() for size in each.supportedPageSizes()],
            )
            for each in QPrinterInfo.availablePrinters()
        ]

    def device(self, name: str) -> QPrinter | None:
        """A new printer to draw on."""
        found = QPrinterInfo.printerInfo(name)
        return None if found.isNull() else QPrinter(found, QPrinter.PrinterMode.HighResolution)
