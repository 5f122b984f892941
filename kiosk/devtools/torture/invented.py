"""Invented events, for the long tests and the measurements of the record."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count

from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.choice import Channel, EventId, Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.event import (
    CaseImported,
    ChoiceRecorded,
    Event,
    EventBody,
    InformationNoted,
    Medium,
    OrderDealt,
    ScreenHandedOver,
    Understood,
)
from kiosk.domain.language import Language, LocalText
from kiosk.domain.ordering import DealtOrder
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

OFFICER = "Kari Eksempel"
MORNING = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
EVENTS_A_CASE = 5

_NURSING = ServiceId("hjemmesykepleie")
_PRACTICAL = ServiceId("praktisk-bistand")
_PROVIDERS = (ProviderId("fjord"), ProviderId("kommunen"), ProviderId("lyng"))
_GIVEN = ("Solveig", "Kari", "Ola", "Per", "Inger", "Astrid")
_FAMILY = ("Strand", "Lind", "Berg", "Haugen", "Dahl", "Moen", "Vik", "Lie")
_ZONES = (ZoneId("nord"), ZoneId("sor"), ZoneId("vest"))


class Inventor:
    """Makes events whose ids never repeat under one prefix."""

    def __init__(self, prefix: str = "0193") -> None:
        self._numbers = count(1)
        self._prefix = prefix

    def visit(self, number: int) -> tuple[Event, ...]:
        """A case from its import to the note after the visit, ``EVENTS_A_CASE`` events."""
        choice = self.choice(number)
        dealt = DealtOrder("", number % 8, _PROVIDERS)
        return (
            self.imported(number),
            self._event(number, ScreenHandedOver(Language.BOKMAL)),
            self._event(number, OrderDealt(dealt, Medium.SCREEN)),
            choice,
            self._event(number, InformationNoted(choice.id, Understood.YES, "Gjentok selv")),
        )

    def imported(self, number: int) -> Event:
        """The first event of a case."""
        return self._event(number, CaseImported(case_of(number)))

    def choice(self, number: int) -> Event:
        """A choice for a case."""
        id_ = self._fresh_id()
        choice = RecordedChoice(
            id=id_,
            case=case_of(number).reference,
            answers=(_ANSWER,),
            decider=Decider(DeciderRole.SELF),
            participants=(),
            shown={_NURSING: _PROVIDERS},
            content_version="1+0123456789ab",
            language=Language.BOKMAL,
            channel=Channel.HOME_VISIT,
            at=MORNING,
            recorded_by=OFFICER,
            person="Solveig Eksempel",
        )
        return Event(id_, MORNING, OFFICER, choice.case, ChoiceRecorded(choice, "EV"))

    def choices(self, cases: int) -> Iterator[Event]:
        """Choices without end, for each of so many cases in turn."""
        for number in count():
            yield self.choice(number % cases)

    def _event(self, number: int, body: EventBody) -> Event:
        return Event(self._fresh_id(), MORNING, OFFICER, case_of(number).reference, body)

    def _fresh_id(self) -> EventId:
        return EventId(f"{self._prefix}-{next(self._numbers):08}")


def case_of(number: int) -> Case:
    """The invented case with a number."""
    reply_by = date(2026, 11, 10) + timedelta(number % 30)
    return Case(
        reference=CaseRef(f"EV-{number:06}"),
        given_name=_GIVEN[number % len(_GIVEN)],
        family_name=f"{_FAMILY[number % len(_FAMILY)]} {number % 977}",
        birth_date=date(1930 + number % 40, 1 + number % 12, 1 + number % 28),
        zone=_ZONES[number % len(_ZONES)],
        services=(
            GrantedService(_NURSING, date(2026, 10, 20), reply_by=reply_by),
            GrantedService(_PRACTICAL, date(2026, 10, 20), reply_by=reply_by),
        ),
    )


_ANSWER = ServiceAnswer(
    _NURSING,
    Outcome.CHOSEN,
    _PROVIDERS[0],
    LocalText.same("Fjord Omsorg EKSEMPEL"),
    start_on=date(2026, 11, 17),
    notice_rule="14-days",
    service_name=LocalText.same("Hjemmesykepleie"),
)
