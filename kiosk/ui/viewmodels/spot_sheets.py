"""How much paper a brochure at a public machine takes, told before it is printed."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.print_on_the_spot import SpotWish
from kiosk.domain.errors import KioskError
from kiosk.ui.latest_tasks import LatestTasks
from kiosk.ui.public_state import PublicState
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import Page
from kiosk.ui.spot_texts import sheets_text
from kiosk.ui.tasks import Lane, Tasks
from kiosk.ui.viewmodels.public_brochure import PublicBrochure

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SpotSheets(QObject):
    """Counted off the drawing thread, anew for each wish; nothing is told where it is unknown.

    Signals:
        changed: The count is another, or not known any more.
    """

    changed = Signal()

    def __init__(
        self,
        state: PublicState,
        brochure: PublicBrochure,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._brochure = brochure
        self._counting = LatestTasks(tasks, Lane.PAPER)
        self._wish: SpotWish | None = None
        self._count = 0
        brochure.changed.connect(self._look)
        state.shell.pageChanged.connect(self._look)

    @Property(str, notify=changed)
    def text(self) -> str:
        """How many sheets will come out; empty until that is known."""
        return sheets_text(self._count, self._state.words) if self._count else ""

    @Slot()
    def _look(self) -> None:
        is_shown = self._state.shell.current is Page.PUBLIC_BROCHURE
        wish = self._brochure.wish if is_shown else None
        if wish == self._wish:
            return
        self._wish = wish
        self._counting.begin_anew()
        self._tell(0)
        if wish is not None:
            spot = self._brochure.spot
            self._counting.run(lambda: spot.sheets(wish), self._tell, self._keep_quiet)

    def _tell(self, count: int) -> None:
        self._count = count
        self.changed.emit()

    def _keep_quiet(self, _error: KioskError) -> None:
        """Whoever prints is told what is wrong."""
