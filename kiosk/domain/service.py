"""What a person may be granted: services, parts of the day, zones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NewType

from kiosk.domain.language import LocalText
from kiosk.domain.notice import NoticeRule

ServiceId = NewType("ServiceId", str)
ZoneId = NewType("ZoneId", str)
ProviderId = NewType("ProviderId", str)


class DayPart(Enum):
    """The four parts of the week that a coverage strip shows, in reading order."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True)
class Zone:
    """A geographic part of the municipality.

    Attributes:
        id: Stable key, used in case lists.
        name: Shown name, for example ``Nord``.
        phrase: The name inside a sentence, for example ``sone Nord``.
    """

    id: ZoneId
    name: str
    phrase: LocalText


@dataclass(frozen=True, slots=True)
class Service:
    """A kind of help that the person chooses a provider for.

    Attributes:
        id: Stable key, used in case lists.
        name: Name as a heading, for example ``Hjemmesykepleie``.
        phrase: Name inside a sentence, for example ``hjemmesykepleie``.
        aliases: Other spellings in case lists, compared without case.
        zones: Zones in which the person may choose; elsewhere the service is not offered.
        hours: Shown hours per part of the day, for example ``07.30–15.00``.
        outside_choice: Parts of the day that the choice does not cover; may be empty.
        outside_provider: Who comes in those parts; None exactly when there are none.
        min_age_years: Youngest age at which the scheme applies; 0 for all ages.
        fee: One sentence about the user fee, the same for every provider.
        over_two_weeks: Whether pbrl § 2-7 (notice, reasons, complaint) applies.
        notice: When a new provider of this service begins; None for the municipality's rule.
    """

    id: ServiceId
    name: LocalText
    phrase: LocalText
    zones: frozenset[ZoneId]
    hours: Mapping[DayPart, LocalText]
    fee: LocalText
    aliases: tuple[str, ...] = ()
    outside_choice: frozenset[DayPart] = field(default_factory=frozenset)
    outside_provider: ProviderId | None = None
    min_age_years: int = 0
    over_two_weeks: bool = True
    notice: NoticeRule | None = None
