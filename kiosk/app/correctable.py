"""Which stored choices can be corrected, and what can stand there instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.correct_choice import before
from kiosk.app.ports.record import CaseFile, Record
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
from kiosk.domain.eligibility import (
    can_keep,
    offered_services,
    postpone_dates,
    reply_deadline,
    situation_of,
)
from kiosk.domain.event import ChoiceRecorded, ChoiceWithdrawn, Event
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ProviderId, ServiceId


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

    def services(self, choice: RecordedChoice) -> tuple[Correctable, ...]:
        """What can be put in place of each answer of a choice, order of the choice.

        Args:
            choice: One of ``choices``.

        Raises:
            NotFoundError: There is no such case.
        """
        file = self.record.case_file(choice.case)
        received = self._received(choice)
        case = before(file, choice.id, received)
        situations = {
            granted.service: situation_of(self.municipality, case, granted, received, self.working)
            for granted in offered_services(self.municipality, case, received)
        }
        answered = [answer.service for answer in choice.answers]
        # Nobody answered where staff entered a decision made elsewhere: it is entered anew.
        asked = situations if choice.decider is not None else {}
        return tuple(
            self._form(file, choice, service, asked.get(service))
            for service in dict.fromkeys((*answered, *asked))
        )

    def _form(
        self,
        file: CaseFile,
        choice: RecordedChoice,
        service: ServiceId,
        situation: Situation | None,
    ) -> Correctable:
        names = {each.service: each.name for each in choice.services}
        stored = next((each for each in choice.answers if each.service == service), None)
        kept = None if stored is None else said(stored)
        others = () if situation is None else self._answers(file, choice, situation)
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

    def _received(self, choice: RecordedChoice) -> date:
        for _, event in self.record.history(choice.case):
            body = event.body
            if event.id == choice.id and isinstance(body, ChoiceRecorded) and body.correction:
                return body.correction.received
        return choice.at.date()

    def _answers(
        self, file: CaseFile, choice: RecordedChoice, situation: Situation
    ) -> tuple[Answer, ...]:
        day = situation.received
        offered = self.municipality.offered(situation.service, situation.zone, day)
        order = sorted(offered) if file.order is None else file.order.among(offered)
        return (
            *(Chooses(provider) for provider in order),
            *([Keeps()] if can_keep(situation) else []),
            DoesNotWish(),
            *(Postpones(until) for until in self._days(file, choice, situation)),
        )

    def _days(self, file: CaseFile, choice: RecordedChoice, situation: Situation) -> Sequence[date]:
        """Days that could be agreed on, the one that was agreed on among them."""
        granted = file.case.granted(situation.service)
        agreed = {
            answer.postponed_until
            for answer in choice.answers
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
