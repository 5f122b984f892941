"""The files of one case for the case system: receipts, dated notes, and one JSON."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.app.compose_note import NotePlan, compose_note, note_title
from kiosk.app.delivery_due import Due
from kiosk.app.delivery_json import DeliveredCase, DeliveredFile, case_json
from kiosk.app.issue_documents import IssueDocuments, paper_language
from kiosk.app.nonchoice.compose_allocation import (
    AllocationPlan,
    allocation_title,
    compose_allocation,
)
from kiosk.app.nonchoice.issue_letters import allocated_under
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.domain.allocation_events import ServiceAllocated
from kiosk.domain.choice import RecordedChoice, Withdrawal
from kiosk.domain.errors import NotFoundError, Thing
from kiosk.domain.event import ChoiceRecorded, ChoiceWithdrawn, Event, InformationNoted, Stored
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality

JSON_FILE = "sak.json"


@dataclass(frozen=True, slots=True)
class DeliveryFiles:
    """Makes the files of a case; names of files hold no personal data."""

    municipality: Municipality
    record: Record
    maker: DocumentMaker
    receipts: IssueDocuments
    words_for: Callable[[Language], Words]

    @property
    def words(self) -> Words:
        """The language of what staff and providers read."""
        return self.words_for(paper_language((), self.municipality.default_language))

    def of(self, due: Due, run: str, now: datetime) -> tuple[tuple[str, bytes], ...]:
        """Names and contents, the JSON last.

        Raises:
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
            NotFoundError: A note's choice is missing.
            StorageError: The record could not be read.
        """
        files = tuple(self._documents(due, now))
        told = DeliveredCase(
            run=run,
            made_at=now,
            number=due.case.reference,
            person=due.case.name,
            municipality=self.municipality.name,
            files=files,
            events=due.events,
            mark_of=self.record.receipt_mark,
        )
        return (*((file.name, file.content) for file in files), (JSON_FILE, case_json(told)))

    def _documents(self, due: Due, now: datetime) -> Iterator[DeliveredFile]:
        for place, event in due.events:
            match event.body:
                case ChoiceRecorded() | ChoiceWithdrawn() as body:
                    yield self._receipt(body.numbered(place), due, event)
                case InformationNoted() as noted:
                    yield self._note(noted, due, event, now)
                case ServiceAllocated() as allocated:
                    yield self._letter(allocated, due, event, now)
                case _:
                    pass

    def _receipt(self, told: RecordedChoice | Withdrawal, due: Due, event: Event) -> DeliveredFile:
        number = told.receipt_number
        return DeliveredFile(
            name=f"kvittering-{number}.pdf",
            content=self.receipts.receipt(number).pdf,
            event=event.id,
            document_id=number,
            title=self.words.pgettext("heading of the document", "Receipt"),
            sender=told.municipality or self.municipality.name,
            recipient=told.person or due.case.name,
            dated=told.at.date(),
            registered_at=event.at,
        )

    def _note(
        self, noted: InformationNoted, due: Due, event: Event, now: datetime
    ) -> DeliveredFile:
        choice = _choice_of(noted, due.history)
        plan = NotePlan(self.municipality, due.case, choice, noted, event.at, event.actor)
        sheet = compose_note(plan, now.date(), self.words)
        return DeliveredFile(
            name=f"notat-{choice.receipt_number}.pdf",
            content=self.maker.sheet(sheet, now),
            event=event.id,
            document_id=event.id,
            title=note_title(self.words),
            sender=event.actor,
            recipient=self.municipality.name,
            dated=event.at.date(),
            registered_at=event.at,
        )

    def _letter(
        self, allocated: ServiceAllocated, due: Due, event: Event, now: datetime
    ) -> DeliveredFile:
        """The letter about one result, in the form that the municipality has chosen."""
        form = self.municipality.allocation_letter
        plan = AllocationPlan(
            municipality=self.municipality,
            case=due.case,
            allocations=(allocated_under(self.record, allocated),),
            form=form,
            officer=event.actor,
        )
        sheet = compose_allocation(plan, event.at.date(), self.words)
        return DeliveredFile(
            name=f"brev-{event.id}.pdf",
            content=self.maker.sheet(sheet, now),
            event=event.id,
            document_id=event.id,
            title=allocation_title(form, self.words),
            sender=allocated.municipality,
            recipient=allocated.person,
            dated=event.at.date(),
            registered_at=event.at,
        )


def _choice_of(
    noted: InformationNoted, history: tuple[tuple[Stored, Event], ...]
) -> RecordedChoice:
    for place, event in history:
        if event.id == noted.choice_id and isinstance(event.body, ChoiceRecorded):
            return event.body.numbered(place)
    raise NotFoundError(Thing.RECEIPT)
