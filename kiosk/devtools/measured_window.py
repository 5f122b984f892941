"""Starts the program at a page as ``kiosk run`` starts: ``measured_window.py PAGE DATA``."""

import sys
from pathlib import Path

from kiosk import early


def main(arguments: list[str]) -> int:
    """Get ready, open the record and only then import Qt, in the order in which the program does."""
    early.prepare()
    from kiosk.bootstrap.programs import opened_program  # noqa: PLC0415
    from kiosk.settings import Overrides, read_settings  # noqa: PLC0415

    page, data = arguments
    settings = read_settings(Overrides(data=Path(data)))
    with opened_program(settings) as program:
        from kiosk.devtools.measured_page import show_page  # noqa: PLC0415

        show_page(page, program, settings)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
