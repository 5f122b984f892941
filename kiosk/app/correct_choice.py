"""Corrects what was recorded wrongly; the wrong choice stays readable (arkivforskrifta § 11)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import CaseFile, Record
from kiosk.app.staff_rights import rights_objections
from kiosk.app.store_choice import StoreChoice, said
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import (
    Answer,
    Cannot,
    Channel,
    Chooses,
    Correction,
    EventId,
    Keeps,
    NamedService,
    Postpones,
    RecordedChoice,
    ServiceAnswer,
)
from kiosk.domain.consequence import Situation, follow
from kiosk.domain.eligibility import can_keep, offered_services, situation_of
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import ChoiceRecorded
from kiosk.domain.free_text import LONGEST_NOTE, LONGEST_REFERENCE, objections
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class Mistake:
    """What was recorded wrongly, and what should stand there.

    Attributes:
        choice: The choice that is wrong.
        answers: What was really said, for every service of the choice that was answered; empty
            when nothing should have been stored.
        reason: What went wrong; short, no health details.
    """

    case: CaseRef
    choice: EventId
    answers: Mapping[ServiceId, Answer]
    reason: str


@dataclass(frozen=True, slots=True)
class CorrectChoice:
    """Entered by staff on the case page; a changed mind is a new choice, not a correction."""

    municipality: Municipality
    record: Record
    clock: Clock
    working: WorkingCalendar

    def store(self, mistake: Mistake, event_id: EventId, actor: str) -> RecordedChoice:
        """Store the corrected choice; dates count from the day of the wrong one.

        Returns:
            The corrected choice with a receipt number of its own; the same attempt again stores
            nothing and gets the same.

        Raises:
            RefusedError: A rule stands in the way; nothing was stored.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        storing = StoreChoice(self.record, self.municipality.receipt_prefix)
        repeated = storing.find(mistake.case, event_id)
        if repeated is not None:
            return _the_same(repeated, mistake)
        wrong, received = self._wrong(mistake)
        file = self.record.case_file(mistake.case)
        case = as_it_was(before(file, mistake.choice, received), wrong)
        situations = self._situations(case, received)
        kept = _kept(wrong, mistake.answers)
        refusals = [
            *rights_objections(self.record, actor, StaffRight.CORRECT),
            *objections(mistake.reason, LONGEST_NOTE, "correction.reason_missing"),
            *_withdrawn(file, mistake),
            *_answer_refusals(mistake.answers, situations, kept),
            *_cannot_refusals(mistake.answers, wrong, kept),
        ]
        if refusals:
            raise RefusedError(refusals)
        answers = tuple(
            kept.get(service) or follow(answer, situations[service])
            for service, answer in mistake.answers.items()
        )
        if _says_the_same(answers, wrong.answers):
            raise RefusedError([Refusal("correction.nothing_changed")])
        choice = replace(
            wrong,
            id=event_id,
            answers=answers,
            content_version=self.municipality.version,
            channel=Channel.CASE_PAGE,
            at=self.clock.now(),
            recorded_by=actor,
            receipt_number="",
            person=case.name,
            municipality=self.municipality.name,
            office=self.municipality.office.name,
            services=self._told(case, wrong, mistake),
            # It was given for what was recorded, and staff correct it.
            signature=None,
        )
        return storing.store(choice, Correction(mistake.choice, mistake.reason.strip(), received))

    def _wrong(self, mistake: Mistake) -> tuple[RecordedChoice, date]:
        """The choice to be corrected and the day on which it was received."""
        found: tuple[RecordedChoice, date] | None = None
        for place, event in self.record.history(mistake.case):
            body = event.body
            if not isinstance(body, ChoiceRecorded):
                continue
            correction = body.correction
            if correction is not None and correction.choice == mistake.choice:
                raise RefusedError([Refusal("correction.is_corrected")])
            if event.id == mistake.choice:
                received = body.choice.at.date() if correction is None else correction.received
                found = body.numbered(place), received
        if found is None:
            raise RefusedError([Refusal("correction.no_choice")])
        return found

    def _situations(self, case: Case, received: date) -> dict[ServiceId, Situation]:
        return {
            granted.service: situation_of(self.municipality, case, granted, received, self.working)
            for granted in offered_services(self.municipality, case, received)
        }

    def _told(
        self, case: Case, wrong: RecordedChoice, mistake: Mistake
    ) -> tuple[NamedService, ...]:
        """What the receipt tells of: all that the wrong one told of, and what is new."""
        known = {named.service: named for named in wrong.services}
        fresh = (granted.service for granted in case.services if granted.service not in known)
        return (
            *wrong.services,
            *(
                NamedService(service, self.municipality.service(service).name)
                for service in fresh
                if service in mistake.answers
            ),
        )


def before(file: CaseFile, choice: EventId, day: date) -> Case:
    """The case with those who helped on a day, as if a choice had not been stored."""
    helps = {
        service: replace(
            each,
            answers=tuple(
                held for held in each.answers if held.choice != choice and held.on <= day
            ),
        )
        for service, each in file.helps.items()
    }
    return replace(file, helps=helps).case_on(day)


def as_it_was(case: Case, wrong: RecordedChoice) -> Case:
    """The case with those who helped when a choice was stored, as the choice itself tells."""
    then = {answer.service: answer.previous_provider for answer in wrong.answers}
    services = (
        replace(granted, present_provider=then[granted.service], present_since=None)
        if granted.service in then and then[granted.service] != granted.present_provider
        else granted
        for granted in case.services
    )
    return replace(case, services=tuple(services))


def _the_same(earlier: RecordedChoice, mistake: Mistake) -> RecordedChoice:
    """The correction that an earlier attempt stored, if this one says the same.

    Raises:
        RefusedError: The earlier attempt stored something else.
    """
    if {answer.service: said(answer) for answer in earlier.answers} != dict(mistake.answers):
        raise RefusedError([Refusal("visit.stored_otherwise")])
    return earlier


def _withdrawn(file: CaseFile, mistake: Mistake) -> Iterator[Refusal]:
    """What was taken back is not there to be corrected."""
    for service in mistake.answers:
        each = file.helps.get(service)
        answers = () if each is None else each.answers
        if any(held.choice == mistake.choice and held.is_withdrawn for held in answers):
            yield Refusal("correction.withdrawn")


def _cannot_refusals(
    answers: Mapping[ServiceId, Answer], wrong: RecordedChoice, kept: Collection[ServiceId]
) -> Iterator[Refusal]:
    """That somebody cannot choose is entered from a decision, and nobody says it in person."""
    for service, answer in answers.items():
        if not isinstance(answer, Cannot) or service in kept:
            continue
        if wrong.decider is not None:
            yield Refusal("choice.staff_only")
        yield from objections(
            answer.decision_reference, LONGEST_REFERENCE, "cannot.reference_missing"
        )


def _kept(
    wrong: RecordedChoice, answers: Mapping[ServiceId, Answer]
) -> dict[ServiceId, ServiceAnswer]:
    """What was recorded rightly stands as it was stored, whatever is offered by now."""
    return {
        stored.service: stored
        for stored in wrong.answers
        if stored.service in answers and said(stored) == answers[stored.service]
    }


def _answer_refusals(
    answers: Mapping[ServiceId, Answer],
    situations: Mapping[ServiceId, Situation],
    kept: Collection[ServiceId],
) -> Iterator[Refusal]:
    for service, answer in answers.items():
        if service in kept:
            continue
        situation = situations.get(service)
        if situation is None:
            yield Refusal("choice.service_not_offered")
            continue
        offered = situation.municipality.offered(service, situation.zone, situation.received)
        if isinstance(answer, Chooses) and answer.provider not in offered:
            yield Refusal("choice.provider_not_offered")
        if isinstance(answer, Keeps) and not can_keep(situation):
            yield Refusal("choice.nothing_to_keep")
        if isinstance(answer, Postpones) and answer.until <= situation.received:
            yield Refusal("choice.date_passed")


def _says_the_same(one: tuple[ServiceAnswer, ...], other: tuple[ServiceAnswer, ...]) -> bool:
    def told(answers: tuple[ServiceAnswer, ...]) -> list[tuple[object, ...]]:
        return sorted(
            (
                a.service,
                a.outcome.value,
                a.provider or "",
                str(a.postponed_until),
                a.decision_reference,
            )
            for a in answers
        )

    return told(one) == told(other)
