"""Invented cases, choices and events for tests of the record and of what stands on it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.choice import (
    Channel,
    EventId,
    Outcome,
    RecordedChoice,
    ServiceAnswer,
    TakenBack,
    Withdrawal,
)
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.event import CaseImported, ChoiceRecorded, Event, EventBody
from kiosk.domain.language import Language, LocalText
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.signature import Signature

NURSING = ServiceId("hjemmesykepleie")
PRACTICAL = ServiceId("praktisk-bistand")
MORNING = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
TODAY = MORNING.date()
OFFICER = "Kari Kontor"
SIGNATURE = Signature((((0, 913), (1847, 0), (2641, 1206)), ((1300, 400),)))

_numbers = count(1)


def fresh_id() -> EventId:
    return EventId(f"0193-{next(_numbers):08}")


def case(reference: str = "2026/1", **changes) -> Case:
    plain = Case(
        reference=CaseRef(reference),
        given_name="Solveig",
        family_name="Strand",
        birth_date=date(1941, 5, 17),
        zone=ZoneId("nord"),
        services=(GrantedService(NURSING, date(2026, 10, 20), reply_by=date(2026, 11, 10)),),
    )
    return replace(plain, **changes)


def choice(reference: str = "2026/1", *answers: ServiceAnswer, **changes) -> RecordedChoice:
    plain = RecordedChoice(
        id=fresh_id(),
        case=CaseRef(reference),
        answers=answers or (chosen(NURSING),),
        decider=Decider(DeciderRole.SELF),
        participants=("pårørende",),
        shown={NURSING: (ProviderId("fjord"), ProviderId("kommunen"))},
        content_version="1+abc",
        language=Language.NYNORSK,
        channel=Channel.HOME_VISIT,
        at=MORNING,
        recorded_by=OFFICER,
    )
    return replace(plain, **changes)


def chosen(service: ServiceId, provider: str = "fjord") -> ServiceAnswer:
    return ServiceAnswer(
        service,
        Outcome.CHOSEN,
        ProviderId(provider),
        LocalText.same("Fjord Omsorg"),
        start_on=date(2026, 11, 17),
        notice_rule="14-days",
    )


def postponed(service: ServiceId, until: date) -> ServiceAnswer:
    return ServiceAnswer(service, Outcome.POSTPONED, postponed_until=until)


def event(body: EventBody, reference: str | None = "2026/1", **changes) -> Event:
    about = None if reference is None else CaseRef(reference)
    return replace(Event(fresh_id(), MORNING, OFFICER, about, body), **changes)


def imported(value: Case | None = None) -> Event:
    value = value or case()
    return event(CaseImported(value), value.reference)


def recorded(value: RecordedChoice) -> Event:
    return event(ChoiceRecorded(value, "EV"), value.case, id=value.id)


def moments() -> Iterator[datetime]:
    return (MORNING + timedelta(minutes=minute) for minute in count())


def withdrawal(choice_id: EventId, *services: ServiceId, reference: str = "2026/1") -> Withdrawal:
    return Withdrawal(
        id=fresh_id(),
        choice=choice_id,
        case=CaseRef(reference),
        services=tuple(
            TakenBack(service, LocalText.same(service)) for service in services or (NURSING,)
        ),
        decider=Decider(DeciderRole.SELF),
        participants=(),
        language=Language.NYNORSK,
        at=MORNING,
        recorded_by=OFFICER,
    )
