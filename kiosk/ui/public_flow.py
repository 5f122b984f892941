"""The way through a session of a public machine, and back to the attract page whatever happens."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import StorageError
from kiosk.domain.language import Language
from kiosk.domain.public_session import SessionEnd
from kiosk.ui.clipboard import empty_clipboard
from kiosk.ui.public_state import PublicState
from kiosk.ui.session_watch import SessionWatch
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.viewmodels.display_settings import DisplaySettings
from kiosk.ui.viewmodels.public_desk import PublicDesk

_MOVES_EVERY_S = 300
_PLACES = ((0, 0), (4, 2), (0, 4), (-4, 2), (0, -2))
_AHEAD = {
    Page.PUBLIC_SETTINGS: Page.PUBLIC_ZONE,
    Page.PUBLIC_WHAT: Page.PUBLIC_NONCHOICE,
}
_BACK = {
    Page.PUBLIC_ZONE: Page.PUBLIC_SETTINGS,
    Page.PUBLIC_SERVICES: Page.PUBLIC_ZONE,
    Page.PUBLIC_WHAT: Page.PUBLIC_SERVICES,
    Page.PUBLIC_NONCHOICE: Page.PUBLIC_WHAT,
    Page.PUBLIC_VIEWS: Page.PUBLIC_OVERVIEW,
}


class PublicFlow(QObject):
    """Connects what the public pages ask for with the page that comes next.

    Signals:
        staffAsked: A staff member wants to sign in.
        startAsked: Whoever wanted to sign in does not.
        endAsked: Whatever is going on is to end; carries how.
    """

    staffAsked = Signal()
    startAsked = Signal()
    endAsked = Signal(object)

    def __init__(
        self,
        state: PublicState,
        desk: PublicDesk,
        settings: DisplaySettings,
        watch: SessionWatch,
    ) -> None:
        super().__init__()
        self._state = state
        self._shell: AppShell = state.shell
        self._desk = desk
        self._settings = settings
        self._watch = watch
        self._returns: list[Page] = []
        self._doubted_on = Page.ATTRACT
        self._shown_at_s = 0.0
        self._is_new_page = True
        self._connect()

    def ask_whether_there(self, *, is_stored: bool = False) -> None:
        """Show the warning page, and remember where to come back to."""
        self._doubted_on = self._shell.current
        self._desk.warn(self._watch.warning_s, is_stored=is_stored)
        self._shell.show(Page.WARNING)

    @property
    def is_on(self) -> bool:
        """Whether somebody's session is going on."""
        return self._state.session is not None

    def is_new_page(self) -> bool:
        """Whether another page was shown since this was asked last."""
        is_new, self._is_new_page = self._is_new_page, False
        return is_new

    def attract(self) -> None:
        """Wait for somebody; nothing of anybody is left."""
        self._watch.end()
        self._returns = []
        self._state.end()
        self._desk.overview.forget()
        self._desk.provider.forget()
        self._desk.brochure.forget()
        self._settings.reset()
        self._settings.set_language(self._state.program.municipality.default_language)
        empty_clipboard()
        self._shown_at_s = self._watch.now_s
        self._shell.show(Page.ATTRACT)

    def _connect(self) -> None:
        desk, telling = self._desk, self._state.faults.telling
        desk.begun.connect(telling(self._begin))
        desk.staffAsked.connect(self.staffAsked)
        desk.startAsked.connect(self.startAsked)
        desk.stayed.connect(telling(self._stay))
        desk.ended.connect(lambda: self.endAsked.emit(SessionEnd.BY_PERSON))
        self.endAsked.connect(self.end)
        desk.finished.connect(self._finish)
        desk.steps.forwardAsked.connect(telling(self._forward))
        desk.steps.backAsked.connect(telling(self._back))
        desk.places.zoned.connect(self._to(Page.PUBLIC_SERVICES))
        desk.places.chosen.connect(self._to(Page.PUBLIC_WHAT))
        self._connect_providers()
        self._connect_brochure()
        self._connect_frame()

    def _connect_providers(self) -> None:
        desk, telling = self._desk, self._state.faults.telling
        desk.overview.opened.connect(telling(self._open_provider))
        desk.overview.passed.connect(telling(self._after_service))
        desk.overview.left.connect(telling(self._before_service))
        desk.overview.compareAsked.connect(telling(self._pick_to_compare))
        desk.overview.narrowAsked.connect(telling(self._pick_some))
        desk.overview.otherwiseAsked.connect(self._to(Page.PUBLIC_VIEWS))
        desk.overview.seen.connect(telling(self._show_some))
        desk.narrowing.shown.connect(telling(self._show_some))
        desk.narrowing.left.connect(self._to(Page.PUBLIC_OVERVIEW))
        desk.provider.left.connect(self._to(Page.PUBLIC_OVERVIEW))
        desk.compare.compared.connect(self._to(Page.PUBLIC_COMPARE))
        desk.compare.left.connect(self._to(Page.PUBLIC_OVERVIEW))
        desk.compare.again.connect(telling(self._pick_to_compare))

    def _connect_brochure(self) -> None:
        desk = self._desk
        desk.brochureAsked.connect(self._to(Page.PUBLIC_BROCHURE))
        desk.brochure.left.connect(self._to(Page.PUBLIC_NEXT))
        desk.brochure.stillnessChanged.connect(self._stand_still)

    def _connect_frame(self) -> None:
        telling = self._state.faults.telling
        self._shell.settingsAsked.connect(telling(self._open_settings))
        self._shell.endAsked.connect(self._end_of_session)
        self._watch.doubted.connect(self._doubt)
        self._watch.gone.connect(self._abandon)
        self._watch.ticked.connect(self._move)
        self._shell.pageChanged.connect(self._turn)

    def _to(self, page: Page) -> Callable[[], None]:
        return self._state.faults.telling(lambda: self._shell.show(page))

    def _turn(self) -> None:
        self._is_new_page = True

    def _begin(self, language: str) -> None:
        if self.is_on:
            return
        self._settings.set_language(Language(language))
        self._state.faults.forget()
        # What is told on the attract page is told to whoever is there, and not to the next.
        self._watch.begin()
        self._state.take(self._state.machine.begin())
        self._shell.show(Page.PUBLIC_SETTINGS)

    def end(self, how: SessionEnd) -> None:
        """End the session, and forget everything even where that cannot be logged."""
        session = self._state.session
        if session is None:
            return
        # Nobody waits for the log: what was on the screen must go.
        with suppress(StorageError):
            self._state.machine.end(session, how)
        self.attract()

    def take_back_papers(self) -> None:
        """Let nothing be printed any more that this machine handed to a printer."""
        self._desk.brochure.take_back_all()

    def _finish(self) -> None:
        """Whoever is done waits for the papers, which the end would take back."""
        if self._desk.brochure.is_under_way:
            self._shell.show(Page.PUBLIC_BROCHURE)
        else:
            self.end(SessionEnd.FINISHED)

    def _stand_still(self, is_still: bool) -> None:
        if is_still:
            self._watch.stop()
        else:
            self._watch.go_on()

    def _end_of_session(self) -> None:
        if self.is_on:
            self.end(SessionEnd.BY_PERSON)

    def _doubt(self) -> None:
        if self.is_on:
            self.ask_whether_there()

    def _stay(self) -> None:
        if self._shell.current is Page.WARNING:
            self._watch.extend()
            self._shell.show(self._doubted_on)

    def _abandon(self) -> None:
        self.end(SessionEnd.ABANDONED)

    def _move(self) -> None:
        """What stands still for weeks burns in (access O11)."""
        if self._shell.current is Page.ATTRACT:
            steps = int((self._watch.now_s - self._shown_at_s) // _MOVES_EVERY_S)
            self._desk.move_to(*_PLACES[steps % len(_PLACES)])

    def _forward(self) -> None:
        match self._shell.current:
            case Page.PUBLIC_SETTINGS if self._returns:
                self._shell.show(self._returns.pop())
            case Page.PUBLIC_NONCHOICE:
                self._desk.information.nonchoiceRead()
                self._state.changing(self._state.machine.dealt)
                self._show_service(0)
            case page if page in _AHEAD:
                self._shell.show(_AHEAD[page])
            case _:
                pass

    def _back(self) -> None:
        if self._shell.current is Page.PUBLIC_NEXT:
            self._show_service(len(self._state.sections) - 1, last_page=True)
            return
        page = _BACK.get(self._shell.current)
        if page is not None:
            self._shell.show(page)

    def _open_settings(self) -> None:
        if self.is_on and self._shell.current is not Page.PUBLIC_SETTINGS:
            self._returns.append(self._shell.current)
            self._shell.show(Page.PUBLIC_SETTINGS)

    def _show_service(self, index: int, *, last_page: bool = False) -> None:
        self._desk.overview.show_service(index, last_page=last_page)
        self._shell.show(Page.PUBLIC_OVERVIEW)

    def _open_provider(self, key: str) -> None:
        self._desk.provider.show(self._desk.overview.section.service, key)
        self._shell.show(Page.PUBLIC_PROVIDER)

    def _after_service(self) -> None:
        following = self._desk.overview.service_index + 1
        if following < len(self._state.sections):
            self._show_service(following)
        else:
            self._shell.show(Page.PUBLIC_NEXT)

    def _before_service(self) -> None:
        before = self._desk.overview.service_index - 1
        if before >= 0:
            self._show_service(before, last_page=True)
        else:
            self._shell.show(Page.PUBLIC_NONCHOICE)

    def _pick_some(self) -> None:
        self._desk.narrowing.start()
        self._shell.show(Page.PUBLIC_SOME)

    def _show_some(self) -> None:
        self._show_service(self._desk.overview.service_index)

    def _pick_to_compare(self) -> None:
        self._desk.compare.start()
        self._shell.show(Page.PUBLIC_COMPARE_PICK)
