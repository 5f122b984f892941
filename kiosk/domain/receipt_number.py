"""Where an event stands in the record, and the receipt number that is made of it."""

from datetime import datetime
from typing import NamedTuple


class Stored(NamedTuple):
    """Where an event stands in the record.

    Attributes:
        device: Id of the machine that wrote it.
        sequence: Gapless number on that machine, from 1.
    """

    device: str
    sequence: int


def receipt_number(prefix: str, at: datetime, stored: Stored) -> str:
    """The number printed on a receipt, for example ``EV-2026-7F3K-000012``."""
    return f"{prefix}-{at.year}-{stored.device}-{stored.sequence:06}"


def receipt_place(number: str) -> Stored | None:
    """The place in the record that a receipt number names; None for any other text."""
    match number.split("-"):
        case [_, _, device, sequence] if sequence.isascii() and sequence.isdigit():
            return Stored(device, int(sequence))
        case _:
            return None
