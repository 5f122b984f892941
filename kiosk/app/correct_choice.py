"""Corrects what was recorded wrongly; the wrong choice stays readable (arkivforskrifta § 11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.app.after_answer import AfterAnswer, nothing
from kiosk.app.at_reception import Reception, reception_of
from kiosk.app.correction_refusals import answer_refusals, day_refusals, decider_refusals
from kiosk.app.interests import concerned_by, interest_objections
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.app.store_choice import StoreChoice, said
from kiosk.domain.agreeing import with_agreements
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import (
    Answer,
    Channel,
    Correction,
    EventId,
    NamedService,
    RecordedChoice,
    ServiceAnswer,
)
from kiosk.domain.consequence import Situation, follow
from kiosk.domain.decider import Decider
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import ChoiceRecorded
from kiosk.domain.free_text import LONGEST_NOTE, objections
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
        decider: Who really decided; None where that was recorded rightly.
        received: Day on which the municipality really received it; None likewise.
    """

    case: CaseRef
    choice: EventId
    answers: Mapping[ServiceId, Answer]
    reason: str
    decider: Decider | None = None
    received: date | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """The wrong choice, with all that the right one is judged against and made of.

    Attributes:
        kept: Answers that were recorded rightly; they stand as stored, whatever is offered by now.
    """

    file: CaseFile
    then: Reception
    situations: Mapping[ServiceId, Situation]
    kept: Mapping[ServiceId, ServiceAnswer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CorrectChoice:
    """Entered by staff on the case page; a changed mind is a new choice, not a correction.

    Attributes:
        after: What follows for the person.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    working: WorkingCalendar
    after: AfterAnswer = nothing

    def store(self, mistake: Mistake, event_id: EventId, actor: str) -> RecordedChoice:
        """Store the corrected choice; dates count from the day on which it was received.

        Returns:
            The corrected choice with a receipt number of its own; the same attempt again stores
            nothing and gets the same.

        Raises:
            RefusedError: A rule stands in the way; nothing was stored.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        repeated = self._repeated(mistake, event_id)
        if repeated is not None:
            return repeated
        found = self._found(mistake)
        refusals = self._refusals(found, mistake, actor)
        if refusals:
            raise RefusedError(refusals)
        choice = self._made(found, mistake, event_id, actor)
        correction = Correction(mistake.choice, mistake.reason.strip(), found.then.received)
        storing = StoreChoice(self.record, self.municipality.receipt_prefix)
        stored = storing.store(choice, correction)
        self.after(mistake.case, actor)
        return stored

    def _repeated(self, mistake: Mistake, event_id: EventId) -> RecordedChoice | None:
        """The correction that an earlier attempt stored, if this one says the same."""
        for place, event in self.record.history(mistake.case):
            if event.id == event_id and isinstance(event.body, ChoiceRecorded):
                if not _is_repeated(event.body, mistake):
                    raise RefusedError([Refusal("visit.stored_otherwise")])
                return event.body.numbered(place)
        return None

    def _found(self, mistake: Mistake) -> _Found:
        file = self.record.case_file(mistake.case)
        then = reception_of(
            self.record, self.municipality, mistake.case, mistake.choice, mistake.received
        )
        if then is None:
            raise RefusedError([Refusal("correction.no_choice")])
        if self._is_corrected(mistake):
            raise RefusedError([Refusal("correction.is_corrected")])
        situations = then.situations(self.municipality, self.working)
        # Dates of every answer count from the day; on another one nothing stands as stored.
        events = (event for _, event in self.record.history(mistake.case))
        stored = with_agreements(then.choice, events)
        kept = {} if then.is_moved else _kept(stored, mistake.answers)
        return _Found(file, then, situations, kept)

    def _is_corrected(self, mistake: Mistake) -> bool:
        return any(
            isinstance(event.body, ChoiceRecorded)
            and event.body.correction is not None
            and event.body.correction.choice == mistake.choice
            for _, event in self.record.history(mistake.case)
        )

    def _refusals(self, found: _Found, mistake: Mistake, actor: str) -> list[Refusal]:
        then = found.then
        decides = decider_refusals(then, mistake.decider, self.municipality.child_age_years)
        refusals = [
            *rights_objections(self.record, actor, StaffRight.CORRECT),
            *interest_objections(
                self.municipality,
                self.record,
                actor,
                found.file.case,
                self.clock.now().date(),
                concerned_by(found.file, mistake.answers.values()),
            ),
            *objections(mistake.reason, LONGEST_NOTE, "correction.reason_missing"),
            *decides,
            *day_refusals(found.file, then, mistake.answers),
            *answer_refusals(found.file, then, mistake.answers, found.situations, found.kept),
        ]
        if not refusals and _changes_nothing(then, mistake):
            return [Refusal("correction.nothing_changed")]
        return refusals

    def _made(
        self, found: _Found, mistake: Mistake, event_id: EventId, actor: str
    ) -> RecordedChoice:
        wrong = found.then.choice
        answers = tuple(
            found.kept.get(service) or follow(answer, found.situations[service])
            for service, answer in mistake.answers.items()
        )
        return replace(
            wrong,
            id=event_id,
            answers=answers,
            decider=mistake.decider or wrong.decider,
            content_version=self.municipality.version,
            channel=Channel.CASE_PAGE,
            at=self.clock.now(),
            recorded_by=actor,
            receipt_number="",
            person=found.file.case.name,
            municipality=self.municipality.name,
            office=self.municipality.office.name,
            services=self._told(found.then, mistake),
            # It was given for what was recorded, and staff correct it.
            signature=None,
        )

    def _told(self, then: Reception, mistake: Mistake) -> tuple[NamedService, ...]:
        """What the receipt tells of: all that the wrong one told of, and what is new."""
        told = then.choice.services
        known = {named.service for named in told}
        return (
            *told,
            *(
                NamedService(granted.service, self.municipality.service(granted.service).name)
                for granted in then.case.services
                if granted.service in mistake.answers and granted.service not in known
            ),
        )


def _kept(
    wrong: RecordedChoice, answers: Mapping[ServiceId, Answer]
) -> dict[ServiceId, ServiceAnswer]:
    return {
        stored.service: stored
        for stored in wrong.answers
        if stored.service in answers and said(stored) == answers[stored.service]
    }


def _changes_nothing(then: Reception, mistake: Mistake) -> bool:
    told = {answer.service: said(answer) for answer in then.choice.answers}
    decides = mistake.decider in (None, then.choice.decider)
    return told == dict(mistake.answers) and decides and not then.is_moved


def _is_repeated(earlier: ChoiceRecorded, mistake: Mistake) -> bool:
    """Whether what is stored is what this attempt says."""
    choice, correction = earlier.choice, earlier.correction
    return (
        {answer.service: said(answer) for answer in choice.answers} == dict(mistake.answers)
        and mistake.decider in (None, choice.decider)
        and correction is not None
        and mistake.received in (None, correction.received)
    )
