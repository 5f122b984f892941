"""A bar for work that takes long, which Ctrl-C stops between two pieces."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from kiosk.app.watch import Watch


@contextmanager
def watched(label: str, count: int) -> Iterator[Watch]:
    """A bar with the time that is left; what Ctrl-C stops is never torn.

    Args:
        label: Of what there are so many.
        count: How many there are, as far as is known.
    """
    is_stopped = False

    def stop(*_: object) -> None:
        nonlocal is_stopped
        is_stopped = True

    before = signal.signal(signal.SIGINT, stop)
    try:
        # Without a terminal nobody watches it move, and its label alone says nothing.
        is_hidden = not sys.stderr.isatty()
        with click.progressbar(length=count, label=label, file=sys.stderr, hidden=is_hidden) as bar:
            yield Watch(_moving(bar), lambda: is_stopped)
    finally:
        signal.signal(signal.SIGINT, before)


def _moving(bar: Any) -> Callable[[int, int], None]:
    def move(done: int, count: int) -> None:
        bar.length = count
        bar.update(done - bar.pos)

    return move
