"""Starts the program at a page as ``kiosk run`` starts: ``measured_window.py PAGE DATA``."""

import sys
from pathlib import Path

from kiosk import early


def main(arguments: list[str]) -> int:
    """Get ready as the program does, and only then import it."""
    early.prepare()
    from kiosk.devtools.measured_page import open_page  # noqa: PLC0415

    page, data = arguments
    open_page(page, Path(data))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
