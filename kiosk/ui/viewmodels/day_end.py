"""The page of the opening report and of the closing report (access O30)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.day_report import DayEnd, DayReport
from kiosk.app.day_report_texts import day_lead, day_rows, day_title, to_do
from kiosk.app.fault_texts import fault_text
from kiosk.domain.errors import KioskError
from kiosk.ui.latest_tasks import LatestTasks
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.printed_job import PrintedJob
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from kiosk.app.machine_care import MachineCare
    from kiosk.app.ports.print_jobs import JobId

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class DayEndWork(QObject):
    """Numbers, what to do, and a button that ends or begins the day.

    Signals:
        changed: Another report, or something is told of its printing.
        left: Back to the page of the machine.
        confirmed: The machine is opened, or closed.
    """

    changed = Signal()
    left = Signal()
    confirmed = Signal()

    def __init__(
        self, care: "MachineCare", shell: AppShell, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._care = care
        self._shell = shell
        self._tasks = LatestTasks(tasks, Lane.PAPER)
        self._report: DayReport | None = None
        self._end = DayEnd.OPENING
        self._message = ""
        self._rows = RowsModel(("text",), self)
        self._steps = RowsModel(("text",), self)
        self._printed = PrintedJob(care.printer, care.clock, shell, tasks, self)
        self._printed.changed.connect(self.changed)
        shell.spoken.connect(self._refresh)

    def show(self, end: DayEnd) -> None:
        """Read the log until now."""
        self._tasks.begin_anew()
        self._printed.forget()
        self._end, self._report, self._message = end, None, ""
        try:
            self._report = self._care.report(end)
        except KioskError as error:
            self._message = fault_text(error, self._shell.words)
        self._refresh()

    @Property(str, notify=changed)
    def title(self) -> str:
        """Opening or closing."""
        return day_title(self._end, self._shell.words)

    @Property(str, notify=changed)
    def lead(self) -> str:
        """From when it counts; empty where the log cannot be read."""
        return "" if self._report is None else day_lead(self._report, self._shell.words)

    @Property(bool, notify=changed)
    def isOpening(self) -> bool:
        """Whether the day begins."""
        return self._end is DayEnd.OPENING

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """Labels and numbers."""
        return self._rows

    @Property(RowsModel, constant=True)
    def steps(self) -> RowsModel:
        """What staff must do, most urgent first."""
        return self._steps

    @Property(str, notify=changed)
    def message(self) -> str:
        """What went wrong; empty when nothing did."""
        return self._message

    @Property(str, notify=changed)
    def printedText(self) -> str:
        """What becomes of the report on paper; empty before it is printed."""
        return self._printed.text

    @Property(bool, notify=changed)
    def isPrintTrouble(self) -> bool:
        """Whether somebody has to do something at the printer."""
        return self._printed.is_trouble

    @Slot()
    def printReport(self) -> None:
        """Print what is shown."""
        report, words, care = self._report, self._shell.words, self._care
        if report is None:
            return
        self._message = ""
        self._tasks.run(lambda: care.print_report(report, words), self._on_job, self._on_failed)

    @Slot()
    def confirm(self) -> None:
        """Open or close the machine."""
        try:
            self._care.confirm(self._end)
        except KioskError as error:
            self._on_failed(error)
            return
        self._printed.forget()
        self.confirmed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the page of the machine."""
        self._printed.forget()
        self.left.emit()

    def _on_job(self, job: "JobId") -> None:
        self._printed.follow(job)
        self.changed.emit()

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        report, words = self._report, self._shell.words
        if report is None:
            self._rows.show([])
            self._steps.show([])
        else:
            lines = day_rows(report, words)
            self._rows.show([{"text": f"{each.label}: {each.value}"} for each in lines])
            steps = enumerate(to_do(report, words), start=1)
            self._steps.show([{"text": f"{number}. {text}"} for number, text in steps])
        self.changed.emit()
