"""Shortcuts through a visit for tests of what comes after it."""

from collections.abc import Mapping
from typing import Any

from kiosk.app.record_choice import Presented, RecordChoice
from kiosk.app.review import ReviewAnswers
from kiosk.domain.case import Case
from kiosk.domain.choice import Answer, RecordedChoice, ServiceAnswer
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId
from kiosk.domain.session import Visit
from kiosk.domain.signature import Signature
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make


def choice_of(
    answers: Mapping[ServiceId, Answer],
    *,
    case: Case | None = None,
    municipality: Municipality | None = None,
    record: MemoryRecord | None = None,
    language: Language = Language.BOKMAL,
    signature: Signature | None = None,
    **visit_changes: Any,
) -> RecordedChoice:
    """Store answers as at a visit where everything was shown."""
    case = case or make.case()
    municipality = municipality or make.municipality()
    services = tuple(each.service for each in case.services)
    visit = Visit(
        case.reference,
        services,
        answers,
        **{"decider": make.SELF, "nonchoice_shown": True, **visit_changes},
    )
    shown = {
        each: tuple(sorted(municipality.offered(each, case.zone, make.TODAY))) for each in services
    }
    storing = RecordChoice(
        municipality, record or make.record_with(case), make.FixedClock(), make.WORKING
    )
    presented = Presented(shown, language, read_of(municipality, case, visit))
    event_id = make.CountingIds().event_id()
    return storing.store(visit, presented, event_id, make.ACTOR, signature)


def read_of(municipality: Municipality, case: Case, visit: Visit) -> tuple[ServiceAnswer, ...]:
    """What the review of a visit tells today."""
    review = ReviewAnswers(municipality, make.FixedClock(), make.WORKING)
    return tuple(review.consequences(case, visit).values())
