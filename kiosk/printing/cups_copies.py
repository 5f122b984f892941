"""Whether CUPS keeps what it has printed, so far as its settings can be read (access G11, O09)."""

import re
from collections.abc import Callable
from pathlib import Path

SETTINGS = Path("/etc/cups/cupsd.conf")
_LINE = re.compile(r"^\s*PreserveJobFiles\s+(?P<value>\S+)", re.IGNORECASE | re.MULTILINE)
_LOCAL = ("/", "localhost", "127.0.0.1", "[::1]")
_NEVER = frozenset({"no", "off", "false", "0"})


def keeps_copies(server: Callable[[], str], settings: Path = SETTINGS) -> bool | None:
    """Whether documents stay on this machine's disk after they were printed.

    Args:
        server: Path of the socket, or host and port, of the CUPS that prints; empty without CUPS.
        settings: Of the CUPS of this machine.

    Returns:
        None where nobody can tell from here: another machine prints, or the settings are closed.
    """
    if not server().strip().startswith(_LOCAL):
        return None
    try:
        lines = settings.read_text("utf-8", "replace")
    except OSError:
        return None
    said = [each["value"].lower() for each in _LINE.finditer(lines)]
    # Without a line CUPS keeps them for a day (cupsd.conf(5)); of two lines the last one counts.
    return not said or said[-1] not in _NEVER
