"""``python -m kiosk`` and the installed command ``kiosk``."""

import sys

from kiosk import early


def main() -> None:
    """Run a command and end with its exit code."""
    early.prepare()
    # Imported only now, so that an older Python is told what is needed.
    from kiosk.cli import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
