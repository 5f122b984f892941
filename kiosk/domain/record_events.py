"""Whose the record is, as an event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordBound:
    """The record belongs to a municipality from now on; the first such event holds.

    Attributes:
        municipality: Short key of the municipality in its content pack.
        name: Its name, for people.
        is_example: It is an invented one.
    """

    municipality: str
    name: str
    is_example: bool
