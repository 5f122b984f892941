"""What the self-test asks of a machine."""

from typing import Protocol


class MachineProbe(Protocol):
    """Looks at the disk and at the program's own files."""

    def write_and_read(self) -> None:
        """Write a small file into the record's folder, read it back and remove it.

        Raises:
            StorageError: That was not possible, or something else was read.
        """
        ...

    def free_bytes(self) -> int:
        """Room on the disk of the record's folder.

        Raises:
            StorageError: It could not be asked.
        """
        ...

    def missing_fonts(self) -> tuple[str, ...]:
        """Names of font files that are not there or hold no font; empty when all is well."""
        ...
