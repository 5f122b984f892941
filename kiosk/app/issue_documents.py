"""Makes receipts and brochures, and logs what left the house; a printing fault changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.compose_brochure import BrochurePlan, compose_brochure
from kiosk.app.compose_edition import compose_edition, words_of
from kiosk.app.compose_overview import Kept, Reader
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.compose_receipt import ReceiptPlan, compose_receipt
from kiosk.app.compose_withdrawal import WithdrawalPlan, compose_withdrawal
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.present_providers import PresentProviders
from kiosk.app.receipt_story import story_of
from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.choice import RecordedChoice, Withdrawal
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.receipt import Receipt
from kiosk.domain.edition import Edition
from kiosk.domain.eligibility import kept_services, offered_services, offered_to
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import DocumentChannel, DocumentIssued, DocumentKind, Event, Medium
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.ordering import Order
from kiosk.domain.places import as_full_for_one_more
from kiosk.domain.service import ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document, not yet handed over.

    Attributes:
        pdf: The file.
        case: None for a brochure for nobody in particular.
        receipt_number: Empty for a brochure.
        for_programs: The same as JSON, written beside a file; empty where there is none.
        for_printer: What a printer gets instead of the file, such as the sheets of a booklet;
            empty where it gets the file.
        edition: In which form it is.
        folded_sheets: How many sheets lie in each other; 0 for what is not folded.
    """

    pdf: bytes
    kind: DocumentKind
    language: Language
    case: CaseRef | None
    receipt_number: str = ""
    for_programs: bytes = b""
    for_printer: bytes = b""
    edition: Edition = Edition.STANDARD
    folded_sheets: int = 0


def paper_language(wished: Sequence[Language | None], default: Language) -> Language:
    """The first wish that exists on paper; documents exist in bokmål and nynorsk only."""
    for each in (*wished, default):
        if each is Language.BOKMAL or each is Language.NYNORSK:
            return each
    return Language.BOKMAL


@dataclass(frozen=True, slots=True)
class IssueDocuments:
    """Composes, hands to the maker, and logs after the document was handed over."""

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    documents: DocumentMaker
    words_for: Callable[[Language], Words]
    present: PresentProviders

    def receipt(
        self,
        number: str,
        language: Language | None = None,
        edition: Edition = Edition.STANDARD,
    ) -> Document:
        """The receipt of a choice or a withdrawal; also for a case that was closed since.

        Args:
            number: Receipt number.
            language: None for the language of the visit.
            edition: Standard or large print.

        Raises:
            NotFoundError: There is no such receipt.
            RefusedError: There is no such edition of receipts.
            DoesNotFitError: A text is longer than its room.
        """
        told = self.record.receipt_by_number(number)
        case = self.record.case_file(told.case).case
        paper = self._paper(language, told.language, case.written_language)
        now = self.clock.now()
        receipt = self._receipt(told, case, now.date(), self.words_for(paper))
        pdf = self.documents.receipt(receipt, now, edition)
        return Document(
            pdf,
            DocumentKind.RECEIPT,
            paper,
            case.reference,
            told.receipt_number,
            edition=edition,
        )

    def _receipt(
        self, told: RecordedChoice | Withdrawal, case: Case, today: date, words: Words
    ) -> Receipt:
        mark = self.record.receipt_mark(told.receipt_number)
        story = story_of(self.record.history(told.case), told.id)
        if isinstance(told, Withdrawal):
            taken = WithdrawalPlan(self.municipality, case, told, mark, story)
            return compose_withdrawal(taken, today, words)
        plan = ReceiptPlan(self.municipality, case, told, mark, story)
        return compose_receipt(plan, today, words)

    def brochure_for_case(
        self,
        reference: CaseRef,
        actor: str,
        language: Language | None = None,
        edition: Edition = Edition.STANDARD,
    ) -> Document:
        """The brochure in the case's own order, dealt and logged if it is the first time.

        Args:
            reference: Whose brochure.
            actor: Who is signed in.
            language: None for the form of Norwegian that the person wants to read.
            edition: In which form.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: The case is closed, none of its services can be chosen, or the pack has
                no such edition.
            DoesNotFitError: A text is longer than its room.
        """
        case = self.record.case_file(reference).case_on(self.clock.now().date())
        words = self.words_for(self._paper(language, case.written_language))
        words = words_of(edition, self.municipality, words)
        plan = replace(self._plan(case, words, actor), edition=edition)
        return self._made(compose_edition(plan, words), reference, edition)

    def brochure_in_words(
        self, case: Case, words: Words, actor: str, edition: Edition = Edition.STANDARD
    ) -> Brochure | EasyBrochure:
        """What the brochure of a case says, in the case's own order.

        Args:
            case: As it is today; services that are left out are left out of the brochure too.
            words: Bokmål or nynorsk.
            actor: Who is signed in; stands with the order, where that is dealt now.
            edition: In which it says that it is.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: The case is closed, none of its services can be chosen, or the pack has
                no such edition.
            StorageError: The order could not be logged.
        """
        words = words_of(edition, self.municipality, words)
        plan = replace(self._plan(case, words, actor), edition=edition)
        if edition is Edition.EASY_READ:
            return compose_edition(plan, words)
        return compose_brochure(plan, words, self.present.seen.block)

    def _plan(self, case: Case, words: Words, actor: str) -> BrochurePlan:
        today = self.clock.now().date()
        if not case.is_open:
            raise RefusedError([Refusal("document.case_closed")])
        granted = offered_services(self.municipality, case, today)
        if not granted:
            raise RefusedError([Refusal("document.nothing_offered")])
        services = tuple(item.service for item in granted)
        return BrochurePlan(
            scope=ProviderScope(
                self._as_full(granted, case.zone, today), case.zone, services, today
            ),
            order=self._order(case, actor),
            reader=Reader(self._kept(case)),
            nonchoice=self.present.explain.for_case(case, words),
        )

    def _order(self, case: Case, actor: str) -> Order:
        """The order of the whole case, without those whom the services left give no choice of."""
        today = self.clock.now().date()
        whole = self.record.case_file(case.reference).case_on(today)
        offered = offered_to(self.municipality, case, today)
        dealt = self.present.order_for_case(whole, Medium.PAPER, actor)
        return tuple(each for each in dealt if each in offered)

    def brochure_for_zone(
        self,
        zone: ZoneId,
        services: Sequence[ServiceId],
        language: Language,
        actor: str,
        edition: Edition = Edition.STANDARD,
    ) -> Document:
        """A brochure for nobody in particular, in an order of its own.

        Raises:
            NotFoundError: The pack has no such zone or service.
            RefusedError: A service cannot be chosen in that zone, or the pack has no such edition.
            DoesNotFitError: A text is longer than its room.
        """
        today = self.clock.now().date()
        self.municipality.zone(zone)
        if not services or not all(
            self.municipality.offered(service, zone, today) for service in services
        ):
            raise RefusedError([Refusal("document.not_in_zone")])
        words = words_of(edition, self.municipality, self.words_for(self._paper(language)))
        plan = BrochurePlan(
            scope=ProviderScope(
                self._full_for_anybody(services, zone), zone, tuple(services), today
            ),
            order=self.present.order_for_zone(zone, services, Medium.PAPER, actor),
            reader=Reader(None),
            nonchoice=self.present.explain.for_zone(zone, services, words),
            edition=edition,
        )
        return self._made(compose_edition(plan, words), None, edition)

    def _as_full(
        self, granted: Sequence[GrantedService], zone: ZoneId, today: date
    ) -> Municipality:
        """The content as this person's screen shows it too: who is full today."""
        content = self.municipality
        for item in granted:
            content = self.present.seen.content(content, item, zone, today)
        return content

    def _full_for_anybody(self, services: Sequence[ServiceId], zone: ZoneId) -> Municipality:
        content, today = self.municipality, self.clock.now().date()
        for service in services:
            taken = self.record.taken(service, zone)
            content = as_full_for_one_more(content, service, zone, taken, today)
        return content

    def note_issued(self, document: Document, channel: DocumentChannel, actor: str) -> None:
        """Log that a document was handed to a printer or written to a file.

        Raises:
            StorageError: It could not be logged.
        """
        body = DocumentIssued(document.kind, document.language, channel, document.receipt_number)
        event = Event(self.ids.event_id(), self.clock.now(), actor, document.case, body)
        self.record.append([event])

    def _made(
        self, brochure: Brochure | EasyBrochure, case: CaseRef | None, edition: Edition
    ) -> Document:
        now = self.clock.now()
        pdf = self.documents.brochure(brochure, now, edition)
        document = Document(pdf, DocumentKind.BROCHURE, brochure.language, case, edition=edition)
        if edition is not Edition.BOOKLET or not isinstance(brochure, Brochure):
            return document
        sheets = self.documents.booklet_sheets(brochure, now)
        return replace(document, for_printer=sheets.pdf, folded_sheets=sheets.count)

    def _paper(self, *wished: Language | None) -> Language:
        return paper_language(wished, self.municipality.default_language)

    def _kept(self, case: Case) -> Kept:
        return kept_services(self.municipality, case, self.clock.now().date())
