"""Writes out what is stored about a person, and logs it first (GDPR article 15)."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.app.access_json import access_json
from kiosk.app.compose_access import AccessPlan, compose_access
from kiosk.app.issue_documents import Document, paper_language
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import DocumentKind, Event
from kiosk.domain.handling import AccessGiven
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class Access:
    """Everything about one case, for the person.

    Attributes:
        pdf: In plain words.
        json: For programs; see ``access_json``.
    """

    pdf: bytes
    json: bytes
    language: Language


@dataclass(frozen=True, slots=True)
class GiveAccess:
    """Makes both files of one case."""

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    documents: DocumentMaker
    words_for: Callable[[Language], Words]

    def make(
        self,
        case: CaseRef,
        actor: str,
        language: Language | None = None,
        edition: Edition = Edition.STANDARD,
    ) -> Access:
        """Log that access is given, and write out everything, that event included.

        Args:
            case: Whose data.
            actor: Who gives it.
            language: None for the form of Norwegian that the person wants to read.
            edition: Standard or large print.

        Raises:
            RefusedError: The actor may not do that.
            NotFoundError: There is no such case.
            StorageError: It could not be logged, so nothing was made.
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        refusals = rights_objections(self.record, actor, StaffRight.GIVE_ACCESS)
        if refusals:
            raise RefusedError(refusals)
        file, now = self.record.case_file(case), self.clock.now()
        wished = (language, file.case.written_language)
        paper = paper_language(wished, self.municipality.default_language)
        self.record.append([Event(self.ids.event_id(), now, actor, case, AccessGiven(paper))])
        events = [event for _place, event in self.record.history(case)]
        plan = AccessPlan(self.municipality, file.case, events, now)
        sheet = compose_access(plan, self.words_for(paper))
        return Access(self.documents.sheet(sheet, now, edition), access_json(plan), paper)

    def document(self, case: CaseRef, actor: str, edition: Edition = Edition.STANDARD) -> Document:
        """Both, in the form of Norwegian that the person reads; see ``make``."""
        access = self.make(case, actor, edition=edition)
        return Document(
            access.pdf,
            DocumentKind.ACCESS,
            access.language,
            case,
            for_programs=access.json,
            edition=edition,
        )
