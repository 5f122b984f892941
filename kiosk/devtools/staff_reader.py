"""Uses the staff's pages by role and name, and keeps pictures of the whole of them."""

from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kiosk.app.ports.words import Words
from kiosk.devtools.accessible import AccessibleWindow, Role
from kiosk.devtools.tour_route import Album, page_name
from kiosk.ui.application import OpenWindow

# A line that is cut at the edge stands whole in the next picture.
_OVERLAP = 0.85


class StaffReader:
    """What a tour does on the staff's pages.

    Args:
        window: An open window on a page of the staff's.
        album: Where pictures go.
        words: The staff's language.

    Attributes:
        desk: View-models of the staff's pages; they know what rows there are to use.
    """

    def __init__(self, window: OpenWindow, album: Album, words: Words) -> None:
        self._window = window
        self._album = album
        self._words = words
        self._reader = AccessibleWindow(window.window)
        self.desk = window.staff.desk
        # Without the focus a page does not scroll to what is opened.
        window.window.requestActivate()
        self._reader.settle()

    def keep(self) -> None:
        """A picture of the page as it stands."""
        self._reader.settle()
        self._album.keep(page_name(self._window.shell.current))

    def keep_whole(self) -> None:
        """Pictures from the top to the end of a page that scrolls."""
        page = self._page()
        room = 0.0 if page is None else float(page.property("scrollRoom"))
        step = 0.0 if page is None else float(page.property("roomHeight")) * _OVERLAP
        self._scroll_to(0.0)
        self.keep()
        shown = 0.0
        while shown < room:
            shown = min(room, shown + step)
            self._scroll_to(shown)
            self.keep()
        self._scroll_to(0.0)

    def say(self, text: str, context: str = "") -> str:
        """A text of the pages in the staff's language."""
        return self._words.pgettext(context, text) if context else self._words.gettext(text)

    def press(self, text: str, context: str = "") -> None:
        """Use the button with this text.

        Raises:
            NotOnPageError: There is none.
        """
        self._reader.press(self.say(text, context), Role.Button)

    def press_named(self, name: str, role: Role = Role.Button) -> None:
        """Use the control with this name, which is no text of the program.

        Raises:
            NotOnPageError: There is none.
        """
        self._reader.press(name, role)

    def press_if_there(self, text: str, context: str = "") -> bool:
        """Use the button with this text; whether there is one."""
        is_there = self._reader.has(self.say(text, context), Role.Button)
        if is_there:
            self.press(text, context)
        return is_there

    def press_starting(self, start: str, *roles: Role) -> bool:
        """Use the first control whose name begins so; whether there is one."""
        wanted = roles or (Role.Button,)
        is_there = any(name.startswith(start) for name in self._reader.names(*wanted))
        if is_there:
            self._reader.press_starting(start, *wanted)
        return is_there

    def press_holding(self, part: str) -> None:
        """Use the first button whose name holds this.

        Raises:
            NotOnPageError: There is none.
        """
        self._reader.press_containing(part, Role.Button)

    def open_tab(self, text: str) -> None:
        """Use a tab of the dark bar.

        Raises:
            NotOnPageError: There is none.
        """
        self._reader.press(self.say(text, "tab"), Role.PageTab)

    def write(self, text: str, value: str, context: str = "") -> None:
        """Write into the field with this label.

        Raises:
            NotOnPageError: There is none.
        """
        self._reader.write(self.say(text, context), value)

    def _scroll_to(self, y: float) -> None:
        page = self._page()
        if page is not None:
            page.setProperty("scrollY", y)

    def _page(self) -> QQuickItem | None:
        """The staff's page that is shown; None where it does not scroll."""
        below = _below(self._window.window.contentItem())
        return next((each for each in below if each.property("scrollRoom") is not None), None)


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every visible item inside; QML gives items a place to stand, not a parent to own them."""
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _below(child)
