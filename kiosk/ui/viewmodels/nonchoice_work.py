"""What is to be done about those who have not chosen, and about whom."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.nonchoice.due_nonchoosers import Due, Task
from kiosk.app.nonchoice.survey import Surveyed
from kiosk.app.nonchoice.work_texts import TASKS, task_heading, task_text
from kiosk.app.phrases import sentence_case
from kiosk.app.program import Program
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined, service_name
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class NonchoiceWork(QObject):
    """Counts per task, and the people of the task that is picked.

    Signals:
        changed: Another look, task or language.
    """

    changed = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._found: Surveyed | None = None
        self._task: Task | None = None
        self._tasks = RowsModel(("key", "name", "count", "picked"), self)
        self._people = RowsModel(("place", "what", "reason"), self)
        shell.spoken.connect(self._refresh)

    def show(self, found: Surveyed | None) -> None:
        """Show a look; None while there is none. No task is picked."""
        self._found, self._task = found, None
        self._refresh()

    @property
    def ready(self) -> int:
        """How many services are ready for the rule."""
        return len(self._due(Task.APPLY_RULE))

    @Property(RowsModel, constant=True)
    def tasks(self) -> RowsModel:
        """Every kind of task with its count."""
        return self._tasks

    @Property(RowsModel, constant=True)
    def people(self) -> RowsModel:
        """Whom the picked task is about, by case number; may be empty."""
        return self._people

    @Property(bool, notify=changed)
    def isKnown(self) -> bool:
        """Whether every case was looked at."""
        return self._found is not None

    @Property(str, notify=changed)
    def heading(self) -> str:
        """The picked task; empty before one is picked."""
        return "" if self._task is None else task_heading(self._task, self._shell.words)

    @Property(str, notify=changed)
    def nobodyText(self) -> str:
        """That the picked task is about nobody; empty otherwise."""
        if self._task is None or self._due(self._task):
            return ""
        return self._shell.words.gettext("Nobody now.")

    @Slot(str)
    def pick(self, key: str) -> None:
        """Show whom a task is about."""
        self._task = Task(key)
        self._refresh()

    def _due(self, task: Task) -> list[Due]:
        due = () if self._found is None else self._found.due
        return [each for each in due if each.task is task]

    @Slot()
    def _refresh(self) -> None:
        words, place = self._shell.words, self._program.municipality
        known = () if self._found is None else TASKS
        self._tasks.show(
            [
                {
                    "key": task.value,
                    "name": task_heading(task, words),
                    "count": len(self._due(task)),
                    "picked": task is self._task,
                }
                for task in known
            ]
        )
        picked = [] if self._task is None else self._due(self._task)
        self._people.show(
            [
                {
                    "place": each.case,
                    "what": joined(each.name, service_name(place, each.service, words)),
                    "reason": sentence_case(task_text(each, words)),
                }
                for each in picked
            ]
        )
        self.changed.emit()
