"""A provider as the municipality approved it; the same fields for all (domain 7.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from kiosk.domain.language import LocalText
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId


class ProviderKind(Enum):
    """Who stands behind a provider; told as text, never by colour or place."""

    MUNICIPAL = "municipal"
    COMMERCIAL = "commercial"
    NON_PROFIT = "non_profit"


class Coverage(Enum):
    """Whether a provider comes in a part of the day."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"


class CapacityState(Enum):
    """Whether a provider takes new persons now."""

    OPEN = "open"
    FULL = "full"
    PAUSED = "paused"
    CLOSING = "closing"
    NOT_STATED = "not_stated"


class Measured(Enum):
    """How a figure came about."""

    MEASURED = "measured"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Capacity:
    """Room for new persons on a date.

    Attributes:
        limit: How many users, or hours a week, in each zone at most; None where there is none.
    """

    state: CapacityState
    as_of: date | None = None
    limit: int | None = None
    unit: Unit = Unit.USERS


@dataclass(frozen=True, slots=True)
class Competence:
    """Training of the staff; a part that is None reads as not stated.

    Attributes:
        trained_percent: Share of helpers with training in health care, 0 to 100.
        nurse_on_duty: When a nurse can be reached; may be empty for "never".
        leader: Profession of the leader.
        as_of: Day that the figures hold for.
    """

    trained_percent: int | None = None
    nurse_on_duty: tuple[DayPart, ...] | None = None
    leader: LocalText | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Continuity:
    """How many different people come.

    Attributes:
        fixed_contact: Whether one named person is the contact.
        helpers_per_4_weeks: Usual number of different helpers in four weeks.
        measured: How that number came about.
        period: The time it was counted in.
    """

    fixed_contact: bool | None = None
    helpers_per_4_weeks: int | None = None
    measured: Measured | None = None
    period: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a provider or an office; None reads as not stated."""

    phone: str | None = None
    hours: LocalText | None = None
    email: str | None = None
    web: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """A provider stops with a service in a zone, as the municipality announced it.

    Attributes:
        announced_on: From this day nobody new comes to it.
        last_day: Last day on which it helps.
    """

    announced_on: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Offer:
    """What a provider gives within one service.

    Attributes:
        service: The service.
        zones: Where; at least one.
        coverage: One entry per part of the day.
        otherwise_provider: Who comes in the parts that this provider does not cover.
        otherwise: Sentence instead of the one made from ``otherwise_provider``.
        capacity: Room for new persons.
        start_days: Days from order to first visit.
        exceptions: Tasks that this provider does not do, and who does them.
        closings: Zones in which it stops.
        closing: That of the zone that was asked for; None where it goes on there.
    """

    service: ServiceId
    zones: frozenset[ZoneId]
    coverage: Mapping[DayPart, Coverage]
    otherwise_provider: ProviderId | None = None
    otherwise: LocalText | None = None
    capacity: Capacity = field(default_factory=lambda: Capacity(CapacityState.NOT_STATED))
    start_days: int | None = None
    exceptions: LocalText | None = None
    closings: Mapping[ZoneId, Closing] = field(default_factory=dict)
    closing: Closing | None = None

    def in_zone(self, zone: ZoneId, on: date | None = None) -> "Offer":
        """The offer as it stands in one zone: who stops there takes nobody new.

        Args:
            zone: The zone.
            on: A day on which what is announced later was not known; None for all that is known.
        """
        closing = self.closings.get(zone)
        if closing is None or (on is not None and on < closing.announced_on):
            return self
        room = replace(self.capacity, state=CapacityState.CLOSING, as_of=closing.announced_on)
        return replace(self, capacity=room, closing=closing)


@dataclass(frozen=True, slots=True)
class Extras:
    """Paid services outside the decision: a private agreement, never part of the comparison.

    Attributes:
        offered: Whether there are any.
        description: What, in a few words; None where nothing is offered.
    """

    offered: bool
    description: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Provider:
    """One approved provider.

    Attributes:
        id: Stable key.
        version: The municipality's own number for this profile; the version of the whole pack,
            which is stored with every choice, follows it.
        name: Registered name; alike in all languages unless the provider has its own.
        org_number: Nine digits, no spaces.
        owner: Parent company or organisation.
        offers: One per service; at least one.
        languages: ISO 639 codes of languages the staff speak, most spoken first.
        wishes: Which wishes about the helper can be met.
        accessibility: Adaptations such as sign language or easy reading.
        presentation: The provider's own words, at most 320 characters.
        valid_from: First day on which the profile is shown.
        valid_to: Last day; None while there is no end.
        started_on: When the provider began in the municipality.
        contract_until: Last day of the contract, for staff only.
        suspended_from: Since when nobody new is assigned because of a serious breach; for staff
            only, and only for those who do not choose.
        approved_on: Day on which the municipality approved the facts.
        approved_by: Office that approved them.
    """

    id: ProviderId
    version: str
    name: LocalText
    org_number: str
    kind: ProviderKind
    offers: tuple[Offer, ...]
    approved_on: date
    approved_by: str
    owner: str | None = None
    competence: Competence = field(default_factory=Competence)
    continuity: Continuity = field(default_factory=Continuity)
    languages: tuple[str, ...] | None = None
    wishes: LocalText | None = None
    accessibility: LocalText | None = None
    contact: Contact = field(default_factory=Contact)
    extras: Extras | None = None
    presentation: LocalText | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    started_on: date | None = None
    contract_until: date | None = None
    suspended_from: date | None = None

    def is_valid_on(self, day: date) -> bool:
        """Whether the profile and the contract hold on ``day``."""
        ends = [end for end in (self.valid_to, self.contract_until) if end is not None]
        begun = self.valid_from is None or self.valid_from <= day
        return begun and all(day <= end for end in ends)

    def is_old_on(self, day: date) -> bool:
        """Whether the facts were approved more than a year before ``day``."""
        return is_approval_old(self.approved_on, day)

    def offer_for(self, service: ServiceId, zone: ZoneId, on: date | None = None) -> Offer | None:
        """The offer for a service in a zone, as in ``in_zone``; None when there is none."""
        for offer in self.offers:
            if offer.service == service and zone in offer.zones:
                return offer.in_zone(zone, on)
        return None


def is_approval_old(approved_on: date, day: date) -> bool:
    """Whether a year has passed since an approval, and more: staff and readers are told (N26)."""
    return (approved_on.year + 1, approved_on.month, approved_on.day) < (
        day.year,
        day.month,
        day.day,
    )
