"""What sets and prints letters by the thousand, and where they go."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.domain.document.kit import Kit
    from kiosk.domain.edition import Edition


class ByteSink(Protocol):
    """What a long file is written to, piece by piece; any file that is open for writing."""

    def write(self, content: bytes, /) -> object:
        """Add to the file.

        Raises:
            OSError: It could not be written.
        """
        ...


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

    @property
    def editions(self) -> "frozenset[Edition]":
        """Those in which it can lay envelopes out."""
        ...

    def set(self, kit: "Kit", edition: "Edition") -> SetKit:
        """Lay one out.

        Raises:
            DoesNotFitError: A text has no room; nothing is made smaller.
            MissingGlyphError: The font lacks a character.
        """
        ...

    def set_together(self, kits: "Sequence[Kit]", edition: "Edition") -> SetKit:
        """Lay out the envelopes of one case as one; at least one; errors as in ``set``."""
        ...

    def letter_file(self, kit: SetKit, issued_at: datetime) -> bytes:
        """One envelope as a file that can be read on a screen and kept (PDF/UA-1, PDF/A-2a)."""
        ...

    def print_file(self, kits: Sequence[SetKit], issued_at: datetime, file: ByteSink) -> None:
        """Write envelopes one after the other for a print shop (PDF/A-2b).

        Args:
            kits: At least one.
            issued_at: Aware moment; date of the file.
            file: Open for writing; gets what is finished while the rest is made, and is left open.

        Raises:
            OSError: It could not be written; what is there is to be thrown away.
        """
        ...


class MailFolder(Protocol):
    """The folder of a batch; its files appear whole and durable, or not at all."""

    @property
    def where(self) -> str:
        """Its path, as people write it."""
        ...

    def names(self) -> frozenset[str]:
        """Every file in it by its name; one that was never finished by the name it was to have.

        Empty where there is no such folder yet.

        Raises:
            PrintError: It could not be read.
        """
        ...

    def digest(self, name: str) -> str | None:
        """SHA-256 of a finished file, in hexadecimal digits; None where there is none of this name.

        Raises:
            PrintError: It could not be read.
        """
        ...

    def remove(self, name: str) -> None:
        """Take a file away for good, finished or not.

        Args:
            name: One of ``names``.

        Raises:
            PrintError: It could not be removed.
        """
        ...

    def put(self, name: str, content: bytes) -> None:
        """Put a file there, in place of an earlier one of this name.

        Args:
            name: Never a name or a number of a person.
            content: The whole file.

        Raises:
            PrintError: It could not be written; ``code`` says why. Earlier files are as they were.
        """
        ...

    def write(self, name: str, writing: Callable[[ByteSink], None]) -> str:
        """Put a file there that is written piece by piece, in place of an earlier one of this name.

        Args:
            name: Never a name or a number of a person.
            writing: Writes the whole file from its beginning.

        Returns:
            SHA-256 of what was written, in hexadecimal digits.

        Raises:
            PrintError: It could not be written; ``code`` says why. Earlier files are as they were.
        """
        ...
