"""Documents as domain values; every value is built anew, so callers share nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from kiosk.app.ports.record import CaseFile, ServiceState
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.choice import EventId, RecordedChoice, ServiceAnswer
from kiosk.domain.ordering import DealtOrder


def case_file_of(document: Mapping[str, Any], choice: RecordedChoice | None) -> CaseFile:
    """A case's document as the file that the program works with."""
    case = msgspec.convert(document["case"], Case)
    pending = document["note_pending_for"]
    return CaseFile(
        case=case,
        states=tuple(_state(granted, document["answers"]) for granted in case.services),
        order=msgspec.convert(document["order"], DealtOrder | None),
        note_pending_for=None if pending is None else EventId(pending),
        choice=choice,
    )


def _state(granted: GrantedService, answers: Mapping[str, Any]) -> ServiceState:
    stored = answers.get(granted.service)
    if stored is None:
        return ServiceState(granted.service)
    answer = msgspec.convert(stored["answer"], ServiceAnswer)
    day = date.fromisoformat(stored["on"])
    return ServiceState(granted.service, answer.outcome, answer, day)
