"""One exit: what was announced, how far it has come, and whom it concerns."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.exits.exit_overview import SeenExit
from kiosk.app.exits.exit_status import Concerned, ExitStatus
from kiosk.app.exits.exit_texts import (
    count_lines,
    exit_lines,
    left_lines,
    unseen_line,
)
from kiosk.app.program import Program
from kiosk.domain.case import CaseRef
from kiosk.ui.exit_rows import EXIT_FIELDS, ROOM_FIELDS, people_rows, person_key, room_rows
from kiosk.ui.models.rows import Row, RowsModel
from kiosk.ui.names import joined
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ExitDetails(QObject):
    """The exit that is picked, and somebody whom it concerns.

    Signals:
        changed: Another exit, person or language.
    """

    changed = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._seen: SeenExit | None = None
        self._person = ""
        self._concerned: list[Row] = []
        self._lines = RowsModel(("text",), self)
        self._rooms = RowsModel(ROOM_FIELDS, self)
        self._people = RowsModel(EXIT_FIELDS, self)
        shell.spoken.connect(self._refresh)

    def show(self, seen: SeenExit | None) -> None:
        """Show an exit; None while none is picked. Nobody is picked in another one."""
        if seen is None or self._seen is None or seen.known.exit != self._seen.known.exit:
            self._person = ""
        self._seen = seen
        self._refresh()

    @property
    def case(self) -> CaseRef | None:
        """Case of the person who is picked."""
        each = self._picked
        return None if each is None else each.case

    @Property(str, notify=changed)
    def title(self) -> str:
        """Who stops; empty while no exit is picked."""
        return "" if self._seen is None else self._shell.words.local(self._seen.known.name)

    @Property(RowsModel, constant=True)
    def lines(self) -> RowsModel:
        """What was announced, counts, and how many are left."""
        return self._lines

    @Property(RowsModel, constant=True)
    def rooms(self) -> RowsModel:
        """Room of the others; may be empty."""
        return self._rooms

    @Property(RowsModel, constant=True)
    def people(self) -> RowsModel:
        """Whom it concerns, by zone, service and name; may be empty."""
        return self._people

    @Property(str, notify=changed)
    def unseenText(self) -> str:
        """For how many nobody is named yet; empty where there are none."""
        status = self._status
        return "" if status is None else unseen_line(status, self._shell.words)

    @Property(bool, notify=changed)
    def isStanding(self) -> bool:
        """Whether an exit is picked that was not called off."""
        return self._status is not None

    @Property(str, notify=changed)
    def pickedName(self) -> str:
        """Whom the letter is for; empty before somebody is picked."""
        each = self._picked
        return "" if each is None else joined(each.name, each.case)

    @Property(bool, notify=changed)
    def hasLetter(self) -> bool:
        """Whether there is a letter for the picked person."""
        each = self._picked
        return each is not None and each.touched is not None

    @Slot(str)
    def pick(self, key: str) -> None:
        """Let the button be about this person."""
        self._person = key
        self._show_people()
        self.changed.emit()

    @property
    def _status(self) -> ExitStatus | None:
        return None if self._seen is None else self._seen.status

    @property
    def _picked(self) -> Concerned | None:
        status = self._status
        people = () if status is None else status.people
        return next((each for each in people if person_key(each) == self._person), None)

    @Slot()
    def _refresh(self) -> None:
        words, content, status = self._shell.words, self._program.municipality, self._status
        lines = (
            [] if self._seen is None else list(exit_lines(self._seen.known.exit, content, words))
        )
        if status is not None:
            lines += (*count_lines(status, content, words), *left_lines(status, words))
        self._rooms.show(room_rows(status, content, words))
        self._lines.show([{"text": line} for line in lines])
        # Made once: thousands may be concerned, and one of them is picked after the other.
        self._concerned = [] if status is None else people_rows(status, content, words)
        self._show_people()
        self.changed.emit()

    def _show_people(self) -> None:
        self._people.show(
            [{**row, "picked": row["key"] == self._person} for row in self._concerned]
        )
