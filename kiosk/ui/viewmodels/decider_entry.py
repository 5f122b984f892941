"""Who speaks for the person, as staff enter it: the role, the name and the basis."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.phrases import sentence_case
from kiosk.app.wording import role_noun
from kiosk.domain.decider import OWN_ROLES, QUESTIONS, Decider, DeciderRole, Question, Reply
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.question_rows import QUESTION_FIELDS, question_row, roles_to_ask
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the view-models")
class DeciderEntry(QObject):
    """The same roles and questions as at a visit; what the law does not allow is refused later.

    Signals:
        changed: Role, answers or language are others.
    """

    changed = Signal()

    def __init__(self, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._to_ask: tuple[DeciderRole, ...] = ()
        self._role: DeciderRole | None = None
        self._name = ""
        self._replies: dict[Question, Reply] = {}
        self._roles = RowsModel(("key", "name", "picked"), self)
        self._questions = RowsModel(QUESTION_FIELDS, self)
        shell.spoken.connect(self._refresh)

    @property
    def decider(self) -> Decider | None:
        """Who was entered; None before a role is picked."""
        if self._role is None:
            return None
        return Decider(self._role, self._name.strip(), dict(self._replies))

    def begin(self, age_years: int, child_age_years: int, decider: Decider | None = None) -> None:
        """Forget what was entered before.

        Args:
            age_years: Age of the person whom the answers are for.
            child_age_years: Below this age a parent or the child welfare service decides.
            decider: Who is entered to begin with; None for nobody.
        """
        self._to_ask = roles_to_ask(age_years, child_age_years)
        self._role = None if decider is None else decider.role
        self._name = "" if decider is None else decider.name
        self._replies = {} if decider is None else dict(decider.replies)
        self._refresh()

    @Property(RowsModel, constant=True)
    def roles(self) -> RowsModel:
        """The roles that make sense at the person's age, the person first."""
        return self._roles

    @Property(RowsModel, constant=True)
    def questions(self) -> RowsModel:
        """Questions about the basis of the role; may be empty."""
        return self._questions

    @Property(bool, notify=changed)
    def asksName(self) -> bool:
        """Whether somebody else than the person speaks."""
        return self._role is not None and self._role not in OWN_ROLES

    @Property(str, notify=changed)
    def name(self) -> str:
        """Own name of the one who decides for another."""
        return self._name

    @Slot(str)
    def pick(self, key: str) -> None:
        """Say in what capacity somebody speaks; another role begins with nothing answered."""
        role = DeciderRole(key)
        if role is not self._role:
            self._role, self._name, self._replies = role, "", {}
            self._refresh()

    @Slot(str)
    def writeName(self, name: str) -> None:
        """Keep the name while it is written; the field empties with it."""
        if name != self._name:
            self._name = name
            self.changed.emit()

    @Slot(str, str)
    def answer(self, question: str, reply: str) -> None:
        """Answer a question about the basis."""
        self._replies[Question(question)] = Reply(reply)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        words = self._shell.words
        self._roles.show(
            [
                {
                    "key": role.value,
                    "name": sentence_case(role_noun(role, words)),
                    "picked": role is self._role,
                }
                for role in self._to_ask
            ]
        )
        asked = () if self._role is None else QUESTIONS[self._role]
        self._questions.show([question_row(each, self._replies.get(each), words) for each in asked])
        self.changed.emit()
