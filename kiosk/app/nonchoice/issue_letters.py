"""Makes the letters about what the rule gave, from what the record holds of the run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kiosk.app.issue_documents import Document, paper_language
from kiosk.app.mailout.in_window import singles_in_window
from kiosk.app.nonchoice.compose_allocation import (
    AllocatedUnder,
    AllocationPlan,
    compose_allocation,
)
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.domain.allocation_events import RunOpened, ServiceAllocated
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.edition import Edition
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError, Thing
from kiosk.domain.event import DocumentKind, Event
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.silence import LetterForm
from kiosk.domain.nonchoice.stored import restore_rule
from kiosk.domain.service import ServiceId


@dataclass(frozen=True, slots=True)
class IssueLetters:
    """Composes letters; whoever hands one on logs it as any document."""

    municipality: Municipality
    record: Record
    clock: Clock
    documents: DocumentMaker
    words_for: Callable[[Language], Words]

    def allocation(
        self,
        case: CaseRef,
        form: LetterForm | None = None,
        language: Language | None = None,
        edition: Edition = Edition.STANDARD,
    ) -> Document:
        """The letter about a case's newest allocation per service.

        Args:
            case: Whose letter.
            form: None for the form that the municipality has chosen.
            language: None for the form of Norwegian that the person wants to read.
            edition: Standard or large print.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: The rule has given this case nothing that still holds.
            DoesNotFitError: A text is longer than its room.
        """
        person = self.record.case_file(case).case
        wished = (language, person.written_language)
        paper = paper_language(wished, self.municipality.default_language)
        words = self.words_for(paper)
        sheet = self.in_words(case, words, form)
        copies = singles_in_window(sheet, person, self.municipality, words)
        pdf = self.documents.letter(copies, self.clock.now(), edition)
        return Document(pdf, DocumentKind.ALLOCATION, paper, case, edition=edition)

    def in_words(self, case: CaseRef, words: Words, form: LetterForm | None = None) -> Sheet:
        """What the letter says.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: The rule has given this case nothing that still holds.
        """
        file = self.record.case_file(case)
        told = self._newest(file.case)
        if not told:
            raise RefusedError([Refusal("letter.nothing_allocated")])
        plan = AllocationPlan(
            municipality=self.municipality,
            case=file.case,
            allocations=tuple(allocated_under(self.record, body) for _, body in told),
            form=form or self.municipality.allocation_letter,
            officer=words.and_list(dict.fromkeys(event.actor for event, _ in told)),
        )
        return compose_allocation(plan, self.clock.now().date(), words)

    def _newest(self, case: Case) -> list[tuple[Event, ServiceAllocated]]:
        """The events whose results hold, as they hold now, order of the case's services."""
        states = {state.service: state for state in self.record.case_file(case.reference).states}
        newest: dict[ServiceId, tuple[Event, ServiceAllocated]] = {}
        for _place, event in self.record.history(case.reference):
            if isinstance(event.body, ServiceAllocated):
                newest[event.body.answer.service] = (event, event.body)
        found = (newest.get(item.service) for item in case.services)
        told = (each for each in found if each is not None)
        return [
            (event, replace(body, answer=answer))
            for event, body in told
            for answer in [states[body.answer.service].answer]
            if answer is not None and _is_of(body, answer)
        ]


def allocated_under(record: Record, allocated: ServiceAllocated) -> AllocatedUnder:
    """An allocation with the rule and the providers of its run.

    Raises:
        NotFoundError: The run is not in the record.
    """
    opened = next(_opened(record, allocated.run), None)
    if opened is None:
        raise NotFoundError(Thing.RUN)
    spot = (allocated.applicant.service, allocated.applicant.zone)
    rule = next(
        each
        for each in opened.rules
        if (each.service, each.zone) == spot and f"{each.id}@{each.version}" == allocated.rule
    )
    supplied = (each for each in opened.supplies if (each.service, each.zone) == spot)
    suppliers = next(supplied).suppliers
    return AllocatedUnder(
        allocated, restore_rule(rule), {each.provider: each for each in suppliers}, opened.on
    )


def _opened(record: Record, run: str) -> Iterator[RunOpened]:
    for event in record.run(run):
        if isinstance(event.body, RunOpened):
            yield event.body


def _is_of(body: ServiceAllocated, answer: ServiceAnswer) -> bool:
    """Whether the answer that holds is that of an allocation.

    Also where a start was agreed on since, or the person has said since not to choose.
    """
    start_on = answer.start_on if body.answer.awaits_date else body.answer.start_on
    stored = replace(
        body.answer,
        start_on=start_on,
        awaits_date=answer.awaits_date,
        outcome=answer.outcome,
        decision_reference=answer.decision_reference,
    )
    return stored == answer
