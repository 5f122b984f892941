"""What staff do with a public machine itself: clean it, start it again, leave it.

Everybody who is signed in may clean it, start it again and turn it off; whoever knows the cleaning code
of the machine may clean it while the record is closed. Whoever ends the program for
maintenance stands before an open machine, which is for those who set it up.
"""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.cleaning_code import CleaningCode
from kiosk.app.day_report import DayEnd
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import Refusal
from kiosk.domain.machine_end import MachineEnd
from kiosk.domain.machine_event import CodeOutcome
from kiosk.domain.staff import StaffRight
from kiosk.ui.code_try import wait_text
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
        changed: Another second, another question, or somebody else is signed in.
        cleaningAsked, moreAsked, left: A button was used.
        codeTried: A cleaning code was right, wrong or too soon; carries a ``CodeOutcome``.
        endAsked: The program is to end, and whoever wants that was asked; carries a ``MachineEnd``.
        testAsked: The machine is to be tested.
        dayAsked: The report of one end of the day is wanted; carries a ``DayEnd``.
    """

    changed = Signal()
    cleaningAsked = Signal()
    moreAsked = Signal()
    left = Signal()
    codeTried = Signal(object)
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
        self._asked: MachineEnd | None = None
        self._code: CleaningCode | None = None
        self._message = ""
        shell.staffChanged.connect(self.stay)
        shell.pageChanged.connect(lambda: self._say(""))

    def let_clean(self, code: CleaningCode | None) -> None:
        """From now on this code opens the cleaning without the record; None for no code."""
        self._code = code
        self.changed.emit()

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

    @Property(bool, notify=changed)
    def hasCleaningCode(self) -> bool:
        """Whether the screen can be cleaned without the record."""
        return self._code is not None

    @Property(str, notify=changed)
    def cleaningMessage(self) -> str:
        """Why the last cleaning code opened nothing; empty before one."""
        return self._message

    @Slot(str)
    def cleanWith(self, said: str) -> None:
        """Ignore touch for half a minute for whoever knows the cleaning code."""
        code, words = self._code, self._shell.words
        if code is None:
            return
        if not said:
            self._say(words.gettext("Write the cleaning code."))
            return
        outcome = code.try_code(said)
        self.codeTried.emit(outcome)
        if outcome is CodeOutcome.RIGHT:
            self._say("")
            self.cleaningAsked.emit()
            return
        parts = [words.gettext("The code is wrong.")] if outcome is CodeOutcome.WRONG else []
        if code.wait_s > 0:
            parts.append(wait_text(code.wait_s, words))
        self._say(" ".join(parts))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

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
        """Ask whether to start the machine again."""
        self._ask(MachineEnd.RESTART_DEVICE)

    @Slot()
    def shutDown(self) -> None:
        """Ask whether to turn the machine off."""
        self._ask(MachineEnd.SHUT_DOWN)

    @Slot()
    def exitProgram(self) -> None:
        """Ask whether to leave the machine to the staff; only for those who may."""
        if not self._objections():
            self._ask(MachineEnd.NOTHING)

    @Slot()
    def confirm(self) -> None:
        """Do what was asked about."""
        asked = self._asked
        if asked is None or (asked is MachineEnd.NOTHING and self._objections()):
            return
        self._ask(None)
        self.endAsked.emit(asked)

    @Slot()
    def stay(self) -> None:
        """Do nothing of it."""
        self._ask(None)

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is asked before people are left without a screen; empty where nothing is."""
        words = self._shell.words
        return {
            None: "",
            MachineEnd.RESTART_DEVICE: words.gettext(
                "Start the machine again? The screen is dark for some minutes."
            ),
            MachineEnd.SHUT_DOWN: words.gettext(
                "Turn the machine off? Somebody must turn it on at the machine itself."
            ),
            MachineEnd.NOTHING: words.gettext(
                "End the program? Nobody can use the screen until somebody starts it from outside."
            ),
        }.get(self._asked, "")

    @Property(str, notify=changed)
    def yes(self) -> str:
        """The button that does what was asked about."""
        words = self._shell.words
        return {
            MachineEnd.RESTART_DEVICE: words.gettext("Yes, start it again"),
            MachineEnd.SHUT_DOWN: words.gettext("Yes, turn it off"),
            MachineEnd.NOTHING: words.gettext("Yes, end the program"),
        }.get(self._asked or MachineEnd.NOTHING, "")

    def _ask(self, end: MachineEnd | None) -> None:
        self._asked = end
        self.changed.emit()

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
