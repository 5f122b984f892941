"""What happens to a person who does not choose: one rule, announced and applied.

There is no statute that fixes this; every municipality decides (S004 ch. 4.2.2).
The announcement shown beforehand and the result used afterwards come from the same object.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class PoliticalDecision:
    """Who adopted a rule, when, and under which case number.

    Attributes:
        organ: The organ inside a sentence, for example ``kommunestyret``.
    """

    organ: LocalText
    decided_on: date
    reference: str


@dataclass(frozen=True, slots=True)
class MunicipalDefault:
    """The municipality's own service helps."""

    provider: ProviderId


@dataclass(frozen=True, slots=True)
class ChooseFirst:
    """Help from a provider starts after the choice; until then ``interim`` helps."""

    interim: ProviderId


Fallback = MunicipalDefault | ChooseFirst


@dataclass(frozen=True, slots=True)
class NonchoiceRule:
    """The municipality's rule for one service in one zone.

    Attributes:
        id: Stable key, stored with every choice.
        version: Changes whenever the rule does.
        keeps_present: A person who has help keeps the present provider.
        fallback: What holds for everybody else.
    """

    id: str
    version: str
    service: ServiceId
    zone: ZoneId
    keeps_present: bool
    fallback: Fallback
    decision: PoliticalDecision

    def announce(
        self, present: ProviderId | None, offered: frozenset[ProviderId]
    ) -> "Announcement":
        """What this rule means for one person.

        Args:
            present: The person's present provider, if any.
            offered: Providers that serve the person's zone and service now.
        """
        if self.keeps_present and present is not None and present in offered:
            return KeepsPresent(present)
        match self.fallback:
            case MunicipalDefault(provider):
                return MunicipalHelps(provider)
            case ChooseFirst(interim):
                return MustChoose(interim)
            case _:
                assert_never(self.fallback)


@dataclass(frozen=True, slots=True)
class KeepsPresent:
    """Without a choice the person keeps who helps now."""

    provider: ProviderId


@dataclass(frozen=True, slots=True)
class MunicipalHelps:
    """Without a choice the municipality's own service helps."""

    provider: ProviderId


@dataclass(frozen=True, slots=True)
class MustChoose:
    """Help from a provider waits for the choice; ``interim`` helps until then."""

    interim: ProviderId


Announcement = KeepsPresent | MunicipalHelps | MustChoose


def helper_without_choice(announcement: Announcement) -> ProviderId:
    """Who helps the person as long as there is no choice."""
    match announcement:
        case KeepsPresent(provider) | MunicipalHelps(provider):
            return provider
        case MustChoose(interim):
            return interim
        case _:
            assert_never(announcement)


RuleBook = Mapping[tuple[ServiceId, ZoneId], NonchoiceRule]
