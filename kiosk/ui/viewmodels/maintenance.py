"""What staff do with a public machine itself: clean it, start it again, leave it.

Everybody who is signed in may clean it, start it again and turn it off. Whoever ends the program for
maintenance stands before an open machine, which is for those who set it up.
"""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.day_report import DayEnd
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import Refusal
from kiosk.domain.machine_end import MachineEnd
from kiosk.domain.staff import StaffRight
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Maintenance(QObject):
    """Buttons of two pages, and the seconds that are left of a cleaning.

    Signals:
        changed: Another second, or somebody else is signed in.
        cleaningAsked, moreAsked, left: A button was used.
        endAsked: The program is to end; carries a ``MachineEnd``.
        testAsked: The machine is to be tested.
        dayAsked: The report of one end of the day is wanted; carries a ``DayEnd``.
    """

    changed = Signal()
    cleaningAsked = Signal()
    moreAsked = Signal()
    left = Signal()
    endAsked = Signal(object)
    testAsked = Signal()
    dayAsked = Signal(object)

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._seconds = 0
        shell.staffChanged.connect(self.changed)

    def count(self, seconds: int) -> None:
        """Show how many seconds touch is still ignored."""
        if seconds != self._seconds:
            self._seconds = seconds
            self.changed.emit()

    @Property(int, notify=changed)
    def seconds(self) -> int:
        """Until touch counts again; 0 once it does."""
        return self._seconds

    @Property(str, notify=changed)
    def whyNotExit(self) -> str:
        """Why the one who is signed in may not leave the program; empty for those who may."""
        objections, words = self._objections(), self._shell.words
        if not objections:
            return ""
        from kiosk.app.refusals import refusal_text  # noqa: PLC0415  slow; seldom said

        return " ".join(refusal_text(each, words) for each in objections)

    @Slot()
    def clean(self) -> None:
        """Ignore touch for half a minute."""
        self.cleaningAsked.emit()

    @Slot()
    def cleanMore(self) -> None:
        """Half a minute more."""
        self.moreAsked.emit()

    @Slot()
    def leave(self) -> None:
        """Let strangers use the machine again."""
        self.left.emit()

    @Slot()
    def restartProgram(self) -> None:
        """Start the program again."""
        self.endAsked.emit(MachineEnd.RESTART_PROGRAM)

    @Slot()
    def restartDevice(self) -> None:
        """Start the machine again."""
        self.endAsked.emit(MachineEnd.RESTART_DEVICE)

    @Slot()
    def shutDown(self) -> None:
        """Turn the machine off."""
        self.endAsked.emit(MachineEnd.SHUT_DOWN)

    @Slot()
    def exitProgram(self) -> None:
        """Leave the machine to the staff; only for those who may."""
        if not self._objections():
            self.endAsked.emit(MachineEnd.NOTHING)

    def _objections(self) -> list[Refusal]:
        if not self._session.is_open:
            # The page is made before anybody signs in; the record may be closed.
            return [Refusal("staff.unknown")]
        right, actor = StaffRight.SET_UP_MACHINE, self._session.name
        return rights_objections(self._program.record, actor, right)

    @Slot()
    def testMachine(self) -> None:
        """To the self-test."""
        self.testAsked.emit()

    @Slot()
    def openDay(self) -> None:
        """To the opening report."""
        self.dayAsked.emit(DayEnd.OPENING)

    @Slot()
    def closeDay(self) -> None:
        """To the closing report."""
        self.dayAsked.emit(DayEnd.CLOSING)
