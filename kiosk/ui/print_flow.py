"""The way to the printers and back, for every document of the staff's side."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.domain.paper_events import DocumentKind
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.ui.print_requests import PrintRequest, PrintRequests
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_pages import StaffPages
from kiosk.ui.staff_session import StaffSession

if TYPE_CHECKING:
    from kiosk.domain.choice import RecordedChoice

Slots = Mapping[str, Mapping[str, Callable[..., None]]]


class PrintFlow:
    """Shows the printers with a document, and leads back to where it was asked for.

    Attributes:
        slots: What the pages ask for, by the names of page and signal.
    """

    def __init__(
        self, requests: PrintRequests, pages: StaffPages, shell: AppShell, session: StaffSession
    ) -> None:
        self._requests = requests
        self._pages = pages
        self._shell = shell
        self._session = session
        self._return_to = Page.CASE
        self.slots: Slots = {
            "actions": {
                "brochureAsked": self._case_brochure,
                "receiptAsked": self._case_receipt,
                "accessAsked": self._access,
            },
            "brochure": {"ready": self._zone_brochure},
            "waiting": {"letterAsked": self._place_letter},
            "exits": {"letterAsked": self._exit_letter},
            "case_letters": {"asked": self._case_letter},
            "print_out": {"left": self._back},
        }

    def stored_receipt(self, choice: "RecordedChoice", actor: str) -> None:
        """For the citizen: the receipt of the choice that was just stored."""
        request = self._requests.receipt(choice.receipt_number, self._shell.words.language, actor)
        self._show(request, Page.STORED, Page.RECEIPT_PRINT)

    def new_receipt(self, number: str, return_to: Page = Page.CASE) -> None:
        """The receipt of what staff just stored; back to a page then, the case read anew."""
        self._pages.case.refresh()
        request = self._requests.receipt(number, None, self._session.name)
        self._show(request, return_to, Page.PRINT)

    def _case_brochure(self) -> None:
        request = self._requests.case_brochure(self._pages.case.reference, self._session.name)
        self._show(request, Page.CASE, Page.PRINT)

    def _access(self) -> None:
        request = self._requests.access(self._pages.case.reference, self._session.name)
        self._show(request, Page.CASE, Page.PRINT)

    def _case_receipt(self) -> None:
        number = self._pages.case.receipt_number
        case, actor = self._pages.case.reference, self._session.name
        self._show(self._requests.receipt_again(case, number, actor), Page.CASE, Page.PRINT)

    def _place_letter(self, case: str) -> None:
        request = self._requests.letter(DocumentKind.PLACE, CaseRef(case), self._session.name)
        self._show(request, Page.WAITING, Page.PRINT)

    def _exit_letter(self, case: str) -> None:
        request = self._requests.letter(DocumentKind.EXIT, CaseRef(case), self._session.name)
        self._show(request, Page.EXITS, Page.PRINT)

    def _case_letter(self, kind: str) -> None:
        case, actor = self._pages.case.reference, self._session.name
        request = self._requests.letter(DocumentKind(kind), case, actor)
        self._show(replace(request, tab="cases"), Page.CASE, Page.PRINT)

    def _zone_brochure(
        self,
        zone: ZoneId,
        services: tuple[ServiceId, ...],
        language: Language,
        edition: Edition,
    ) -> None:
        actor = self._session.name
        request = self._requests.zone_brochure(zone, services, language, edition, actor)
        self._show(request, Page.BROCHURE, Page.PRINT)

    def _show(self, request: PrintRequest, return_to: Page, page: Page) -> None:
        self._pages.print_out.show(request)
        self._return_to = return_to
        self._shell.show(page)

    def _back(self) -> None:
        self._shell.show(self._return_to)
