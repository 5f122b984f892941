"""What a rule gives one person, and what that is worked out with."""

import hashlib
from collections.abc import Mapping, Sequence
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
        lot: What it was drawn with; empty for ways without a draw.
    """

    applicant: Applicant
    rule: str
    way: Way
    provider: ProviderId | None
    interim: ProviderId
    considered: tuple[ProviderId, ...] = ()
    passed: tuple[PassedOver, ...] = ()
    share: ShareSeen | None = None
    lot: str = ""

    @property
    def could_come(self) -> tuple[ProviderId, ...]:
        """Whom the rule could have given the person to, of those it came to; in that order."""
        return able_of(self.considered, self.passed)

    @property
    def moves(self) -> bool:
        """Whether another provider than the present one shall help."""
        return self.provider is not None and self.provider != self.applicant.present


def able_of(
    considered: Sequence[ProviderId], passed: Sequence[PassedOver]
) -> tuple[ProviderId, ...]:
    """Those considered and not passed over, in their order."""
    gone = {each.provider for each in passed}
    return tuple(each for each in considered if each not in gone)


@dataclass(frozen=True, slots=True)
class Draw:
    """A person's draw for one service (R7): the same in every run, whoever else is in it.

    Attributes:
        lot: Published with the result, so that anybody can repeat the draw.
    """

    lot: str

    def among(self, able: Sequence[ProviderId]) -> ProviderId:
        """Whose SHA-256 of ``lot|key`` comes first.

        So whoever is added or taken away changes the draws of nobody but those whom it wins or
        had won.

        Args:
            able: Those who can come; at least one, in any order.
        """
        return min(able, key=self._place)

    def _place(self, provider: ProviderId) -> str:
        return hashlib.sha256(f"{self.lot}|{provider}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class DrawInPlace:
    """A draw of the runs that were stored with a seed, before each person had a lot; for replay.

    Attributes:
        position: Place of the person in the run, from 1.
    """

    seed: str
    position: int
    lot: str = ""

    def among(self, able: Sequence[ProviderId]) -> ProviderId:
        """SHA-256 of ``seed|position`` as a number, modulo those who can come, by key."""
        digest = hashlib.sha256(f"{self.seed}|{self.position}".encode()).digest()
        return sorted(able)[int.from_bytes(digest, "big") % len(able)]


@dataclass(slots=True)
class Table:
    """What the people of one rule in one zone are settled with.

    Attributes:
        draw: Of the person whose turn it is to be settled.
        circle: The providers that the rule picks among, by key; empty for rules without a pick.
            Those who stop are among them, and are passed over.
    """

    rule: NonchoiceRule
    supply: Supply
    standing: Standing
    draw: Draw | DrawInPlace
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
