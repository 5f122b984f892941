"""The page that lists what is done about many cases at once."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.program import Program
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.office_task import (
    GROUPS,
    OfficeTask,
    TaskGroup,
    group_name,
    is_offered,
    task_name,
    task_text,
)
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class OfficeTasks(QObject):
    """Only what the one who is signed in may do is listed.

    Signals:
        changed: Somebody else is signed in, or other tasks are listed.
        asked: A task was used; carries the value of an ``OfficeTask``.
    """

    changed = Signal()
    asked = Signal(str)

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
        self._groups = RowsModel(("key", "name"), self)
        self._tasks = {
            group.value: RowsModel(("key", "name", "about"), self) for group in TaskGroup
        }
        shell.spoken.connect(self.show)
        shell.staffChanged.connect(self.show)
        self.show()

    @Slot()
    def show(self) -> None:
        """List what there is to do now."""
        words = self._shell.words
        offered = {
            group: [task for task in tasks if self.offers(task)] for group, tasks in GROUPS.items()
        }
        for group, tasks in offered.items():
            self._tasks[group.value].show(
                [
                    {
                        "key": task.value,
                        "name": task_name(task, words),
                        "about": task_text(task, words),
                    }
                    for task in tasks
                ]
            )
        self._groups.show(
            [
                {"key": group.value, "name": group_name(group, words)}
                for group, tasks in offered.items()
                if tasks
            ]
        )
        self.changed.emit()

    def offers(self, task: OfficeTask) -> bool:
        """Whether the one who is signed in finds a task on the page."""
        return is_offered(task, self._program, self._session.name)

    @Property(bool, notify=changed)
    def hasAny(self) -> bool:
        """Whether anything is listed for the one who is signed in."""
        return self._groups.rowCount() > 0

    @Property(RowsModel, constant=True)
    def groups(self) -> RowsModel:
        """Groups of tasks; may be empty."""
        return self._groups

    @Slot(str, result=RowsModel)
    def tasksOf(self, group: str) -> RowsModel:
        """Tasks of a group, each with a sentence about it."""
        return self._tasks[group]

    @Slot(str)
    def open(self, key: str) -> None:
        """To the page of a task."""
        self.asked.emit(key)
