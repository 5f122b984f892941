"""What becomes of a document after a printer has taken it, as long as somebody looks."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.print_jobs import NOT_FOLLOWED, JobId, JobState, JobStatus
from kiosk.app.ports.printer import Printer
from kiosk.domain.errors import KioskError
from kiosk.ui.job_texts import is_trouble, job_text, not_followed_text
from kiosk.ui.latest_tasks import LatestTasks
from kiosk.ui.shell import AppShell
from kiosk.ui.tasks import Lane, Tasks

_SOON_MS, _LATER_MS = 2_000, 10_000
_FIRST_WHILE = timedelta(minutes=1)
_ON_THE_WAY = JobStatus(JobState.WAITING)


class PrintedJob(QObject):
    """Asks the printing system now and then, and can take the document back.

    Signals:
        changed: Something else is told.
    """

    changed = Signal()

    def __init__(
        self,
        printer: Printer,
        clock: Clock,
        shell: AppShell,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._clock = clock
        self._shell = shell
        self._tasks = LatestTasks(tasks, Lane.QUEUE)
        self._job: JobId | None = None
        self._status = _ON_THE_WAY
        self._begun_at: datetime | None = None
        self._fault: KioskError | None = None
        self._is_stopping = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.look)

    def follow(self, job: JobId) -> None:
        """Begin with a document that was handed over now; another one is not followed any more."""
        self.forget()
        self._job, self._begun_at = job, self._clock.now()
        self.look()

    def forget(self) -> None:
        """Ask no more, and tell nothing; what is in the queue stays there."""
        if self._job is None:
            return
        self._tasks.begin_anew()
        self._pause.stop()
        self._job, self._fault, self._is_stopping = None, None, False
        self._status = _ON_THE_WAY
        self.changed.emit()

    def look(self) -> None:
        """Ask now."""
        job, printer = self._job, self._printer
        if job is None or job == NOT_FOLLOWED:
            self.changed.emit()
            return
        self._tasks.run(lambda: printer.job(job), self._on_told, self._on_unseen)

    @property
    def text(self) -> str:
        """How it goes and what to do; empty when nothing is followed."""
        words = self._shell.words
        if self._job is None:
            return ""
        if self._job == NOT_FOLLOWED:
            return not_followed_text(words)
        if self._fault is not None and not self._status.is_over:
            return fault_text(self._fault, words)
        return job_text(self._status, self._minutes(), words)

    @property
    def status(self) -> JobStatus | None:
        """As the printing system told it last; None when nothing is followed."""
        return None if self._job is None else self._status

    @property
    def is_followed(self) -> bool:
        """Whether the printing system tells what becomes of it."""
        return self._job is not None and self._job != NOT_FOLLOWED

    @property
    def minutes(self) -> int:
        """Whole minutes since it was handed over."""
        return self._minutes()

    @property
    def is_trouble(self) -> bool:
        """Whether somebody has to do something."""
        if self._job is None or self._job == NOT_FOLLOWED:
            return False
        return self._fault is not None or is_trouble(self._status, self._minutes())

    @property
    def can_stop(self) -> bool:
        """Whether it can be taken back now."""
        return bool(self._job) and not self._status.is_over and not self._is_stopping

    def stop(self) -> None:
        """Take it back; a second tap meanwhile does nothing."""
        job, printer = self._job, self._printer
        if not job or not self.can_stop:
            return
        self._is_stopping, self._fault = True, None
        self._pause.stop()
        self.changed.emit()
        self._tasks.run(lambda: printer.take_back(job), self._on_stopped, self._on_not_stopped)

    def _on_told(self, status: JobStatus) -> None:
        self._status = status
        self._pause.stop()
        if status.is_over:
            self._fault = None
        elif not self._is_stopping:
            is_new = self._passed() < _FIRST_WHILE
            self._pause.start(_SOON_MS if is_new else _LATER_MS)
        self.changed.emit()

    def _on_unseen(self, _error: KioskError) -> None:
        self._on_told(JobStatus(JobState.UNSEEN))

    def _on_stopped(self, _none: None) -> None:
        self._is_stopping = False
        self.look()

    def _on_not_stopped(self, error: KioskError) -> None:
        self._is_stopping, self._fault = False, error
        self.look()

    def _minutes(self) -> int:
        return self._passed() // timedelta(minutes=1)

    def _passed(self) -> timedelta:
        if self._begun_at is None:
            return timedelta()
        return max(self._clock.now() - self._begun_at, timedelta())
