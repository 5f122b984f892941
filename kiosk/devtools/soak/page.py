"""What a person can do with what is on the screen: taps, keys, waiting."""

from collections.abc import Callable, Iterator
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import AccessibleWindow
from kiosk.devtools.soak.machine import SoakedMachine
from kiosk.ui.item_tree import shown_below
from kiosk.ui.turner import Turner

# Long enough after any page change, and no trembling.
_BETWEEN_S = 1.0
_LEADING_ON = 8.0
_LIKELY = {"PickCard": 3.0, "RadioCard": 3.0, "OptionChip": 0.3, "QuietButton": 0.4}
STRAY_KEYS = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_F1,
    Qt.Key.Key_F11,
    Qt.Key.Key_A,
    Qt.Key.Key_5,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Menu,
    Qt.Key.Key_Home,
)
STEERING_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Right,
    Qt.Key.Key_Left,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
)


class PageHand:
    """A hand on the screen of a machine; every touch takes a second of the machine's clock.

    Args:
        after: Called when what an act set in motion has come to rest.
    """

    def __init__(self, machine: SoakedMachine, after: Callable[[], None] = lambda: None) -> None:
        self._machine = machine
        self._after = after
        self._window = machine.window.window
        self.reader = AccessibleWindow(self._window)

    def settle(self) -> None:
        """Let what was set in motion come to rest, and what is thrown away be gone."""
        for _ in range(4):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, 0)
            for each in self._items():
                if isinstance(each, Turner):
                    each.ensurePolished()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        self._after()

    def controls(self) -> list[QQuickItem]:
        """What can be tapped now, within the window; order of the page."""
        return [each for each in self._items() if self._is_in_reach(each)]

    def tap_one(self, chance: Random) -> str:
        """Tap one of them, rather one that leads on; what kind it was, empty where there is none."""
        controls = self.controls()
        if not controls:
            return ""
        weights = [_likelihood(each) for each in controls]
        control = chance.choices(controls, weights)[0]
        kind = kind_of(control)
        self.tap(control)
        return kind

    def tap(self, control: QQuickItem) -> None:
        """Put a finger on the middle of it."""
        self.tap_at(_middle(control))

    def tap_at(self, place: QPoint) -> None:
        """Put a finger somewhere."""
        self._machine.clock.pass_s(_BETWEEN_S)
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def tap_anywhere(self, chance: Random) -> None:
        """Put a finger anywhere on the glass."""
        x, y = chance.randrange(self._window.width()), chance.randrange(self._window.height())
        self.tap_at(QPoint(x, y))

    def key(self, key: Qt.Key) -> None:
        """Strike a key."""
        self._machine.clock.pass_s(_BETWEEN_S)
        QTest.keyClick(self._window, key)
        self.settle()

    def wait(self, seconds: float) -> None:
        """Do nothing; the machine looks at its clock afterwards."""
        self._machine.clock.pass_s(seconds)
        public = self._machine.window.public
        if public is not None:
            public.watch.look()
        self.settle()

    def _items(self) -> Iterator[QQuickItem]:
        return shown_below(self._window.contentItem())

    def _is_in_reach(self, item: QQuickItem) -> bool:
        if not item.inherits("QQuickAbstractButton") or not item.isEnabled():
            return False
        middle = _middle(item)
        within = self._window.contentItem().contains(QPointF(middle))
        return within and item.width() > 0 and item.height() > 0


def kind_of(item: QQuickItem) -> str:
    """The component that it is."""
    return str(item.metaObject().className()).split("_QML")[0]


def leads_on(item: QQuickItem) -> bool:
    """Whether it is the one filled button of its page."""
    return item.property("filled") is True


def goes_forward(item: QQuickItem) -> bool:
    """Whether it is the button at the right of the lowest row, filled or not."""
    return item.property("iconOnRight") is True


def _likelihood(item: QQuickItem) -> float:
    return _LEADING_ON if leads_on(item) else _LIKELY.get(kind_of(item), 1.0)


def _middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
