"""Remembers which packs were laid out without a fault, so that only a changed one is again."""

from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

from kiosk import __version__
from kiosk.domain.municipality import Municipality

_FILE = "checked-packs.txt"
_KEPT = 20


class PassedLayouts:
    """Packs that had room for every text on this machine.

    Attributes:
        folder: Where the record lies; a folder that is not there yet holds nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    def has(self, key: str) -> bool:
        """Whether this pack passed."""
        return key in self._keys()

    def add(self, key: str) -> None:
        """Remember that this pack passed; a folder that cannot be written to forgets it."""
        keys = [*(each for each in self._keys() if each != key), key][-_KEPT:]
        with suppress(OSError):
            self._file.write_text("".join(f"{each}\n" for each in keys), encoding="utf-8")

    def _keys(self) -> list[str]:
        try:
            return self._file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []


def layout_key(municipality: Municipality, today: date) -> str:
    """Changes with the files of the pack, the program, and the providers shown today."""
    shown = (each.id for each in municipality.providers if each.is_valid_on(today))
    facts = (__version__, municipality.id, municipality.version, *sorted(shown))
    return sha256("\0".join(facts).encode()).hexdigest()
