"""The door of a record that a passphrase opens, as the pages see it."""

from enum import Enum
from typing import Protocol


class DoorState(Enum):
    """What stands between a window and its record."""

    OPEN = "open"
    LOCKED = "locked"
    NOT_SET_UP = "not_set_up"


class RecordDoor(Protocol):
    """Opens the record of a window that is shown before it. Slow: call it in a worker thread."""

    @property
    def state(self) -> DoorState:
        """Where it stands now."""
        ...

    @property
    def has_keyring(self) -> bool:
        """Whether the keyring of this machine could open the record from now on; slow to find."""
        ...

    def open_at_hand(self) -> bool:
        """Open the record by what is at hand; False where somebody must be asked.

        Raises:
            StorageError: The record cannot be opened.
        """
        ...

    def lock(self) -> None:
        """Close the record; whoever wants it again opens the door anew."""
        ...

    def unlock(self, passphrase: str) -> None:
        """Open the record.

        Raises:
            StorageError: The passphrase is wrong, or the record cannot be opened.
        """
        ...

    def set_up(self, passphrase: str, escrow_file: str, *, in_keyring: bool) -> None:
        """Set up the record, write the escrow key to a new file, and open the record.

        Raises:
            RefusedError: The passphrase is weak, or the file cannot go there.
            StorageError: The record cannot be set up.
        """
        ...
