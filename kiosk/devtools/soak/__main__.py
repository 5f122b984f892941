"""A long day of a public machine, one JSON line at its end; ends with 1 when it does not hold."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk import early
from kiosk.devtools.soak.day import soak

SEED, SESSIONS = 1, 2000


def main(arguments: list[str]) -> int:
    """Play the day."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    asked = parser.parse_args(arguments)
    early.prepare()
    print(f"seed {asked.seed}", file=sys.stderr, flush=True)
    with TemporaryDirectory() as folder:
        outcome = soak(asked.seed, asked.sessions, Path(folder))
    print(outcome.line(), flush=True)
    return 0 if outcome.holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
