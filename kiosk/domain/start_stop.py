"""Who starts and who stops, and what a provider has to hear of it.

A provider hears of a start, of a stop, and of every one that was told and no longer holds; whoever
was never told of a start hears nothing of it, not even that somebody thought of that provider.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kiosk.domain.allocation_events import ServiceAllocated
from kiosk.domain.choice import (
    Agreement,
    Correction,
    EventId,
    RecordedChoice,
    ServiceAnswer,
    Withdrawal,
)
from kiosk.domain.event import (
    ChoiceRecorded,
    ChoiceWithdrawn,
    Event,
    HelpTakenOver,
    PlaceDeclined,
    PlaceTaken,
    StartAgreed,
)
from kiosk.domain.helping import Help, TakeOver, timeline
from kiosk.domain.lifecycle import Held, with_choice, without
from kiosk.domain.notice import Told
from kiosk.domain.outcome import choice_of_run
from kiosk.domain.service import ProviderId, ServiceId

Answers = dict[ServiceId, tuple[Held, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """A provider starts or stops helping with a service.

    Attributes:
        day: First day with the provider, or first day without.
    """

    day: date
    service: ServiceId
    provider: ProviderId
    is_start: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a provider is told.

    Attributes:
        is_cancelled: The turn was told earlier and does not happen.
        instead_of: Day that was told earlier for the same turn; None for news.
    """

    turn: Turn
    is_cancelled: bool = False
    instead_of: date | None = None


def answers_after(events: Iterable[Event]) -> Answers:
    """The answers per service as they stand after some events of a case.

    Args:
        events: Oldest first; kinds that change no answer are passed over.

    Returns:
        Oldest answer first, withdrawn ones among them, corrected ones not.
    """
    answers: Answers = {}
    for event in events:
        match event.body:
            case ChoiceRecorded(choice, _, correction):
                answers = _with_choice(answers, choice, correction)
            case ServiceAllocated() as allocated:
                answers = _with_allocation(answers, allocated, event)
            case ChoiceWithdrawn(withdrawal, _):
                answers = _without(answers, withdrawal)
            case StartAgreed(agreement):
                answers = _with_agreement(answers, agreement)
            case PlaceTaken() as taken:
                answers = _with_place(answers, taken)
            case PlaceDeclined(stays=False) as declined:
                held = answers.get(declined.service, ())
                answers |= {declined.service: without(held, declined.choice_id)}
            case _:
                pass
    return answers


def take_overs_after(events: Iterable[Event]) -> dict[ServiceId, tuple[TakeOver, ...]]:
    """Who helps instead of providers that stop, per service, as after some events of a case.

    Args:
        events: Oldest first; other kinds are passed over.

    Returns:
        Oldest exit first; what was told last of an exit.
    """
    told: dict[ServiceId, dict[str, TakeOver]] = {}
    for event in events:
        if isinstance(event.body, HelpTakenOver):
            take_over = event.body.take_over
            told.setdefault(event.body.service, {})[take_over.exit] = take_over
    return {service: tuple(each.values()) for service, each in told.items()}


def _with_allocation(answers: Answers, allocated: ServiceAllocated, event: Event) -> Answers:
    answer = allocated.answer
    choice = choice_of_run(allocated.run, allocated.position)
    held = _held(answer, choice, event.at.date())
    after = with_choice(answers, {answer.service: held})
    return {service: tuple(each) for service, each in after.items()}


def _with_choice(
    answers: Answers, choice: RecordedChoice, correction: Correction | None
) -> Answers:
    received = choice.at.date() if correction is None else correction.received
    given = {answer.service: _held(answer, choice.id, received) for answer in choice.answers}
    wrong = None if correction is None else correction.choice
    after = with_choice(answers, given, wrong)
    return {service: tuple(each) for service, each in after.items()}


def _held(answer: ServiceAnswer, choice: EventId, received: date) -> Held:
    return Held(
        choice=choice,
        outcome=answer.outcome,
        on=received,
        provider=answer.provider,
        start_on=answer.start_on,
        waits_for_place=answer.waits_for_place,
        interim=answer.interim,
        awaits_date=answer.awaits_date,
    )


def _without(answers: Answers, withdrawal: Withdrawal) -> Answers:
    taken = {named.service for named in withdrawal.services}
    return {
        service: without(each, withdrawal.choice) if service in taken else each
        for service, each in answers.items()
    }


def _with_place(answers: Answers, taken: PlaceTaken) -> Answers:
    """The place that was waited for is the person's, from the day of the taking on."""
    answer = taken.answer
    after = (
        replace(
            each,
            waits_for_place=False,
            start_on=answer.start_on,
            awaits_date=answer.awaits_date,
            interim=answer.interim,
        )
        if each.choice == taken.choice_id
        else each
        for each in answers.get(answer.service, ())
    )
    return {**answers, answer.service: tuple(after)}


def _with_agreement(answers: Answers, agreement: Agreement) -> Answers:
    held = answers.get(agreement.service, ())
    after = (
        replace(each, start_on=agreement.start_on, awaits_date=False)
        if each.choice == agreement.choice
        else each
        for each in held
    )
    return {**answers, agreement.service: tuple(after)}


def turns(helps: Mapping[ServiceId, Help]) -> frozenset[Turn]:
    """Every start and stop that the list and the answers say.

    A provider whose place or day is waited for has no day yet and stands in no turn: until then
    it needs to know nothing about the person.

    Args:
        helps: Per service what is stored about who helps.
    """
    return frozenset(turn for service, each in helps.items() for turn in _turns_of(service, each))


def _turns_of(service: ServiceId, help_: Help) -> Iterable[Turn]:
    by_day = dict(timeline(help_.listed, help_.answers, help_.take_overs))
    steps = [(date.min, None), *by_day.items()]
    for (_, before), (day, now) in pairwise(steps):
        if before == now:
            continue
        if before is not None:
            yield Turn(day, service, before, is_start=False)
        if now is not None:
            yield Turn(day, service, now, is_start=True)


def changes(
    now: Collection[Turn], before: Collection[Turn], maybe_told: Collection[Turn] = ()
) -> tuple[Change, ...]:
    """What providers have to hear, earliest day first.

    Args:
        now: As it stands.
        before: What they were told up to the last delivery.
        maybe_told: What a delivery may have told them whose end nobody saw.
    """
    fresh, gone = set(now) - set(before), (set(before) | set(maybe_told)) - set(now)
    moved = {_same(turn): turn.day for turn in sorted(gone)}
    news = [Change(turn, instead_of=moved.get(_same(turn))) for turn in fresh]
    kept = {_same(turn) for turn in fresh}
    cancelled = [Change(turn, is_cancelled=True) for turn in gone if _same(turn) not in kept]
    return tuple(sorted([*news, *cancelled], key=lambda change: change.turn))


def heard(
    found: Iterable[Change],
    known: Collection[Turn],
    told_in: Callable[[ServiceId], Collection[Told]],
) -> tuple[Change, ...]:
    """What providers hear from the municipality, where it leaves telling of switches to others.

    Whoever comes to a person without help, or goes and leaves nobody, hears of it always.

    Args:
        found: What there is to hear.
        known: All starts and stops, as they stand and as they were told.
        told_in: Whom the municipality tells of a switch, per service.
    """
    ends = {(turn.day, turn.service, turn.is_start) for turn in known}

    def is_heard(turn: Turn) -> bool:
        who = Told.NEW_PROVIDER if turn.is_start else Told.OLD_PROVIDER
        is_switch = (turn.day, turn.service, not turn.is_start) in ends
        return not is_switch or who in told_in(turn.service)

    return tuple(change for change in found if is_heard(change.turn))


def _same(turn: Turn) -> tuple[ServiceId, ProviderId, bool]:
    return turn.service, turn.provider, turn.is_start
