"""What was worked out already for the same objects, so that many letters ask for it once."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Remembered(Generic[V]):
    """Keeps so many values; safe to call from any thread, where one may be worked out twice.

    Objects are told apart by their place in memory, since to compare two contents costs more than
    what is worked out from them. They are kept alive with the value.
    """

    def __init__(self, most: int = 4096) -> None:
        """Nothing is known yet.

        Args:
            most: So many values are kept; then all of them are forgotten.
        """
        self._most = most
        self._known: dict[Hashable, tuple[tuple[object, ...], V]] = {}

    def get(self, objects: tuple[object, ...], values: Hashable, work: Callable[[], V]) -> V:
        """The value for some objects and values.

        Args:
            objects: Never changed; another object is another question, though it be equal.
            values: What else the value depends on.
            work: Gives the value; what it raises is not kept.
        """
        key = (tuple(map(id, objects)), values)
        found = self._known.get(key)
        if found is None:
            found = (objects, work())
            if len(self._known) >= self._most:
                self._known = {}
            self._known[key] = found
        return found[1]
