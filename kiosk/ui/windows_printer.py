"""Printers of Windows: pages are drawn onto them by Qt, since Windows prints no PDF by itself."""

from collections.abc import Callable
from threading import Event, Lock

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from kiosk.app.ports.print_jobs import NOT_FOLLOWED, JobId, JobState, JobStatus
from kiosk.app.ports.printer import JOB_NAME, SIMPLE, PrinterInfo, PrintWishes, Sides, always
from kiosk.app.ports.spooler import Spooler
from kiosk.domain.errors import PrintError
from kiosk.ui.pdf_bands import Sheetful, sheetfuls
from kiosk.ui.windows_queues import DUPLEX, PAPER, PrintSystem, QtPrintSystem

_NO_PRINTER = "printing.no_printer"
_REFUSED = "printing.refused"
_STOPPED = "printing.stopped"
_NOT_TAKEN_BACK = "printing.not_taken_back"
_LOST = frozenset({QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error})

FINEST_DPI = 600
"""More dots show no difference, and are slow to draw and to send."""


class WindowsPrinter:
    """Draws pages at full size, one band after the other; to be called on a worker thread.

    Qt tells nothing of a document once Windows has it, so no job can be followed; the spooler is
    asked for what keeps a printer and to delete what still waits.

    Args:
        spooler: What Windows itself tells of its queues.
        system: Where printers come from.
    """

    def __init__(self, spooler: Spooler, system: PrintSystem | None = None) -> None:
        self._spooler = spooler
        self._system = system or QtPrintSystem()
        self._queues: set[str] = set()
        self._clearing = Event()
        self._drawing = Lock()

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Printers found now, in the order of Windows."""
        return tuple(
            each.in_words_of_ours(self._spooler.state(each.name)) for each in self._system.queues()
        )

    def print_pdf(
        self,
        pdf: bytes,
        printer: str,
        wishes: PrintWishes = SIMPLE,
        is_wanted: Callable[[], bool] = always,
    ) -> JobId:
        """Draw a document on a printer.

        Raises:
            PrintError: ``no_printer``, ``refused`` or ``stopped``; after the last one, pages that
                were drawn already may still come.
        """
        # One at a time: PDFium is made for one thread.
        with self._drawing:
            self._clearing.clear()
            device = self._system.device(printer)
            if device is None:
                raise PrintError(_NO_PRINTER)
            self._queues.add(printer)
            _prepare(device, wishes)
            drawing = _Drawing(device, lambda: is_wanted() and not self._clearing.is_set())
            try:
                drawing.draw(pdf, wishes)
            except ValueError as fault:
                raise PrintError(_REFUSED) from fault
        return NOT_FOLLOWED

    def job(self, job: JobId) -> JobStatus:  # noqa: ARG002  none is followed
        """Nothing is known of any."""
        return JobStatus(JobState.UNSEEN)

    def take_back(self, job: JobId) -> None:  # noqa: ARG002  none has a name
        """Refuse: no job can be told from another.

        Raises:
            PrintError: ``not_taken_back``, always.
        """
        raise PrintError(_NOT_TAKEN_BACK)

    def take_back_all(self) -> int:
        """Stop what is being drawn, and delete our documents from the queues that we printed to."""
        self._clearing.set()
        return sum(self._spooler.delete(queue, JOB_NAME) for queue in tuple(self._queues))

    def take_back_left(self) -> int:
        """Delete our documents from all queues that are found."""
        return sum(self._spooler.delete(each.name, JOB_NAME) for each in self.printers())


class _Drawing:
    """One document on its way to a device."""

    def __init__(self, device: QPrinter, is_wanted: Callable[[], bool]) -> None:
        self._device = device
        self._is_wanted = is_wanted
        self._painter = QPainter()

    def draw(self, pdf: bytes, wishes: PrintWishes) -> None:
        """Draw all copies, each complete before the next one begins.

        The device's own copies are not used: not every driver sorts them.

        Raises:
            PrintError: ``refused`` or ``stopped``.
            ValueError: It is no PDF file.
        """
        try:
            drawn = 0
            for _copy in range(wishes.copies):
                if wishes.sides is not Sides.ONE and drawn % 2 == 1:
                    # The next copy begins on a sheet of its own.
                    self._turn()
                    drawn += 1
                for page in sheetfuls(pdf):
                    self._draw_page(page)
                    drawn += 1
            self._end()
        except BaseException:
            if self._painter.isActive():
                self._device.abort()
                self._painter.end()
            raise

    def _end(self) -> None:
        if not self._painter.end():
            raise PrintError(_REFUSED)

    def _draw_page(self, page: Sheetful) -> None:
        is_wide = page.width_pt > page.height_pt
        way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
        self._device.setPageOrientation(way)
        self._turn()
        for top, band in page.bands(self._device.resolution()):
            self._require_wanted()
            self._painter.drawImage(QPoint(0, top), band)

    def _turn(self) -> None:
        """Begin the next page, or the first."""
        self._require_wanted()
        is_first = not self._painter.isActive()
        has_begun = self._painter.begin(self._device) if is_first else self._device.newPage()
        if not has_begun:
            raise PrintError(_REFUSED)

    def _require_wanted(self) -> None:
        if not self._is_wanted():
            raise PrintError(_STOPPED)
        if self._device.printerState() in _LOST:
            raise PrintError(_REFUSED)


def _prepare(device: QPrinter, wishes: PrintWishes) -> None:
    """Full size: places count from the corner of the paper, not from where the printer can ink."""
    device.setDocName(JOB_NAME)
    device.setFullPage(True)
    device.setPageSize(QPageSize(PAPER[wishes.size]))
    device.setDuplex(DUPLEX[wishes.sides])
    device.setCopyCount(1)
    device.setColorMode(QPrinter.ColorMode.GrayScale)
    if device.resolution() > FINEST_DPI:
        device.setResolution(FINEST_DPI)
