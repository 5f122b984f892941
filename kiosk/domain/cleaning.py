"""How long the screen takes no touch while somebody cleans it (access O12)."""

import math
from dataclasses import dataclass, replace

LOCK_S = 30.0
ASK_S = 15.0
_FEWEST, _MOST = 4, 12


def is_cleaning_code(text: str) -> bool:
    """Whether a machine may have this code: four to twelve digits, which any keys can write."""
    return _FEWEST <= len(text) <= _MOST and text.isascii() and text.isdigit()


@dataclass(frozen=True, slots=True)
class CleaningLock:
    """One cleaning; times are seconds of a clock that never goes back.

    Attributes:
        until_s: When touch counts again. For a while after it, more time can be had.
    """

    until_s: float

    @classmethod
    def begun(cls, now_s: float) -> "CleaningLock":
        """From now."""
        return cls(now_s + LOCK_S)

    def left_s(self, now_s: float) -> int:
        """Whole seconds until touch counts again; 0 once it does."""
        return max(0, math.ceil(self.until_s - now_s))

    def is_locked(self, now_s: float) -> bool:
        """Whether touch is ignored."""
        return now_s < self.until_s

    def is_over(self, now_s: float) -> bool:
        """Whether strangers may use the screen again."""
        return now_s >= self.until_s + ASK_S

    def extended(self, now_s: float) -> "CleaningLock":
        """Half a minute more, from now."""
        return replace(self, until_s=now_s + LOCK_S)
