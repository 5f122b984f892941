"""Answers of a person and what follows from them; outcomes are never merged (domain 6.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import NewType, TypedDict, assert_never

from kiosk.domain.case import CaseRef
from kiosk.domain.decider import Decider
from kiosk.domain.errors import NotFoundError
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice import (
    Announcement,
    MustChoose,
    NonchoiceRule,
    helper_without_choice,
)
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

EventId = NewType("EventId", str)


class Outcome(Enum):
    """What became of a service; "abandoned" belongs to a kiosk session, never to a service."""

    CHOSEN = "chosen"
    KEEPS = "keeps"
    DOES_NOT_WISH = "does_not_wish"
    CANNOT = "cannot"
    NO_REPLY = "no_reply"
    NOT_OFFERED = "not_offered"
    POSTPONED = "postponed"


class Channel(Enum):
    """Where an answer was given."""

    HOME_VISIT = "home_visit"
    CASE_PAGE = "case_page"


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
        notice_rule: Key of the rule that gave ``start_on``; empty without one.
        waits_for_place: The chosen provider is full; ``interim`` helps until there is room.
        interim: Who helps until ``start_on``, the place or the choice; None when nobody has to.
        postponed_until: Date agreed for a postponed answer.
        rule: Key and version of the non-choice rule that applied, for outcomes that use it.
        decision_reference: Only for "cannot".
        service_name, previous_name, interim_name: Names on the day of the answer, so that a
            receipt can be printed again whatever the content says by then; None where there is
            nobody to name, or nobody whom the content knew.
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
        answers: One per answered service, order of the case; at least one.
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


@dataclass(frozen=True, slots=True)
class Situation:
    """What an answer for one service is judged against.

    Attributes:
        zone: The person's zone.
        present: Who helps now; None for a new service.
        received: Day on which the municipality receives the answer.
        working: Norwegian calendar.
    """

    municipality: Municipality
    service: ServiceId
    zone: ZoneId
    present: ProviderId | None
    received: date
    working: WorkingCalendar = field(compare=False)

    @property
    def rule(self) -> NonchoiceRule:
        """The municipality's rule for those who do not choose here."""
        return self.municipality.rule(self.service, self.zone)

    @property
    def announcement(self) -> Announcement:
        """What that rule means for this person."""
        offered = self.municipality.offered(self.service, self.zone, self.received)
        return self.rule.announce(self.present, offered)


def follow(answer: Answer, situation: Situation) -> ServiceAnswer:
    """Work out what an answer means: who helps, from when, and who helps meanwhile."""
    return _named(_followed(answer, situation), situation.municipality)


def _named(answer: ServiceAnswer, municipality: Municipality) -> ServiceAnswer:
    """With the names of today, which are kept with the answer."""
    return replace(
        answer,
        service_name=municipality.service(answer.service).name,
        provider_name=_name(answer.provider, municipality),
        previous_name=_name(answer.previous_provider, municipality),
        interim_name=_name(answer.interim, municipality),
    )


def _name(provider: ProviderId | None, municipality: Municipality) -> LocalText | None:
    """A present provider may have left the content since the case was imported."""
    if provider is None:
        return None
    try:
        return municipality.provider(provider).name
    except NotFoundError:
        return None


def _followed(answer: Answer, situation: Situation) -> ServiceAnswer:
    match answer:
        case Chooses(provider):
            return _chosen(provider, situation)
        case Keeps():
            return _with_provider(situation, Outcome.KEEPS, situation.present)
        case DoesNotWish():
            return _by_rule(situation, Outcome.DOES_NOT_WISH)
        case Cannot(reference):
            return _by_rule(situation, Outcome.CANNOT, decision_reference=reference)
        case Postpones(until):
            return _postponed(situation, until)
        case _:
            assert_never(answer)


def _chosen(provider: ProviderId, situation: Situation) -> ServiceAnswer:
    answer = _with_provider(situation, Outcome.CHOSEN, provider)
    if provider == situation.present:
        return answer
    # Who would help anyway has no waiting list for this person: the duty to help comes first.
    if _helper(situation) == provider or _has_room(provider, situation):
        return replace(answer, **_start(situation))
    return replace(answer, waits_for_place=True, interim=_helper(situation))


def _has_room(provider: ProviderId, situation: Situation) -> bool:
    offer = situation.municipality.provider(provider).offer_for(situation.service, situation.zone)
    closed = {CapacityState.FULL, CapacityState.PAUSED}
    return offer is not None and offer.capacity.state not in closed


def _by_rule(situation: Situation, outcome: Outcome, decision_reference: str = "") -> ServiceAnswer:
    rule = situation.rule
    announcement = situation.announcement
    if isinstance(announcement, MustChoose):
        answer = replace(_with_provider(situation, outcome, None), interim=announcement.interim)
    else:
        answer = replace(
            _with_provider(situation, outcome, announcement.provider),
            **_move(announcement.provider, situation),
        )
    return replace(answer, rule=f"{rule.id}@{rule.version}", decision_reference=decision_reference)


def _move(provider: ProviderId, situation: Situation) -> "_Start":
    """The start of ``provider`` for somebody who has help from another; empty for the rest.

    Where nobody helps now, the one who helps by the rule does so at once.
    """
    if _helping(situation) in {None, provider}:
        return {}
    return _start(situation)


def _postponed(situation: Situation, until: date) -> ServiceAnswer:
    return ServiceAnswer(
        service=situation.service,
        outcome=Outcome.POSTPONED,
        previous_provider=situation.present,
        interim=_helper(situation),
        postponed_until=until,
    )


def _with_provider(
    situation: Situation, outcome: Outcome, provider: ProviderId | None
) -> ServiceAnswer:
    return ServiceAnswer(
        service=situation.service,
        outcome=outcome,
        provider=provider,
        previous_provider=situation.present,
    )


class _Start(TypedDict, total=False):
    start_on: date
    notice_rule: str
    interim: ProviderId


def _start(situation: Situation) -> _Start:
    notice = situation.municipality.notice
    start_on = notice.start_after(situation.received, situation.working)
    start: _Start = {"start_on": start_on, "notice_rule": notice.id}
    if start_on > situation.received:
        start["interim"] = _helper(situation)
    return start


def _helper(situation: Situation) -> ProviderId:
    """Who helps as long as no newly chosen provider does: the present one, else by the rule.

    A present provider whose contract has ended, or who has left the content, helps nobody.
    """
    return _helping(situation) or helper_without_choice(situation.announcement)


def _helping(situation: Situation) -> ProviderId | None:
    """The present provider, as long as it is offered here; None for a new service."""
    municipality = situation.municipality
    offered = municipality.offered(situation.service, situation.zone, situation.received)
    return situation.present if situation.present in offered else None
