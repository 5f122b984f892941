"""Something unforeseen: a calm page at once, nothing kept, nothing told but kind and place (O06)."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer, QUrl, Slot, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.fault_place import FaultPlace
from kiosk.ui.last_resort import LastResort

CANARY = "Kari Nordmann"


class Failing(QObject):
    """Something that QML may call."""

    @Slot()
    def fail(self) -> None:
        raise ValueError(CANARY)


class World:
    def __init__(self) -> None:
        self.told: list[FaultPlace] = []
        self.forgotten = 0
        self.ends: list[int] = []
        self.window = QQuickWindow()
        self.engine = QQmlApplicationEngine()
        self.window.show()
        self.resort = LastResort(
            self.window, lambda: ("Et øyeblikk",), self._forget, self._tell, self.ends.append
        )
        self.disk_is_full = False

    def _forget(self) -> None:
        self.forgotten += 1

    def _tell(self, fault: FaultPlace) -> None:
        if self.disk_is_full:
            raise StorageError(StorageFault.FAILED)
        self.told.append(fault)


@pytest.fixture
def world(qapp: QGuiApplication) -> Iterator[World]:
    hooks = sys.excepthook, threading.excepthook
    made = World()
    made.resort.begin(made.engine)
    yield made
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(None)
    if made.resort.page is not None:
        made.resort.page.hide()
    made.window.hide()


def shows_calm_page(world: World) -> bool:
    page = world.resort.page
    return page is not None and page.isVisible() and not world.window.isVisible()


def test_a_failing_slot_shows_the_calm_page_and_drops_the_session(
    world: World, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    failing = Failing()

    QTimer.singleShot(0, failing.fail)

    qtbot.waitUntil(lambda: shows_calm_page(world))
    assert world.forgotten == 1
    assert [fault.kind for fault in world.told] == ["ValueError"]
    assert CANARY not in "".join(capfd.readouterr())


def test_a_failure_of_qml_shows_it_too(
    world: World, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    component = QQmlComponent(world.engine)
    source = (
        f"import QtQml\nQtObject {{ Component.onCompleted: {{ throw new Error('{CANARY}') }} }}"
    )
    component.setData(source.encode(), QUrl("file:///opt/kiosk/ui/qml/Kiosk/Broken.qml"))
    kept = component.create()

    qtbot.waitUntil(lambda: shows_calm_page(world))

    assert world.told == [FaultPlace("QmlError", "kiosk/ui/qml/Kiosk/Broken.qml:2")]
    assert CANARY not in "".join(capfd.readouterr())
    assert kept is not None


def test_a_failure_on_another_thread_shows_it_too(
    world: World, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise RuntimeError(CANARY)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: shows_calm_page(world))
    assert CANARY not in "".join(capfd.readouterr())


def test_asks_to_be_started_again(world: World) -> None:
    world.resort.end_now()

    assert world.ends == [70]


def test_a_second_failure_and_a_full_disk_change_nothing(world: World) -> None:
    world.disk_is_full = True
    world.resort.caught.emit(FaultPlace("ValueError", "elsewhere"))
    page = world.resort.page

    world.resort.caught.emit(FaultPlace("KeyError", "elsewhere"))

    assert world.resort.page is page
    assert world.forgotten == 1
