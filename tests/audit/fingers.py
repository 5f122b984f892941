"""Fingers on a touch screen: one, several at once, steady or trembling."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

_STEPS = 8


class Fingers:
    """Every finger has a number; what it does is seen by the window at once.

    Args:
        window: What is touched.
        screen: The touch screen; one for all tests, as a machine has one.
    """

    def __init__(self, window: QQuickWindow, screen: QPointingDevice) -> None:
        self._window = window
        self._screen = screen
        self._places: dict[int, QPoint] = {}

    def press(self, place: QPoint, finger: int = 0) -> None:
        """Put a finger down."""
        events = self._events(finger)
        events.press(finger, place, self._window)
        events.commit()
        self._places[finger] = place

    def move(self, place: QPoint, finger: int = 0) -> None:
        """Move a finger that is down."""
        events = self._events(finger)
        events.move(finger, place, self._window)
        events.commit()
        self._places[finger] = place

    def lift(self, finger: int = 0) -> None:
        """Lift a finger where it is."""
        events = self._events(finger)
        events.release(finger, self._places.pop(finger), self._window)
        events.commit()

    def tap(self, place: QPoint, finger: int = 0) -> None:
        """Down and up at one place."""
        self.press(place, finger)
        self.lift(finger)

    def wobble(self, place: QPoint, travel: QPoint) -> None:
        """Down, away in small steps, and up there."""
        self.press(place)
        for step in range(1, _STEPS + 1):
            way = QPoint(travel.x() * step // _STEPS, travel.y() * step // _STEPS)
            self.move(place + way)
        self.lift()

    def _events(self, finger: int) -> QTest.QTouchEventSequence:
        events = QTest.touchEvent(self._window, self._screen, False)
        for other in self._places:
            if other != finger:
                events.stationary(other)
        return events
