"""Makes the letter about a place that is offered to somebody who waits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.compose_place import PlacePlan, ToldPlace, compose_place
from kiosk.app.issue_documents import Document, paper_language
from kiosk.app.mailout.in_window import singles_in_window
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import DocumentKind
from kiosk.domain.helping import Help
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.waiting import offers_to


@dataclass(frozen=True, slots=True)
class IssuePlaceLetter:
    """Composes the letter; whoever hands it on logs it as any document.

    Attributes:
        municipality: With the exits that hold.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    documents: DocumentMaker
    words_for: Callable[[Language], Words]

    def letter(
        self,
        case: CaseRef,
        language: Language | None = None,
        edition: Edition = Edition.STANDARD,
    ) -> Document:
        """The letter about every place that a case is offered and can still be taken in time.

        Args:
            case: Whose letter.
            language: None for the form of Norwegian that the person wants to read.
            edition: Standard or large print.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: No place is offered to this person now.
            StorageError: The record could not be read.
            DoesNotFitError: A text is longer than its room.
        """
        plan = self.plan(case)
        wished = (language, plan.case.written_language)
        paper = paper_language(wished, self.municipality.default_language)
        now, words = self.clock.now(), self.words_for(paper)
        sheet = compose_place(plan, now.date(), words)
        reply_by = min(each.reply_by for each in plan.places)
        copies = singles_in_window(sheet, plan.case, self.municipality, words, reply_by)
        pdf = self.documents.letter(copies, now, edition)
        return Document(pdf, DocumentKind.PLACE, paper, case, edition=edition)

    def plan(self, case: CaseRef) -> PlacePlan:
        """What the letter is made from.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: No place is offered to this person now.
            StorageError: The record could not be read.
        """
        file, today = self.record.case_file(case), self.clock.now().date()
        places = tuple(self._places(file, today))
        if not places:
            raise RefusedError([Refusal("letter.no_place")])
        return PlacePlan(self.municipality, file.case, places)

    def _places(self, file: CaseFile, today: date) -> Iterator[ToldPlace]:
        waiting, case = self.record.waiting(), file.case.reference
        offered = {
            each.service: (each.provider, each.reply_by)
            for each in offers_to(case, waiting, self.municipality, today)
        }
        for granted in file.case.services:
            provider, reply_by = offered.get(granted.service, (None, None))
            if provider is not None and reply_by is not None:
                told = ToldPlace(granted.service, provider, reply_by)
                yield _with_help(told, file.helps.get(granted.service), today)


def _with_help(told: ToldPlace, help_: Help | None, today: date) -> ToldPlace:
    """With who helps today, named where nothing that is stored changes that."""
    now = None if help_ is None else help_.on(today)
    later = None if help_ is None else help_.on(date.max)
    return replace(told, helper=now if now == later else None, is_helped=now is not None)
