"""Tells the keys of a hand scanner, which types like a keyboard, from those of a person (access O22)."""

from dataclasses import dataclass, replace
from enum import Enum, auto

MARKED_MS = 1_500.0
"""From the scanner's own first character to Enter; a slow radio scanner needs a second."""

BURST_MS = 500.0
"""From the first character to Enter where the scanner puts none before; no person types as fast."""

LEAST_BURST = 10
_LONGEST = 200


class Taken(Enum):
    """Whose key it was."""

    PERSONS = auto()
    SCANNERS = auto()


def is_scanner_prefix(text: str) -> bool:
    """Whether a scanner may put this before each code: one character that nobody writes words with."""
    return len(text) == 1 and text.isprintable() and not (text.isalnum() or text.isspace())


@dataclass(frozen=True, slots=True)
class Scanning:
    """What came of late; every key gives a new value.

    Attributes:
        prefix: What the scanner is set to put before each code; empty where it puts nothing.
        typed: Characters so far, without the prefix.
        begun_ms: When the first of them came; None while nothing is under way.
        is_marked: The prefix came.
        code: What was scanned whole with the last key; empty otherwise.
    """

    prefix: str = ""
    typed: str = ""
    begun_ms: float | None = None
    is_marked: bool = False
    code: str = ""

    def after(
        self, text: str, now_ms: float, *, is_enter: bool, is_written: bool
    ) -> "tuple[Scanning, Taken]":
        """Take one key.

        Args:
            text: The character that it writes; empty for one that writes none.
            now_ms: Of a clock that never goes back.
            is_enter: It ends a code.
            is_written: It goes into a field. A burst without a prefix is left alone there: its first
                characters stand in the field before anybody knows whose they are.
        """
        if self.prefix and text == self.prefix:
            return self._begun("", now_ms, is_marked=True), Taken.SCANNERS
        if is_enter:
            return self._ended(now_ms)
        if not text:
            # A shift key between two characters.
            return replace(self, code=""), Taken.PERSONS
        return self._after_character(text, now_ms, is_written=is_written)

    def _after_character(
        self, text: str, now_ms: float, *, is_written: bool
    ) -> "tuple[Scanning, Taken]":
        is_in_time = self._is_in_time(now_ms)
        if self.is_marked and is_in_time:
            return self._with(text), Taken.SCANNERS
        if is_written:
            return Scanning(self.prefix), Taken.PERSONS
        if not is_in_time:
            return self._begun(text, now_ms, is_marked=False), Taken.PERSONS
        # A space in the middle of a burst presses no button.
        is_burst = text.isspace() and len(self.typed) >= LEAST_BURST // 2
        return self._with(text), Taken.SCANNERS if is_burst else Taken.PERSONS

    def _begun(self, text: str, now_ms: float, *, is_marked: bool) -> "Scanning":
        return Scanning(self.prefix, text, now_ms, is_marked)

    def _with(self, text: str) -> "Scanning":
        return replace(self, typed=(self.typed + text)[:_LONGEST], code="")

    def _ended(self, now_ms: float) -> "tuple[Scanning, Taken]":
        is_whole = self._is_in_time(now_ms) and (self.is_marked or len(self.typed) >= LEAST_BURST)
        if not is_whole:
            return Scanning(self.prefix), Taken.PERSONS
        return Scanning(self.prefix, code=self.typed), Taken.SCANNERS

    def _is_in_time(self, now_ms: float) -> bool:
        longest_ms = MARKED_MS if self.is_marked else BURST_MS
        return self.begun_ms is not None and now_ms - self.begun_ms <= longest_ms
