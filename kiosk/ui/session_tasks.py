"""Slow work of one staff session: once the session is over, what comes of it is told to nobody."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.errors import KioskError
from kiosk.ui.tasks import Lane, Tasks

T = TypeVar("T")


class SessionTasks:
    """Runs work until the session ends, and knows when nothing of it is under way any more.

    Args:
        tasks: Runs the work.
    """

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._under_way = dict.fromkeys(Lane, 0)
        self._after: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether work is under way that somebody waits for; looking after printers is none."""
        return any(count for lane, count in self._under_way.items() if lane is not Lane.QUEUE)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KioskError], None],
        lane: Lane = Lane.RECORD,
    ) -> None:
        """Do ``work``, then call one of ``done`` and ``failed`` if the session goes on."""
        if self._after is not None:
            return
        self._under_way[lane] += 1
        self._tasks.run(
            work,
            lambda result: self._end(lane, lambda: done(result)),
            lambda error: self._end(lane, lambda: failed(error)),
            lane,
        )

    def end(self, after: Callable[[], None]) -> None:
        """Tell nobody any more.

        Args:
            after: Called once nothing is under way, at once where nothing is: until then the
                working thread may use what asked for the work.
        """
        self._after = after
        self._when_idle()

    def _end(self, lane: Lane, tell: Callable[[], None]) -> None:
        self._under_way[lane] -= 1
        if self._after is None:
            tell()
        else:
            self._when_idle()

    def _when_idle(self) -> None:
        if self._after is not None and not any(self._under_way.values()):
            self._after()
