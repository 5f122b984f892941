"""The parts of a visit on the citizen's side."""

from enum import IntEnum


class VisitPart(IntEnum):
    """The seven parts of a visit; the number is the one that the header shows."""

    WELCOME = 1
    WHAT = 2
    NONCHOICE = 3
    OPTIONS = 4
    WHO_DECIDES = 5
    REVIEW = 6
    STORED = 7
