"""What did not work, told on the page that is shown; nothing that was answered is lost.

An error that leaves a slot is only printed by Qt, and the page stands still without a word. So
everything that Qt calls and that can fail goes through ``told`` or ``Faults.telling``.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from kiosk.app.fault_texts import fault_text
from kiosk.domain.errors import KioskError
from kiosk.ui.shell import AppShell

P = ParamSpec("P")


class Faults(QObject):
    """One for both sides of a window; another page takes the words away.

    Signals:
        changed: Something did not work on the page that is shown, or another page came.
    """

    changed = Signal()

    def __init__(self, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._text = ""
        shell.pageChanged.connect(self.forget)

    @property
    def text(self) -> str:
        """What is wrong and what to do; empty when nothing went wrong on this page."""
        return self._text

    def tell(self, error: KioskError) -> None:
        """Say it on the page that is shown."""
        self._say(fault_text(error, self._shell.words))

    def forget(self) -> None:
        """Say nothing more."""
        self._say("")

    def telling(self, call: Callable[P, None]) -> Callable[P, None]:
        """The same call for ``connect``; what it fails at is told."""

        def telling(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                call(*args, **kwargs)
            except KioskError as error:
                self.tell(error)

        return telling

    def _say(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.changed.emit()


class Telling(Protocol):
    """An object that knows where to tell."""

    _faults: Faults


T = TypeVar("T", bound=Telling)


def told(method: Callable[Concatenate[T, P], None]) -> Callable[Concatenate[T, P], None]:
    """A slot whose failure is told; it stands below ``@Slot``."""

    @wraps(method)
    def telling(self: T, *args: P.args, **kwargs: P.kwargs) -> None:
        self._faults.telling(method)(self, *args, **kwargs)

    # What ``wraps`` gives calls the object by its name; a slot is called by place.
    return cast("Callable[Concatenate[T, P], None]", telling)
