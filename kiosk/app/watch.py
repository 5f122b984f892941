"""Who looks on while long work goes from case to case."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.errors import KioskError


class CancelledError(KioskError):
    """Somebody stopped the work before its end."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Called from the working thread.

    Attributes:
        progress: Gets how many cases are done, and how many there are.
        is_cancelled: Asked before each case and after the last one; then it is too late.
    """

    progress: Callable[[int, int], None] = lambda _done, _count: None
    is_cancelled: Callable[[], bool] = lambda: False

    def heed(self) -> None:
        """Stop here where somebody wants it.

        Raises:
            CancelledError: Somebody does.
        """
        if self.is_cancelled():
            raise CancelledError


ALONE = Watch()
"""Nobody looks on."""
