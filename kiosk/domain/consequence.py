"""What follows from an answer: who helps, from when, and who helps meanwhile."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypedDict, assert_never

from kiosk.domain.choice import (
    Answer,
    Cannot,
    Chooses,
    DoesNotWish,
    Keeps,
    Outcome,
    Postpones,
    ServiceAnswer,
)
from kiosk.domain.errors import NotFoundError
from kiosk.domain.language import LocalText
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
