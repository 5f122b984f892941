"""Versions of what events hold, and how old ones become those that this program reads.

Every kind of event begins with version 1. A field that may be missing, with a default that is
true of all events before it, needs no new version. Anything else does: the program that changes
the meaning of what is stored adds a lift here, from the version that was written until then to
the next, and that alone makes the next one current. Lifts are never removed or changed, since
events lie in the records of municipalities for as long as those are kept.

What lies around the contents (``actor``, ``at``, ``case``) never changes, so that a program tells
of events that only a newer one can read.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from kiosk.domain.event_kind import EventKind

# What an event holds, as plain JSON values; a lift may change and keep what it gets.
Contents = dict[str, Any]
Lift = Callable[[Contents], Contents]


class Forms:
    """The versions that a program reads, per kind of event."""

    def __init__(self, lifts: Mapping[tuple[EventKind, int], Lift]) -> None:
        """Over a table of lifts.

        Args:
            lifts: Per kind and version what makes the next version of it; from 1, without gaps.
        """
        self._lifts = {(kind.value, version): lift for (kind, version), lift in lifts.items()}
        self._current = {kind.value: 1 for kind in EventKind}
        for kind, version in self._lifts:
            self._current[kind] = max(self._current[kind], version + 1)

    @property
    def current(self) -> Mapping[str, int]:
        """The version that is written, for every kind that is known."""
        return MappingProxyType(self._current)

    def can_read(self, kind: str, version: int) -> bool:
        """Whether contents of this version can be read, perhaps after lifting."""
        return 1 <= version <= self._current.get(kind, 0)

    def is_current(self, kind: str, version: int) -> bool:
        """Whether contents of this version are read as they are."""
        return self._current.get(kind) == version

    def lifted(self, kind: str, version: int, contents: Contents) -> Contents:
        """Contents of a version that can be read, in the current one.

        Raises:
            LookupError, TypeError: They are not of the version that they bear.
        """
        for each in range(version, self._current[kind]):
            contents = self._lifts[kind, each](contents)
        return contents


FORMS = Forms({})
