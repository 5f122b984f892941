"""Work that waits until the test lets it go on, one piece after the other."""

from typing import Any

from kiosk.domain.errors import KioskError
from kiosk.ui.tasks import Lane


class HeldTasks:
    """Does at once what is asked for, unless it holds; then nothing begins before ``let_go``."""

    def __init__(self) -> None:
        self.is_holding = False
        self._waiting: list[Any] = []

    def run(self, work, done, failed, lane=Lane.RECORD) -> None:
        self._waiting.append((work, done, failed, lane))
        if not self.is_holding:
            self.let_go()

    def let_go(self) -> None:
        """Do all that waits, and tell of it."""
        self.is_holding = False
        while self._waiting:
            work, done, failed, _lane = self._waiting.pop(0)
            try:
                result = work()
            except KioskError as error:
                failed(error)
            else:
                done(result)
