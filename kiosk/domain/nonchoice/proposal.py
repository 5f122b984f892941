"""What a rule gives one person, and what that is worked out with."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.parts import Lots, Turns, WeightedKey
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.standing import ShareSeen, Standing
from kiosk.domain.nonchoice.supply import PassReason, Supplier, Supply, going_on, pickable
from kiosk.domain.service import ProviderId


class Way(Enum):
    """Which part of a rule settled it; each has one sentence of its own."""

    KEEPS = "keeps"
    FORMER = "former"
    HOUSEHOLD = "household"
    START_UP = "start_up"
    MUNICIPAL = "municipal"
    TURN = "turn"
    KEY = "key"
    LOT = "lot"
    SHARE_TURN = "share_turn"
    SHARE_KEY = "share_key"
    SHARE_LOT = "share_lot"
    SHARE_REACHED = "share_reached"
    NOBODY_ELSE = "nobody_else"
    MUST_CHOOSE = "must_choose"
    OFFICER = "officer"


SHARE_WAYS: Mapping[Way, Way] = MappingProxyType(
    {Way.TURN: Way.SHARE_TURN, Way.KEY: Way.SHARE_KEY, Way.LOT: Way.SHARE_LOT}
)
"""How a pick is called where a minimum share led to it."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A provider that the rule came to and could not give the person to."""

    provider: ProviderId
    reason: PassReason


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule gives one person.

    Attributes:
        rule: Key and version of the rule.
        provider: Who shall help; None where an officer goes on, or the person must choose.
        interim: Who helps until then; the present provider, else by the rule.
        considered: Providers in the order in which the rule came to them; empty where it came to
            one only because it names it.
        passed: Those it could not give the person to, in that order.
        share: The private share before, for rules with a minimum share.
    """

    applicant: Applicant
    rule: str
    way: Way
    provider: ProviderId | None
    interim: ProviderId
    considered: tuple[ProviderId, ...] = ()
    passed: tuple[PassedOver, ...] = ()
    share: ShareSeen | None = None

    @property
    def moves(self) -> bool:
        """Whether another provider than the present one shall help."""
        return self.provider is not None and self.provider != self.applicant.present


@dataclass(frozen=True, slots=True)
class Draw:
    """Where the lots of a run come from; published with the run, so that anybody can repeat it.

    Attributes:
        position: Place of the person in the run, from 1; each has a draw of its own.
    """

    seed: str
    position: int = 1

    def index(self, size: int) -> int:
        """The place that is drawn, from 0: SHA-256 of ``seed|position`` as a number, mod ``size``."""
        digest = hashlib.sha256(f"{self.seed}|{self.position}".encode()).digest()
        return int.from_bytes(digest, "big") % size


@dataclass(slots=True)
class Table:
    """What the people of one rule in one zone are settled with.

    Attributes:
        draw: Moves on from person to person.
        circle: The providers that the rule picks among, by key; empty for rules without a pick.
            Those who stop are among them, and are passed over.
    """

    rule: NonchoiceRule
    supply: Supply
    standing: Standing
    draw: Draw
    on: date
    circle: tuple[Supplier, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Look the circle up once, and bring turns or counts up to date where there are any."""
        picking = self.rule.picking
        self.circle = () if picking is None else pickable(*picking, self.supply)
        if picking is None:
            return
        match picking[0]:
            case Turns():
                self.standing.queue(self.rule, self.circle, self.on)
            case WeightedKey():
                self.standing.counts(self.rule, going_on(self.circle))
            case Lots():
                pass
