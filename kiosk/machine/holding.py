"""One public screen in a folder: two would write in one log and deal from one stock of orders."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.owning import Ownership, Purpose, take

SCREEN = Purpose("machine.lock", "machine-holder.json")
WATCH = Purpose("watch.lock", "watch-holder.json")
# A program whose watch was killed notices at its next sign of life, five seconds later at most.
ENDING_S = 10.0
# Windows takes its time to let go of what a killed process had locked.
LETTING_GO_S = 5.0


@contextmanager
def held(folder: Path, purpose: Purpose, wait_s: float = 0) -> Iterator[None]:
    """Hold the folder of a public machine; where nothing can be written, go on without.

    Args:
        folder: Of the log and the orders; made where it is missing.
        purpose: ``SCREEN`` or ``WATCH``.
        wait_s: How long to wait for another one that is about to end.

    Raises:
        HeldError: Another process has it.
    """
    ownership = _taken(folder, purpose, wait_s)
    try:
        yield
    finally:
        if ownership is not None:
            ownership.release()


def _taken(folder: Path, purpose: Purpose, wait_s: float) -> Ownership | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return take(folder, purpose, wait_s)
    except (OSError, NotImplementedError):
        # The disk is full, say, or knows no locks: people still need a screen.
        return None
