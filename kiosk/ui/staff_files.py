"""What the staff's pages need from the file system, handed in by the wiring."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StaffFiles:
    """Files and folders outside the record.

    Attributes:
        home: Folder that is offered first, beside its Documents and Downloads.
        write_pdf: Writes a document whole or not at all; raises ``PrintError``.
        suggested_name: A file name from a kind and a code, safe on every file system.
    """

    home: Path
    write_pdf: Callable[[bytes, Path], None]
    suggested_name: Callable[[str, str], str]

    def folders(self) -> tuple[Path, ...]:
        """Existing folders to offer, most likely first; at least one."""
        likely = (self.home / "Documents", self.home / "Dokumenter", self.home / "Downloads")
        more = (*likely, self.home / "Nedlastinger", self.home)
        return tuple(folder for folder in more if folder.is_dir()) or (self.home,)
