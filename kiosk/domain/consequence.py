"""What follows from an answer: who helps, from when, and who helps meanwhile."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
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
from kiosk.domain.municipality import Municipality
from kiosk.domain.named_answer import named
from kiosk.domain.nonchoice.announcement import Announcement, announce
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.notice import Told, WorkingCalendar, working_day_from
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Situation:
    """What an answer for one service is judged against.

    Attributes:
        zone: The person's zone.
        present: Who helps now; None for a new service.
        received: Day on which the municipality receives the answer.
        known: Who knows the person already.
        objects_to: Providers that the person expressly does not want.
        stored_on: Day on which an answer is stored that was received earlier; None for the same.
        working: Norwegian calendar.
        full: Providers that have no place for this person now.
        is_meanwhile: ``present`` helps only until it is settled who does.
        stopped: The provider that stopped, where ``present`` stands in for it.
        given: The answer that holds, where a rule gave its provider.
    """

    municipality: Municipality
    service: ServiceId
    zone: ZoneId
    present: ProviderId | None
    received: date
    working: WorkingCalendar = field(compare=False)
    known: Known = Known()  # noqa: RUF009  a value without state
    objects_to: frozenset[ProviderId] = frozenset()
    stored_on: date | None = None
    full: frozenset[ProviderId] = frozenset()
    is_meanwhile: bool = False
    stopped: ProviderId | None = None
    given: ServiceAnswer | None = None

    def announced(self, state: NonchoiceState = NonchoiceState.NO_REPLY) -> Announcement:
        """What the municipality's rule for a state means for this person."""
        rule = self.municipality.rule(self.service, self.zone, state)
        supply = supply_of(self.municipality, self.service, self.zone, self.received)
        return announce(
            rule,
            supply,
            self.received,
            present=self.stopped or (None if self.is_meanwhile else self.present),
            known=self.known,
            objects_to=self.objects_to,
        ).in_state(state)


def follow(answer: Answer, situation: Situation) -> ServiceAnswer:
    """Work out what an answer means: who helps, from when, and who helps meanwhile."""
    return named(_followed(answer, situation), situation.municipality)


def _followed(answer: Answer, situation: Situation) -> ServiceAnswer:
    match answer:
        case Chooses(provider):
            return _chosen(provider, situation)
        case Keeps():
            return _with_provider(situation, Outcome.KEEPS, situation.present)
        case DoesNotWish():
            return _by_rule(situation, NonchoiceState.DOES_NOT_WISH)
        case Cannot(reference):
            by_rule = _by_rule(situation, NonchoiceState.CANNOT)
            return replace(by_rule, decision_reference=reference)
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
    closed = {CapacityState.FULL, CapacityState.PAUSED, CapacityState.CLOSING}
    is_open = offer is not None and offer.capacity.state not in closed
    return is_open and provider not in situation.full


_OUTCOMES = {
    NonchoiceState.DOES_NOT_WISH: Outcome.DOES_NOT_WISH,
    NonchoiceState.CANNOT: Outcome.CANNOT,
    NonchoiceState.NO_REPLY: Outcome.NO_REPLY,
}


def _by_rule(situation: Situation, state: NonchoiceState) -> ServiceAnswer:
    """At once where the rule leaves nothing open; else when the rule is applied.

    No answer of this kind beats what a rule gave before: whoever does not choose stays with that
    provider, and nothing is given anew. Only where the rule for the state would give another one,
    it is applied, and somebody confirms that.
    """
    given = _still_given(situation)
    if given is not None and _may_give(given, situation, state):
        return replace(given, outcome=_OUTCOMES[state], decision_reference="")
    rule = situation.municipality.rule(situation.service, situation.zone, state)
    announcement = situation.announced(state)
    settled = announcement.settled
    if settled is not None and (given is not None or _leaves_on(settled, situation) is not None):
        # Nobody new comes to who stops; a person finds somebody else.
        settled = None
    answer = _with_provider(situation, _OUTCOMES[state], settled)
    if settled is None:
        interim = _helping(situation) or announcement.interim
        return replace(answer, interim=interim, rule=rule.reference)
    return replace(answer, **_move(settled, situation), rule=rule.reference)


def _still_given(situation: Situation) -> ServiceAnswer | None:
    """What a rule gave, as it holds from now on; None where it does not any more."""
    given, today = situation.given, situation.stored_on or situation.received
    if given is None or given.provider is None or _leaves_on(given.provider, situation) is not None:
        return None
    if given.provider == situation.present:
        return replace(_with_provider(situation, given.outcome, given.provider), rule=given.rule)
    is_ahead = given.awaits_date or (given.start_on is not None and given.start_on > today)
    offered = situation.municipality.offered(situation.service, situation.zone, today)
    return given if is_ahead and given.provider in offered else None


def _may_give(given: ServiceAnswer, situation: Situation, state: NonchoiceState) -> bool:
    """Whether the rule for a state may give the provider that a person has by a rule already."""
    if given.provider in situation.objects_to:
        return False
    rule = situation.municipality.rule(situation.service, situation.zone, state)
    if given.rule.rpartition("@")[0] == rule.reference.rpartition("@")[0]:
        return True
    before = replace(situation, present=given.previous_provider, stopped=None, is_meanwhile=False)
    clauses = (*situation.announced(state).clauses, *before.announced(state).clauses)
    return any(given.provider == provider for each in clauses for _, provider in each.results())


def allocated(
    provider: ProviderId, state: NonchoiceState, rule: str, situation: Situation
) -> ServiceAnswer:
    """What follows when a rule gives a person to a provider, and somebody has confirmed it.

    Args:
        provider: Who shall help.
        state: Why there is no choice.
        rule: Key and version of the rule.
        situation: On the day of the confirmation.
    """
    answer = _with_provider(situation, _OUTCOMES[state], provider)
    if provider != _helper(situation):
        answer = _not_before_the_end(replace(answer, **_start(situation)), situation)
    return named(replace(answer, rule=rule), situation.municipality)


def placed(answer: ServiceAnswer, situation: Situation) -> ServiceAnswer:
    """What follows when somebody takes the place that was waited for.

    Args:
        answer: By which it was waited for.
        situation: On the day on which the place is taken.
    """
    waited = replace(answer, waits_for_place=False, interim=None)
    return named(replace(waited, **_start(situation)), situation.municipality)


def _not_before_the_end(answer: ServiceAnswer, situation: Situation) -> ServiceAnswer:
    """Whoever did not choose keeps a provider that stops until its last day."""
    helping = _helping(situation)
    leaves_on = None if helping is None else _leaves_on(helping, situation)
    if leaves_on is None or answer.start_on is None or answer.start_on > leaves_on:
        return answer
    # On a red day after it, whoever stands in for the provider helps.
    notice, start_on = situation.municipality.notice_of(situation.service), leaves_on + _A_DAY
    if notice.moves_to_working_day:
        start_on = working_day_from(start_on, situation.working)
    return replace(answer, start_on=start_on)


def _leaves_on(provider: ProviderId, situation: Situation) -> date | None:
    known_on = situation.stored_on or situation.received
    return situation.municipality.leaves_on(provider, situation.service, situation.zone, known_on)


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
    awaits_date: bool
    notice_rule: str
    notifies: tuple[Told, ...]
    interim: ProviderId


def _start(situation: Situation) -> _Start:
    notice = situation.municipality.notice_of(situation.service)
    start_on = notice.start_after(situation.received, situation.working)
    if start_on is not None and situation.stored_on is not None and start_on < situation.stored_on:
        # Nobody can begin on a day that has passed: the municipality agrees on another.
        start_on = None
    start: _Start = {
        "notice_rule": notice.id,
        "notifies": tuple(each for each in Told if each in notice.notifies),
    }
    if start_on is None:
        start["awaits_date"] = True
    else:
        start["start_on"] = start_on
    if start_on is None or start_on > situation.received:
        start["interim"] = _helper(situation)
    return start


def _helper(situation: Situation) -> ProviderId:
    """Who helps as long as no newly chosen provider does: the present one, else by the rule.

    A present provider whose contract has ended, or who has left the content, helps nobody.
    """
    return _helping(situation) or situation.announced().interim


def _helping(situation: Situation) -> ProviderId | None:
    """The present provider, as long as it is offered here; None for a new service."""
    municipality = situation.municipality
    offered = municipality.offered(situation.service, situation.zone, situation.received)
    return situation.present if situation.present in offered else None
