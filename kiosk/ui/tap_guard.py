"""Keeps a trembling finger from doing a thing twice, and a palm from doing anything (access C06-C10)."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
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
        same_key_ms: As ``same_target_ms``, for keys on the screen.

    Signals:
        counted: Something is activated, by a finger, a key or a screen reader; what that leads to
            comes after. Tells what, as ``lastTarget``.
        keyCounted: The same, for a key on the screen.
    """

    counted = Signal(str)
    keyCounted = Signal()

    def __init__(
        self,
        now_ms: Callable[[], float],
        same_target_ms: float,
        new_page_ms: float,
        same_key_ms: float = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._same_target_ms = same_target_ms
        self._new_page_ms = new_page_ms
        self._same_key_ms = same_key_ms
        self._last_target = 0
        self._last_ms = float("-inf")
        self._page_ms = float("-inf")
        self._held = 0

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
        is_counted = self._accepts(target, self._same_target_ms)
        if is_counted:
            self.counted.emit(self.lastTarget())
        return is_counted

    @Slot(result=str)
    def lastTarget(self) -> str:
        """What was activated last; a mark to compare, without a meaning of its own."""
        return str(self._last_target)

    @Slot(QObject, result=bool)
    def acceptsKey(self, key: QObject) -> bool:
        """Whether a tap on a key of the screen counts: writing is faster than trembling."""
        is_counted = self._accepts(key, self._same_key_ms)
        if is_counted:
            self.keyCounted.emit()
        return is_counted

    def _accepts(self, target: QObject, same_target_ms: float) -> bool:
        now_ms = self._now_ms()
        is_new_page = now_ms - self._page_ms < self._new_page_ms
        address = _address(target)
        is_repeat = address == self._last_target and (now_ms - self._last_ms < same_target_ms)
        if is_new_page or is_repeat:
            return False
        self._last_target = address
        self._last_ms = now_ms
        return True

    @Slot(QObject, result=bool)
    def hold(self, target: QObject) -> bool:
        """A finger is put on ``target``; whether it is the only finger that is on a control."""
        address = _address(target)
        if self._held in {0, address}:
            self._held = address
        return self._held == address

    @Slot(QObject)
    def letGo(self, target: QObject) -> None:
        """The finger has left ``target``."""
        if self._held == _address(target):
            self._held = 0

    @Slot()
    def pageChanged(self) -> None:
        """Start the dead time after a page change; fingers on the page before are forgotten."""
        self._page_ms = self._now_ms()
        self._held = 0


def _address(target: QObject) -> int:
    """The Python object is made anew for each call; the item behind it stays where it is."""
    address: int = shiboken6.getCppPointer(target)[0]
    return address
