"""Work over many cases for one page: off the drawing thread, told of on the way, and stoppable."""

from collections.abc import Callable
from threading import Event as Flag
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.app.watch import Watch
from kiosk.domain.errors import KioskError
from kiosk.ui.faults import Faults
from kiosk.ui.shell import AppShell
from kiosk.ui.tasks import Lane, Tasks

T = TypeVar("T")

# Cases; a word about each would be more work than looking at it.
_TOLD_EVERY = 50


class LongWork(QObject):
    """One piece of work at a time; a new one calls off the one before.

    Signals:
        changed: The work has come further, or somebody wants it stopped.
        counted: From the working thread: cases done, and cases in all.

    Attributes:
        progress: How far it has come; empty when none is under way.
    """

    changed = Signal()
    counted = Signal(int, int)

    def __init__(self, tasks: Tasks, shell: AppShell, faults: Faults, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._shell = shell
        self._faults = faults
        self._stop = Flag()
        self._text = self._ending = ""
        self._is_ending = False
        self.progress = ""
        self.counted.connect(self._on_counted)

    @property
    def can_stop(self) -> bool:
        """Whether work is under way that nobody wants stopped yet."""
        return self.progress != "" and not self._is_ending and not self._stop.is_set()

    @property
    def is_stopped(self) -> bool:
        """Whether somebody wants the work stopped; asked from the working thread, too."""
        return self._stop.is_set()

    def run(
        self,
        work: Callable[[Watch], T],
        done: Callable[[T], None],
        failed: Callable[[KioskError], None],
        text: str,
        told_every: int = _TOLD_EVERY,
        ending: str = "",
    ) -> None:
        """Do the work among what is slow, so that storing a visit waits for nothing.

        Args:
            work: Called off the drawing thread.
            done: Gets the result, unless other work was begun meanwhile.
            failed: Gets the reason, likewise.
            text: How far it has come, with places for ``done`` and ``count``.
            told_every: After how many pieces it is told.
            ending: What is done after the last piece, and can be stopped no more; empty where that
                is nothing.
        """
        self._stop.set()
        stop = self._stop = Flag()
        self._text, self._ending, self._is_ending = text, ending, False
        self.progress = self._shell.words.gettext("Beginning …")
        self.changed.emit()

        def tell(ready: int, count: int) -> None:
            if ready % told_every == 0 or ready == count:
                self.counted.emit(ready, count)

        watch = Watch(tell, stop.is_set)
        self._tasks.run(
            lambda: work(watch),
            lambda result: self._end(stop, lambda: done(result)),
            lambda error: self._end(stop, lambda: failed(error)),
            Lane.PAPER,
        )

    def stop(self) -> None:
        """Stop between two cases."""
        if self.can_stop:
            self._stop.set()
            self.progress = self._shell.words.gettext("Stopping …")
            self.changed.emit()

    def call_off(self) -> None:
        """Stop it, and tell nobody what came of it."""
        self._stop.set()
        self._stop = Flag()
        self.progress = ""

    def _end(self, stop: Flag, tell: Callable[[], None]) -> None:
        if stop is self._stop:
            self.progress = ""
            self._faults.telling(tell)()

    @Slot(int, int)
    def _on_counted(self, ready: int, count: int) -> None:
        if not self.can_stop:
            return
        if self._ending and ready == count:
            self.progress, self._is_ending = self._ending, True
        else:
            words = self._shell.words
            self.progress = self._text.format(done=words.number(ready), count=words.number(count))
        self.changed.emit()
