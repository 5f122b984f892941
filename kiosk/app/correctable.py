"""Which stored choices can be corrected, and what can stand there instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.at_reception import Doubt, Reception, reception_of
from kiosk.app.order_for_staff import order_for_staff
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.record import Record
from kiosk.app.store_choice import said
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import (
    Answer,
    Chooses,
    DoesNotWish,
    Keeps,
    Postpones,
    RecordedChoice,
    ServiceAnswer,
)
from kiosk.domain.consequence import Situation
from kiosk.domain.eligibility import postpone_dates, reply_deadline
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import ChoiceRecorded, ChoiceWithdrawn, Event
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.situations import can_keep


@dataclass(frozen=True, slots=True)
class Correctable:
    """A service of a choice that is being corrected.

    Attributes:
        stored: What was recorded; None where the service stayed open.
        said: The answer that ``stored`` followed from; None where there was none.
        answers: What may stand there: providers in the case's own order, then the others;
            ``said`` is among them. Empty where only nothing may.
        present: Who helped on the day of the answer; None where nobody did.
    """

    service: ServiceId
    name: LocalText
    stored: ServiceAnswer | None
    said: Answer | None
    answers: tuple[Answer, ...]
    present: ProviderId | None = None


@dataclass(frozen=True, slots=True)
class FindCorrectable:
    """Answers by what held on the day on which the municipality received the wrong ones."""

    municipality: Municipality
    record: Record
    working: WorkingCalendar

    def choices(self, case: CaseRef) -> tuple[RecordedChoice, ...]:
        """Stored choices that can be corrected, newest first; may be empty.

        Returns:
            Each without the answers that were taken back: nothing of those holds any more.
        """
        history = self.record.history(case)
        events = [event for _, event in history]
        corrected = {
            event.body.correction.choice
            for event in events
            if isinstance(event.body, ChoiceRecorded) and event.body.correction is not None
        }
        kept = (
            _without_withdrawn(event.body.numbered(place), events)
            for place, event in reversed(history)
            if isinstance(event.body, ChoiceRecorded) and event.id not in corrected
        )
        return tuple(choice for choice in kept if choice.answers)

    def services(
        self, choice: RecordedChoice, received: date | None = None
    ) -> tuple[Correctable, ...]:
        """What can be put in place of each answer of a choice, order of the choice.

        Args:
            choice: One of ``choices``.
            received: Another day of reception; None for the stored one.

        Raises:
            NotFoundError: There is no such case.
        """
        file = self.record.case_file(choice.case)
        then = self._then(choice, received)
        situations = then.situations(self.municipality, self.working)
        answered = [answer.service for answer in choice.answers]
        # Nobody answered where staff entered a decision made elsewhere: it is entered anew.
        asked = situations if choice.decider is not None else {}
        return tuple(
            self._form(file, then, choice, service, asked.get(service))
            for service in dict.fromkeys((*answered, *asked))
        )

    def received(self, choice: RecordedChoice) -> date:
        """Day on which a choice was received, by the record."""
        return self._then(choice).received

    def age(self, choice: RecordedChoice) -> int:
        """Age of the person on that day, in whole years."""
        then = self._then(choice)
        return then.case.age_on(then.received)

    def doubts(self, choice: RecordedChoice, received: date | None = None) -> tuple[Doubt, ...]:
        """What the record does not know of the day of reception; may be empty.

        Args:
            choice: One of ``choices``.
            received: Another day of reception; None for the stored one.
        """
        return self._then(choice, received).doubts

    def _then(self, choice: RecordedChoice, received: date | None = None) -> Reception:
        then = reception_of(self.record, self.municipality, choice.case, choice.id, received)
        if then is None:
            raise RefusedError([Refusal("correction.no_choice")])
        return then

    def _form(
        self,
        file: CaseFile,
        then: Reception,
        choice: RecordedChoice,
        service: ServiceId,
        situation: Situation | None,
    ) -> Correctable:
        names = {each.service: each.name for each in choice.services}
        stored = next((each for each in choice.answers if each.service == service), None)
        kept = None if stored is None else said(stored)
        others = () if situation is None else self._answers(file, then, situation)
        is_new = kept is not None and kept not in others
        return Correctable(
            service=service,
            name=names.get(service) or self.municipality.service(service).name,
            stored=stored,
            said=kept,
            # What could not be chosen any more may stay as it is.
            answers=(kept, *others) if kept is not None and is_new else others,
            present=None if situation is None else situation.present,
        )

    def _answers(self, file: CaseFile, then: Reception, situation: Situation) -> tuple[Answer, ...]:
        offered = then.offered(situation)
        order = order_for_staff(file, offered, self.municipality)
        return (
            *(Chooses(provider) for provider in order),
            *([Keeps()] if can_keep(situation) else []),
            DoesNotWish(),
            *(Postpones(until) for until in self._days(then, situation)),
        )

    def _days(self, then: Reception, situation: Situation) -> Sequence[date]:
        """Days that could be agreed on, the one that was agreed on among them."""
        granted = then.case.granted(situation.service)
        agreed = {
            answer.postponed_until
            for answer in then.choice.answers
            if answer.service == situation.service and answer.postponed_until is not None
        }
        if granted is None:
            return sorted(agreed)
        deadline = reply_deadline(self.municipality, granted)
        return sorted({*postpone_dates(situation.received, deadline, self.working), *agreed})


def _without_withdrawn(choice: RecordedChoice, events: Iterable[Event]) -> RecordedChoice:
    taken = {
        named.service
        for event in events
        if isinstance(event.body, ChoiceWithdrawn) and event.body.withdrawal.choice == choice.id
        for named in event.body.withdrawal.services
    }
    return replace(choice, answers=tuple(a for a in choice.answers if a.service not in taken))
