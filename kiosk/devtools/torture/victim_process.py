"""A process that stores events without end and says so, until it is killed."""

import random
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from kiosk.devtools.torture.crashes import some_events
from kiosk.devtools.torture.invented import Inventor
from kiosk.domain.event import Event
from kiosk.record.keys.root_key import Secret
from kiosk.record.ledger_record import open_record

OPENED = b"o"
STORED = b"s"


def store_until_killed(
    folder: Path, secret: Secret, seed: str, told: Connection, *, too_early: bool
) -> None:
    """Open a record and append to it, with one message after each append.

    Args:
        folder: Its data folder.
        secret: What opens it.
        seed: What is stored; see ``appends_of``.
        told: Where the messages go.
        too_early: Say that it is stored before it is; for a control.
    """
    record = open_record(folder, secret)
    told.send_bytes(OPENED)
    for events in appends_of(seed):
        if too_early:
            told.send_bytes(STORED)
        record.append(events)
        if not too_early:
            told.send_bytes(STORED)


def appends_of(seed: str) -> Iterator[tuple[Event, ...]]:
    """What is stored one after the other, without end; the same for the same seed."""
    chance, invented = random.Random(seed), Inventor(seed)  # noqa: S311  no secret
    while True:
        yield some_events(invented, chance)
