"""What sets and prints letters by the thousand, and where they go."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.domain.document.edition import Edition
    from kiosk.domain.document.kit import Kit


class SetKit(Protocol):
    """An envelope's contents, laid out."""

    @property
    def pages(self) -> int:
        """How many; even, since every part begins on a sheet of its own."""
        ...

    @property
    def digest(self) -> bytes:
        """SHA-256 of what stands on the pages and where; the same in every process."""
        ...


class Press(Protocol):
    """Lays envelopes out and makes files of them; the same input gives the same bytes."""

    def set(self, kit: "Kit", edition: "Edition") -> SetKit:
        """Lay one out.

        Raises:
            DoesNotFitError: A text has no room; nothing is made smaller.
            MissingGlyphError: The font lacks a character.
        """
        ...

    def letter_file(self, kit: SetKit, issued_at: datetime) -> bytes:
        """One envelope as a file that can be read on a screen and kept (PDF/UA-1, PDF/A-2a)."""
        ...

    def print_file(self, kits: Sequence[SetKit], issued_at: datetime) -> bytes:
        """Envelopes one after the other for a print shop (PDF/A-2b).

        Args:
            kits: At least one.
            issued_at: Aware moment; date of the file.
        """
        ...


class MailFolder(Protocol):
    """The folder of a batch; its files appear whole and durable, or not at all."""

    def put(self, name: str, content: bytes) -> None:
        """Put a file there, in place of an earlier one of this name.

        Args:
            name: Never a name or a number of a person.
            content: The whole file.

        Raises:
            PrintError: It could not be written; ``code`` says why. Earlier files are as they were.
        """
        ...
