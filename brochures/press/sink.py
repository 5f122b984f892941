"""Where a long file goes while it is made: out of memory, and counted on the way."""

from collections.abc import Iterable
from hashlib import md5
from io import BytesIO

from kiosk.app.ports.press import ByteSink

_ENOUGH = 1 << 20
"""Bytes that are kept before they are written; few calls are faster than many."""


class Sink:
    """Writes to a file and knows where it stands and what has passed.

    Attributes:
        place: Bytes until now; where the next one goes.
    """

    def __init__(self, file: ByteSink) -> None:
        self._file = file
        self._kept = BytesIO()
        self._passed = md5(usedforsecurity=False)
        self.place = 0

    def write(self, content: bytes) -> None:
        """Add to the file.

        Raises:
            OSError: It could not be written.
        """
        self.place += len(content)
        if self._kept.write(content) and self._kept.tell() >= _ENOUGH:
            self.flush()

    def writelines(self, lines: Iterable[bytes]) -> None:
        """Add all of them; errors as in ``write``."""
        for line in lines:
            self.write(line)

    def key(self) -> str:
        """MD5 of what was written until now, as a name for it that is always the same."""
        self.flush()
        return self._passed.hexdigest()

    def flush(self) -> None:
        """Hand everything to the file; errors as in ``write``."""
        kept = self._kept.getvalue()
        self._passed.update(kept)
        self._kept = BytesIO()
        self._file.write(kept)
