"""The note after a visit: information was given, and whether it was understood (pbrl § 3-5)."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.app.stored_page import stored_at
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId, RecordedChoice
from kiosk.domain.errors import KioskError
from kiosk.domain.event import InformationNoted, Understood
from kiosk.ui.errand import Errand
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class InformationNote(QObject):
    """Storing it finishes the visit; skipping leaves the visit unfinished on the start page.

    Signals:
        changed: Something was picked, stored, or a message is shown.
        left: To the case, with or without a stored note.
        newTalkAsked: Another conversation shall begin now.
    """

    changed = Signal()
    left = Signal()
    newTalkAsked = Signal()

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
        self._errand = Errand(tasks, shell, session.faults, Page.NOTE)
        self._case = CaseRef("")
        self._name = ""
        self._choice: RecordedChoice | None = None
        self._event_id = EventId("")
        self._understood: Understood | None = None
        self._how = ""
        self._interpreter = ""
        self._message = ""
        self._offers_talk = False
        self._options = RowsModel(("key", "name", "picked"), self)
        shell.spoken.connect(self._refresh)

    @property
    def case(self) -> CaseRef:
        """Case number of the visit."""
        return self._case

    def show(self, reference: CaseRef, choice: EventId | None = None) -> None:
        """Begin a note; nothing is answered.

        Args:
            reference: Whose case.
            choice: What the visit led to; None for the oldest visit without a note.
        """
        file = self._program.record.case_file(reference)
        wanted = choice or file.note_pending_for or EventId("")
        self._errand.call_off()
        self._case = reference
        self._name = file.case.name
        self._choice = self._program.note_information.choice(reference, wanted)
        self._event_id = self._program.ids.event_id()
        self._understood = None
        self._how = ""
        self._interpreter = file.case.interpreter
        self._message = ""
        self._offers_talk = False
        self._refresh()

    @Property(str, notify=changed)
    def visit(self) -> str:
        """Which visit: the person, day and time, and the services."""
        choice, words = self._choice, self._shell.words
        if choice is None:
            return self._name
        services = AnswerTexts(self._program.municipality, words).services(choice)
        return joined(self._name, stored_at(choice, words), ", ".join(services.values()))

    @Property(RowsModel, constant=True)
    def options(self) -> RowsModel:
        """Understood: yes, no, unsure."""
        return self._options

    @Property(str, notify=changed)
    def how(self) -> str:
        """How the officer made sure."""
        return self._how

    @Property(str, notify=changed)
    def interpreter(self) -> str:
        """Language of the interpreter who took part; empty for none."""
        return self._interpreter

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Property(bool, notify=changed)
    def offersTalk(self) -> bool:
        """The note is stored, and another conversation should be offered."""
        return self._offers_talk

    @Slot(str)
    def pick(self, key: str) -> None:
        """Say whether the information was understood."""
        self._understood = Understood(key)
        self._message = ""
        self._refresh()

    @Slot(str)
    def writeHow(self, text: str) -> None:
        """Keep the text while it is written."""
        self._how = text

    @Slot(str)
    def writeInterpreter(self, text: str) -> None:
        """Keep the language while it is written."""
        self._interpreter = text

    @Slot()
    def store(self) -> None:
        """Store the note; a second tap while storing does nothing."""
        if self._errand.is_busy:
            return
        if self._understood is None:
            words = self._shell.words
            self._say(words.gettext("First answer whether the information was understood."))
            return
        choice_id = EventId("") if self._choice is None else self._choice.id
        noted = InformationNoted(
            choice_id, self._understood, self._how.strip(), self._interpreter.strip()
        )
        case, event_id, actor = self._case, self._event_id, self._session.name
        use_case = self._program.note_information
        self._errand.run(
            lambda: use_case.store(case, noted, event_id, actor), self._on_stored, self._on_failed
        )

    @Slot()
    def leave(self) -> None:
        """To the case; a note that is not stored keeps the visit unfinished."""
        self.left.emit()

    @Slot()
    def talkAgain(self) -> None:
        """Begin another conversation now."""
        self.newTalkAsked.emit()

    def _on_stored(self, offers_talk: bool) -> None:
        self._offers_talk = offers_talk
        self.changed.emit()
        if not offers_talk:
            self.left.emit()

    def _on_failed(self, error: KioskError) -> None:
        self._say(fault_text(error, self._shell.words))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        names = _option_names(self._shell.words)
        self._options.show(
            [
                {"key": each.value, "name": name, "picked": each is self._understood}
                for each, name in names.items()
            ]
        )
        self.changed.emit()


def _option_names(words: Words) -> dict[Understood, str]:
    return {
        Understood.YES: words.gettext("Yes, understood"),
        Understood.NO: words.gettext("No, not understood"),
        Understood.UNSURE: words.gettext("Unsure"),
    }
