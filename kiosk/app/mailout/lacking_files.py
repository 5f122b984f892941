"""Which files of a batch no longer lie in its folder as they were made."""

from dataclasses import dataclass

from kiosk.app.mailout.known_batch import KnownBatch
from kiosk.app.ports.press import MailFolder
from kiosk.app.ports.words import Words
from kiosk.app.watch import ALONE, Watch

_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class LackingFiles:
    """Moved or deleted after printing perhaps, or lost before it: only people know.

    Attributes:
        where: The folder in which they were looked for.
        missing: Names of files with letters that are not there, sorted.
        altered: Names of those that hold something else than what was made, sorted.
    """

    where: str
    missing: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything is not as it was made."""
        return bool(self.missing or self.altered)


def lacking_files(known: KnownBatch, folder: MailFolder, watch: Watch = ALONE) -> LackingFiles:
    """Read every file of a batch, and compare it with what was made.

    Raises:
        CancelledError: Somebody stopped the reading.
        PrintError: The folder or a file in it could not be read.
    """
    found: dict[str, str | None] = {}
    for done, name in enumerate(sorted(known.files)):
        watch.heed()
        watch.progress(done, len(known.files))
        found[name] = folder.digest(name)
    watch.progress(len(known.files), len(known.files))
    return LackingFiles(
        folder.where,
        tuple(name for name, digest in found.items() if digest is None),
        tuple(name for name, digest in found.items() if digest not in {None, known.files[name]}),
    )


def missing_files(known: KnownBatch, folder: MailFolder) -> LackingFiles:
    """The same by the names alone, without reading any file.

    Raises:
        PrintError: The folder could not be read.
    """
    return LackingFiles(folder.where, tuple(sorted(known.files.keys() - folder.names())))


def names_text(names: tuple[str, ...], words: Words) -> str:
    """The first names of files, and how many more there are."""
    told, more = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    if more <= 0:
        return told
    text = words.ngettext("{names} and {count} more", "{names} and {count} more", more)
    return text.format(names=told, count=words.number(more))
