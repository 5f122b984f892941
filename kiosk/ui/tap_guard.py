"""Keeps a trembling finger from doing a thing twice (access C09, C10)."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

ENGINE_PROPERTY = "tapGuard"


@QmlElement
@QmlSingleton
class TapGuard(QObject):
    """Decides whether an activation counts; one per engine.

    Args:
        now_ms: A clock that never goes back.
        same_target_ms: A second activation of the same control within this time is ignored.
        new_page_ms: Every activation within this time after a page change is ignored.
    """

    def __init__(
        self,
        now_ms: Callable[[], float],
        same_target_ms: float,
        new_page_ms: float,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._same_target_ms = same_target_ms
        self._new_page_ms = new_page_ms
        self._last_target = 0
        self._last_ms = float("-inf")
        self._page_ms = float("-inf")

    @staticmethod
    def create(engine: QQmlEngine) -> "TapGuard":
        """Hand QML the instance that the application put on the engine."""
        guard = engine.property(ENGINE_PROPERTY)
        if not isinstance(guard, TapGuard):
            raise TypeError(ENGINE_PROPERTY)
        return guard

    @Slot(QObject, result=bool)
    def accepts(self, target: QObject) -> bool:
        """Whether an activation of ``target`` counts now."""
        now_ms = self._now_ms()
        is_new_page = now_ms - self._page_ms < self._new_page_ms
        # The Python object is made anew for each call; the item behind it stays where it is.
        address = shiboken6.getCppPointer(target)[0]
        is_repeat = address == self._last_target and (now_ms - self._last_ms < self._same_target_ms)
        if is_new_page or is_repeat:
            return False
        self._last_target = address
        self._last_ms = now_ms
        return True

    @Slot()
    def pageChanged(self) -> None:
        """Start the dead time after a page change."""
        self._page_ms = self._now_ms()
