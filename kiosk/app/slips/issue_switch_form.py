"""Makes the switch form of one person, printed by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.app.issue_documents import Document, paper_language
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.present_providers import PresentProviders
from kiosk.app.slips.compose_switch import SwitchPlan, compose_switch
from kiosk.app.slips.deal_slip_code import DealSlipCode
from kiosk.app.switch_limit import switches_left
from kiosk.domain.case import CaseRef
from kiosk.domain.document.service_section import ServiceSection
from kiosk.domain.edition import Edition
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import DocumentKind, Medium
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId


@dataclass(frozen=True, slots=True)
class IssueSwitchForm:
    """Composes it; whoever hands it on logs it as any document."""

    municipality: Municipality
    record: Record
    clock: Clock
    present: PresentProviders
    codes: DealSlipCode
    documents: DocumentMaker
    words_for: Callable[[Language], Words]

    def form(
        self,
        case: CaseRef,
        actor: str,
        language: Language | None = None,
        edition: Edition = Edition.STANDARD,
    ) -> Document:
        """The form for every service that somebody helps the person with and that can be chosen.

        Args:
            case: Whose form.
            actor: Who makes it; stands with order and code, where these are dealt now.
            language: None for the form of Norwegian that the person wants to read.
            edition: Standard or large print.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: The case is closed, there is nothing to switch, or there is no such
                edition of slips.
            StorageError: Order or code could not be stored.
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        file = self.record.case_file(case)
        if not file.case.is_open:
            raise RefusedError([Refusal("choice.case_closed")])
        now = self.clock.now()
        wished = (language, file.case.written_language)
        paper = paper_language(wished, self.municipality.default_language)
        words = self.words_for(paper)
        shown = self.present.sections(case, words, Medium.PAPER, actor)
        sections = tuple(each for each in shown if each.present is not None)
        if not any(map(_can_switch, sections)):
            raise RefusedError([Refusal("document.nothing_to_switch")])
        code = self.codes.for_case(case, actor)
        left = self._left(file, sections)
        plan = SwitchPlan(self.municipality, file.case, code, sections, left)
        slip = compose_switch(plan, now.date(), words)
        pdf = self.documents.slip(slip, now, edition)
        return Document(pdf, DocumentKind.SWITCH, paper, case, edition=edition)

    def _left(self, file: CaseFile, sections: Sequence[ServiceSection]) -> dict[ServiceId, int]:
        today = self.clock.now().date()
        asked = {each.service for each in sections}
        told = (
            (each.service, switches_left(self.municipality, file, each, today))
            for each in file.case_on(today).services
            if each.service in asked
        )
        return {service: left for service, left in told if left is not None}


def _can_switch(section: ServiceSection) -> bool:
    """Whether another than the present provider can be chosen now."""
    others = (each for each in section.providers if each.id != section.present)
    return not section.limit and any(not each.no_choice for each in others)
