"""Deals the balanced order and logs it, so that it can be replayed and proved (neutrality 1.2)."""

from dataclasses import dataclass, field
from threading import Lock

from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import is_offered_together
from kiosk.domain.event import (
    BlockClosed,
    BlockEnd,
    BlockOpened,
    Event,
    EventBody,
    Medium,
    OrderDealt,
)
from kiosk.domain.municipality import Municipality
from kiosk.domain.ordering import Deal, DealtOrder, Order, admit, deal
from kiosk.domain.service import ProviderId


@dataclass(frozen=True, slots=True)
class DealOrder:
    """Gives each case one order for good, and each anonymous reader one of their own.

    Safe to call from any thread: a case that is opened on two of them gets one order.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    _one_at_a_time: Lock = field(default_factory=Lock, repr=False, compare=False)

    def for_case(
        self, case: CaseRef, offered: frozenset[ProviderId], medium: Medium, actor: str
    ) -> Order:
        """The order of a case; who left drops out, who came gets a place by lot and is logged.

        Args:
            case: A known case.
            offered: Providers offered for any of its services; at least one.
            medium: Where it is shown now.
            actor: Who is signed in.
        """
        with self._one_at_a_time:
            dealt = self.record.case_file(case).order
            if dealt is None:
                dealt = self._deal(case, offered, medium, actor)
            elif dealt.lacks(offered):
                widened = _widened(dealt, offered, medium, self.ids.seed())
                self.record.append([self._event(widened, actor, case)])
                dealt = widened.dealt
        return dealt.among(offered)

    def for_nobody(self, offered: frozenset[ProviderId], medium: Medium, actor: str) -> Order:
        """A new order that belongs to no case."""
        with self._one_at_a_time:
            return self._deal(None, offered, medium, actor).order

    def _deal(
        self, case: CaseRef | None, offered: frozenset[ProviderId], medium: Medium, actor: str
    ) -> DealtOrder:
        block, rows_used = self.record.open_block(offered) or (None, 0)
        seed = self.ids.seed()
        dealt = deal(offered, block, rows_used, str(self.ids.event_id()), seed)
        of_nobody: list[EventBody] = [*self._closed(dealt), *_opened(dealt, seed)]
        events = [self._event(body, actor, None) for body in of_nobody]
        events.append(self._event(OrderDealt(dealt.dealt, medium), actor, case))
        self.record.append(events)
        return dealt.dealt

    def _closed(self, dealt: Deal) -> list[BlockClosed]:
        """Blocks that end where a new one begins: used up, or of a set that nobody gets now."""
        if dealt.opened is None:
            return []
        closed = []
        today = self.clock.now().date()
        for block, rows_dealt in self.record.open_blocks():
            if block.providers == dealt.opened.providers:
                closed.append(BlockClosed(block.id, BlockEnd.USED_UP, rows_dealt))
            elif not is_offered_together(self.municipality, block.providers, today):
                closed.append(BlockClosed(block.id, BlockEnd.OTHER_PROVIDERS, rows_dealt))
        return closed

    def _event(self, body: EventBody, actor: str, case: CaseRef | None) -> Event:
        return Event(self.ids.event_id(), self.clock.now(), actor, case, body)


def _widened(
    dealt: DealtOrder, offered: frozenset[ProviderId], medium: Medium, seed: str
) -> OrderDealt:
    """An order with places for newcomers, and what their lot can be drawn again from."""
    newcomers = tuple(sorted(offered - set(dealt.order)))
    return OrderDealt(admit(dealt, offered, seed), medium, seed=seed, newcomers=newcomers)


def _opened(dealt: Deal, seed: str) -> list[BlockOpened]:
    return [] if dealt.opened is None else [BlockOpened(dealt.opened, seed)]
