"""A printer that keeps its jobs, for tests and for the tour."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.app.ports.print_jobs import JobId, JobState, JobStatus
from kiosk.app.ports.printer import SIMPLE, PrinterInfo, PrintWishes, always
from kiosk.domain.errors import PrintError
from kiosk.printing.codes import NO_PRINTER, NOT_TAKEN_BACK, STOPPED

_DONE = JobStatus(JobState.DONE)


@dataclass(slots=True)
class MemoryPrinter:
    """Keeps what was printed.

    Attributes:
        found: Printers that it pretends to find.
        jobs: Queue name and document, in the order of printing.
        wishes: What was asked for each of the jobs.
        status: What it tells of jobs that nobody took back.
        is_stubborn: Whether it lets nobody take anything back.
        left: How many documents an earlier process left in its queues.
    """

    found: tuple[PrinterInfo, ...] = (PrinterInfo("memory", "memory", is_default=True),)
    jobs: list[tuple[str, bytes]] = field(default_factory=list)
    wishes: list[PrintWishes] = field(default_factory=list)
    status: JobStatus = _DONE
    is_stubborn: bool = False
    left: int = 0
    _taken_back: set[JobId] = field(default_factory=set)

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The printers given."""
        return self.found

    def print_pdf(
        self,
        pdf: bytes,
        printer: str,
        wishes: PrintWishes = SIMPLE,
        is_wanted: Callable[[], bool] = always,
    ) -> JobId:
        """Keep the document.

        Raises:
            PrintError: ``no_printer``: there is no such printer; ``stopped``.
        """
        if printer not in {each.name for each in self.found}:
            raise PrintError(NO_PRINTER)
        if not is_wanted():
            raise PrintError(STOPPED)
        self.jobs.append((printer, pdf))
        self.wishes.append(wishes)
        return JobId(f"{printer}-{len(self.jobs)}")

    def job(self, job: JobId) -> JobStatus:
        """The status given; other jobs than its own are gone."""
        if job not in self._all():
            return JobStatus(JobState.GONE)
        if job in self._taken_back:
            return replace(self.status, state=JobState.CANCELLED)
        return self.status

    def take_back(self, job: JobId) -> None:
        """Remember that it was taken back.

        Raises:
            PrintError: ``not_taken_back``: it is stubborn.
        """
        if self.job(job).is_over:
            return
        if self.is_stubborn:
            raise PrintError(NOT_TAKEN_BACK)
        self._taken_back.add(job)

    def take_back_all(self) -> int:
        """Take back what is not over; how many it kept."""
        waiting = [job for job in self._all() if not self.job(job).is_over]
        if self.is_stubborn:
            return len(waiting)
        self._taken_back.update(waiting)
        return 0

    def take_back_left(self) -> int:
        """Nothing is left any more of an earlier process."""
        self.left = 0
        return self.left

    def _all(self) -> list[JobId]:
        return [JobId(f"{queue}-{number}") for number, (queue, _) in enumerate(self.jobs, start=1)]
