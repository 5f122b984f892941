"""Everything that Qt, QML, Python or the log says while a day is played; silence is asked for."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LOUD = frozenset({QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})


class _Collecting(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(f"log: {record.getMessage()}")


@contextmanager
def listening() -> Iterator[list[str]]:
    """What was said, in its order; the list grows while one listens."""
    heard: list[str] = []

    def of_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind in _LOUD:
            heard.append(f"Qt: {text}")

    def of_python(
        kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        heard.append(f"{kind.__name__}: {error}")

    def unraisable(failure: "sys.UnraisableHookArgs") -> None:
        of_python(failure.exc_type, failure.exc_value, None)

    hooks, handler = (sys.excepthook, sys.unraisablehook), _Collecting(heard)
    logging.getLogger().addHandler(handler)
    before = qInstallMessageHandler(of_qt)
    sys.excepthook, sys.unraisablehook = of_python, unraisable
    try:
        yield heard
    finally:
        sys.excepthook, sys.unraisablehook = hooks
        qInstallMessageHandler(before)
        logging.getLogger().removeHandler(handler)
