"""The page between the citizen's side and the staff's: only a staff code opens it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.program import Program
from kiosk.domain.errors import KioskError
from kiosk.domain.staff import StaffMember
from kiosk.ui.code_try import CodeTry
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class GiveBack(QObject):
    """Gives the screen back; what is not stored is not stored by leaving either.

    Signals:
        changed: A message, or the visit, is another.
        takenBack: The code was right.
        continued: Back to where the conversation was.
        codeCleared: The field is to be emptied, so that the next try begins anew.
    """

    changed = Signal()
    takenBack = Signal()
    continued = Signal()
    codeCleared = Signal()

    def __init__(
        self,
        program: Program,
        state: VisitState,
        session: StaffSession,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._session = session
        self._try = CodeTry(program, tasks)
        self._message = ""
        self._part = 1
        state.changed.connect(self.changed)

    def show(self, part: int) -> None:
        """Begin anew, without a message.

        Args:
            part: Part of the visit that the header goes on to name.
        """
        self._message = ""
        self._part = part
        self.changed.emit()

    @Property(int, notify=changed)
    def part(self) -> int:
        """Part of the visit that was left."""
        return self._part

    @Property(str, notify=changed)
    def lead(self) -> str:
        """Whom to hand the screen to."""
        text = self._state.words.gettext("Give the screen to {name}.")
        return text.format(name=self._name)

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What leaving now means for the answers."""
        words = self._state.words
        if self._is_stored:
            return words.gettext("Your answers are stored.")
        return words.gettext(
            "Your answers are not stored. If you end now, nothing is stored, and nothing changes. "
            "You can also go on with the conversation."
        )

    @Property(str, notify=changed)
    def codeLabel(self) -> str:
        """Label of the code field."""
        text = self._state.words.gettext("Code for {name}")
        return text.format(name=self._name)

    @Property(bool, notify=changed)
    def isStored(self) -> bool:
        """Whether the answers are stored already."""
        return self._is_stored

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why the last try did not open; empty before one."""
        return self._message

    @Slot(str)
    def tryCode(self, code: str) -> None:
        """Try the code of the one who handed the screen over."""
        if not code.strip():
            self._say(self._state.words.gettext("Write the code first."))
        elif not self._try.is_busy:
            self._try.run(self._name, code.strip(), self._on_opened, self._on_refused)

    @Slot()
    def goOn(self) -> None:
        """Back to the conversation."""
        self.continued.emit()

    @property
    def _name(self) -> str:
        """Who handed the screen over; the visit knows it even when nobody is signed in."""
        return self._state.actor or self._session.name

    @property
    def _is_stored(self) -> bool:
        return self._state.is_open and self._state.visit.is_stored

    def _on_opened(self, member: StaffMember) -> None:
        # The staff side must not open under the hands of somebody who goes on talking.
        if self._state.shell.current is not Page.GIVE_BACK:
            return
        self._session.enter(member)
        self.codeCleared.emit()
        self.takenBack.emit()

    def _on_refused(self, error: KioskError) -> None:
        self.codeCleared.emit()
        self._say(self._try.explain(error, self._name, self._state.words))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()
