"""Plays a day of sessions and judges it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from kiosk.devtools.soak.accounts import Accounts
from kiosk.devtools.soak.machine import SoakedMachine, soaked_machine
from kiosk.devtools.soak.noise import listening
from kiosk.devtools.soak.page import PageHand
from kiosk.devtools.soak.person import Person, StuckError
from kiosk.devtools.soak.staff import Staff
from kiosk.devtools.soak.traces import Count, Traces
from kiosk.devtools.torture.outcome import Outcome

# Staff, printers and every page in every size have been there by then, QML has compiled what it calls
# often, and every cache is full: measured, memory rises until here and is level afterwards.
WARM = 400
# Looking makes Python wrappers of everything in the window, which PySide keeps: as seldom as will do.
_LOOKS, _LOOKED_AT_EVERY = 20, 20
_STAFF_EVERY = 15
_READERS = 0.25
# Of memory over the whole day.
_MOST_GROWTH_PERCENT = 3.0
# A session; one object more with each would be a leak.
_MOST_WRAPPERS, _MOST_OBJECTS = 0.2, 10.0


class Day:
    """One machine from its first session to its last.

    Attributes:
        faults: What was wrong, each with the number of its session.
        counts: From the first look after warming up to the last.
    """

    def __init__(self, machine: SoakedMachine, seed: int) -> None:
        self._machine = machine
        self._chance = Random(seed)  # noqa: S311  no secret
        self.accounts = Accounts(machine)
        self._hand = PageHand(machine, self.accounts.look)
        self._hand.settle()
        self.person = Person(machine, self._hand, self._chance)
        self._staff = Staff(machine, self._hand, self.person, self._chance)
        self._traces = Traces(machine)
        self.faults: list[str] = []
        self.counts: list[Count] = []
        self.brochures = 0
        self.visits = 0

    def play(self, sessions: int) -> None:
        """So many sessions, one after another; stops at the first page that holds somebody."""
        for number in range(1, sessions + 1):
            try:
                self._one()
            except StuckError as stuck:
                self.faults.append(f"session {number}: stuck on {stuck}")
                return
            self.faults += [f"session {number}: {each}" for each in self._traces.left()]
            self.brochures += len(self._machine.printer.jobs)
            self._machine.printer.jobs.clear()
            self._machine.printer.wishes.clear()
            # What looking itself makes is there before anything is counted.
            count = self._traces.count() if number % look_every(sessions) == 0 else None
            if count is not None and number >= min(WARM, sessions // 2):
                self.counts.append(count)

    def _one(self) -> None:
        if self._chance.randrange(_STAFF_EVERY) == 0:
            self.visits += 1
            self._staff.come()
        person = self.person
        person.come()
        person.look_around()
        if self._chance.random() < _READERS:
            person.read_to_the_end()
        person.go_away()


def look_every(sessions: int) -> int:
    """After how many sessions everything is counted."""
    return max(_LOOKED_AT_EVERY, sessions // _LOOKS)


def soak(seed: int, sessions: int, folder: Path) -> Outcome:
    """Play and judge a day.

    Args:
        seed: What everybody does.
        sessions: How many people come, beside staff.
        folder: Data folder of the machine; empty.
    """
    with listening() as heard, soaked_machine(folder) as machine:
        day = Day(machine, seed)
        day.play(sessions)
        faults = [
            *day.faults,
            *day.accounts.faults(),
            *_growth(day.counts, sessions),
            *dict.fromkeys(heard),
        ]
        counts = {
            "sessions": sessions,
            "acts": day.person.acts,
            "staff": day.visits,
            "brochures": day.brochures,
            **day.accounts.told(),
            **_measured(day.counts),
            "warnings": len(heard),
        }
    return Outcome("soak", seed, counts, tuple(faults))


def _growth(counts: Sequence[Count], sessions: int) -> list[str]:
    """What is more at the end than after warming up.

    Args:
        counts: Of the looks; fewer than two tell nothing.
        sessions: How many were played.
    """
    if len(counts) < 2:  # noqa: PLR2004
        return []
    first, last = counts[0], counts[-1]
    between = look_every(sessions) * (len(counts) - 1)
    faults = []
    if max(each.objects for each in counts) != min(each.objects for each in counts):
        faults.append(f"Qt objects differ: {Counter(each.objects for each in counts)}")
    if last.wrappers - first.wrappers > _MOST_WRAPPERS * between:
        faults.append(f"Python holds {last.wrappers - first.wrappers} Qt objects more")
    if last.python - first.python > _MOST_OBJECTS * between:
        faults.append(f"{last.python - first.python} Python objects more")
    if last.resident_mb > first.resident_mb * (1 + _MOST_GROWTH_PERCENT / 100):
        faults.append(f"memory grew from {first.resident_mb:.1f} to {last.resident_mb:.1f} MB")
    return faults


def _measured(counts: Sequence[Count]) -> dict[str, int | float]:
    if not counts:
        return {}
    first, last = counts[0], counts[-1]
    return {
        "resident_mb": round(last.resident_mb, 1),
        "resident_mb_first": round(first.resident_mb, 1),
        "resident_mb_middle": round(counts[len(counts) // 2].resident_mb, 1),
        "growth_percent": round((last.resident_mb / first.resident_mb - 1) * 100, 2),
        "qt_objects": last.objects,
        "qt_wrappers_more": last.wrappers - first.wrappers,
        "python_objects_more": last.python - first.python,
    }
