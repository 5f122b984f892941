"""View-models of what can be entered on the page of a case; each is imported when it is made."""

from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.ui.open_entry import CaseDesk

if TYPE_CHECKING:
    from kiosk.ui.viewmodels.agreement_entry import AgreementEntry
    from kiosk.ui.viewmodels.cannot_entry import CannotEntry
    from kiosk.ui.viewmodels.case_keeping import CaseKeeping
    from kiosk.ui.viewmodels.letter_entry import LetterEntry
    from kiosk.ui.viewmodels.wishes_entry import WishesEntry

    Entry = AgreementEntry | CannotEntry | CaseKeeping | LetterEntry | WishesEntry


class CaseEntries:
    """The entries of one page."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk

    def all(self) -> "tuple[Entry, ...]":
        """Every entry, made where it is not made yet."""
        return (self.cannot, self.agreement, self.keeping, self.letters, self.wishes)

    @property
    def is_any_open(self) -> bool:
        """Whether something is being entered."""
        of_service = (self.cannot, self.agreement, self.wishes)
        return (
            any(entry.service for entry in of_service)
            or self.keeping.isOpen
            or bool(self.letters.act)
        )

    def close(self) -> None:
        """Close what was being entered."""
        for entry in self.all():
            entry.close()

    @cached_property
    def letters(self) -> "LetterEntry":
        """Entry of letters that were posted or came back."""
        from kiosk.ui.viewmodels.letter_entry import LetterEntry

        return LetterEntry(self._desk)

    @cached_property
    def wishes(self) -> "WishesEntry":
        """Entry of what the rule shall know."""
        from kiosk.ui.viewmodels.wishes_entry import WishesEntry

        return WishesEntry(self._desk)

    @cached_property
    def agreement(self) -> "AgreementEntry":
        """Entry of the day of a start that was agreed on."""
        from kiosk.ui.viewmodels.agreement_entry import AgreementEntry

        return AgreementEntry(self._desk)

    @cached_property
    def keeping(self) -> "CaseKeeping":
        """Whether the case is kept from disposal."""
        from kiosk.ui.viewmodels.case_keeping import CaseKeeping

        return CaseKeeping(self._desk)

    @cached_property
    def cannot(self) -> "CannotEntry":
        """Entry of a decision that exists."""
        from kiosk.ui.viewmodels.cannot_entry import CannotEntry

        return CannotEntry(self._desk)
