"""What and where something unforeseen failed, and nothing of what the program held then."""

import re
from dataclasses import dataclass

ELSEWHERE = "elsewhere"
UNKNOWN = "Unknown"
_KIND = re.compile(r"[A-Z][A-Za-z]{1,59}")
_PLACE = re.compile(
    rf"(kiosk|brochures)(/[A-Za-z_]{{1,60}}){{1,8}}\.(py|qml):[0-9]{{1,6}}|{ELSEWHERE}"
)
_ROOMS = ("kiosk", "brochures")


@dataclass(frozen=True, slots=True)
class FaultPlace:
    """The name of a kind of failure, and a line of the program's own source.

    Attributes:
        kind: Name of the exception's class; ``Unknown`` where it is not one.
        place: Such as ``kiosk/ui/shell.py:12``; ``elsewhere`` outside the program's own source.
    """

    kind: str
    place: str


def fault_place(kind: str, file: str, line: int) -> FaultPlace:
    """Of a failure; whatever could tell more than kind and place is left out.

    Args:
        kind: Name of the exception's class.
        file: Path or address of the source, which may hold the name of whoever is signed in.
        line: From 1.
    """
    parts = file.replace("\\", "/").split("/")
    starts = [at for at, part in enumerate(parts) if part in _ROOMS]
    place = f"{'/'.join(parts[starts[-1] :])}:{line}" if starts else ELSEWHERE
    return FaultPlace(
        kind if is_fault_kind(kind) else UNKNOWN, place if is_fault_place(place) else ELSEWHERE
    )


def is_fault_kind(text: str) -> bool:
    """Whether this may be written down as the kind of a failure."""
    return _KIND.fullmatch(text) is not None


def is_fault_place(text: str) -> bool:
    """Whether this may be written down as the place of a failure."""
    return _PLACE.fullmatch(text) is not None
