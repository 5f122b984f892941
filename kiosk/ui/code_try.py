"""Tries a staff code off the drawing thread and says in words why it did not open."""

from collections.abc import Callable

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError, RefusedError
from kiosk.domain.staff import StaffMember
from kiosk.ui.tasks import Tasks

_MINUTE_S = 60


class CodeTry:
    """One try at a time; a second one while the first is being checked does nothing.

    Attributes:
        is_busy: A code is being checked.
    """

    def __init__(self, program: Program, tasks: Tasks) -> None:
        self._program = program
        self._tasks = tasks
        self.is_busy = False

    def run(
        self,
        name: str,
        code: str,
        opened: Callable[[StaffMember], None],
        refused: Callable[[KioskError], None],
    ) -> None:
        """Check a code; exactly one of ``opened`` and ``refused`` is called afterwards."""
        if self.is_busy:
            return
        self.is_busy = True
        self._tasks.run(
            lambda: self._program.sign_in.sign_in(name, code),
            lambda member: self._end(lambda: opened(member)),
            lambda error: self._end(lambda: refused(error)),
        )

    def explain(self, error: KioskError, name: str, words: Words) -> str:
        """Why the code did not open, and how long to wait before the next try."""
        if not isinstance(error, RefusedError):
            return fault_text(error, words)
        wrong = any(refusal.code == "sign_in.wrong" for refusal in error.refusals)
        parts = [words.gettext("The code is wrong.")] if wrong else []
        wait_s = self._program.sign_in.wait_s(name)
        if wait_s > 0:
            parts.append(wait_text(wait_s, words))
        return " ".join(parts) or words.gettext("Try the code again.")

    def _end(self, call: Callable[[], None]) -> None:
        self.is_busy = False
        call()


def wait_text(wait_s: int, words: Words) -> str:
    """When the next try is possible, from the seconds until then."""
    if wait_s <= _MINUTE_S:
        text = words.ngettext(
            "You can try again in {count}\u00a0second.",
            "You can try again in {count}\u00a0seconds.",
            wait_s,
        )
        return text.format(count=wait_s)
    minutes = -(-wait_s // _MINUTE_S)
    text = words.ngettext(
        "You can try again in {count}\u00a0minute.",
        "You can try again in {count}\u00a0minutes.",
        minutes,
    )
    return text.format(count=minutes)
