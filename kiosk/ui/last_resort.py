"""When something unforeseen fails on a public machine: a calm page, nothing kept, a fresh start.

The session is dropped and never restored, because nobody knows any more what of it is true. What is
told has kind and place only; a traceback or the words of a failure may hold a name (access O06).
"""

import re
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQml import QQmlEngine, QQmlError

from kiosk.domain.errors import KioskError
from kiosk.domain.fault_place import ELSEWHERE, FaultPlace, fault_place
from kiosk.domain.machine_end import MachineEnd
from kiosk.ui.calm_page import CalmWindow
from kiosk.ui.whole_screen import WholeScreen

_CALM_MS = 4_000
_QML_FAULT = "QmlError"
_THROWN = re.compile(r"(Uncaught exception: )?[A-Za-z]*Error\b")


class LastResort(QObject):
    """Keep it as long as the window lives.

    Args:
        window: What people see; hidden for good at the first failure.
        lines: Words of the calm page in the language that is shown; at least one.
        forget: Drops the session.
        tell: Writes the failure down.
        end: Ends the program with an exit code.

    Signals:
        caught: Something failed, on whatever thread.
    """

    caught = Signal(object)

    def __init__(
        self,
        window: QWindow,
        lines: Callable[[], Sequence[str]],
        forget: Callable[[], None],
        tell: Callable[[FaultPlace], None],
        end: Callable[[int], None] = QGuiApplication.exit,
    ) -> None:
        super().__init__()
        self._window = window
        self._lines = lines
        self._forget = forget
        self._tell = tell
        self._end = end
        self.page: CalmWindow | None = None
        self.caught.connect(self._give_up)

    def begin(self, engine: QQmlEngine) -> None:
        """From now on nothing unforeseen goes on unseen, and nothing of it is printed."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        engine.warnings.connect(self._on_qml)
        engine.setOutputWarningsToStandardError(False)
        qInstallMessageHandler(_say_no_more)

    def end_now(self) -> None:
        """Ask to be started again."""
        self._end(MachineEnd.RESTART_PROGRAM.of_program)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        del error
        if not issubclass(kind, KeyboardInterrupt):
            self.caught.emit(_place_in(kind, trace))

    def _on_thread(self, failure: threading.ExceptHookArgs) -> None:
        self.caught.emit(_place_in(failure.exc_type, failure.exc_traceback))

    def _on_qml(self, warnings: Sequence[QQmlError]) -> None:
        for each in warnings:
            # Other warnings, such as one of a binding that goes round, leave the page as it was.
            if _THROWN.match(each.description()):
                self.caught.emit(fault_place(_QML_FAULT, each.url().toString(), each.line()))

    def _give_up(self, fault: FaultPlace) -> None:
        # What fails while all is given up changes nothing any more.
        if self.page is not None:
            return
        self.page = CalmWindow(self._lines())
        # A page that nobody closes, before anything else that may fail too.
        WholeScreen(self.page)
        self._window.hide()
        QTimer.singleShot(_CALM_MS, self, self.end_now)
        try:
            self._forget()
        finally:
            self._write_down(fault)

    def _write_down(self, fault: FaultPlace) -> None:
        try:
            self._tell(fault)
        except KioskError:
            # The disk is full, say; the calm page matters more than the log.
            return


def _place_in(kind: type[BaseException], trace: TracebackType | None) -> FaultPlace:
    frames = traceback.extract_tb(trace)
    places = [fault_place(kind.__name__, each.filename, each.lineno or 0) for each in frames]
    # The last line of our own says most: below it is only what it called.
    own = [each for each in places if each.place != ELSEWHERE]
    return own[-1] if own else fault_place(kind.__name__, "", 0)


def _say_no_more(_kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
    """Qt repeats the words of failures, which may hold a name."""
