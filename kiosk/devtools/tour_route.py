"""The way of a tour through the pages, told in the words that stand on them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer
from PySide6.QtQuick import QQuickWindow

from kiosk.app.ports.words import Words
from kiosk.app.wording import role_label
from kiosk.devtools.accessible import AccessibleWindow, Role
from kiosk.devtools.tour_case import TourCase
from kiosk.domain.asked_view import LEAST_COMPARED
from kiosk.domain.decider import OWN_ROLES, DeciderRole
from kiosk.printing.files import write_file
from kiosk.ui.application import OpenWindow
from kiosk.ui.shell import LANGUAGE_NAMES, Page

_MOST_TURNS = 40
_QUICK = 85


class Album:
    """Numbered pictures of a window.

    Args:
        earlier: Pictures of another window, after which the numbers go on.

    Attributes:
        pictures: Files written so far, in order; those of other windows first.
    """

    def __init__(self, window: QQuickWindow, folder: Path, earlier: Sequence[Path] = ()) -> None:
        self._window = window
        self._folder = folder
        self.pictures: list[Path] = list(earlier)

    def keep(self, name: str) -> None:
        """Save what the window shows.

        Raises:
            PrintError: The picture cannot be written.
        """
        path = self._folder / f"{len(self.pictures) + 1:02d}-{name}.png"
        # Qt would write into the file itself, and not tell why it cannot.
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        # Its quickest packing: half the time of the ordinary one for a tenth more bytes.
        self._window.grabWindow().save(buffer, "PNG", _QUICK)  # type: ignore[call-overload]  # the stubs want bytes
        write_file(bytes(buffer.data().data()), path)
        self.pictures.append(path)


class Route:
    """One visit from signing in to giving the screen back.

    Args:
        window: An open window on its sign-in page.
        album: Where pictures go.
        words: The citizen's language.
        staff_words: The staff's language.
        detours: Also look at pages that this visit does not need.
    """

    def __init__(
        self,
        window: OpenWindow,
        album: Album,
        words: Words,
        staff_words: Words,
        *,
        detours: bool = False,
    ) -> None:
        self._window = window
        self._album = album
        self._reader = AccessibleWindow(window.window)
        self._words = words
        self._staff_words = staff_words
        self._detours = detours
        self._reader.settle()

    def play(self, case: TourCase, dress: Callable[[], None]) -> None:
        """Play the visit.

        Args:
            case: Whom to visit.
            dress: Sets text size and colours once the citizen has the screen.
        """
        self._sign_in(case)
        self._open_case(case)
        self._hand_over(case)
        dress()
        self._read()
        self._answer_services()
        self._decide()
        self._review()
        self._give_back(case)

    def _sign_in(self, case: TourCase) -> None:
        say = self._staff_words
        self._reader.press_starting(case.staff, Role.RadioButton)
        self._reader.write(say.pgettext("of staff", "Code"), case.code)
        self._keep(Page.SIGN_IN)
        self._reader.press(say.gettext("Sign in"))

    def _open_case(self, case: TourCase) -> None:
        search = self._staff_words.gettext("Search by name, case number or place")
        self._reader.write(search, case.reference)
        self._keep(Page.CASES)
        self._reader.press_containing(case.reference)
        self._keep(Page.CASE)

    def _hand_over(self, case: TourCase) -> None:
        give = self._staff_words.gettext("Hand the screen to %1").replace("%1", case.given_name)
        self._reader.press(give, Role.Button)
        self._reader.press(LANGUAGE_NAMES[self._words.language], Role.RadioButton)
        self._keep(Page.HAND_OVER)
        self._reader.press(give, Role.Button)

    def _read(self) -> None:
        for page in (Page.WELCOME, Page.WHAT, Page.NONCHOICE):
            self._turn_through(page)
            self._forward()

    def _answer_services(self) -> None:
        """Choose the first provider of the first service, and no provider for the others."""
        first = True
        if self._detours:
            self._look_at_views()
        while self._window.shell.current is Page.OVERVIEW:
            self._answer_one(take_provider=first)
            first = False

    def _look_at_views(self) -> None:
        """Other ways of seeing the providers, opened as their buttons do; then everybody again."""
        pages = self._window.citizen
        pages.overview.seeOtherwise()
        self._turn_through(Page.VIEWS)
        pages.overview.narrow()
        self._turn_through(Page.SOME)
        pages.narrowing.leave()
        pages.overview.pickToCompare()
        for row in pages.compare.cards.rows()[:LEAST_COMPARED]:
            pages.compare.toggle(str(row["key"]))
        self._turn_through(Page.COMPARE_PICK)
        pages.compare.compare()
        if self._window.shell.current is Page.COMPARE:
            self._turn_through(Page.COMPARE)
        pages.compare.leave()
        self._reader.settle()

    def _answer_one(self, *, take_provider: bool) -> None:
        overview = self._window.citizen.overview
        self._keep(Page.OVERVIEW)
        if take_provider:
            card = overview.providers.rows()[0]
        else:
            while not overview.options.rows():
                self._reader.press(self._words.gettext("Show more"))
            card = next(row for row in overview.options.rows() if "does_not" in str(row["key"]))
        self._reader.press_starting(f"{card['name']}. ", Role.Button)
        self._turn_through(Page.ANSWER)
        self._reader.press(self._words.gettext("This is my answer"), Role.RadioButton)
        self._keep(Page.ANSWER)
        self._reader.press_first(
            self._words.gettext("All answers"), self._words.pgettext("answers", "All")
        )
        self._keep(Page.OVERVIEW)
        while self._reader.has(self._words.gettext("Show more"), Role.Button):
            self._reader.press(self._words.gettext("Show more"))
            self._keep(Page.OVERVIEW)
        self._forward()

    def _decide(self) -> None:
        self._turn_through(Page.WHO_DECIDES)
        if self._detours:
            self._look_at_basis()
        label = role_label(DeciderRole.SELF, self._words)
        self._window_turn_with(label)
        self._reader.press_starting(label, Role.RadioButton)
        self._keep(Page.WHO_DECIDES)
        self._to_last_turn()
        self._forward()

    def _look_at_basis(self) -> None:
        """What is asked of somebody who decides for another; then back."""
        roles = self._window.citizen.who.roles.rows()
        others = [str(row["name"]) for row in roles if DeciderRole(row["key"]) not in OWN_ROLES]
        if not others:
            return
        self._window_turn_with(others[0])
        self._reader.press_starting(others[0], Role.RadioButton)
        self._to_last_turn()
        self._forward()
        self._turn_through(Page.BASIS)
        while self._window.shell.current is Page.BASIS:
            self._reader.press(self._words.pgettext("backward", "Back"), Role.Button)

    def _review(self) -> None:
        self._turn_through(Page.REVIEW)
        self._reader.press_first(
            self._words.gettext("Store my answers"),
            self._words.pgettext("short", "Store"),
            self._words.pgettext("forward", "Continue"),
        )
        if self._window.shell.current is Page.SIGNATURE:
            self._keep(Page.SIGNATURE)
            self._reader.press_first(
                self._words.gettext("Store without signature"),
                self._words.pgettext("signature", "Store without"),
            )
        self._turn_through(Page.STORED)

    def _give_back(self, case: TourCase) -> None:
        self._reader.press(self._words.gettext("Print receipt"))
        self._keep(Page.RECEIPT_PRINT)
        self._reader.press(self._words.pgettext("backward", "Back"))
        self._to_last_turn()
        self._reader.press(self._words.gettext("Give the screen back"))
        self._keep(Page.GIVE_BACK)
        field = self._words.gettext("Code for {name}").format(name=case.staff)
        self._reader.write(field, case.code)
        self._reader.press(self._words.gettext("Take the screen back"))
        self._keep(Page.NOTE)

    def _forward(self) -> None:
        self._reader.press(self._words.pgettext("forward", "Continue"))

    def _turn_through(self, page: Page) -> None:
        """A picture of every turn; ends on the last."""
        self._keep(page)
        more = self._words.gettext("Show more")
        for _ in range(_MOST_TURNS):
            if not self._reader.has(more, Role.Button):
                return
            self._reader.press(more, Role.Button)
            self._keep(page)

    def _to_last_turn(self) -> None:
        more = self._words.gettext("Show more")
        while self._reader.has(more, Role.Button):
            self._reader.press(more, Role.Button)

    def _window_turn_with(self, label: str) -> None:
        """Back to the turn with this answer, on a page that has several turns."""
        back = self._words.pgettext("backward", "Back")
        for _ in range(_MOST_TURNS):
            if any(name.startswith(label) for name in self._reader.names(Role.RadioButton)):
                return
            self._reader.press(back, Role.Button)

    def _keep(self, page: Page) -> None:
        self._reader.settle()
        self._album.keep(page_name(page))


def page_name(page: Page) -> str:
    """What a picture of a page is called."""
    return Path(page.value).stem.removesuffix("Page").lower()
