"""Whether a case is kept from disposal, and the entry of why."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.history_texts import who_and_when
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import KioskError
from kiosk.domain.staff import StaffRight
from kiosk.ui.errand import Errand
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.case_details import CaseDetails

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CaseKeeping(QObject):
    """What keeps the case that is shown, and who may change that.

    Signals:
        changed: Another case, a message, or the entry is open or closed.
    """

    changed = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        case: CaseDetails,
        tasks: Tasks,
    ) -> None:
        super().__init__(case)
        self._program = program
        self._shell = shell
        self._session = session
        self._case = case
        self._errand = Errand(tasks, shell, session.faults, Page.CASE)
        self._is_open = False
        self._reason = self._message = ""
        case.changed.connect(self.changed)
        shell.staffChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def isHeld(self) -> bool:
        """Somebody decided that the case must be kept."""
        return self._case.hold is not None

    @Property(str, notify=changed)
    def stateText(self) -> str:
        """Why the case is kept, by whom and since when; or that the rules hold for it."""
        words, hold = self._shell.words, self._case.hold
        if hold is None:
            return words.gettext("The case is kept for as long as the rules of retention say.")
        return words.gettext("The case is kept, whatever the rules say: {reason}").format(
            reason=hold.reason
        )

    @Property(str, notify=changed)
    def whoText(self) -> str:
        """Who decided it, and when; empty for a case that nobody keeps."""
        hold = self._case.hold
        return "" if hold is None else who_and_when(hold.event, self._shell.words)

    @Property(bool, notify=changed)
    def isAllowed(self) -> bool:
        """Whether the one who is signed in may decide it."""
        right = StaffRight.HOLD
        return not rights_objections(self._program.record, self._session.name, right)

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """The entry is shown."""
        return self._is_open

    @Property(str, notify=changed)
    def reason(self) -> str:
        """The reason as written; a locked screen forgets nothing of it."""
        return self._reason

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Slot()
    def begin(self) -> None:
        """Open the entry; only for those who may."""
        if self.isAllowed:
            self._is_open = True
            self._reason = self._message = ""
            self.changed.emit()

    @Slot(str)
    def writeReason(self, text: str) -> None:
        """Keep the reason while it is written; the field empties with it."""
        if text != self._reason:
            self._reason = text
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Close the entry, and store nothing; not while it is being stored."""
        if not self._errand.is_busy:
            self._shut()

    def close(self) -> None:
        """Close the entry; what is still being stored is told nobody."""
        self._errand.call_off()
        self._shut()

    @Slot()
    def hold(self) -> None:
        """Keep the case, for the reason as written; a second tap meanwhile does nothing."""
        use_case, case, reason = self._program.hold_case, self._case.reference, self._reason
        actor = self._session.name
        if self._is_open:
            self._run(lambda: use_case.hold(case, reason, actor))

    @Slot()
    def release(self) -> None:
        """Let the rules hold again; a second tap meanwhile does nothing."""
        use_case, case, actor = self._program.hold_case, self._case.reference, self._session.name
        if self.isHeld:
            self._run(lambda: use_case.release(case, actor))

    def _run(self, work: Callable[[], None]) -> None:
        case = self._case.reference
        self._errand.run(work, self._on_stored, self._on_failed, lambda _none: self._on_late(case))

    def _on_stored(self, _none: None) -> None:
        self._shut()
        self._case.refresh()

    def _on_late(self, case: str) -> None:
        # The screen was locked meanwhile; whoever comes back sees that it is stored.
        if case == self._case.reference:
            self._on_stored(None)

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()

    def _shut(self) -> None:
        self._is_open = False
        self._reason = self._message = ""
        self.changed.emit()
