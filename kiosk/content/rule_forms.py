"""The shape of ``rules.toml``, as written by people.

A field that is not written is None: what holds then depends on the fallback, and a field that
does not belong to the fallback is a fault.
"""

from datetime import date
from enum import Enum
from typing import Annotated

from msgspec import Meta

from kiosk.content import leaves
from kiosk.content.forms import DecisionForm, Form, Zones
from kiosk.domain.nonchoice.parts import (
    EVERY_STATE,
    Circle,
    NonchoiceState,
    ShareScope,
    Skipped,
    Unit,
    Window,
)


class EveryState(Enum):
    """Written in place of a list of states."""

    ALL = "all"


class FallbackKind(Enum):
    """What holds for people whom nothing before it settles."""

    MUNICIPAL_DEFAULT = "municipal_default"
    CHOOSE_FIRST = "choose_first"
    TURN = "turn"
    KEY = "key"
    LOTS = "lots"
    MINIMUM_SHARE = "minimum_share"


class PickKind(Enum):
    """How one of several private providers is picked for a minimum share."""

    TURN = "turn"
    KEY = "key"
    LOTS = "lots"


class WhenNobody(Enum):
    """What holds where none of the providers can take somebody."""

    HELPER = "helper"
    OFFICER = "officer"


States = EveryState | Annotated[list[NonchoiceState], Meta(min_length=1)]
Providers = Circle | Annotated[list[leaves.ProviderRef], Meta(min_length=1)]
Shares = Annotated[dict[leaves.ProviderRef, leaves.Weight], Meta(min_length=1)]


class MinimumShareForm(Form, frozen=True, kw_only=True):
    """``[rules.minimum_share]``."""

    percent: leaves.Share
    unit: Unit = Unit.USERS
    window: Window = Window.STOCK
    scope: ShareScope = ShareScope.MUNICIPALITY
    by: PickKind = PickKind.TURN


class ContinuityRuleForm(Form, frozen=True, kw_only=True):
    """``[rules.continuity]``."""

    former_months: leaves.FormerMonths = 0
    household: bool = False


class FloorForm(Form, frozen=True, kw_only=True):
    """``[rules.floor]``."""

    needs: bool = True
    language: bool = False


class StartUpForm(Form, frozen=True, kw_only=True):
    """``[rules.start_up]``."""

    provider: leaves.ProviderRef
    begins_on: date
    months: leaves.Months
    limit: leaves.Limit
    unit: Unit = Unit.USERS


class RuleForm(Form, frozen=True, kw_only=True):
    """One of ``[[rules]]`` of ``rules.toml``; holds for one or several zones and states."""

    id: leaves.Slug
    version: leaves.Word
    service: leaves.ServiceRef
    zones: Zones
    states: States = EveryState.ALL
    keeps_present: bool
    fallback: FallbackKind
    helper: leaves.ProviderRef
    among: Providers | None = None
    shares: Shares | None = None
    skipped: Skipped | None = None
    when_nobody: WhenNobody | None = None
    ask_again_days: leaves.Count | None = None
    minimum_share: MinimumShareForm | None = None
    continuity: ContinuityRuleForm = ContinuityRuleForm()
    floor: FloorForm = FloorForm()
    start_up: StartUpForm | None = None
    note: leaves.Sentence | None = None
    decision: DecisionForm

    @property
    def picks(self) -> PickKind | None:
        """How it picks one of several providers; None where it names one, or waits."""
        match self.fallback:
            case FallbackKind.MUNICIPAL_DEFAULT | FallbackKind.CHOOSE_FIRST:
                return None
            case FallbackKind.MINIMUM_SHARE:
                return PickKind.TURN if self.minimum_share is None else self.minimum_share.by
            case FallbackKind.TURN | FallbackKind.KEY | FallbackKind.LOTS:
                return PickKind(self.fallback.value)

    @property
    def circle(self) -> Circle | frozenset[str]:
        """Which providers it picks among; those with a share where it has shares."""
        if self.picks is PickKind.KEY:
            return frozenset(self.shares or ())
        if self.among is None:
            is_private = self.fallback is FallbackKind.MINIMUM_SHARE
            return Circle.PRIVATE if is_private else Circle.ALL
        return self.among if isinstance(self.among, Circle) else frozenset(self.among)


class RulesForm(Form, frozen=True, kw_only=True):
    """``rules.toml``."""

    rules: Annotated[list[RuleForm], Meta(min_length=1)]


def states_within(states: EveryState | list[NonchoiceState]) -> frozenset[NonchoiceState]:
    """The states that a rule names."""
    return EVERY_STATE if isinstance(states, EveryState) else frozenset(states)
