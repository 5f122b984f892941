"""Keeps a number of things that are dear to make."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Shelf(Generic[Value]):
    """Holds what was asked for last.

    Args:
        room: How many.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable, made: Callable[[], Value]) -> Value:
        """What is kept under a key, else made now."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        value = self._kept[key] = made()
        if len(self._kept) > self._room:
            self._kept.popitem(last=False)
        return value


class Numbers:
    """Numbers things, equal things alike, and looks at the same thing once.

    A brochure is large: to compare it with every other one takes longer than to print a letter.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._by_place: Shelf[tuple[object, int]] = Shelf(room)
        self._by_value: dict[Hashable, int] = {}
        self._last = 0

    def number(self, thing: Hashable) -> int:
        """Its number; another one later where it was not asked for for long."""
        # The thing is kept with its number, so nothing else can come to be at its place.
        return self._by_place.get(id(thing), lambda: (thing, self.of_value(thing)))[1]

    def of_value(self, thing: Hashable) -> int:
        """The same for what is made anew each time."""
        known = self._by_value.get(thing)
        if known is None:
            if len(self._by_value) >= self._room:
                self._by_value.clear()
            self._last += 1
            known = self._by_value[thing] = self._last
        return known
