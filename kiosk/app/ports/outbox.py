"""Where deliveries to the case system are put."""

from contextlib import AbstractContextManager
from typing import Protocol


class Parcel(Protocol):
    """The files of one delivery, before anybody sees them."""

    def put(self, path: str, content: bytes) -> None:
        """Add a file.

        Args:
            path: Inside the parcel, with forward slashes; never a name or a case number.
            content: The whole file.

        Raises:
            PrintError: It could not be written; ``code`` says why.
        """
        ...


class Outbox(Protocol):
    """A folder that somebody empties into the case system."""

    def parcel(self, name: str, kin: str) -> AbstractContextManager[Parcel]:
        """A parcel that appears whole and durable at the end, or leaves nothing.

        Args:
            name: Of its folder; there is none with this name yet.
            kin: What all names begin with that this machine ever gives; unfinished parcels of
                such a name are left over and are cleared away.

        Raises:
            PrintError: The folder takes nothing, at the beginning or at the end.
        """
        ...
