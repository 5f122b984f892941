"""Stores an answer that came on paper, as of the day on which it came.

A choice that was there before the rule was applied wins over what the rule gave, however late it
is entered (issue 4); an answer that the person gave later holds instead of it. That somebody does
not wish to choose is no choice: it is recorded, and the provider whom the rule gave stays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.after_answer import AfterAnswer, nothing
from kiosk.app.entered_before import was_entered_before
from kiosk.app.interests import concerned_by, interest_objections
from kiosk.app.order_for_staff import order_for_staff
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.record_choice import objection_to
from kiosk.app.staff_rights import rights_objections
from kiosk.app.store_choice import StoreChoice, open_case
from kiosk.app.switch_limit import limit_reached
from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.choice import (
    Answer,
    Channel,
    Chooses,
    DoesNotWish,
    EventId,
    Keeps,
    NamedService,
    Postpones,
    RecordedChoice,
)
from kiosk.domain.consequence import Situation, follow
from kiosk.domain.decider import Decider, refusals_of
from kiosk.domain.eligibility import offered_services, postpone_dates, reply_deadline
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event
from kiosk.domain.last_word import last_word
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.ordering import Order
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.situations import can_keep, situation_of
from kiosk.domain.staff import StaffRight

_Situations = Mapping[ServiceId, Situation]


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """What stands on a reply slip.

    Attributes:
        answers: Per service that was answered; at least one.
        decider: Who signed; None before that is entered.
        received: Day on which it came to the municipality.
    """

    case: CaseRef
    answers: Mapping[ServiceId, Answer]
    decider: Decider | None
    received: date


@dataclass(frozen=True, slots=True)
class Answerable:
    """A service that can be answered on paper.

    Attributes:
        answers: Providers in the order of the person's brochure, then the others; that the person
            wants to think once for each day that the screen would offer now.
        present: Who can be kept; None for nobody.
    """

    service: ServiceId
    answers: tuple[Answer, ...]
    present: ProviderId | None = None


@dataclass(frozen=True, slots=True)
class EnterAnswer:
    """Entered by staff on the case page.

    Attributes:
        after: What follows for the person.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    working: WorkingCalendar
    after: AfterAnswer = nothing

    def services(self, reference: CaseRef, received: date) -> tuple[Answerable, ...]:
        """What could be answered on a day, order of the case; may be empty.

        Who has stopped since stands there, as on the paper, and is refused with the reason.

        Raises:
            NotFoundError: There is no such case.
        """
        file = self.record.case_file(reference)
        case = self._case(file)
        situations = self._situations(case, received)
        return tuple(
            Answerable(service, self._answers(file, case, each), each.present)
            for service, each in situations.items()
        )

    def store(
        self, paper: PaperAnswer, event_id: EventId, actor: str, also: Sequence[Event] = ()
    ) -> RecordedChoice:
        """Store the answers; the same attempt again stores nothing and gets the same.

        Args:
            paper: What stands there.
            event_id: Of the attempt.
            actor: Who is signed in.
            also: What else the paper says; stored with the answers, all of it or nothing.

        Raises:
            RefusedError: A rule stands in the way; nothing was stored.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        storing = StoreChoice(self.record, self.municipality.receipt_prefix)
        earlier = storing.find(paper.case, event_id)
        if earlier is not None:
            return earlier
        case = open_case(self.record, paper.case, self.clock.now().date())
        file = self.record.case_file(paper.case)
        situations = self._situations(case, paper.received)
        refusals = [
            *rights_objections(self.record, actor, StaffRight.ENTER_ANSWER),
            *interest_objections(
                self.municipality,
                self.record,
                actor,
                case,
                self.clock.now().date(),
                concerned_by(file, paper.answers.values()),
            ),
            *self._refusals(file, case, paper, situations),
        ]
        if refusals or paper.decider is None:
            raise RefusedError(refusals or [Refusal("answer.signer_missing")])
        made = self._made(file, case, paper, situations, event_id, actor)
        if not also and was_entered_before(file, made):
            raise RefusedError([Refusal("answer.entered_before")])
        stored = storing.store(made, also=also)
        self.after(paper.case, actor)
        return stored

    def _case(self, file: CaseFile) -> Case:
        return file.case_on(self.clock.now().date())

    def _situations(self, case: Case, received: date) -> dict[ServiceId, Situation]:
        """Per service that could be chosen on the day, and still can, order of the case."""
        today, place = self.clock.now().date(), self.municipality
        still = {each.service for each in offered_services(place, case, today)}
        return {
            granted.service: replace(
                situation_of(place, case, granted, received, self.working), stored_on=today
            )
            for granted in offered_services(place, case, received)
            if granted.service in still
        }

    def _offered(self, file: CaseFile, situation: Situation) -> Order:
        """Who could be chosen on the day; some may have stopped."""
        place = situation.municipality
        offered = place.offered(situation.service, situation.zone, situation.received)
        return order_for_staff(file, offered, place)

    def _answers(self, file: CaseFile, case: Case, situation: Situation) -> tuple[Answer, ...]:
        keeps = [Keeps()] if can_keep(situation) else []
        chosen = (Chooses(provider) for provider in self._offered(file, situation))
        days = self._days(case.granted(situation.service))
        return (*chosen, *keeps, DoesNotWish(), *(Postpones(until) for until in days))

    def _days(self, granted: GrantedService | None) -> tuple[date, ...]:
        if granted is None:
            return ()
        deadline = reply_deadline(self.municipality, granted)
        return postpone_dates(self.clock.now().date(), deadline, self.working)

    def _refusals(
        self, file: CaseFile, case: Case, paper: PaperAnswer, situations: _Situations
    ) -> Iterator[Refusal]:
        today, limit = self.clock.now().date(), self.municipality.child_age_years
        if paper.received > today:
            yield Refusal("answer.received_ahead")
        if not paper.answers:
            yield Refusal("answer.nothing_ticked")
        if paper.decider is not None:
            yield from refusals_of(paper.decider, case.age_on(paper.received), limit)
        then = file.case_on(paper.received)
        for service, answer in paper.answers.items():
            situation = situations.get(service)
            if situation is None:
                yield Refusal("choice.service_not_offered")
                continue
            if self._is_gone(_meant(answer, situation, then.granted(service)), situation):
                yield Refusal("answer.provider_stops")
            elif isinstance(answer, Postpones) and answer.until <= today:
                yield Refusal("choice.date_passed")
            else:
                yield from objection_to(answer, situation, self._offered(file, situation))
            yield from self._by_time(case, service, paper.received)
            yield from self._by_limit(file, case, service, answer)

    def _is_gone(self, answer: Answer, situation: Situation) -> bool:
        """Whether the wanted provider has stopped since, or has said that it does."""
        today, place = self.clock.now().date(), situation.municipality
        service, zone = situation.service, situation.zone
        wanted = answer.provider if isinstance(answer, Chooses) else None
        if isinstance(answer, Keeps):
            wanted = situation.stopped or situation.present
        if wanted is None or wanted not in place.offered(service, zone, situation.received):
            return False
        is_here = wanted in place.offered(service, zone, today)
        return not is_here or place.leaves_on(wanted, service, zone, today) is not None

    def _by_time(self, case: Case, service: ServiceId, received: date) -> Iterator[Refusal]:
        granted = case.granted(service)
        if granted is not None and received < granted.decided_on:
            yield Refusal("answer.received_before_decision")
        told = (event.body for _, event in self.record.history(case.reference))
        heard = last_word(told, service)
        if heard is not None and heard > received:
            yield Refusal("answer.newer_answer")

    def _by_limit(
        self, file: CaseFile, case: Case, service: ServiceId, answer: Answer
    ) -> Iterator[Refusal]:
        granted = case.granted(service)
        if granted is None or not isinstance(answer, Chooses):
            return
        is_switch = answer.provider != granted.present_provider
        today = self.clock.now().date()
        if is_switch and limit_reached(self.municipality, file, granted, today) is not None:
            yield Refusal("choice.switch_limit")

    def _made(
        self,
        file: CaseFile,
        case: Case,
        paper: PaperAnswer,
        situations: _Situations,
        event_id: EventId,
        actor: str,
    ) -> RecordedChoice:
        place, then = self.municipality, file.case_on(paper.received)
        shown: dict[ServiceId, tuple[ProviderId, ...]] = {}
        if file.order is not None:
            shown = {each: self._offered(file, situations[each]) for each in paper.answers}
        return RecordedChoice(
            id=event_id,
            case=case.reference,
            answers=tuple(
                follow(_meant(paper.answers[service], situation, then.granted(service)), situation)
                for service, situation in situations.items()
                if service in paper.answers
            ),
            decider=paper.decider,
            participants=(),
            shown=shown,
            content_version=place.version,
            language=case.written_language or place.default_language,
            channel=Channel.CASE_PAGE,
            at=self.clock.now(),
            recorded_by=actor,
            person=case.name,
            municipality=place.name,
            office=place.office.name,
            services=tuple(
                NamedService(each, place.service(each).name)
                for each in situations
                if each in paper.answers
            ),
            received_on=paper.received,
        )


def _meant(answer: Answer, situation: Situation, then: GrantedService | None) -> Answer:
    """Whoever wanted to keep the one who helped that day does not mean the one who came since."""
    helper = None if then is None else then.present_provider
    if not isinstance(answer, Keeps) or helper is None or helper == situation.present:
        return answer
    return Chooses(helper)
