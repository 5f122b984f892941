"""The way of an answer on paper: from the case, a scanned slip or a pile of them, and back."""

from collections.abc import Callable, Mapping
from functools import partial

from kiosk.app.slips.find_slip import FoundSlip
from kiosk.domain.errors import StorageError
from kiosk.domain.reading import Reading
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_pages import StaffPages

Slots = Mapping[str, Mapping[str, Callable[..., None]]]


class SlipFlow:
    """Where the pile is read, storing one slip leads back to the field for the next.

    Args:
        back: To the case, read anew.
        print_receipt: To the printers, with the receipt that has a number, and back to a page.
    """

    def __init__(
        self,
        pages: StaffPages,
        shell: AppShell,
        back: Callable[[], None],
        print_receipt: Callable[[str, Page], None],
    ) -> None:
        self._pages = pages
        self._shell = shell
        self._back = back
        self._print_receipt = print_receipt
        self._is_pile = False
        self.slots: Slots = {
            "cases": {"slipRead": self.open_case},
            "slips": {
                "slipRead": partial(self._open, is_pile=True),
                "receiptAsked": self._print_from_pile,
            },
            "actions": {"paperAsked": self._enter},
            "paper": {
                "left": self._leave,
                "entered": self._on_entered,
                "receiptAsked": self._print,
            },
        }

    def _enter(self) -> None:
        self._is_pile = False
        self._pages.paper.show(self._pages.case.reference)
        self._shell.show(Page.PAPER)

    def open_case(self, found: FoundSlip) -> None:
        """A slip was scanned where no pile is read."""
        self._open(found, is_pile=False)

    def _open(self, found: FoundSlip, *, is_pile: bool) -> None:
        show = partial(self._show, found, is_pile)
        self._pages.opening.open(found.case, Reading.CASE_PAGE, show)

    def _show(self, found: FoundSlip, is_pile: bool, unlogged: StorageError | None) -> None:
        self._is_pile = is_pile
        self._pages.make_case_page()
        self._pages.entries.close()
        self._pages.case.show(found.case, unlogged)
        if not self._pages.actions.canEnterPaper:
            # The page of the case says why nothing can be entered.
            self._shell.show(Page.CASE)
            return
        self._pages.paper.show(found.case, found.is_of_another_brochure, unlogged, is_pile)
        self._shell.show(Page.PAPER)

    def _leave(self) -> None:
        if self._is_pile:
            self._show_pile("", "")
        else:
            self._back()

    def _on_entered(self, text: str, receipt: str) -> None:
        # Who locked the screen meanwhile sees on the page of the answer that it is stored.
        if self._is_pile and self._shell.current is Page.PAPER:
            self._show_pile(text, receipt)

    def _show_pile(self, text: str, receipt: str) -> None:
        self._pages.many.slips.show_entered(text, receipt)
        self._shell.show(Page.SLIPS)

    def _print(self, number: str) -> None:
        self._print_receipt(number, Page.CASE)

    def _print_from_pile(self, number: str) -> None:
        self._print_receipt(number, Page.SLIPS)
