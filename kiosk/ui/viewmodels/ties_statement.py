"""Staff state their ties to providers, and see what others have stated (neutrality N34)."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.interest_texts import statement_line, statement_text
from kiosk.app.interests import Statement
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.errors import KioskError
from kiosk.domain.service import ProviderId
from kiosk.domain.staff import StaffRight
from kiosk.ui.errand import Errand
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_NONE = ""


@QmlElement
@QmlUncreatable("made by the application")
class TiesStatement(QObject):
    """Nothing is picked at entry: a statement is made each time, not confirmed.

    Signals:
        changed: Something was picked or stored, or a message is shown.
        left: Back to the tasks.
        passed: On to the cases, by somebody who was asked after the sign-in.
    """

    changed = Signal()
    left = Signal()
    passed = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._errand = Errand(tasks, shell, session.faults, Page.TIES)
        self._picked: set[str] = set()
        self._message = self._done = ""
        self._is_asked = False
        self._options = RowsModel(("key", "name", "picked"), self)
        self._others = RowsModel(("text",), self)
        shell.spoken.connect(self._refresh)

    def show(self) -> None:
        """Begin anew for whoever is signed in."""
        self._picked = set()
        self._message = self._done = ""
        self._is_asked = False
        self._errand.call_off()
        self._refresh()

    def ask(self) -> None:
        """They must be stated before the cases; nobody has looked for the page."""
        self._is_asked = True
        self.changed.emit()

    @Property(bool, notify=changed)
    def isAsked(self) -> bool:
        """Whether the cases come after the page."""
        return self._is_asked

    @Property(str, notify=changed)
    def stated(self) -> str:
        """What the one who is signed in stated last."""
        place, name = self._program.municipality, self._session.name
        own = [each for each in self._statements() if each.name == name]
        return statement_text(own[0], place, self._shell.words) if own else ""

    @Property(RowsModel, constant=True)
    def options(self) -> RowsModel:
        """No ties, and every provider from A to Å; several can be picked."""
        return self._options

    @Property(RowsModel, constant=True)
    def others(self) -> RowsModel:
        """A line for each who can sign in; empty for those who do not manage staff."""
        return self._others

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was stored; empty before that."""
        return self._done

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Pick a provider or leave it out; no ties and a tie rule each other out."""
        others = {_NONE} if key != _NONE else self._picked - {_NONE}
        self._picked = (self._picked ^ {key}) - others
        self._message = self._done = ""
        self._refresh()

    @Slot()
    def state(self) -> None:
        """Store what is picked; a second tap while it is being stored does nothing."""
        self._message = self._done = ""
        if not self._picked:
            self._message = self._shell.words.gettext(
                "Pick “no ties” or the providers that you have ties to."
            )
            self.changed.emit()
            return
        ties = [ProviderId(key) for key in self._picked - {_NONE}]
        interests, actor = self._program.interests, self._session.name
        self._errand.run(lambda: interests.state(ties, actor), self._on_stored, self._on_failed)

    @Slot()
    def leave(self) -> None:
        """Back to the tasks, or on to the cases."""
        self._errand.call_off()
        (self.passed if self._is_asked else self.left).emit()

    def _on_stored(self, _statement: Statement) -> None:
        self._picked = set()
        self._done = self._shell.words.gettext("Your statement is stored.")
        self._refresh()

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()

    def _statements(self) -> tuple[Statement, ...]:
        return self._program.interests.statements()

    @Slot()
    def _refresh(self) -> None:
        # A record whose staff have left may be closed.
        if not self._session.is_open:
            return
        words, place = self._shell.words, self._program.municipality
        names = {str(each.id): each.name.in_(words.language) for each in place.providers}
        none = words.gettext("I have no ties to any provider")
        rows = [(_NONE, none), *sorted(names.items(), key=lambda pair: alphabetic(pair[1]))]
        self._options.show(
            [{"key": key, "name": name, "picked": key in self._picked} for key, name in rows]
        )
        manages = not rights_objections(
            self._program.record, self._session.name, StaffRight.MANAGE_STAFF
        )
        others = self._statements() if manages else ()
        self._others.show([{"text": statement_line(each, place, words)} for each in others])
        self.changed.emit()
