"""How cases get the order in which they see providers, as events (neutrality 1.2)."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.ordering import SCHEME, Block, DealtOrder
from kiosk.domain.service import ProviderId


class BlockEnd(Enum):
    """Why no more rows of a block are dealt; a block that is used up is balanced exactly."""

    USED_UP = "used_up"
    OTHER_PROVIDERS = "other_providers"


class Medium(Enum):
    """Where an order was first shown."""

    SCREEN = "screen"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class BlockOpened:
    """A new block of orders.

    Attributes:
        seed: Secret that the block was drawn with; makes the lot replayable.
    """

    block: Block
    seed: str
    scheme: str = SCHEME


@dataclass(frozen=True, slots=True)
class BlockClosed:
    """No row of a block is dealt any more; cases keep the orders that they have (neutrality 1.2).

    Attributes:
        block: Key of the block.
        rows_dealt: How many of its rows were dealt.
    """

    block: str
    end: BlockEnd
    rows_dealt: int


@dataclass(frozen=True, slots=True)
class OrderDealt:
    """A case got its order of providers; nothing about a choice stands here (neutrality 1.2).

    Attributes:
        seed: Secret that the places of ``newcomers`` were drawn with; empty for a row of a block.
        newcomers: Providers that came into an order which the case had already; sorted by key.
    """

    dealt: DealtOrder
    medium: Medium
    scheme: str = SCHEME
    seed: str = ""
    newcomers: tuple[ProviderId, ...] = ()
