"""The rule of a municipality for those who do not choose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.domain.nonchoice.parts import (
    EVERY_STATE,
    Among,
    ChooseFirst,
    Continuity,
    Distribute,
    Fallback,
    Floor,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    Pick,
    PoliticalDecision,
    StartUp,
)
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class NonchoiceRule:
    """One rule for one service in one zone.

    The parts work in this order (domain 6.1): keep, floor, continuity, start-up period, fallback.

    Attributes:
        id: Stable key, stored with every choice.
        version: Changes whenever the rule does.
        keeps_present: A person who has help keeps the present provider.
        fallback: What holds for everybody whom nothing before it settles.
        states: The states that the rule is for; at least one.
        start_up: A new provider's first months; None for none.
    """

    id: str
    version: str
    service: ServiceId
    zone: ZoneId
    keeps_present: bool
    fallback: Fallback
    decision: PoliticalDecision
    states: frozenset[NonchoiceState] = EVERY_STATE
    continuity: Continuity = Continuity()  # noqa: RUF009  a value without state
    floor: Floor = Floor()  # noqa: RUF009  a value without state
    start_up: StartUp | None = None

    @property
    def reference(self) -> str:
        """Key and version, as they are stored."""
        return f"{self.id}@{self.version}"

    @property
    def interim(self) -> ProviderId:
        """Who helps somebody without help until the rule has been applied."""
        match self.fallback:
            case MunicipalDefault(provider):
                return provider
            case ChooseFirst() | Distribute():
                return self.fallback.interim
            case MinimumShare():
                return self.fallback.municipal

    @property
    def picking(self) -> tuple[Pick, Among] | None:
        """How one of several is picked, and among whom; None for rules without a pick."""
        if isinstance(self.fallback, Distribute | MinimumShare):
            return self.fallback.pick, self.fallback.among
        return None

    @property
    def keeps_whoever_has_help(self) -> bool:
        """Whether present help stays; a share is for new people only, it never moves anybody."""
        return self.keeps_present or isinstance(self.fallback, MinimumShare)


RuleBook = Mapping[tuple[ServiceId, ZoneId], tuple[NonchoiceRule, ...]]
"""One rule per state wherever there is a choice; a rule for several states stands there once."""


def in_telling_order(rules: Iterable[NonchoiceRule]) -> tuple[NonchoiceRule, ...]:
    """Rules as people read them: for those who do not reply first, for those who cannot last."""
    order = list(NonchoiceState)
    return tuple(sorted(rules, key=lambda rule: [state not in rule.states for state in order]))


def rule_for(rules: tuple[NonchoiceRule, ...], state: NonchoiceState) -> NonchoiceRule | None:
    """The rule for a state; None where the book has none."""
    return next((rule for rule in rules if state in rule.states), None)
