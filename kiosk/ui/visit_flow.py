"""The way through a visit: forward, back, and to one line and back again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.service import ServiceId
from kiosk.ui.faults import told
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.viewmodels.answer_page import AnswerPage
from kiosk.ui.viewmodels.compare import Compare
from kiosk.ui.viewmodels.information import Information
from kiosk.ui.viewmodels.narrowing import Narrowing
from kiosk.ui.viewmodels.overview import Overview
from kiosk.ui.viewmodels.review_page import ReviewPage
from kiosk.ui.viewmodels.signature_page import SignaturePage
from kiosk.ui.viewmodels.visit_steps import VisitSteps
from kiosk.ui.viewmodels.who_decides import WhoDecides
from kiosk.ui.visit_state import VisitState

_BACK = {
    Page.WHAT: Page.WELCOME,
    Page.NONCHOICE: Page.WHAT,
    Page.VIEWS: Page.OVERVIEW,
}


@dataclass(frozen=True, slots=True)
class CitizenPages:
    """View-models of the citizen's pages."""

    steps: VisitSteps
    information: Information
    overview: Overview
    narrowing: Narrowing
    compare: Compare
    answer: AnswerPage
    who: WhoDecides
    review: ReviewPage
    signature: SignaturePage


class VisitFlow(QObject):
    """Connects what pages ask for with the page that comes next.

    Signals:
        endAsked: The screen is to be given back to the staff.
        printAsked: The receipt is to be printed.
    """

    endAsked = Signal()
    printAsked = Signal()

    def __init__(
        self, shell: AppShell, state: VisitState, pages: CitizenPages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._state = state
        self._faults = state.faults
        self._pages = pages
        self._settings_returns: list[Page] = []
        self._returns_to_review = False
        self._connect()
        self._connect_views()

    def start(self) -> None:
        """Begin at the welcome page."""
        self._returns_to_review = False
        self._settings_returns = []
        self._pages.overview.start()
        self._pages.answer.start()
        self._pages.who.start()
        self._pages.review.start()
        self._shell.begin_visit()

    def _connect(self) -> None:
        pages, telling = self._pages, self._faults.telling
        # Slots of its own: what the shell is connected to otherwise would outlive the visit.
        self._shell.settingsAsked.connect(self._open_settings)
        self._shell.endAsked.connect(self._end)
        pages.steps.forwardAsked.connect(telling(self._forward))
        pages.steps.backAsked.connect(telling(self._back))
        pages.overview.opened.connect(telling(self._open_answer))
        pages.overview.passed.connect(telling(self._after_service))
        pages.overview.left.connect(telling(self._before_service))
        pages.answer.left.connect(self._to(Page.OVERVIEW))
        pages.who.basisAsked.connect(self._to(Page.BASIS))
        pages.who.basisLeft.connect(self._to(Page.WHO_DECIDES))
        pages.who.agreed.connect(telling(self._to_review))
        pages.who.left.connect(telling(self._to_last_service))
        pages.review.changeAsked.connect(telling(self._change))
        pages.review.left.connect(self._to(Page.WHO_DECIDES))
        pages.review.signAsked.connect(self._to(Page.SIGNATURE))
        pages.review.stored.connect(telling(self._show_stored))
        pages.review.failed.connect(telling(self._show_failed))
        pages.signature.agreed.connect(telling(pages.review.store_with))
        pages.signature.left.connect(self._to(Page.REVIEW))
        pages.review.printAsked.connect(self.printAsked)
        pages.review.giveBackAsked.connect(self.endAsked)

    def _connect_views(self) -> None:
        pages, telling = self._pages, self._faults.telling
        pages.overview.narrowAsked.connect(telling(self._pick_some))
        pages.overview.compareAsked.connect(telling(self._pick_to_compare))
        pages.overview.otherwiseAsked.connect(self._to(Page.VIEWS))
        pages.overview.seen.connect(telling(self._show_some))
        pages.narrowing.shown.connect(telling(self._show_some))
        pages.narrowing.left.connect(self._to(Page.OVERVIEW))
        pages.compare.compared.connect(self._to(Page.COMPARE))
        pages.compare.left.connect(self._to(Page.OVERVIEW))
        pages.compare.again.connect(telling(self._pick_to_compare))

    def _to(self, page: Page) -> Callable[[], None]:
        return self._faults.telling(lambda: self._shell.show(page))

    @Slot()
    @told
    def _end(self) -> None:
        if not self._state.is_open:
            return
        # Going on later leads past the code page, not back to it.
        self._settings_returns = [
            page for page in self._settings_returns if page is not Page.GIVE_BACK
        ]
        self.endAsked.emit()

    def _show_stored(self) -> None:
        # Whoever left the review meanwhile comes to this page when going on.
        if self._shell.current in {Page.REVIEW, Page.SIGNATURE}:
            self._shell.show(Page.STORED)

    def _show_failed(self) -> None:
        # The review tells why, and what a second attempt would store.
        if self._shell.current is Page.SIGNATURE:
            self._shell.show(Page.REVIEW)

    def _forward(self) -> None:
        match self._shell.current:
            case Page.WELCOME:
                self._leave_welcome()
            case Page.WHAT:
                self._shell.show(Page.NONCHOICE)
            case Page.NONCHOICE:
                self._pages.information.nonchoiceRead()
                self._show_service(0)
            case _:
                pass

    def _back(self) -> None:
        page = _BACK.get(self._shell.current)
        if page is not None:
            self._shell.show(page)

    def _leave_welcome(self) -> None:
        page = self._settings_returns.pop() if self._settings_returns else Page.WHAT
        self._shell.show(self._state.page_now(page))

    @Slot()
    @told
    def _open_settings(self) -> None:
        if self._state.is_open and self._shell.current is not Page.WELCOME:
            self._settings_returns.append(self._shell.current)
            self._shell.show(Page.WELCOME)

    def _show_service(self, index: int, *, last_page: bool = False) -> None:
        self._pages.overview.show_service(index, last_page=last_page)
        self._shell.show(Page.OVERVIEW)

    def _open_answer(self, key: str) -> None:
        self._pages.answer.show(self._pages.overview.section.service, key)
        self._shell.show(Page.ANSWER)

    def _after_service(self) -> None:
        following = self._pages.overview.service_index + 1
        if self._returns_to_review:
            self._to_review()
        elif following < len(self._state.sections):
            self._show_service(following)
        else:
            self._shell.show(Page.WHO_DECIDES)

    def _before_service(self) -> None:
        before = self._pages.overview.service_index - 1
        if self._returns_to_review:
            self._to_review()
        elif before >= 0:
            self._show_service(before, last_page=True)
        else:
            self._shell.show(Page.NONCHOICE)

    def _pick_some(self) -> None:
        self._pages.narrowing.start()
        self._shell.show(Page.SOME)

    def _show_some(self) -> None:
        self._show_service(self._pages.overview.service_index)

    def _pick_to_compare(self) -> None:
        self._pages.compare.start()
        self._shell.show(Page.COMPARE_PICK)

    def _to_last_service(self) -> None:
        if self._returns_to_review:
            self._to_review()
        else:
            self._show_service(len(self._state.sections) - 1, last_page=True)

    def _to_review(self) -> None:
        self._returns_to_review = False
        self._shell.show(Page.REVIEW)

    def _change(self, key: str) -> None:
        services = [section.service for section in self._state.sections]
        self._returns_to_review = True
        if ServiceId(key) in services:
            self._show_service(services.index(ServiceId(key)))
        else:
            self._shell.show(Page.WHO_DECIDES)
