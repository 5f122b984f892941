"""Whatever somebody copied or only marked on a screen that others use after them."""

from PySide6.QtGui import QClipboard, QGuiApplication

_OTHERS = (
    # What is marked, where the system keeps that apart.
    (QClipboard.Mode.Selection, QClipboard.supportsSelection),
    (QClipboard.Mode.FindBuffer, QClipboard.supportsFindBuffer),
)


def empty_clipboard() -> None:
    """Leave nothing of it."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    for mode, is_there in _OTHERS:
        if is_there(clipboard):
            clipboard.clear(mode)
