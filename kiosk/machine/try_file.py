"""How many wrong passphrases came in a row at this machine, beside its record."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kiosk.app.ports.tries import ShortTryBook, Tries

NAME = "machine-tries.json"


class FileTryBook:
    """Implements ``TryBook``: one small JSON file with a count and a time, and nothing of a try.

    Whoever can change the file can try passphrases without the program, too.

    Args:
        folder: Data folder; need not be there yet.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._kept = ShortTryBook(_read(self._path))

    def read(self) -> Tries:
        """The tries of this program and of those before it."""
        return self._kept.read()

    def keep(self, tries: Tries) -> None:
        """Write them; a disk that takes nothing keeps nobody out."""
        self._kept.keep(tries)
        failures, last = tries
        written = {"failures": failures, "last": None if last is None else last.isoformat()}
        fresh = self._path.with_name(f"{NAME}.new")
        with suppress(OSError):
            fresh.write_text(json.dumps(written), "utf-8")
            fresh.replace(self._path)


def _read(path: Path) -> Tries:
    try:
        written = json.loads(path.read_text("utf-8"))
        failures, last = int(written["failures"]), datetime.fromisoformat(written["last"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, None
    # Without a zone it cannot be compared with the clock.
    return (failures, last) if failures > 0 and last.tzinfo is not None else (0, None)
