"""The way through the pages for what happens to an answer after it was stored."""

from collections.abc import Callable, Mapping

from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_pages import StaffPages

Slots = Mapping[str, Mapping[str, Callable[..., None]]]


class LaterFlow:
    """Taking back and correcting, from the case page and back.

    Args:
        back: To the case, read anew.
        print_receipt: To the printers, with the receipt that has a number; back to the case then.
    """

    def __init__(
        self,
        pages: StaffPages,
        shell: AppShell,
        back: Callable[[], None],
        print_receipt: Callable[[str], None],
    ) -> None:
        self._pages = pages
        self._shell = shell
        leaving: Mapping[str, Callable[..., None]] = {"left": back, "receiptAsked": print_receipt}
        self.slots: Slots = {
            "actions": {
                "withdrawAsked": self._withdraw,
                "correctAsked": self._correct,
            },
            "withdraw": leaving,
            "correct": leaving,
        }

    def _withdraw(self) -> None:
        self._pages.withdraw.show(self._pages.case.reference)
        self._shell.show(Page.WITHDRAW)

    def _correct(self) -> None:
        self._pages.correct.show(self._pages.case.reference)
        self._shell.show(Page.CORRECT)
