"""Makes the side of a window that strangers see, and keeps its only clock."""

import gc

from PySide6.QtCore import QTimer
from PySide6.QtQml import qmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.landscape import Landscape  # noqa: F401  QML finds it once it is imported
from kiosk.ui.public_flow import PublicFlow
from kiosk.ui.public_state import PublicState
from kiosk.ui.session_watch import SessionWatch, words_on
from kiosk.ui.shell import Page
from kiosk.ui.staff_side import StaffSide
from kiosk.ui.staff_visits import StaffVisits
from kiosk.ui.tasks import Lane, Tasks
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.turner import Turner  # noqa: F401  QML finds it once it is imported
from kiosk.ui.viewmodels.display_settings import DisplaySettings
from kiosk.ui.viewmodels.public_desk import PublicDesk
from kiosk.ui.visit_state import VisitState


class PublicSide:
    """Everything of the public side; keep it as long as the window lives.

    Attributes:
        desk: What the public pages are given.
        flow: Which page comes next.
        watch: Whether somebody is still there.
    """

    def __init__(
        self,
        state: PublicState,
        theme: ThemeSource,
        settings: DisplaySettings,
        watch: SessionWatch,
        tasks: Tasks,
    ) -> None:
        self._state = state
        self._tasks = tasks
        self._window: QQuickWindow | None = None
        self.watch = watch
        self.desk = PublicDesk(state, theme, tasks)
        self.flow = PublicFlow(state, self.desk, settings, watch)
        state.shell.serve_strangers()

    def let_staff_in(self, staff: StaffSide, visit: VisitState) -> None:
        """Let staff sign in on this screen, and hand it over."""
        visit.idle = self.watch.visit_times
        self.staff_visits = StaffVisits(
            self._state, self.flow, self.watch, staff, visit, self._tasks
        )

    @property
    def state(self) -> PublicState:
        """The session that is going on."""
        return self._state

    def open(self, window: QQuickWindow) -> None:
        """Show the attract page, and notice input from now on."""
        self._window = window
        window.installEventFilter(self.watch)
        window.frameSwapped.connect(self._read)
        self.flow.attract()
        # A crash or a power cut leaves papers in the queues that nobody waits for.
        left = self.desk.brochure.spot.take_back_left
        self._tasks.run(left, _nothing, _nothing, Lane.QUEUE)

    def close(self) -> None:
        """Notice nothing any more."""
        if self._window is not None:
            self._window.removeEventFilter(self.watch)
        self.watch.close()

    def _read(self) -> None:
        """A page is on the screen: how much there is to read."""
        if self._window is not None and self.flow.is_new_page():
            self.watch.read(words_on(self._window))
            if self._state.shell.current is Page.ATTRACT:
                # The next person sees the page first: this takes some frames.
                QTimer.singleShot(0, self._window, self._let_go)

    def _let_go(self) -> None:
        """Throw away what nobody holds: a name is not to stay in memory until there are enough."""
        gc.collect()
        engine = qmlEngine(self._window.contentItem()) if self._window is not None else None
        if engine is not None:
            engine.collectGarbage()
        # Slow to import, and the first person has not come yet when the machine starts.
        from kiosk.ui.spare_memory import give_back  # noqa: PLC0415

        give_back()


def _nothing(_result: object) -> None:
    """Nobody is there who could be told."""
