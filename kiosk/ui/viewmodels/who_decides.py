"""Who decides: the roles, and the questions about somebody who decides for another."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.refusals import refusal_text
from kiosk.app.wording import role_label, role_support
from kiosk.domain.decider import (
    OWN_ROLES,
    QUESTIONS,
    Decider,
    DeciderRole,
    Question,
    Reply,
    refusals_of,
)
from kiosk.domain.errors import Refusal
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.question_rows import QUESTION_FIELDS, question_row, roles_to_ask
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class WhoDecides(QObject):
    """One role, a name and answers about the basis; refusals are explained, never judged.

    Signals:
        changed: Role, answers, refusals or language are others.
        agreed: The role and its basis are accepted.
        basisAsked: The role needs a name and answers.
        left, basisLeft: Back from the roles; back from the basis.
    """

    changed = Signal()
    agreed = Signal()
    basisAsked = Signal()
    left = Signal()
    basisLeft = Signal()

    def __init__(self, state: VisitState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._faults = state.faults
        self._role: DeciderRole | None = None
        self._name = ""
        self._replies: dict[Question, Reply] = {}
        self._refusals: tuple[Refusal, ...] = ()
        self._roles = RowsModel(("key", "name", "support", "isPicked"), self)
        self._questions = RowsModel(QUESTION_FIELDS, self)
        state.changed.connect(self._refresh)

    def start(self) -> None:
        """Forget an earlier visit's answers."""
        self._role = None
        self._name = ""
        self._replies = {}
        self._refusals = ()
        self._refresh()

    @Property(RowsModel, constant=True)
    def roles(self) -> RowsModel:
        """The roles that make sense at the person's age, the person first."""
        return self._roles

    @Property(RowsModel, constant=True)
    def questions(self) -> RowsModel:
        """Questions about the basis of the role; may be empty."""
        return self._questions

    @Property(str, notify=changed)
    def reason(self) -> str:
        """All reasons as one text; empty when nothing stands in the way."""
        return "\n".join(refusal_text(refusal, self._state.words) for refusal in self._refusals)

    @Property(str, notify=changed)
    def roleName(self) -> str:
        """The role's card, as heading of the page about its basis."""
        return "" if self._role is None else role_label(self._role, self._state.words)

    @Property(str, notify=changed)
    def name(self) -> str:
        """Own name of the one who decides for another."""
        return self._name

    @Slot(str)
    @told
    def pickRole(self, key: str) -> None:
        """Say in what capacity somebody decides."""
        role = DeciderRole(key)
        if role is not self._role:
            self._replies = {}
            self._name = ""
        self._role = role
        self._refusals = ()
        self._state.update(self._state.visit.decided_by(None))

    @Slot(str)
    def writeName(self, name: str) -> None:
        """Keep the name while it is written."""
        self._name = name

    @Slot(str, str)
    def answer(self, question: str, reply: str) -> None:
        """Answer a question about the basis."""
        self._replies[Question(question)] = Reply(reply)
        self._refusals = ()
        self._refresh()

    @Slot()
    @told
    def goOn(self) -> None:
        """On from the roles: the person is accepted at once, others tell their basis first."""
        if self._role is None:
            self._refuse((Refusal("visit.decider_missing"),))
        elif self._age_refusals():
            self._refuse(self._age_refusals())
        elif self._role in OWN_ROLES:
            self._agree()
        else:
            self.basisAsked.emit()

    @Slot()
    @told
    def confirmBasis(self) -> None:
        """On from the basis, when everything that the law asks for is there."""
        refusals = self._judge()
        if refusals:
            self._refuse(refusals)
        else:
            self._agree()

    @Slot()
    def goBack(self) -> None:
        """Back from the roles."""
        self.left.emit()

    @Slot()
    def leaveBasis(self) -> None:
        """Back from the basis to the roles."""
        self._refusals = ()
        self._refresh()
        self.basisLeft.emit()

    def _agree(self) -> None:
        self._refusals = ()
        self._state.update(self._state.visit.decided_by(self._decider()))
        self.agreed.emit()

    def _refuse(self, refusals: tuple[Refusal, ...]) -> None:
        self._refusals = refusals
        self._refresh()

    def _decider(self) -> Decider:
        assert self._role is not None  # noqa: S101  asked for after a role was picked
        return Decider(self._role, self._name.strip(), dict(self._replies))

    def _judge(self) -> tuple[Refusal, ...]:
        program = self._state.program
        age = self._state.case.age_on(program.clock.now().date())
        return refusals_of(self._decider(), age, program.municipality.child_age_years)

    def _age_refusals(self) -> tuple[Refusal, ...]:
        codes = {"decider.not_a_child", "decider.is_a_child"}
        return tuple(refusal for refusal in self._judge() if refusal.code in codes)

    def _roles_to_ask(self) -> tuple[DeciderRole, ...]:
        program = self._state.program
        age = self._state.case.age_on(program.clock.now().date())
        return roles_to_ask(age, program.municipality.child_age_years)

    @Slot()
    @told
    def _refresh(self) -> None:
        if not self._state.is_open:
            return
        words = self._state.words
        age = self._state.program.municipality.child_age_years
        self._roles.show(
            [
                {
                    "key": role.value,
                    "name": role_label(role, words),
                    "support": role_support(role, words, age),
                    "isPicked": role is self._role,
                }
                for role in self._roles_to_ask()
            ]
        )
        asked = QUESTIONS[self._role] if self._role is not None else ()
        self._questions.show([question_row(each, self._replies.get(each), words) for each in asked])
        self.changed.emit()
