"""Finding cases without touching their documents: one small entry per case."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kiosk.app.ports.content import Offering
from kiosk.app.ports.record import CaseFilter
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Outcome
from kiosk.domain.service import ServiceId, ZoneId

_NO_DEADLINE = "9999-12-31"

# Letters as people type them on any keyboard; "sør" is found by "sor" and the other way round.
_TYPED = str.maketrans(
    {"æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "å": "a", "é": "e", "è": "e", "ó": "o", "ü": "u"}
    | {"á": "a", "č": "c", "đ": "d", "ŋ": "n", "š": "s", "ŧ": "t", "ž": "z"}
)
# The alphabet ends with æ ø å; code points would put å first.
_SORTED = str.maketrans({"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c", "é": "e"})


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """What the list of cases asks about one case.

    Attributes:
        search: Name, case number and zone as they are compared with the search text.
        deadline: Earliest day, as ISO text, on which an open service is due; far away without one.
        sort_key: Deadline, then family name, then given name.
    """

    reference: CaseRef
    search: str
    deadline: str
    sort_key: tuple[str, str]
    is_closed: bool
    is_waiting: bool
    is_postponed: bool
    is_unfinished: bool

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.is_waiting or self.is_postponed or self.is_unfinished)


def entry_of(document: Mapping[str, Any], offering: Offering | None = None) -> CaseEntry:
    """The entry of a case's document.

    A service that the person cannot choose for is not waited for.

    Args:
        document: As folded from the record.
        offering: What can be chosen; None counts every granted service.
    """
    case = document["case"]
    answers = document["answers"]
    asked = [granted for granted in case["services"] if _is_asked(granted, document, offering)]
    outcomes = [_outcome(answers, granted) for granted in asked]
    deadline = min(_deadlines(asked, answers), default=_NO_DEADLINE)
    names = f"{case['family_name']} {case['given_name']}".casefold().translate(_SORTED)
    return CaseEntry(
        reference=CaseRef(case["reference"]),
        search=_search_text(case, offering),
        deadline=deadline,
        sort_key=(deadline, names),
        is_closed=case["closing"] is not None,
        is_waiting=None in outcomes,
        is_postponed=Outcome.POSTPONED.value in outcomes,
        is_unfinished=document["note_pending_for"] is not None,
    )


def _is_asked(
    granted: Mapping[str, Any], document: Mapping[str, Any], offering: Offering | None
) -> bool:
    """Whether a service is answered already, or can be chosen for."""
    case = document["case"]
    if offering is None or granted["service"] in document["answers"]:
        return True
    born = date.fromisoformat(case["birth_date"])
    return offering.is_offered(ZoneId(case["zone"]), ServiceId(granted["service"]), born)


def _outcome(answers: Mapping[str, Any], granted: Mapping[str, Any]) -> str | None:
    stored = answers.get(granted["service"])
    return None if stored is None else str(stored["answer"]["outcome"])


def _deadlines(asked: Iterable[Mapping[str, Any]], answers: Mapping[str, Any]) -> Iterator[str]:
    """When open services are due: the agreed day of a postponed one, else the reply deadline."""
    for granted in asked:
        outcome = _outcome(answers, granted)
        if outcome == Outcome.POSTPONED.value:
            agreed = answers[granted["service"]]["answer"]["postponed_until"]
            yield agreed or granted["reply_by"] or _NO_DEADLINE
        elif outcome is None:
            yield granted["reply_by"] or _NO_DEADLINE


def _search_text(case: Mapping[str, Any], offering: Offering | None) -> str:
    zone = case["zone"] if offering is None else offering.zone_name(ZoneId(case["zone"]))
    parts = (case["given_name"], case["family_name"], case["reference"], zone)
    return _typed("\n".join(parts))


def _typed(text: str) -> str:
    return text.casefold().translate(_TYPED)


class CaseIndex:
    """Entries of all cases, sorted when they are asked for after a change."""

    def __init__(self) -> None:
        self._entries: dict[CaseRef, CaseEntry] = {}
        self._sorted: list[CaseEntry] | None = None

    def put(self, entry: CaseEntry) -> None:
        """Take in a case, or its new state."""
        self._entries[entry.reference] = entry
        self._sorted = None

    def references(self) -> frozenset[CaseRef]:
        """Every case, closed ones too."""
        return frozenset(self._entries)

    def find(self, text: str, filter_: CaseFilter, today: date) -> tuple[CaseRef, ...]:
        """Cases that hold every word of ``text``, earliest deadline first."""
        if self._sorted is None:
            self._sorted = sorted(self._entries.values(), key=lambda entry: entry.sort_key)
        found = self._within(self._sorted, filter_, today)
        for word in _typed(text).split():
            found = [entry for entry in found if word in entry.search]
        return tuple(entry.reference for entry in found)

    def count(self, filter_: CaseFilter, today: date) -> int:
        """How many cases a filter holds."""
        return len(self._within(self._entries.values(), filter_, today))

    @staticmethod
    def _within(entries: Iterable[CaseEntry], filter_: CaseFilter, today: date) -> list[CaseEntry]:
        if filter_ is CaseFilter.CLOSED:
            return [entry for entry in entries if entry.is_closed]
        passes = _test_of(filter_, _week_end(today))
        return [entry for entry in entries if not entry.is_closed and passes(entry)]


def _week_end(today: date) -> str:
    return (today + timedelta(days=6 - today.weekday())).isoformat()


def _test_of(filter_: CaseFilter, week_end: str) -> Callable[[CaseEntry], bool]:
    """The test of a filter for open cases."""
    tests: dict[CaseFilter, Callable[[CaseEntry], bool]] = {
        CaseFilter.WAITING: lambda entry: entry.is_waiting,
        CaseFilter.POSTPONED: lambda entry: entry.is_postponed,
        # Overdue ones stay in the list until they are dealt with.
        CaseFilter.DUE_THIS_WEEK: lambda entry: entry.deadline <= week_end,
        CaseFilter.UNFINISHED: lambda entry: entry.is_unfinished,
        CaseFilter.DONE: lambda entry: entry.is_done,
    }
    return tests.get(filter_, lambda _entry: True)
