"""What somebody may have left behind: on the screen, in the window's objects, in memory."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.app.ports.record_door import DoorState
from kiosk.devtools.soak.machine import SoakedMachine
from kiosk.ui.spare_memory import give_back

_PAGE_BYTES = 4096
_MB = 1024 * 1024
# Tells bindings to look again.
_COUNTERS = frozenset({"revision"})
# Follows the room of the page, not the person.
_OF_THE_SCREEN = "CardLayout"
_PLAIN = frozenset({"QString", "QStringList", "QVariantList", "int", "bool", "double"})


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of what could grow.

    Attributes:
        objects: Qt objects of the window and its engine.
        wrappers: Qt objects that Python holds.
        python: Objects that Python's collector knows.
        resident_mb: Memory of the process.
    """

    objects: int
    wrappers: int
    python: int
    resident_mb: float


class Traces:
    """Compares a machine that waits with the same machine before anybody came."""

    def __init__(self, machine: SoakedMachine) -> None:
        self._machine = machine
        self._values = dict(self._told())
        self._picture = self._look()

    def left(self) -> list[str]:
        """What is not as it was, in words that hold nothing of anybody; empty when all is."""
        machine = self._machine
        window, door = machine.window, machine.program.door
        faults = []
        if window.state.is_open:
            faults.append("a visit is open")
        if window.staff.session.is_open:
            faults.append("somebody is signed in")
        if door is not None and door.state is DoorState.OPEN:
            faults.append("the record is open")
        clipboard = QGuiApplication.clipboard().mimeData()
        if _holds(clipboard):
            faults.append("the clipboard holds something")
        told = dict(self._told())
        faults += [f"{name} is another" for name, value in told.items() if self._other(name, value)]
        if self._look() != self._picture:
            faults.append("the attract page looks otherwise")
        return faults

    def settled_mb(self) -> float:
        """Memory of the process, after everything that nobody holds was thrown away."""
        self._machine.window.engine.collectGarbage()
        QCoreApplication.processEvents()
        gc.collect()
        give_back()
        return resident_mb()

    def count(self) -> Count:
        """What there is then; counting objects makes some itself, which stay."""
        memory_mb = self.settled_mb()
        window = self._machine.window
        objects = len(window.window.findChildren(QObject)) + len(
            window.engine.findChildren(QObject)
        )
        wrappers = len(shiboken6.getAllValidWrappers())
        return Count(objects, wrappers, len(gc.get_objects()), memory_mb)

    def _other(self, name: str, value: object) -> bool:
        return name not in self._values or self._values[name] != value

    def _told(self) -> Iterator[tuple[str, object]]:
        """Every plain value that a page could show, by the place of its view-model."""
        window = self._machine.window
        assert window.public is not None  # noqa: S101  the window of a public machine
        for root in (window.public.desk, window.settings, window.shell, window.theme):
            for number, each in enumerate((root, *root.findChildren(QObject))):
                if type(each).__name__ == _OF_THE_SCREEN:
                    continue
                place = f"{type(root).__name__} {number} {type(each).__name__}"
                yield from _values_of(place, each)

    def _look(self) -> QImage:
        return self._machine.window.window.grabWindow()


def _holds(clipboard: QMimeData | None) -> bool:
    """Whether something was copied; a clipboard that was never used has no data at all."""
    return clipboard is not None and bool(clipboard.formats())


def resident_mb() -> float:
    """Memory of this process; 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text(encoding="ascii").split()[1]) * _PAGE_BYTES / _MB


def _values_of(place: str, each: QObject) -> Iterator[tuple[str, object]]:
    if isinstance(each, QAbstractItemModel):
        yield f"{place} rows", each.rowCount()
    about = each.metaObject()
    for index in range(about.propertyCount()):
        found = about.property(index)
        # The stubs call both bytes.
        kind, name = str(found.typeName()), str(found.name())
        if kind in _PLAIN and name not in _COUNTERS:
            yield f"{place}.{name}", each.property(name)
