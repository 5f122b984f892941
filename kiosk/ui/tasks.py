"""Slow work off the GUI thread; the result comes back on it."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from kiosk.domain.errors import KioskError

T = TypeVar("T")


class Lane(Enum):
    """Work of one lane is done in order; lanes do not wait for each other."""

    RECORD = auto()
    PAPER = auto()
    QUEUE = auto()
    """Looking after what printers have taken, also while the next document is made."""


class Tasks(Protocol):
    """Runs work and calls back; tests use one that runs at once."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KioskError], None],
        lane: Lane = Lane.RECORD,
    ) -> None:
        """Do ``work``, then call exactly one of ``done`` and ``failed`` on the GUI thread."""
        ...


class ImmediateTasks:
    """Runs the work at once on the calling thread."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KioskError], None],
        lane: Lane = Lane.RECORD,  # noqa: ARG002  work that is done now waits for nothing
    ) -> None:
        """Do the work now."""
        try:
            result = work()
        except KioskError as error:
            failed(error)
        else:
            done(result)


class _Relay(QObject):
    finished = Signal(object)

    def __init__(self, deliver: Callable[[Callable[[], None]], None]) -> None:
        super().__init__()
        self._deliver = deliver
        self.finished.connect(self._on_finished)

    @Slot(object)
    def _on_finished(self, call: Callable[[], None]) -> None:
        self._deliver(call)


class _Job(QRunnable):
    def __init__(self, body: Callable[[], None]) -> None:
        super().__init__()
        self._body = body

    def run(self) -> None:
        self._body()


class ThreadTasks:
    """One worker thread per lane: a printer that does not answer never delays storing."""

    def __init__(self) -> None:
        self._pools = {lane: QThreadPool() for lane in Lane}
        for pool in self._pools.values():
            pool.setMaxThreadCount(1)
        self._relay = _Relay(lambda call: call())

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KioskError], None],
        lane: Lane = Lane.RECORD,
    ) -> None:
        """Queue the work; any error that is not expected is raised on the GUI thread."""

        def body() -> None:
            self._relay.finished.emit(_outcome(work, done, failed))

        self._pools[lane].start(_Job(body))

    def wait(self) -> None:
        """Wait for queued work before the program ends."""
        for pool in self._pools.values():
            pool.waitForDone()


def _outcome(
    work: Callable[[], T], done: Callable[[T], None], failed: Callable[[KioskError], None]
) -> Callable[[], None]:
    try:
        result = work()
    except KioskError as error:
        return lambda known=error: failed(known)  # type: ignore[misc]
    except Exception as error:  # noqa: BLE001  the worker boundary: re-raised on the GUI thread

        def reraise(bug: Exception = error) -> None:
            raise bug

        return reraise
    return lambda: done(result)
