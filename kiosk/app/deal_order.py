"""Deals the balanced order and logs it, so that it can be replayed and proved (neutrality 1.2)."""

from collections.abc import Sequence
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
from kiosk.domain.ordering import Block, Deal, DealtOrder, Order, admit, deal
from kiosk.domain.service import ProviderId

_OpenBlocks = dict[frozenset[ProviderId], tuple[Block, int]]


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
                (dealt,) = self._deal([(case, offered)], medium, actor)
            elif dealt.lacks(offered):
                widened = _widened(dealt, offered, medium, self.ids.seed())
                self.record.append([self._event(widened, actor, case)])
                dealt = widened.dealt
        return dealt.among(offered)

    def for_nobody(self, offered: frozenset[ProviderId], medium: Medium, actor: str) -> Order:
        """A new order that belongs to no case."""
        with self._one_at_a_time:
            return self._deal([(None, offered)], medium, actor)[0].order

    def for_cases(
        self, wanted: Sequence[tuple[CaseRef, frozenset[ProviderId]]], medium: Medium, actor: str
    ) -> None:
        """Deal an order to each case that has none yet, and log all of them at once.

        Args:
            wanted: Known cases, each with the providers offered for any of its services; cases to
                whom nothing is offered get none. May be empty.
            medium: Where they are shown next.
            actor: Who is signed in.
        """
        with self._one_at_a_time:
            without = [
                each
                for each in dict.fromkeys(wanted)
                if each[1] and self.record.case_file(each[0]).order is None
            ]
            if without:
                self._deal(without, medium, actor)

    def _deal(
        self,
        wanted: Sequence[tuple[CaseRef | None, frozenset[ProviderId]]],
        medium: Medium,
        actor: str,
    ) -> list[DealtOrder]:
        """Deal the next rows of their blocks, one after the other; at least one."""
        blocks = {block.providers: (block, rows) for block, rows in self.record.open_blocks()}
        orders, events = list[DealtOrder](), list[Event]()
        for case, offered in wanted:
            block, rows_used = blocks.get(offered, (None, 0))
            seed = self.ids.seed()
            dealt = deal(offered, block, rows_used, str(self.ids.event_id()), seed)
            of_nobody: list[EventBody] = [*self._closed(dealt, blocks), *_opened(dealt, seed)]
            events += (self._event(body, actor, None) for body in of_nobody)
            events.append(self._event(OrderDealt(dealt.dealt, medium), actor, case))
            orders.append(dealt.dealt)
            blocks[offered] = (_block_of(dealt, block), dealt.dealt.row + 1)
        self.record.append(events)
        return orders

    def _closed(self, dealt: Deal, blocks: _OpenBlocks) -> list[BlockClosed]:
        """Blocks that end where a new one begins: used up, or of a set that nobody gets now.

        They are taken out of ``blocks``.
        """
        if dealt.opened is None:
            return []
        closed = []
        today = self.clock.now().date()
        for providers, (block, rows_dealt) in list(blocks.items()):
            if providers == dealt.opened.providers:
                closed.append(BlockClosed(block.id, BlockEnd.USED_UP, rows_dealt))
            elif not is_offered_together(self.municipality, providers, today):
                closed.append(BlockClosed(block.id, BlockEnd.OTHER_PROVIDERS, rows_dealt))
            else:
                continue
            del blocks[providers]
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


def _block_of(dealt: Deal, block: Block | None) -> Block:
    """The block that a row was dealt from.

    Raises:
        LookupError: There is none, which no deal does.
    """
    found = dealt.opened or block
    if found is None:
        raise LookupError
    return found
