"""Outlines of cases from their states: nothing is read from the ledger."""

from collections.abc import Iterator, Mapping
from datetime import date

from kiosk.app.ports.outline import AnswerOutline, CaseOutline, ServiceOutline
from kiosk.domain.case import CaseRef
from kiosk.domain.outcome import Outcome
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.record.folding.case_state import Answered, CaseState, Granted, unpacked
from kiosk.record.folding.views import help_of, letters_of


def outlines_in(packed: Mapping[str, bytes]) -> Iterator[CaseOutline]:
    """Every open case, by case number.

    Args:
        packed: States of all cases; they do not change on the way.
    """
    for reference in sorted(packed):
        state = unpacked(packed[reference])
        if state.case_at and not state.is_closed:
            yield CaseOutline(
                CaseRef(reference),
                ZoneId(state.zone),
                tuple(_service(granted, state) for granted in state.services),
                letters_of(state),
            )


def _service(granted: Granted, state: CaseState) -> ServiceOutline:
    return ServiceOutline(
        service=ServiceId(granted.service),
        decided_on=date.fromisoformat(granted.decided_on),
        reply_by=_day(granted.reply_by),
        minutes_per_week=granted.minutes,
        present_since=_day(granted.present_since),
        help=help_of(granted, state),
        answer=_answer(state.standing(granted.service)),
        is_unclear=granted.service in state.unclear,
    )


def _answer(answered: Answered | None) -> AnswerOutline | None:
    if answered is None:
        return None
    return AnswerOutline(
        Outcome(answered.outcome),
        _provider(answered.provider),
        _provider(answered.previous),
        answered.waits_for_place,
        date.fromisoformat(answered.on),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _provider(key: str | None) -> ProviderId | None:
    return None if key is None else ProviderId(key)
