"""Answers of a person as they are given and stored; outcomes are never merged (domain 6.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain.case import CaseRef
from kiosk.domain.decider import Decider
from kiosk.domain.language import Language, LocalText
from kiosk.domain.notice import Told
from kiosk.domain.outcome import Channel, EventId, Outcome
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.signature import Signature

__all__ = [
    "Agreement",
    "Answer",
    "Cannot",
    "Channel",
    "Chooses",
    "Correction",
    "DoesNotWish",
    "EventId",
    "Keeps",
    "NamedService",
    "Outcome",
    "Postpones",
    "RecordedChoice",
    "ServiceAnswer",
    "TakenBack",
    "Withdrawal",
]


@dataclass(frozen=True, slots=True)
class Chooses:
    """The person picks a provider; the municipality's own counts as chosen when picked."""

    provider: ProviderId


@dataclass(frozen=True, slots=True)
class Keeps:
    """The person keeps who helps now."""


@dataclass(frozen=True, slots=True)
class DoesNotWish:
    """The person expressly does not want to choose."""


@dataclass(frozen=True, slots=True)
class Postpones:
    """The person wants to think until a date."""

    until: date


@dataclass(frozen=True, slots=True)
class Cannot:
    """The person cannot choose, by a decision that exists elsewhere; entered by staff only.

    Attributes:
        decision_reference: Reference of that decision; never its content.
    """

    decision_reference: str


Answer = Chooses | Keeps | DoesNotWish | Postpones | Cannot


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """The answer for one service with all that follows from it.

    Attributes:
        provider: Who helps as a result; None while that waits for a choice.
        provider_name: That provider's name on the day of the answer.
        previous_provider: Who helped before; None for a new service.
        start_on: First day with ``provider``; None when nothing changes or the day is unknown.
        notice_rule: Key of the rule that gave ``start_on``, or says that it is agreed on; empty
            without one.
        waits_for_place: The chosen provider is full; ``interim`` helps until there is room.
        interim: Who helps until ``start_on``, the place or the choice; None when nobody has to.
        postponed_until: Date agreed for a postponed answer.
        rule: Key and version of the non-choice rule that applied, for outcomes that use it.
        decision_reference: Only for "cannot".
        service_name, previous_name, interim_name: Names on the day of the answer, so that a
            receipt can be printed again whatever the content says by then; None where there is
            nobody to name, or nobody whom the content knew.
        awaits_date: The municipality agrees with the person on the day; ``interim`` helps until
            then. The day comes as an event of its own.
        notifies: Whom the municipality tells of the switch, in the order of ``Told``.
    """

    service: ServiceId
    outcome: Outcome
    provider: ProviderId | None = None
    provider_name: LocalText | None = None
    previous_provider: ProviderId | None = None
    start_on: date | None = None
    notice_rule: str = ""
    waits_for_place: bool = False
    interim: ProviderId | None = None
    postponed_until: date | None = None
    rule: str = ""
    decision_reference: str = ""
    service_name: LocalText | None = None
    previous_name: LocalText | None = None
    interim_name: LocalText | None = None
    awaits_date: bool = False
    notifies: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedService:
    """A service under its name on the day of the answer."""

    service: ServiceId
    name: LocalText


@dataclass(frozen=True, slots=True)
class RecordedChoice:
    """One stored answer of a person, for one or several services.

    Attributes:
        id: The same for a repeated attempt, so that nothing is stored twice.
        answers: One per answered service, order of the case; empty only in a correction of what
            should not have been stored at all.
        decider: None where nobody decides: staff entered "cannot" from a decision made elsewhere.
        participants: Roles of those who took part without deciding; may be empty.
        shown: Per service the providers in the order that was shown.
        content_version: Version of the content pack that was shown.
        language: Language of the pages.
        at: When it was stored, with time zone.
        recorded_by: Staff member who was signed in.
        receipt_number: Known after storing; empty before.
        person: Name of the person on the day of the answer.
        services: What was answered or shown, order of the case; open ones are among them.
        municipality, office: Who stored it, under the names of that day; empty and None in events
            of versions that did not store them.
        signature: Drawn by the decider on the screen; None where nobody signed.
        received_on: Day on which the answer came on paper; None where it was given when it was
            stored.
    """

    id: EventId
    case: CaseRef
    answers: tuple[ServiceAnswer, ...]
    decider: Decider | None
    participants: tuple[str, ...]
    shown: Mapping[ServiceId, tuple[ProviderId, ...]]
    content_version: str
    language: Language
    channel: Channel
    at: datetime
    recorded_by: str
    receipt_number: str = ""
    person: str = ""
    services: tuple[NamedService, ...] = ()
    municipality: str = ""
    office: LocalText | None = None
    signature: Signature | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Why a choice is stored anew; the wrong one stays readable (arkivforskrifta § 11).

    Attributes:
        choice: The choice that was recorded wrongly; all its answers are replaced.
        reason: What was wrong, in staff's words; short, no health details.
        received: Day on which the municipality received the answer, as before.
    """

    choice: EventId
    reason: str
    received: date


@dataclass(frozen=True, slots=True)
class Agreement:
    """The day on which a provider begins, agreed on with the person; a later one replaces it.

    Attributes:
        choice: The choice whose answer waited for the day.
        service_name, provider_name: Names on the day of the agreement.
    """

    choice: EventId
    service: ServiceId
    start_on: date
    service_name: LocalText
    provider_name: LocalText | None = None


@dataclass(frozen=True, slots=True)
class TakenBack(NamedService):
    """An answer that was taken back, under the names of that day.

    Attributes:
        answer: What was taken back; None in events of versions that did not store it.
        is_open: The service waits for an answer; otherwise an earlier answer, which had begun,
            holds again.
        helper: Who helped on that day and goes on; None where nobody does.
        helper_name: That provider's name; None where there is nobody to name.
    """

    answer: ServiceAnswer | None = None
    is_open: bool = True
    helper: ProviderId | None = None
    helper_name: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Answers that were taken back before they began.

    Attributes:
        id: The same for a repeated attempt, so that nothing is stored twice.
        choice: The choice whose answers are taken back.
        services: At least one, order of the case.
        decider: The person, or somebody with the right to act for the person.
        participants: Roles of those who took part without deciding; may be empty.
        at: When it was stored, with time zone.
        recorded_by: Staff member who was signed in.
        receipt_number: Known after storing; empty before.
        person, municipality, office: Names on the day.
    """

    id: EventId
    choice: EventId
    case: CaseRef
    services: tuple[TakenBack, ...]
    decider: Decider
    participants: tuple[str, ...]
    language: Language
    at: datetime
    recorded_by: str
    receipt_number: str = ""
    person: str = ""
    municipality: str = ""
    office: LocalText | None = None
