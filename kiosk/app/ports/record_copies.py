"""Copies of a sealed record that are made while it is open."""

from typing import Protocol


class RecordCopies(Protocol):
    """Writes backups to places that a person names. Slow: call it in a worker thread."""

    def back_up(self, folder: str) -> int:
        """Back up the record, without its keys, to a new folder.

        Returns:
            How many events are in it.

        Raises:
            RefusedError: It cannot go there.
            StorageError: The record cannot be read.
        """
        ...

    def back_up_keys(self, file: str) -> None:
        """Back up the keys to a new file.

        Raises:
            RefusedError: It cannot go there.
            StorageError: The keys cannot be read.
        """
        ...
