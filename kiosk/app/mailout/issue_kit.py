"""Makes what one person gets in an envelope, printed by itself: letter, brochure and reply slip."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.app.issue_documents import Document
from kiosk.app.mailout.in_window import single_recipients
from kiosk.app.mailout.make_kits import KitPlan, MakeKits
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.press import Press
from kiosk.app.ports.record import Record
from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.paper_events import DocumentKind
from kiosk.domain.service import ServiceId

LETTERS = {
    DocumentKind.INVITATION: LetterKind.INVITATION,
    DocumentKind.REMINDER: LetterKind.REMINDER,
}


@dataclass(frozen=True, slots=True)
class IssueKit:
    """Composes it; whoever hands it on logs it as any document."""

    record: Record
    clock: Clock
    kits: MakeKits
    press: Press

    def kit(
        self,
        case: CaseRef,
        kind: DocumentKind,
        actor: str,
        language: Language | None = None,
        edition: Edition = Edition.STANDARD,
    ) -> Document:
        """Everything for the envelopes of one person, in one file, as if it were posted today.

        It is about what the person has not answered; where everything is answered, about all that
        can be chosen. There is an envelope for each who gets the post about the case; where nothing
        may be posted, as with a protected address, the window stays empty and it is handed over.

        Args:
            case: Whose envelope.
            kind: One of ``LETTERS``.
            actor: Who makes it; stands with order and code, where these are dealt now.
            language: None for the form of Norwegian that the person wants to read.
            edition: Standard or large print.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: The case is closed, nothing can be chosen, no letter stands before the
                reminder, or there is no such edition of letters.
            StorageError: Order or code could not be stored.
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        file = self.record.case_file(case)
        if not file.case.is_open:
            raise RefusedError([Refusal("choice.case_closed")])
        plan = KitPlan(
            letter=LETTERS[kind],
            services=tuple(self._services(file)),
            recipients=single_recipients(file.case),
            posting_on=self.clock.now().date(),
            language=language,
            edition=edition,
        )
        made = self.kits.for_case(file, plan, actor)
        laid = self.press.set_together(made.kits, edition)
        pdf = self.press.letter_file(laid, self.clock.now())
        return Document(pdf, kind, made.language, case, edition=edition)

    def _services(self, file: CaseFile) -> Iterator[ServiceId]:
        today = self.clock.now().date()
        offered = offered_services(self.kits.municipality, file.case_on(today), today)
        answered = {each.service for each in file.states if each.outcome is not None}
        here = [each.service for each in offered]
        return iter([each for each in here if each not in answered] or here)
