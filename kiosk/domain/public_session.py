"""A session on a machine that strangers use: what is kept of one, for how long, and how it ends.

Nothing here says who the person is. A session begins at the attract page and leads back to it; what
it knew is gone then (access G08, G11). Whoever ran out of time *abandoned* the session, and never
"did not want to choose" (access G13, neutrality N20).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

from kiosk.domain.asked_view import AskedView
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.idle_times import LEAST_IDLE_S, WARNING_S
from kiosk.domain.ordering import Order
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

_READING_HEAD_START_S = 60.0
_READING_S_PER_WORD = 0.75


class SessionStart(Enum):
    """How a session came about.

    Choosing alone with the code of a letter becomes a third kind when machines share a record.
    """

    ALONE = "alone"
    HANDED_OVER = "handed_over"


class SessionEnd(Enum):
    """How a session ended: its person was done, ended it on the way, or was gone."""

    FINISHED = "finished"
    BY_PERSON = "by_person"
    ABANDONED = "abandoned"


def idle_before_warning_s(words: int, least_s: int = LEAST_IDLE_S) -> float:
    """Seconds without input before the warning page; a long page may be read to its end (G01, G06).

    Args:
        words: On the page that is shown.
        least_s: What this machine is set to, from 120 to 3000.
    """
    return max(float(least_s), _READING_HEAD_START_S + _READING_S_PER_WORD * words)


class Attention(Enum):
    """Whether somebody is thought to be there."""

    THERE = "there"
    WARNED = "warned"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class IdleClock:
    """The only time limit of a session (G07); every change gives a new value.

    Attributes:
        since_s: When somebody was last there, in seconds of a clock that never goes back.
        warned_s: Since when the warning page is shown; None while it is not.
        least_s: What this machine is set to; 0 for no limit.
        warning_s: How long the warning is shown.
        words: On the page that is shown.
        is_stopped: A document is being printed, or something is spoken.
    """

    since_s: float
    warned_s: float | None = None
    least_s: int = LEAST_IDLE_S
    warning_s: int = WARNING_S
    words: int = 0
    is_stopped: bool = False

    def touched(self, now_s: float) -> "IdleClock":
        """Somebody did something. On the warning page only its button counts: see ``extended``."""
        return self if self.warned_s is not None else replace(self, since_s=now_s)

    def extended(self, now_s: float) -> "IdleClock":
        """Somebody is still here; as often as they like (G03)."""
        return replace(self, since_s=now_s, warned_s=None)

    def reading(self, words: int, now_s: float) -> "IdleClock":
        """Another page is shown."""
        return replace(self, words=words, since_s=now_s)

    def stopped(self) -> "IdleClock":
        """Time stands still (G06)."""
        return replace(self, is_stopped=True)

    def going_on(self, now_s: float) -> "IdleClock":
        """Time counts from now; a warning that waited is shown for its whole time."""
        warned = None if self.warned_s is None else now_s
        return replace(self, is_stopped=False, since_s=now_s, warned_s=warned)

    def looked(self, now_s: float) -> tuple["IdleClock", Attention]:
        """The clock now, and whether somebody is thought to be there."""
        if self.warned_s is not None:
            if not self.is_stopped and now_s - self.warned_s >= self.warning_s:
                return self, Attention.GONE
            return self, Attention.WARNED
        if self.is_stopped or self.least_s == 0:
            return self, Attention.THERE
        if now_s - self.since_s >= idle_before_warning_s(self.words, self.least_s):
            return replace(self, warned_s=now_s), Attention.WARNED
        return self, Attention.THERE


@dataclass(frozen=True, slots=True)
class PublicSession:
    """What one person has asked to see; every change gives a new value.

    Attributes:
        id: Fresh for each session; leads to nobody.
        zone: Where the person lives; None until told.
        services: What the person wants to read about, order of the municipality; may be empty.
        nonchoice_shown: All five points were on the screen before any provider (N19).
        order: Dealt for this session and kept to its end, on screen and on paper; empty before.
        drawn: All orders that were dealt for it. Whoever asks for the same again, in whatever way,
            sees the same: nobody draws until the order is to their liking (N13).
        view: How the person asked to see the providers.
    """

    id: str
    start: SessionStart = SessionStart.ALONE
    zone: ZoneId | None = None
    services: tuple[ServiceId, ...] = ()
    nonchoice_shown: bool = False
    order: Order = ()
    drawn: tuple[Order, ...] = ()
    view: AskedView = field(default_factory=AskedView)

    def living_in(self, zone: ZoneId) -> "PublicSession":
        """In this zone; what was read about another is forgotten."""
        return self if zone == self.zone else self._asking(zone, ())

    def toggled(self, service: ServiceId, known: tuple[ServiceId, ...]) -> "PublicSession":
        """With or without a service.

        Args:
            service: Which one.
            known: Services of the zone, order of the municipality.
        """
        wanted = set(self.services) ^ {service}
        services = tuple(each for each in known if each in wanted)
        return self._asking(self.zone, services)

    def _asking(self, zone: ZoneId | None, services: tuple[ServiceId, ...]) -> "PublicSession":
        return PublicSession(self.id, self.start, zone, services, drawn=self.drawn)

    def with_nonchoice_shown(self) -> "PublicSession":
        """After the last line of the page about not choosing has been on the screen."""
        return replace(self, nonchoice_shown=True)

    def dealt(self, order: Order) -> "PublicSession":
        """With the order of this session.

        Raises:
            RefusedError: What happens without a choice has not been shown.
        """
        if not self.nonchoice_shown:
            raise RefusedError([Refusal("visit.nonchoice_not_shown")])
        is_new = bool(order) and self.drawn_for(order) != order
        return replace(self, order=order, drawn=(*self.drawn, order) if is_new else self.drawn)

    def drawn_for(self, offered: Iterable[ProviderId]) -> Order:
        """What was dealt already, without those who are not offered; empty where one is missing.

        Args:
            offered: Providers of the zone and services; may be empty.
        """
        wanted = frozenset(offered)
        whole = next((each for each in self.drawn if wanted <= frozenset(each)), ())
        return tuple(provider for provider in whole if provider in wanted)

    def seen_as(self, view: AskedView) -> "PublicSession":
        """With the providers as the person asked to see them."""
        return replace(self, view=view)

    @property
    def is_placed(self) -> bool:
        """Whether zone and at least one service are told."""
        return self.zone is not None and bool(self.services)
