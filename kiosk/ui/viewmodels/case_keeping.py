"""Whether a case is kept from disposal, and the entry of why."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.history_texts import who_and_when
from kiosk.domain.staff import StaffRight
from kiosk.ui.open_entry import CaseDesk, OpenEntry
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_REASON = "reason"


@QmlElement
@QmlUncreatable("made by the application")
class CaseKeeping(QObject):
    """What keeps the case that is shown, and who may change that.

    Signals:
        changed: Another case, a message, or the entry is open or closed.
    """

    changed = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk.case)
        self._program = desk.program
        self._shell = desk.shell
        self._case = desk.case
        self._entry = OpenEntry(desk, StaffRight.HOLD, self._forget, self._tell)
        self._reason = ""
        desk.case.changed.connect(self.changed)
        desk.shell.staffChanged.connect(self.changed)

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
        return not self._entry.objections

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """The entry is shown."""
        return self._entry.subject != ""

    @Property(str, notify=changed)
    def reason(self) -> str:
        """The reason as written; a locked screen forgets nothing of it."""
        return self._reason

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._entry.message

    @Slot()
    def begin(self) -> None:
        """Open the entry; only for those who may."""
        self._entry.begin(_REASON)

    @Slot(str)
    def writeReason(self, text: str) -> None:
        """Keep the reason while it is written; the field empties with it."""
        if text != self._reason:
            self._reason = text
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Close the entry, and store nothing; not while it is being stored."""
        self._entry.cancel()

    def close(self) -> None:
        """Close the entry; what is still being stored is told nobody."""
        self._entry.close()

    @Slot()
    def hold(self) -> None:
        """Keep the case, for the reason as written; a second tap meanwhile does nothing."""
        use_case, case, reason = self._program.hold_case, self._case.reference, self._reason
        actor = self._entry.actor
        if self.isOpen:
            self._entry.run(lambda: use_case.hold(case, reason, actor))

    @Slot()
    def release(self) -> None:
        """Let the rules hold again; a second tap meanwhile does nothing."""
        use_case, case, actor = self._program.hold_case, self._case.reference, self._entry.actor
        if self.isHeld:
            self._entry.run(lambda: use_case.release(case, actor))

    def _forget(self) -> None:
        self._reason = ""

    def _tell(self) -> None:
        self.changed.emit()
