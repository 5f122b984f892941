"""Slow work for what is shown now: what an earlier thing still does is told to nobody."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.errors import KioskError
from kiosk.ui.tasks import Lane, Tasks

T = TypeVar("T")


class LatestTasks:
    """Runs work in one lane until something else is shown.

    Args:
        tasks: Runs the work.
        lane: Where it waits for its turn.
    """

    def __init__(self, tasks: Tasks, lane: Lane) -> None:
        self._tasks = tasks
        self._lane = lane
        self._shown = 0

    def begin_anew(self) -> None:
        """Something else is shown; work that was begun goes on, but nobody hears of it."""
        self._shown += 1

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[KioskError], None]
    ) -> None:
        """Do ``work``, then call one of ``done`` and ``failed`` if the same is still shown."""
        shown = self._shown

        def if_still_shown(call: Callable[[], None]) -> None:
            if shown == self._shown:
                call()

        self._tasks.run(
            work,
            lambda result: if_still_shown(lambda: done(result)),
            lambda error: if_still_shown(lambda: failed(error)),
            self._lane,
        )
