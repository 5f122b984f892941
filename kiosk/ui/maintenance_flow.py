"""The hidden way of the staff to a public machine itself: pattern, code, then what is to be done.

The code is asked for on the usual sign-in page: wrong tries make it wait twice as long each time, and
a restart shortens no wait (access O12, O13).
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app.machine_notes import MachineNotes
from kiosk.domain.cleaning import CleaningLock
from kiosk.domain.errors import StorageError
from kiosk.domain.machine_end import MachineEnd
from kiosk.ui.corner_watch import CornerWatch
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.viewmodels.maintenance import Maintenance

_LOOK_EVERY_MS = 250
_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletRelease,
        QEvent.Type.TabletMove,
    }
)


@dataclass(frozen=True, slots=True)
class MaintenanceParts:
    """What the way needs.

    Attributes:
        reach_px: How far from both edges a tap in a corner counts.
        ask_staff: Ends the session that the pattern began, and opens the sign-in page.
        leave: Nobody is signed in, the record is closed, and strangers may come.
        end: Ends the program with an exit code.
    """

    window: QQuickWindow
    shell: AppShell
    page: Maintenance
    notes: MachineNotes
    now_ms: Callable[[], float]
    reach_px: Callable[[], float]
    ask_staff: Callable[[], None]
    leave: Callable[[], None]
    end: Callable[[int], None] = QGuiApplication.exit


class MaintenanceFlow(QObject):
    """Install nothing: it does so itself, and keeps as long as the window lives."""

    def __init__(self, parts: MaintenanceParts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._is_wanted = False
        self._lock: CleaningLock | None = None
        self.corners = CornerWatch(parts.window, parts.reach_px, self._is_strangers, parts.now_ms)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.corners.drawn.connect(self._ask)
        parts.window.installEventFilter(self.corners)
        parts.window.installEventFilter(self)
        parts.shell.pageChanged.connect(self._follow)
        page = parts.page
        page.cleaningAsked.connect(self._clean)
        page.moreAsked.connect(self._clean_more)
        page.left.connect(self._finish)
        page.endAsked.connect(self._end)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow what a cloth does to the screen."""
        is_locked = self._lock is not None and self._lock.is_locked(self._now_s())
        return is_locked and event.type() in _TOUCHES

    def look(self) -> None:
        """Count the seconds, and end when the time for more has passed."""
        if self._lock is None:
            return
        now_s = self._now_s()
        self._parts.page.count(self._lock.left_s(now_s))
        if self._lock.is_over(now_s):
            self._finish()

    def _now_s(self) -> float:
        return self._parts.now_ms() / 1000

    def _is_strangers(self) -> bool:
        # The first tap on the attract page begins a session already.
        return self._lock is None and self._parts.shell.current.is_public

    def _ask(self) -> None:
        self._parts.ask_staff()
        self._is_wanted = True

    def _follow(self) -> None:
        """Whoever drew the pattern and signed in gets the page of the machine, not the cases."""
        page = self._parts.shell.current
        if page is Page.ATTRACT:
            self._is_wanted = False
        elif self._is_wanted and page is Page.CASES:
            self._is_wanted = False
            self._parts.shell.show(Page.MAINTENANCE)

    def _clean(self) -> None:
        # Whoever comes while the screen is wiped must find nobody signed in.
        self._parts.leave()
        with suppress(StorageError):
            self._parts.notes.cleaning_locked()
        self._lock = CleaningLock.begun(self._now_s())
        self._parts.shell.show(Page.CLEANING)
        self._timer.start()
        self.look()

    def _clean_more(self) -> None:
        if self._lock is not None:
            self._lock = self._lock.extended(self._now_s())
            self.look()

    def _finish(self) -> None:
        self._lock = None
        self._timer.stop()
        self._parts.leave()

    def _end(self, end: MachineEnd) -> None:
        with suppress(StorageError):
            self._parts.notes.maintenance_exit(end)
        self._parts.end(end.of_program)
