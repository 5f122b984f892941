"""What a letter told of a provider that stops."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ExitTold:
    """An exit that a letter told of.

    Attributes:
        exit: Key of the exit.
        reply_by: The last day for an answer that the letter told.
    """

    exit: str
    reply_by: date
