"""What every event about a case changes of the state that is kept of it.

An event of a damaged payload is refused before it changes anything.
"""

from bisect import insort
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kiosk.domain.delivery import INTERRUPTED
from kiosk.domain.event_kind import DELIVERABLE, EventKind
from kiosk.domain.lifecycle import with_choice
from kiosk.domain.nonchoice.minutes import minutes_of
from kiosk.domain.outcome import Channel, choice_of_run
from kiosk.record.folding.case_state import (
    Answered,
    CaseState,
    Granted,
    Posted,
    TakenOver,
)
from kiosk.record.folding.payloads import AnswerPart, GrantedPart, Payload, given
from kiosk.record.ledger.row import Row


def take_in(state: CaseState, row: Row, payload: Payload) -> bool:
    """Take in one more event of a case.

    Returns:
        Whether more changed than the list of its events.

    Raises:
        TypeError: The payload is damaged.
    """
    kind, position = row.kind, row.position
    change = _CHANGES.get(kind)
    if change is not None:
        change(state, position, payload)
    state.events.append(position)
    if kind in _DELIVERABLE:
        state.undelivered.append(row.id)
    return change is not None


def _case_told(state: CaseState, position: int, payload: Payload) -> None:
    case = given(payload.body.case)
    state.case_at = position
    state.given_name, state.family_name = case.given_name, case.family_name
    state.born, state.zone = case.birth_date, case.zone
    known = {granted.service: granted for granted in state.services}
    today = payload.at[:10]
    state.services = [_granted(part, known.get(part.service), today) for part in case.services]
    state.is_closed, state.closed_at = case.closing is not None, 0


def _case_closed(state: CaseState, position: int, _payload: Payload) -> None:
    if state.case_at:
        state.is_closed, state.closed_at = True, position


def _order_of_case(state: CaseState, position: int, _payload: Payload) -> None:
    state.order_at = position


def _choice_recorded(state: CaseState, position: int, payload: Payload) -> None:
    choice = given(payload.body.choice)
    if not state.case_at:
        return
    state.choice_at = position
    correction = payload.body.correction
    received = choice.at[:10] if correction is None else correction.received
    answers = {
        part.service: _answered(part, position, choice.id, received) for part in choice.answers
    }
    wrong = None if correction is None else correction.choice
    for service, answered in answers.items():
        if answered.waits_for_place:
            _queue(state, service, answered, wrong, choice.received_on or received)
    state.answers = with_choice(state.answers, answers, wrong)
    state.unclear = {each: day for each, day in state.unclear.items() if each not in answers}
    if choice.channel == _HOME_VISIT:
        state.notes.append(choice.id)


def _queue(
    state: CaseState, service: str, answered: Answered, wrong: str | None, since: str
) -> None:
    """Put a person in line; who waits for the same provider already keeps the place."""
    answered.waits_since, answered.waits_at = since, answered.position
    earlier = state.answers.get(service, ())
    corrected = (each for each in earlier if each.choice == wrong)
    before = state.standing(service) if wrong is None else next(corrected, None)
    if before is None or not before.waits_for_place or before.is_withdrawn:
        return
    if before.provider == answered.provider and before.waits_since <= since:
        answered.waits_since, answered.waits_at = before.waits_since, before.waits_at
        answered.reply_by = before.reply_by


def _place_offered(state: CaseState, _position: int, payload: Payload) -> None:
    for answered in _of_choice(state, given(payload.body.service), payload):
        answered.reply_by = given(payload.body.reply_by)


def _place_taken(state: CaseState, position: int, payload: Payload) -> None:
    part = given(payload.body.answer)
    for answered in _of_choice(state, part.service, payload):
        answered.position, answered.waits_for_place = position, False
        answered.start_on, answered.awaits_date = part.start_on, part.awaits_date
        answered.interim, answered.reply_by = part.interim, None
        answered.previous = part.previous_provider


def _place_declined(state: CaseState, position: int, payload: Payload) -> None:
    day, stays = given(payload.body.declined_on), given(payload.body.stays)
    for answered in _of_choice(state, given(payload.body.service), payload):
        answered.reply_by = None
        answered.waits_since, answered.waits_at = day, position
        answered.is_withdrawn |= not stays


def _of_choice(state: CaseState, service: str, payload: Payload) -> list[Answered]:
    choice = given(payload.body.choice_id)
    return [each for each in state.answers.get(service, ()) if each.choice == choice]


def _granted(part: GrantedPart, known: Granted | None, today: str) -> Granted:
    """A granted service, with the day since which a list names this provider."""
    is_same = known is not None and known.present == part.present_provider
    listed_on = known.listed_on if known is not None and is_same else today
    minutes = minutes_of(part.hours_per_week)
    return Granted(
        service=part.service,
        reply_by=part.reply_by,
        present=part.present_provider,
        listed_on=listed_on,
        minutes=minutes,
        decided_on=part.decided_on,
        present_since=part.present_since,
    )


def _answered(part: AnswerPart, position: int, choice: str, received: str) -> Answered:
    return Answered(
        position=position,
        choice=choice,
        outcome=part.outcome,
        on=received,
        until=part.postponed_until,
        provider=part.provider,
        start_on=part.start_on,
        waits_for_place=part.waits_for_place,
        interim=part.interim,
        awaits_date=part.awaits_date,
        previous=part.previous_provider,
    )


def _service_allocated(state: CaseState, position: int, payload: Payload) -> None:
    part, choice = given(payload.body.answer), _choice_of_run(payload)
    if state.case_at:
        answered = _answered(part, position, choice, payload.at[:10])
        state.answers = with_choice(state.answers, {part.service: answered})


def _choice_of_run(payload: Payload) -> str:
    return choice_of_run(given(payload.body.run), given(payload.body.position))


def _letter_posted(state: CaseState, _position: int, payload: Payload) -> None:
    posted = Posted(given(payload.body.letter), given(payload.body.posted_on))
    told = payload.body.told
    if told is not None:
        posted.told = [(each.service, each.rule, each.states, each.mark, each.on) for each in told]
    exits = payload.body.exits
    if exits is not None:
        posted.exits = [(each.exit, each.reply_by) for each in exits]
    posted.reply_by, posted.services = payload.body.reply_by, payload.body.services
    posted.is_copy_only = bool(payload.body.is_copy_only)
    # A batch may be entered as posted after a letter of a later day; the newest one counts.
    insort(state.letters, posted, key=lambda each: each.posted_on)


def _letter_returned(state: CaseState, _position: int, payload: Payload) -> None:
    kind, day = given(payload.body.letter), given(payload.body.returned_on)
    newest = next((each for each in reversed(state.letters) if each.kind == kind), None)
    if newest is not None:
        newest.returned_on = day


def _asked_again(state: CaseState, _position: int, payload: Payload) -> None:
    state.asked.append(given(payload.body.asked_on))


def _wishes_noted(state: CaseState, position: int, payload: Payload) -> None:
    state.wishes[given(payload.body.service)] = position


def _help_taken_over(state: CaseState, _position: int, payload: Payload) -> None:
    part, service = given(payload.body.take_over), given(payload.body.service)
    told = TakenOver(part.exit, part.leaving, part.helper, part.from_on, part.until)
    known = state.take_overs.get(service, [])
    exits = [each.exit for each in known]
    # What is told again of an exit, for example its end, stands in the place of what was told.
    place = exits.index(part.exit) if part.exit in exits else len(known)
    state.take_overs[service] = [*known[:place], told, *known[place + 1 :]]


def _slip_code_dealt(state: CaseState, _position: int, payload: Payload) -> None:
    # Slips with the first code are under way; two machines may have dealt one each.
    state.slip_code = state.slip_code or given(payload.body.code)


def _answer_unclear(state: CaseState, _position: int, payload: Payload) -> None:
    state.unclear[given(payload.body.service)] = given(payload.body.received_on)


def _choice_withdrawn(state: CaseState, _position: int, payload: Payload) -> None:
    withdrawal = given(payload.body.withdrawal)
    for named in withdrawal.services:
        for answer in state.answers.get(named.service, []):
            answer.is_withdrawn |= answer.choice == withdrawal.choice


def _start_agreed(state: CaseState, _position: int, payload: Payload) -> None:
    agreed = given(payload.body.agreement)
    for answer in state.answers.get(agreed.service, []):
        if answer.choice == agreed.choice:
            answer.start_on, answer.awaits_date = agreed.start_on, False


def _information_noted(state: CaseState, _position: int, payload: Payload) -> None:
    noted = given(payload.body.choice_id)
    state.notes = [choice for choice in state.notes if choice != noted]


def _delivery_begun(state: CaseState, _position: int, payload: Payload) -> None:
    _undelivered(state, payload, INTERRUPTED)


def _delivery_failed(state: CaseState, _position: int, payload: Payload) -> None:
    _undelivered(state, payload, given(payload.body.reason))


def _undelivered(state: CaseState, payload: Payload, fault: str) -> None:
    """What is delivered once more counts as delivered when that succeeds."""
    covers = given(payload.body.covers)
    state.undelivered = [*covers, *(each for each in state.undelivered if each not in covers)]
    state.is_delivery_tried, state.delivery_fault = True, fault


def _case_delivered(state: CaseState, _position: int, payload: Payload) -> None:
    covers = given(payload.body.covers)
    state.undelivered = [each for each in state.undelivered if each not in covers]
    state.is_delivery_tried, state.delivery_fault = True, ""


_DELIVERABLE = frozenset(kind.value for kind in DELIVERABLE)
_HOME_VISIT = Channel.HOME_VISIT.value
_CHANGES: Mapping[str, Callable[[CaseState, int, Payload], None]] = MappingProxyType(
    {
        EventKind.CASE_IMPORTED.value: _case_told,
        EventKind.CASE_CHANGED.value: _case_told,
        EventKind.CASE_CLOSED.value: _case_closed,
        EventKind.ORDER_DEALT.value: _order_of_case,
        EventKind.SLIP_CODE_DEALT.value: _slip_code_dealt,
        EventKind.ANSWER_UNCLEAR.value: _answer_unclear,
        EventKind.CHOICE_RECORDED.value: _choice_recorded,
        EventKind.CHOICE_WITHDRAWN.value: _choice_withdrawn,
        EventKind.START_AGREED.value: _start_agreed,
        EventKind.INFORMATION_NOTED.value: _information_noted,
        EventKind.DELIVERY_BEGUN.value: _delivery_begun,
        EventKind.CASE_DELIVERED.value: _case_delivered,
        EventKind.DELIVERY_FAILED.value: _delivery_failed,
        EventKind.SERVICE_ALLOCATED.value: _service_allocated,
        EventKind.LETTER_POSTED.value: _letter_posted,
        EventKind.LETTER_RETURNED.value: _letter_returned,
        EventKind.ASKED_AGAIN.value: _asked_again,
        EventKind.WISHES_NOTED.value: _wishes_noted,
        EventKind.HELP_TAKEN_OVER.value: _help_taken_over,
        EventKind.PLACE_OFFERED.value: _place_offered,
        EventKind.PLACE_TAKEN.value: _place_taken,
        EventKind.PLACE_DECLINED.value: _place_declined,
    }
)
