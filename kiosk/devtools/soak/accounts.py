"""Keeps its own book of sessions, and compares it with the machine's log."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import zip_longest

from kiosk.devtools.soak.machine import SoakedMachine
from kiosk.domain.machine_event import MachineEvent, MachineEventId
from kiosk.domain.public_session import SessionEnd, SessionStart

_Book = list[tuple[str, str]]


class Accounts:
    """Notes how each session began and what ended it, from what the pages and the clock say."""

    def __init__(self, machine: SoakedMachine) -> None:
        self._machine = machine
        self._book: _Book = []
        self._start: SessionStart | None = None
        self._end: SessionEnd | None = None
        self._has_stored = False
        public, shell = machine.window.public, machine.window.shell
        assert public is not None  # noqa: S101  the window of a public machine
        shell.endAsked.connect(self._because(SessionEnd.BY_PERSON))
        public.desk.ended.connect(self._because(SessionEnd.BY_PERSON))
        public.desk.finished.connect(self._because(SessionEnd.FINISHED))
        public.watch.gone.connect(self._because(SessionEnd.ABANDONED))

    def told(self) -> dict[str, int]:
        """How many ended in which way."""
        ways = Counter(f"{start}_{end}" for start, end in self._book)
        return dict(sorted(ways.items()))

    def faults(self) -> list[str]:
        """Where the log says something else; it is read from its file."""
        read = self._machine.log.read()
        begun = _by_session(read.events, MachineEventId.SESSION_BEGUN, "start")
        ended = _by_session(read.events, MachineEventId.SESSION_ENDED, "end")
        faults = [] if not read.unreadable else [f"{read.unreadable} lines are unreadable"]
        twice = [key for key, count in Counter(key for key, _ in ended).items() if count > 1]
        if twice:
            faults.append(f"{len(twice)} sessions ended twice")
        starts, ends = dict(begun), dict(ended)
        if len(starts) != len(begun):
            faults.append("two sessions have one key")
        logged = [(how, ends.get(key, "never")) for key, how in begun]
        if logged != self._book:
            faults.append(_difference(logged, self._book))
        return faults

    def look(self) -> None:
        """After each act: whether a session has begun or ended with it."""
        window = self._machine.window
        assert window.public is not None  # noqa: S101  the window of a public machine
        is_alone, is_visit = window.public.state.session is not None, window.state.is_open
        if is_visit and window.state.choice is not None:
            self._has_stored = True
        if self._start is None and (is_alone or is_visit):
            self._start = SessionStart.ALONE if is_alone else SessionStart.HANDED_OVER
        elif self._start is not None and not (is_alone or is_visit):
            end = SessionEnd.FINISHED if self._has_stored else self._end
            self._book.append((self._start.value, "nothing" if end is None else end.value))
            self._start, self._end, self._has_stored = None, None, False

    def _because(self, end: SessionEnd) -> Callable[[], None]:
        def note() -> None:
            self._end = end

        return note


def _by_session(
    events: Sequence[MachineEvent], kind: MachineEventId, field: str
) -> list[tuple[str, str]]:
    return [
        (str(each.fields["session"]), str(each.fields[field])) for each in events if each.id is kind
    ]


def _difference(logged: _Book, book: _Book) -> str:
    """The first session of which the two tell differently."""
    pairs = zip_longest(logged, book)
    at, (told, was) = next((at, pair) for at, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    return f"session {at} of the log: told as {told}, was {was}"
