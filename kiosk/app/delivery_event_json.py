"""One event of a case for the case system, as an object of form 1.

All have ``id``, ``kind``, ``at`` and ``actor``. What else stands there, by ``kind``:

- ``choice`` and ``correction``: ``receipt_number``, ``control_mark``, ``channel``, ``language``,
  ``content_version``, ``signed_on_screen`` (true or false; what was drawn stands on the receipt),
  ``decider`` (``role``, ``name``, ``basis`` as question and reply; null where staff entered a
  decision), ``participants`` (roles), ``shown`` (per service the providers in the order shown),
  and per service in ``answers``: ``service``, ``outcome``, ``provider``, ``previous_provider``,
  ``interim`` (each ``id`` and ``name`` of that day, or null), ``start_on``, ``awaits_date``,
  ``notice_rule``, ``notifies`` (who hears of the switch), ``waits_for_place``,
  ``postponed_until``, ``rule``, ``decision_reference``. A correction has ``corrects`` (id of the
  wrong choice), ``reason`` and ``received``; its answers replace all answers of the wrong one
  (arkivforskrifta § 11). A choice on paper has ``received``, too, the day on which it came; ``at``
  is when it was entered.
- ``withdrawal``: ``withdraws`` (id of the choice), ``services``, ``decider``, ``participants``,
  ``receipt_number``, ``control_mark``.
- ``start_agreed``: ``about`` (id of the choice), ``service``, ``start_on``, for an answer whose
  ``awaits_date`` is true; a later one replaces an earlier one.
- ``note``: ``about`` (id of the choice), ``understood``, ``how``, ``interpreter``.
- ``service_allocated``: what a rule gave somebody who did not choose, once it was confirmed:
  ``run`` and ``position`` in it, ``state`` (why nobody chose), ``way`` (the part of the rule),
  ``content_version``, and ``answer`` as in a choice.
- ``help_taken_over``: somebody helps instead of a provider that stops: ``service``, ``exit`` (its
  key), ``leaving``, ``helper``, ``from``, and ``until`` or null.
- ``place_offered``: to somebody who waits: ``about`` (id of the choice), ``service``, ``provider``,
  ``reply_by``.
- ``place_taken``: ``about`` and ``answer``, which replaces that service's answer.
- ``place_declined``: ``about``, ``service``, ``provider``, ``no_reply``, ``goes_on_waiting``.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from kiosk.domain.allocation_events import ServiceAllocated
from kiosk.domain.choice import Agreement, RecordedChoice, ServiceAnswer, Withdrawal
from kiosk.domain.decider import Decider
from kiosk.domain.event import (
    ChoiceRecorded,
    ChoiceWithdrawn,
    Event,
    EventBody,
    HelpTakenOver,
    InformationNoted,
    PlaceDeclined,
    PlaceOffered,
    PlaceTaken,
    StartAgreed,
    Stored,
)
from kiosk.domain.helping import TakeOver
from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId

Json = dict[str, Any]


def event_json(place: Stored, event: Event, mark_of: Callable[[str], str]) -> Json:
    """What an event says.

    Args:
        place: Where it stands in the record.
        event: Of a kind that the case system shall have.
        mark_of: Control mark of a receipt number.

    Raises:
        StorageError: A control mark could not be read.
    """
    kind, told = _told(place, event, mark_of)
    return {
        "id": event.id,
        "kind": kind,
        "at": event.at.isoformat(),
        "actor": event.actor,
        **told,
    }


def _told(place: Stored, event: Event, mark_of: Callable[[str], str]) -> tuple[str, Json]:
    match event.body:
        case ChoiceRecorded() as body:
            return _recorded(body, _choice(body.numbered(place), mark_of))
        case ChoiceWithdrawn() as body:
            return "withdrawal", _withdrawal(body.numbered(place), mark_of)
        case StartAgreed(agreement):
            return "start_agreed", _agreement(agreement)
        case InformationNoted(choice_id, understood, how, interpreter):
            return "note", {
                "about": choice_id,
                "understood": understood.value,
                "how": how,
                "interpreter": interpreter,
            }
        case other:
            return event.kind.value, _of_the_rules(other)


def _of_the_rules(body: EventBody) -> Json:
    match body:
        case ServiceAllocated() as allocated:
            return _allocation(allocated)
        case HelpTakenOver(service, take_over):
            return {"service": service, **_take_over(take_over)}
        case _:
            return _of_places(body)


def _of_places(body: EventBody) -> Json:
    """What became of a place that was waited for."""
    match body:
        case PlaceOffered() as offered:
            return {
                "about": offered.choice_id,
                "service": offered.service,
                "provider": offered.provider,
                "reply_by": offered.reply_by.isoformat(),
            }
        case PlaceTaken() as taken:
            return {"about": taken.choice_id, "answer": _answer(taken.answer)}
        case PlaceDeclined() as declined:
            return {
                "about": declined.choice_id,
                "service": declined.service,
                "provider": declined.provider,
                "no_reply": declined.is_expired,
                "goes_on_waiting": declined.stays,
            }
        case _:
            return {}


def _take_over(take_over: TakeOver) -> Json:
    until = take_over.until
    return {
        "exit": take_over.exit,
        "leaving": take_over.leaving,
        "helper": take_over.helper,
        "from": take_over.from_on.isoformat(),
        "until": None if until is None else until.isoformat(),
    }


def _allocation(allocated: ServiceAllocated) -> Json:
    """What a rule gave, and by which part of it; what it knew of others is left out."""
    return {
        "run": allocated.run,
        "position": allocated.position,
        "state": allocated.applicant.state.value,
        "way": allocated.way.value,
        "content_version": allocated.content_version,
        "answer": _answer(allocated.answer),
    }


def _recorded(body: ChoiceRecorded, choice: Json) -> tuple[str, Json]:
    correction = body.correction
    if correction is None:
        received = body.choice.received_on
        return "choice", choice | ({} if received is None else {"received": received.isoformat()})
    return "correction", {
        "corrects": correction.choice,
        "reason": correction.reason,
        "received": correction.received.isoformat(),
        **choice,
    }


def _choice(choice: RecordedChoice, mark_of: Callable[[str], str]) -> Json:
    return {
        "receipt_number": choice.receipt_number,
        "control_mark": mark_of(choice.receipt_number),
        "channel": choice.channel.value,
        "language": choice.language.value,
        "content_version": choice.content_version,
        "signed_on_screen": choice.signature is not None,
        "decider": _decider(choice.decider),
        "participants": list(choice.participants),
        "shown": {service: list(order) for service, order in choice.shown.items()},
        "answers": [_answer(answer) for answer in choice.answers],
    }


def _answer(answer: ServiceAnswer) -> Json:
    return {
        "service": {"id": answer.service, "name": _name(answer.service_name)},
        "outcome": answer.outcome.value,
        "provider": _provider(answer.provider, answer.provider_name),
        "previous_provider": _provider(answer.previous_provider, answer.previous_name),
        "interim": _provider(answer.interim, answer.interim_name),
        "start_on": _day(answer.start_on),
        "awaits_date": answer.awaits_date,
        "notice_rule": answer.notice_rule,
        "notifies": [each.value for each in answer.notifies],
        "waits_for_place": answer.waits_for_place,
        "postponed_until": _day(answer.postponed_until),
        "rule": answer.rule,
        "decision_reference": answer.decision_reference,
    }


def _withdrawal(withdrawal: Withdrawal, mark_of: Callable[[str], str]) -> Json:
    return {
        "withdraws": withdrawal.choice,
        "services": [
            {"id": each.service, "name": _name(each.name)} for each in withdrawal.services
        ],
        "decider": _decider(withdrawal.decider),
        "participants": list(withdrawal.participants),
        "receipt_number": withdrawal.receipt_number,
        "control_mark": mark_of(withdrawal.receipt_number),
    }


def _agreement(agreement: Agreement) -> Json:
    return {
        "about": agreement.choice,
        "service": {"id": agreement.service, "name": _name(agreement.service_name)},
        "start_on": agreement.start_on.isoformat(),
    }


def _provider(provider: ProviderId | None, name: LocalText | None) -> Json | None:
    return None if provider is None else {"id": provider, "name": _name(name)}


def _name(name: LocalText | None) -> Json | None:
    return None if name is None else {"nb": name.nb, "nn": name.nn, "en": name.en}


def _decider(decider: Decider | None) -> Json | None:
    if decider is None:
        return None
    return {
        "role": decider.role.value,
        "name": decider.name,
        "basis": {question.value: reply.value for question, reply in decider.replies.items()},
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
