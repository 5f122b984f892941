"""When a person was asked, by letter or otherwise, which letters came back, and their entry."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.nonchoice.asking_again import may_ask_again
from kiosk.app.nonchoice.event_texts import letter_name
from kiosk.app.nonchoice.note_for_rule import Noted, postable, returnable
from kiosk.app.nonchoice.work_texts import asked_texts, letter_texts, task_text
from kiosk.app.ports.case_file import CaseFile
from kiosk.domain.allocation_events import AskedAgain, LetterPosted, LetterReturned
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.staff import StaffRight
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import service_name
from kiosk.ui.open_entry import CaseDesk, OpenEntry
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_POSTED, _RETURNED, _ASKED = "posted", "returned", "asked"


@QmlElement
@QmlUncreatable("made by the application")
class LetterEntry(QObject):
    """What happened to letters, and when else the person was asked, one day at a time.

    Signals:
        changed: Another case, another day, a message, or the entry is open or closed.
    """

    changed = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk.case)
        self._program = desk.program
        self._shell = desk.shell
        self._case = desk.case
        self._faults = desk.session.faults
        self._entry = OpenEntry(desk, StaffRight.NOTE_FOR_RULE, self._forget, self._tell)
        self._day = ""
        self._lines = RowsModel(("text",), self)
        self._acts = RowsModel(("key", "name"), self)
        desk.case.changed.connect(self._refresh)
        desk.shell.staffChanged.connect(self._refresh)
        self._refresh()

    @Property(bool, notify=changed)
    def isAllowed(self) -> bool:
        """Whether the one who is signed in may enter it, in a case that is open."""
        return self._case.is_open and not self._entry.objections

    @Property(RowsModel, constant=True)
    def lines(self) -> RowsModel:
        """What happened to letters, and other questions, then what is to be done now."""
        return self._lines

    @Property(RowsModel, constant=True)
    def acts(self) -> RowsModel:
        """What can be entered now."""
        return self._acts

    @Property(str, notify=changed)
    def act(self) -> str:
        """Key of what is being entered; empty while the entry is closed."""
        return self._act

    @Property(str, notify=changed)
    def title(self) -> str:
        """What day is asked for."""
        words = self._shell.words
        if not self._act:
            return ""
        if self._act == _ASKED:
            return words.gettext("Asked again: day")
        is_posting = self._act.startswith(_POSTED)
        text = (
            words.gettext("{letter}: date of posting")
            if is_posting
            else words.gettext("{letter}: date of return")
        )
        return text.format(letter=letter_name(self._kind(), words))

    @Property(str, notify=changed)
    def day(self) -> str:
        """The day as written; today to begin with."""
        return self._day

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._entry.message

    @Slot(str)
    def begin(self, act: str) -> None:
        """Open the entry; only for those who may."""
        if self.isAllowed:
            self._entry.begin(act)

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written."""
        if text != self._day:
            self._day = text
            self.changed.emit()

    def close(self) -> None:
        """Close the entry; what is still being stored is told nobody."""
        self._entry.close()

    @Slot()
    def cancel(self) -> None:
        """Close the entry, and store nothing; not while it is being stored."""
        self._entry.cancel()

    @Slot()
    def store(self) -> None:
        """Store it; a second tap while storing does nothing."""
        if self._act:
            self._entry.run(self._attempt())

    @property
    def _act(self) -> str:
        return self._entry.subject

    def _kind(self) -> LetterKind:
        return LetterKind(self._act.partition(" ")[2])

    def _noted(self, day: date) -> Noted:
        if self._act == _ASKED:
            return AskedAgain(day)
        letter = self._kind()
        if self._act.startswith(_POSTED):
            return LetterPosted(letter, day)
        return LetterReturned(letter, day)

    def _attempt(self) -> Callable[[], None]:
        day, example = typed_day(self._day), as_typed(self._program.clock.now().date())
        noted = None if day is None else self._noted(day)
        use_case, case = self._program.note_for_rule, self._case.reference
        event_id, actor = self._entry.event_id, self._entry.actor

        def attempt() -> None:
            if noted is None:
                raise RefusedError([Refusal("correction.day_unreadable", {"example": example})])
            use_case.store(case, noted, event_id, actor)

        return attempt

    def _forget(self) -> None:
        self._day = as_typed(self._program.clock.now().date())

    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    @told
    def _refresh(self) -> None:
        self._lines.show([])
        self._acts.show([])
        try:
            if self._case.reference:
                # A case that was disposed of meanwhile has nothing to tell.
                with suppress(NotFoundError):
                    self._read()
        finally:
            self.changed.emit()

    def _read(self) -> None:
        words, record = self._shell.words, self._program.record
        file = record.case_file(self._case.reference)
        due = self._program.due_nonchoosers.of_case(file, self._program.clock.now().date())
        todo = words.gettext("{service}: {state}")
        names = self._program.municipality
        lines = [
            *letter_texts(file.letters, words),
            *asked_texts(file.asked_again, words),
            *(
                todo.format(
                    service=service_name(names, each.service, words), state=task_text(each, words)
                )
                for each in due
            ),
        ]
        self._lines.show([{"text": line} for line in lines])
        self._acts.show([{"key": key, "name": name} for key, name in self._known_acts(file)])

    def _known_acts(self, file: CaseFile) -> Iterator[tuple[str, str]]:
        words = self._shell.words
        posted = words.gettext("{letter}: enter posting")
        returned = words.gettext("{letter}: enter return")
        acts = [
            *((_POSTED, kind, posted) for kind in postable(file)),
            *((_RETURNED, kind, returned) for kind in returnable(file)),
        ]
        for what, kind, text in acts:
            yield f"{what} {kind.value}", text.format(letter=letter_name(kind, words))
        if may_ask_again(self._program.municipality, file.case):
            yield _ASKED, words.gettext("Asked again: enter the day")
