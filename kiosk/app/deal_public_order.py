"""Deals the balanced order to sessions of a public machine, whose record is closed (neutrality 1.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.machine_log import MachineLog, OpenBlock, OrderStock
from kiosk.domain.eligibility import is_offered_together
from kiosk.domain.machine_event import MachineEvent, MachineEventId, Value
from kiosk.domain.municipality import Municipality
from kiosk.domain.order_events import BlockEnd, Medium
from kiosk.domain.ordering import SCHEME, Block, Deal, DealtOrder, Order, deal
from kiosk.domain.service import ProviderId

_KEY_LENGTH = 32


def fresh_key(ids: IdSource) -> str:
    """A key that leads to nobody; unlike an event's id, it does not tell the time."""
    return ids.seed()[:_KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class DealPublicOrder:
    """Gives each session one order, kept to its end on screen and on paper."""

    municipality: Municipality
    log: MachineLog
    stock: OrderStock
    clock: Clock
    ids: IdSource

    def for_session(self, session: str, offered: frozenset[ProviderId], medium: Medium) -> Order:
        """The next row of the block of these providers.

        Args:
            session: Key of the session.
            offered: Providers of the zone and services; at least one.
            medium: Where it is shown first.

        Raises:
            StorageError: It could not be logged, and nothing may be shown.
        """
        blocks = {block.providers: (block, rows) for block, rows in self.stock.open_blocks()}
        block, rows_used = blocks.get(offered, (None, 0))
        seed = self.ids.seed()
        dealt = deal(offered, block, rows_used, fresh_key(self.ids), seed)
        events = [*self._closed(dealt, blocks), *self._opened(dealt, seed)]
        blocks[offered] = (_block_of(dealt, block), dealt.dealt.row + 1)
        # First what is dealt from: a row may be lost by a power cut, but is never dealt twice.
        self.stock.keep(tuple(blocks.values()))
        self.log.append([*events, self._dealt(session, dealt.dealt, medium)])
        return dealt.dealt.order

    def _closed(
        self, dealt: Deal, blocks: dict[frozenset[ProviderId], OpenBlock]
    ) -> list[MachineEvent]:
        """Blocks that end where a new one begins; they are taken out of ``blocks``."""
        if dealt.opened is None:
            return []
        closed = []
        today = self.clock.now().date()
        for providers, (block, rows_dealt) in list(blocks.items()):
            if providers == dealt.opened.providers:
                closed.append(self._block_closed(block, BlockEnd.USED_UP, rows_dealt))
            elif not is_offered_together(self.municipality, providers, today):
                closed.append(self._block_closed(block, BlockEnd.OTHER_PROVIDERS, rows_dealt))
            else:
                continue
            del blocks[providers]
        return closed

    def _block_closed(self, block: Block, why: BlockEnd, rows_dealt: int) -> MachineEvent:
        return self._event(
            MachineEventId.BLOCK_CLOSED, block=block.id, why=why.value, rows_dealt=rows_dealt
        )

    def _opened(self, dealt: Deal, seed: str) -> Sequence[MachineEvent]:
        if dealt.opened is None:
            return ()
        opened, providers = dealt.opened, tuple(sorted(dealt.opened.providers))
        return (
            self._event(
                MachineEventId.BLOCK_OPENED, block=opened.id, seed=seed, providers=providers
            ),
        )

    def _dealt(self, session: str, dealt: DealtOrder, medium: Medium) -> MachineEvent:
        return self._event(
            MachineEventId.ORDER_DEALT,
            session=session,
            scheme=SCHEME,
            block=dealt.block,
            row=dealt.row,
            order=dealt.order,
            medium=medium.value,
        )

    def _event(self, kind: MachineEventId, **fields: Value) -> MachineEvent:
        return MachineEvent(kind, self.clock.now().date(), fields)


def _block_of(dealt: Deal, block: Block | None) -> Block:
    found = dealt.opened or block
    if found is None:
        raise LookupError
    return found
