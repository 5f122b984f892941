"""When a watched program is taken for dead, and how often it is started again (access O05)."""

from dataclasses import dataclass, replace

# The line on its standard output by which a watched program tells that its windows still answer.
BEAT = b"kiosk: alive\n"
BEAT_EVERY_S = 5.0
SILENCE_S = 20.0
FIRST_BEAT_S = 60.0
MOST_RESTARTS = 5
RESTARTS_WITHIN_S = 600.0


@dataclass(frozen=True, slots=True)
class Supervision:
    """What is known of the program that runs now; every change gives a new value.

    All times are seconds of one clock that never goes back.

    Attributes:
        started_s: When it was started.
        beat_s: Its last sign of life; None while it is still starting.
        restarts_s: When it was started again of late, oldest first; at most five.
    """

    started_s: float
    beat_s: float | None = None
    restarts_s: tuple[float, ...] = ()

    @property
    def silent_at_s(self) -> float:
        """When it is taken for dead unless it beats before; starting takes longer than beating."""
        if self.beat_s is None:
            return self.started_s + FIRST_BEAT_S
        return self.beat_s + SILENCE_S

    def beaten(self, now_s: float) -> "Supervision":
        """It gave a sign of life."""
        return replace(self, beat_s=now_s)

    def is_silent(self, now_s: float) -> bool:
        """Whether it is taken for dead."""
        return now_s >= self.silent_at_s

    def restarted(self, now_s: float) -> "Supervision | None":
        """Started again now; None when that was tried too often within ten minutes."""
        recent = tuple(each for each in self.restarts_s if now_s - each < RESTARTS_WITHIN_S)
        if len(recent) >= MOST_RESTARTS:
            return None
        return Supervision(now_s, None, (*recent, now_s))
