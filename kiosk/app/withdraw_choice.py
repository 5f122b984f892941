"""Takes answers back before they begin; the services are open, or an earlier answer holds."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kiosk.app.after_answer import AfterAnswer, nothing
from kiosk.app.interests import concerned_by, interest_objections
from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId, RecordedChoice, ServiceAnswer, TakenBack, Withdrawal
from kiosk.domain.decider import Decider, refusals_of
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import ChoiceRecorded, ChoiceWithdrawn, Event
from kiosk.domain.language import LocalText
from kiosk.domain.lifecycle import objection_to_withdrawing, standing, without
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants back.

    Attributes:
        choice: The choice whose answers are taken back.
        services: At least one.
        decider: The person, or somebody with the right to act for the person.
        participants: Roles of those who took part without deciding; may be empty.
    """

    case: CaseRef
    choice: EventId
    services: tuple[ServiceId, ...]
    decider: Decider
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawChoice:
    """Entered by staff on the case page, when the person says so.

    Attributes:
        after: What follows for the person.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    after: AfterAnswer = nothing

    def open_choices(self, case: CaseRef) -> tuple[RecordedChoice, ...]:
        """Stored choices of which something can be taken back, newest first; may be empty.

        Returns:
            Each with the answers only that can be taken back.

        Raises:
            NotFoundError: There is no such case.
        """
        file = self.record.case_file(case)
        return tuple(self._open(file, choice) for choice in self._standing(file))

    def meaning(
        self, case: CaseRef, choice: EventId, services: Collection[ServiceId]
    ) -> tuple[TakenBack, ...]:
        """What it would mean today to take answers of a choice back, order of the case.

        Raises:
            NotFoundError: There is no such case.
        """
        file = self.record.case_file(case)
        return tuple(
            self._taken_back(file, state, choice)
            for state in file.states
            if state.service in services
        )

    def store(self, wish: Wish, event_id: EventId, actor: str) -> Withdrawal:
        """Store that answers are taken back; the same attempt again stores nothing.

        Raises:
            RefusedError: Nobody may do that, or an answer has begun or stands no more.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        earlier = self._earlier(wish.case, event_id)
        if earlier is not None:
            return _the_same(earlier, wish)
        file = self.record.case_file(wish.case)
        refusals = self._refusals(file, wish, actor)
        if refusals:
            raise RefusedError(refusals)
        body = ChoiceWithdrawn(
            self._withdrawal(file, wish, event_id, actor), self.municipality.receipt_prefix
        )
        event = Event(event_id, body.withdrawal.at, actor, wish.case, body)
        (place,) = self.record.append([event])
        self.after(wish.case, actor)
        return body.numbered(place)

    def _refusals(self, file: CaseFile, wish: Wish, actor: str) -> Sequence[Refusal]:
        today = self.clock.now().date()
        age = file.case.age_on(today)
        objections = [self._objection(file, service, wish.choice) for service in wish.services]
        return [
            *rights_objections(self.record, actor, StaffRight.WITHDRAW),
            *interest_objections(
                self.municipality, self.record, actor, file.case, today, concerned_by(file)
            ),
            *refusals_of(wish.decider, age, self.municipality.child_age_years),
            *([] if file.case.is_open else [Refusal("choice.case_closed")]),
            *([] if wish.services else [Refusal("withdrawal.nothing")]),
            *(Refusal(code) for code in dict.fromkeys(o.code for o in objections if o is not None)),
        ]

    def _objection(self, file: CaseFile, service: ServiceId, choice: EventId) -> Refusal | None:
        helps = file.helps.get(service)
        answers = () if helps is None else helps.answers
        return objection_to_withdrawing(answers, choice, self.clock.now().date())

    def _withdrawal(self, file: CaseFile, wish: Wish, event_id: EventId, actor: str) -> Withdrawal:
        return Withdrawal(
            id=event_id,
            choice=wish.choice,
            case=wish.case,
            services=self.meaning(wish.case, wish.choice, wish.services),
            decider=wish.decider,
            participants=wish.participants,
            language=file.case.written_language or self.municipality.default_language,
            at=self.clock.now(),
            recorded_by=actor,
            person=file.case.name,
            municipality=self.municipality.name,
            office=self.municipality.office.name,
        )

    def _standing(self, file: CaseFile) -> tuple[RecordedChoice, ...]:
        """Choices that an answer stands of which can be taken back, newest first."""
        wanted = {
            held.choice
            for service, helps in file.helps.items()
            if (held := standing(helps.answers)) is not None
            and self._objection(file, service, held.choice) is None
        }
        events = reversed(self.record.history(file.case.reference)) if wanted else ()
        return tuple(
            event.body.numbered(place)
            for place, event in events
            if event.id in wanted and isinstance(event.body, ChoiceRecorded)
        )

    def _open(self, file: CaseFile, choice: RecordedChoice) -> RecordedChoice:
        answers = (
            answer
            for answer in choice.answers
            if self._objection(file, answer.service, choice.id) is None
        )
        return replace(choice, answers=tuple(answers))

    def _taken_back(self, file: CaseFile, state: ServiceState, choice: EventId) -> TakenBack:
        answer, helps = state.answer, file.helps[state.service]
        stored = None if answer is None else answer.service_name
        helper = helps.on(self.clock.now().date())
        return TakenBack(
            service=state.service,
            name=stored or self.municipality.service(state.service).name,
            answer=answer,
            is_open=standing(without(helps.answers, choice)) is None,
            helper=helper,
            helper_name=self._name(helper, answer),
        )

    def _name(self, provider: ProviderId | None, answer: ServiceAnswer | None) -> LocalText | None:
        """The provider's name today; the one in the answer where it has left the content since."""
        stored = (
            {}
            if answer is None
            else {
                answer.previous_provider: answer.previous_name,
                answer.interim: answer.interim_name,
                answer.provider: answer.provider_name,
            }
        )
        today = {each.id: each.name for each in self.municipality.providers}
        return None if provider is None else today.get(provider, stored.get(provider))

    def _earlier(self, case: CaseRef, event_id: EventId) -> Withdrawal | None:
        for place, event in self.record.history(case):
            if event.id == event_id and isinstance(event.body, ChoiceWithdrawn):
                return event.body.numbered(place)
        return None


def _the_same(earlier: Withdrawal, wish: Wish) -> Withdrawal:
    """What an earlier attempt stored, if this one says the same.

    Raises:
        RefusedError: The earlier attempt stored something else.
    """
    services = {named.service for named in earlier.services}
    said = (earlier.choice, services, earlier.decider, earlier.participants)
    if said != (wish.choice, set(wish.services), wish.decider, wish.participants):
        raise RefusedError([Refusal("visit.stored_otherwise")])
    return earlier
