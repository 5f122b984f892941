"""Finding cases without touching their documents: one small entry per case."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from operator import attrgetter
from typing import cast

import msgspec

from kiosk.app.ports.case_file import CaseFilter
from kiosk.app.ports.content import Offering
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.case import CaseRef
from kiosk.domain.outcome import Outcome
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.record.folding.case_state import Answered, CaseState, CaseStates, Granted

_NO_DEADLINE = "9999-12-31"

# Letters as people type them on any keyboard; "sør" is found by "sor" and the other way round.
_TYPED = str.maketrans(
    {"æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "å": "a", "é": "e", "è": "e", "ó": "o", "ü": "u"}
    | {"á": "a", "č": "c", "đ": "d", "ŋ": "n", "š": "s", "ŧ": "t", "ž": "z"}
)


class CaseEntry(msgspec.Struct, array_like=True, gc=False):
    """What the list of cases asks about one case.

    Attributes:
        search: Name, case number and zone as they are compared with the search text.
        deadline: Earliest day, as ISO text, on which an open service is due; far away without one.
        names: Family name, then given name, as they are sorted.
    """

    reference: str
    search: str
    deadline: str
    names: str
    is_closed: bool
    is_waiting: bool
    is_postponed: bool
    is_unfinished: bool
    is_undelivered: bool = False

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.is_waiting or self.is_postponed or self.is_unfinished)


def entry_of(reference: str, state: CaseState, offering: Offering | None = None) -> CaseEntry:
    """The entry of a case.

    A service that the person cannot choose for is not waited for.

    Args:
        reference: The case.
        state: As folded from the record.
        offering: What can be chosen; None counts every granted service.
    """
    asked = [granted for granted in state.services if _is_asked(granted, state, offering)]
    answers = [state.standing(granted.service) for granted in asked]
    outcomes = [answer and answer.outcome for answer in answers]
    zone = state.zone if offering is None else offering.zone_name(ZoneId(state.zone))
    return CaseEntry(
        reference=reference,
        search=_typed(f"{state.given_name}\n{state.family_name}\n{reference}\n{zone}"),
        deadline=min(map(_deadline, asked, answers), default=_NO_DEADLINE),
        names=alphabetic(f"{state.family_name} {state.given_name}"),
        is_closed=state.is_closed,
        is_waiting=None in outcomes,
        is_postponed=Outcome.POSTPONED.value in outcomes,
        is_unfinished=bool(state.notes),
        is_undelivered=bool(state.undelivered),
    )


def _is_asked(granted: Granted, state: CaseState, offering: Offering | None) -> bool:
    """Whether a service is answered already, or can be chosen for."""
    if offering is None or state.standing(granted.service) is not None:
        return True
    born = date.fromisoformat(state.born)
    return offering.is_offered(ZoneId(state.zone), ServiceId(granted.service), born)


def _deadline(granted: Granted, answer: Answered | None) -> str:
    """When an open service is due: the agreed day of a postponed one, else the reply deadline."""
    if answer is None:
        return granted.reply_by or _NO_DEADLINE
    if answer.outcome == Outcome.POSTPONED.value:
        return answer.until or granted.reply_by or _NO_DEADLINE
    return _NO_DEADLINE


def _typed(text: str) -> str:
    # "Haakon" and "Håkon" are one name to whoever hears it.
    folded = text.casefold().replace("aa", "a")
    # None of the letters is ASCII, and most names are.
    return folded if folded.isascii() else folded.translate(_TYPED)


class CaseIndex:
    """Entries of all cases; what changed is looked at when somebody asks.

    Attributes:
        entries: As far as they were made.
    """

    def __init__(self, states: CaseStates, offering: Offering | None = None) -> None:
        """Over the states of a fold.

        Args:
            states: Of all cases.
            offering: What can be chosen; None counts every granted service.
        """
        self._states = states
        self._offering = offering
        self.entries: dict[str, CaseEntry] = {}
        self._changed: set[str] = set()
        self._shelved: tuple[str, Mapping[str, CaseEntry]] = ("", {})
        self._sorted: list[CaseEntry] | None = None

    @property
    def offering_key(self) -> str:
        """Differs between offerings that make other entries of the same cases."""
        return "" if self._offering is None else self._offering.key

    def restore(self, entries: Mapping[str, CaseEntry], offering_key: str) -> None:
        """Take over entries that were made from the same states, unless the offering is another.

        Args:
            entries: May lack cases.
            offering_key: Of the offering that they were made for.
        """
        # What can be chosen is known in full only after the record was read.
        self._shelved = (offering_key, entries)
        self._changed.update(self._states.packed.keys() - entries.keys())

    def offer(self, offering: Offering) -> None:
        """From now on something else can be chosen; nothing to an index that nobody asks about."""
        if self._offering is None:
            return
        earlier, self._offering = self.offering_key, offering
        if self.offering_key != earlier:
            self._changed.update(self.entries)

    def touch(self, reference: str) -> None:
        """The state of a case has changed."""
        self._changed.add(reference)

    def refresh(self) -> None:
        """Make the entries of what has changed."""
        self._unshelve()
        if not self._changed:
            return
        for reference in self._changed:
            state = self._states.get(reference)
            if state.case_at:
                self.entries[reference] = entry_of(reference, state, self._offering)
            else:
                self.entries.pop(reference, None)
        self._changed.clear()
        self._sorted = None

    def _unshelve(self) -> None:
        (key, entries), self._shelved = self._shelved, ("", {})
        if key == self.offering_key:
            self.entries.update(entries)
        else:
            self._changed.update(entries)

    def references(self) -> frozenset[CaseRef]:
        """Every case, closed ones too."""
        self.refresh()
        return frozenset(map(CaseRef, self.entries))

    def find(self, text: str, filter_: CaseFilter, today: date) -> tuple[CaseRef, ...]:
        """Cases that hold every word of ``text``, earliest deadline first."""
        self.refresh()
        if self._sorted is None:
            self._sorted = sorted(self.entries.values(), key=_place_in_list)
        found = self._within(self._sorted, filter_, today)
        for word in _typed(text).split():
            found = [entry for entry in found if word in entry.search]
        return cast("tuple[CaseRef, ...]", tuple(map(_reference, found)))

    def count(self, filter_: CaseFilter, today: date) -> int:
        """How many cases a filter holds."""
        self.refresh()
        return len(self._within(self.entries.values(), filter_, today))

    @staticmethod
    def _within(entries: Iterable[CaseEntry], filter_: CaseFilter, today: date) -> list[CaseEntry]:
        if filter_ is CaseFilter.CLOSED:
            return [entry for entry in entries if entry.is_closed]
        if filter_ is CaseFilter.UNDELIVERED:
            # A closed case is delivered like any other.
            return [entry for entry in entries if entry.is_undelivered]
        if filter_ is CaseFilter.ALL:
            return [entry for entry in entries if not entry.is_closed]
        passes = _test_of(filter_, _week_end(today))
        return [entry for entry in entries if not entry.is_closed and passes(entry)]


_reference = attrgetter("reference")


def _place_in_list(entry: CaseEntry) -> tuple[str, str, str]:
    return entry.deadline, entry.names, entry.reference


def _week_end(today: date) -> str:
    return (today + timedelta(days=6 - today.weekday())).isoformat()


def _test_of(filter_: CaseFilter, week_end: str) -> Callable[[CaseEntry], bool]:
    """The test of a filter that holds some of the open cases."""
    tests: dict[CaseFilter, Callable[[CaseEntry], bool]] = {
        CaseFilter.WAITING: lambda entry: entry.is_waiting,
        CaseFilter.POSTPONED: lambda entry: entry.is_postponed,
        # Overdue ones stay in the list until they are dealt with.
        CaseFilter.DUE_THIS_WEEK: lambda entry: entry.deadline <= week_end,
        CaseFilter.UNFINISHED: lambda entry: entry.is_unfinished,
        CaseFilter.DONE: lambda entry: entry.is_done,
    }
    return tests[filter_]
