"""What a public machine knows of providers that stop, while its record is closed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.domain.exits.exit import ProviderExit


class KnownExits(Protocol):
    """A few lines without personal data, written when the record is closed."""

    def exits(self) -> "tuple[ProviderExit, ...]":
        """What was kept last; may be empty. Keys, causes and reply days are not those announced."""
        ...

    def keep(self, exits: "Sequence[ProviderExit]") -> None:
        """Replace what is kept; durable when this returns.

        Raises:
            StorageError: It could not be written.
        """
        ...
