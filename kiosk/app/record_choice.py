"""Stores what a person answered at a visit, after every rule has had its say."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.app.after_answer import AfterAnswer, nothing
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.store_choice import StoreChoice, open_case
from kiosk.app.switch_limit import limit_reached
from kiosk.domain.case import Case
from kiosk.domain.choice import (
    Answer,
    Cannot,
    Channel,
    Chooses,
    DoesNotWish,
    EventId,
    Keeps,
    NamedService,
    Postpones,
    RecordedChoice,
    ServiceAnswer,
)
from kiosk.domain.consequence import Situation, follow
from kiosk.domain.decider import Decider, refusals_of
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.ordering import Order
from kiosk.domain.service import ServiceId
from kiosk.domain.session import Visit
from kiosk.domain.signature import Signature
from kiosk.domain.situations import can_keep, situation_of, takes_choices

CHANGED_SINCE_READ = "choice.changed_since_read"

Shown = Mapping[ServiceId, Order]


@dataclass(frozen=True, slots=True)
class Presented:
    """What was on the screen before storing.

    Attributes:
        orders: Per service the providers in the order that was shown.
        language: Language of the pages.
        answers: What the review told of, order of the case.
    """

    orders: Shown
    language: Language
    answers: tuple[ServiceAnswer, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A visit that no rule stands in the way of.

    Attributes:
        case: With those who help on the day.
        answers: What follows from what was said, order of the case.
        at: When it was judged; with time zone.
    """

    case: Case
    decider: Decider
    answers: tuple[ServiceAnswer, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class RecordChoice:
    """Judges the answers of a visit and stores them, all or none.

    Attributes:
        after: What follows for the person.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    working: WorkingCalendar
    after: AfterAnswer = nothing

    def store(
        self,
        visit: Visit,
        presented: Presented,
        event_id: EventId,
        actor: str,
        signature: Signature | None = None,
    ) -> RecordedChoice:
        """Store the answered services; the others stay open.

        Args:
            visit: Answers, who decides and who took part.
            presented: What was on the screen; what was read there is what is stored.
            event_id: The same for a repeated attempt, which stores nothing and gets the
                choice that the first one stored, as long as it says the same.
            actor: Who was signed in when the screen was handed over.
            signature: Of the decider; None where nobody signed.

        Returns:
            The stored choice with its receipt number.

        Raises:
            RefusedError: A rule stands in the way, or midnight has moved a date since the
                review was read; nothing was stored.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        storing = StoreChoice(self.record, self.municipality.receipt_prefix)
        earlier = storing.repeated(event_id, visit.case, visit.answers, visit.decider)
        if earlier is not None:
            return earlier
        judged = self._judged(visit, presented)
        choice = self._made(judged, visit, presented, event_id, actor)
        stored = storing.store(replace(choice, signature=signature))
        self.after(visit.case, actor)
        return stored

    def _judged(self, visit: Visit, presented: Presented) -> _Judged:
        """What may be stored of a visit.

        Raises:
            RefusedError: A rule stands in the way, or what was read holds no more.
            NotFoundError: There is no such case.
        """
        now = self.clock.now()
        case = open_case(self.record, visit.case, now.date())
        decider = _decider_of(visit)
        situations = self._situations(case)
        refusals = [
            *_visit_refusals(visit),
            *refusals_of(decider, case.age_on(now.date()), self.municipality.child_age_years),
            *_answer_refusals(visit, situations, presented.orders),
            *self._limits(visit, case),
        ]
        if refusals:
            raise RefusedError(refusals)
        answers = tuple(
            follow(visit.answers[service], situation)
            for service, situation in situations.items()
            if service in visit.answers
        )
        if answers != presented.answers:
            raise RefusedError([Refusal(CHANGED_SINCE_READ)])
        return _Judged(case, decider, answers, now)

    def _made(
        self, judged: _Judged, visit: Visit, presented: Presented, event_id: EventId, actor: str
    ) -> RecordedChoice:
        case = judged.case
        return RecordedChoice(
            id=event_id,
            case=case.reference,
            answers=judged.answers,
            decider=judged.decider,
            participants=visit.participants,
            shown=presented.orders,
            content_version=self.municipality.version,
            language=presented.language,
            channel=Channel.HOME_VISIT,
            at=judged.at,
            recorded_by=actor,
            person=case.name,
            municipality=self.municipality.name,
            office=self.municipality.office.name,
            services=self._told(case, {*presented.orders, *visit.answers}),
        )

    def _told(self, case: Case, touched: Set[ServiceId]) -> tuple[NamedService, ...]:
        """What the receipt tells of, order of the case."""
        return tuple(
            NamedService(granted.service, self.municipality.service(granted.service).name)
            for granted in case.services
            if granted.service in touched
        )

    def _limits(self, visit: Visit, case: Case) -> Iterator[Refusal]:
        """A switch beyond those that the municipality allows in a year."""
        file, today = self.record.case_file(visit.case), self.clock.now().date()
        for granted in case.services:
            answer = visit.answers.get(granted.service)
            if not isinstance(answer, Chooses) or answer.provider == granted.present_provider:
                continue
            if limit_reached(self.municipality, file, granted, today) is not None:
                yield Refusal("choice.switch_limit")

    def _situations(self, case: Case) -> dict[ServiceId, Situation]:
        """What answers are judged against, per service that can be chosen, order of the case."""
        today = self.clock.now().date()
        return {
            granted.service: situation_of(self.municipality, case, granted, today, self.working)
            for granted in offered_services(self.municipality, case, today)
        }


def _decider_of(visit: Visit) -> Decider:
    if visit.decider is None:
        raise RefusedError([Refusal("visit.decider_missing")])
    return visit.decider


def _visit_refusals(visit: Visit) -> Iterator[Refusal]:
    if visit.is_stored:
        yield Refusal("visit.is_stored")
    if not visit.nonchoice_shown:
        yield Refusal("visit.nonchoice_not_shown")
    if not visit.answers:
        yield Refusal("choice.nothing_answered")


def _answer_refusals(
    visit: Visit, situations: Mapping[ServiceId, Situation], shown: Shown
) -> Iterator[Refusal]:
    for service, answer in visit.answers.items():
        situation = situations.get(service)
        if situation is None:
            yield Refusal("choice.service_not_offered")
        else:
            yield from objection_to(answer, situation, shown.get(service, ()))


def objection_to(answer: Answer, situation: Situation, shown: Order) -> Iterator[Refusal]:
    """Why an answer cannot be given for a service; nothing where it can."""
    match answer:
        case Chooses(provider):
            offered = situation.municipality.offered(
                situation.service, situation.zone, situation.received
            )
            if provider not in offered or provider not in shown:
                yield Refusal("choice.provider_not_offered")
            elif not takes_choices(situation, provider):
                yield Refusal("choice.provider_stops")
        case Keeps() if not can_keep(situation):
            yield Refusal("choice.nothing_to_keep")
        case Postpones(until) if until <= situation.received:
            yield Refusal("choice.date_passed")
        case Cannot():
            yield Refusal("choice.staff_only")
        case DoesNotWish() | Keeps() | Postpones():
            pass
