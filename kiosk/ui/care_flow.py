"""The way from the page of a public machine to its tests and its reports, and back (O16, O30)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_pages import StaffPages

if TYPE_CHECKING:
    from kiosk.app.day_report import DayEnd
    from kiosk.app.self_test import Tested

Slots = Mapping[str, Mapping[str, Callable[..., None]]]


class CareFlow:
    """Where the buttons of these pages lead.

    Attributes:
        slots: What the pages ask for, by the names of page and signal.
    """

    def __init__(self, pages: StaffPages, shell: AppShell) -> None:
        self._pages = pages
        self._shell = shell
        self.slots: Slots = {
            "maintenance": {"testAsked": self._test, "dayAsked": self._report},
            "self_test": {"touchAsked": self._touch, "left": self._back},
            "touch": {"ended": self._touched},
            "day_end": {"left": self._back, "confirmed": self._back},
        }

    def _test(self) -> None:
        self._pages.self_test.show()
        self._shell.show(Page.SELF_TEST)

    def _report(self, end: "DayEnd") -> None:
        self._pages.day_end.show(end)
        self._shell.show(Page.DAY_END)

    def _touch(self) -> None:
        # Made now: QML knows its type only then.
        _touch = self._pages.touch
        self._shell.show(Page.TOUCH_TEST)

    def _touched(self, found: "Tested") -> None:
        self._pages.self_test.take(found)
        self._shell.show(Page.SELF_TEST)

    def _back(self) -> None:
        self._shell.show(Page.MAINTENANCE)
