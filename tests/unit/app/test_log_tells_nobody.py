"""No log of a public machine, however it was used, tells who read or wanted what (O19, O20)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.machine_notes import MachineNotes
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.asked_view import ViewKind
from kiosk.domain.language import Language
from kiosk.domain.machine_event import (
    CATALOGUE,
    TIMED,
    CodeOutcome,
    MachineEventId,
    PrintEnd,
    TestEnd,
    TestName,
)
from kiosk.domain.outcome import EventId
from kiosk.domain.public_session import SessionEnd
from kiosk.domain.service import ServiceId
from kiosk.machine.files import FileMachineLog, FileOrderStock
from kiosk.machine.lines import full_line_of
from tests.unit.app import factory as make
from tests.unit.app.factory import NORTH


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person does with what is shown: nothing of it may be found again."""

    language: Language
    opened: tuple[int, ...]
    changed_mind: int


@dataclass(frozen=True, slots=True)
class Visit:
    """What a log may tell of a session."""

    views: tuple[ViewKind, ...]
    printed: PrintEnd | None
    end: SessionEnd
    staff_between: bool


class Ids:
    """The same keys in every run."""

    def __init__(self) -> None:
        self._numbers = count()

    def seed(self) -> str:
        return sha256(str(next(self._numbers)).encode()).hexdigest()

    def event_id(self) -> EventId:
        return EventId(f"00000000-0000-7000-8000-{next(self._numbers):012}")


readings = some.builds(
    Reading, some.sampled_from(Language), some.lists(some.integers(0, 9)).map(tuple), some.integers(0, 3)
)  # fmt: skip
visits = some.builds(
    Visit,
    some.lists(some.sampled_from(ViewKind), max_size=3).map(tuple),
    some.none() | some.sampled_from(PrintEnd),
    some.sampled_from(SessionEnd),
    some.booleans(),
)


def exported(days: Sequence[tuple[Visit, Reading]]) -> list[str]:
    """The lines of ``kiosk log export`` after these visits."""
    with TemporaryDirectory() as name:
        folder, clock = Path(name), make.FixedClock()
        municipality, log = make.municipality(), FileMachineLog(folder)
        machine = PublicMachine(
            municipality,
            ExplainNonchoice(municipality, clock),
            log,
            FileOrderStock(folder),
            clock,
            Ids(),
        )
        notes = MachineNotes(log, clock)
        for visit, reading in days:
            walk(machine, visit, reading)
            if visit.staff_between:
                notes.code_given(CodeOutcome.RIGHT)
                notes.self_tested(TestName.TOUCH, TestEnd.PASSED)
                notes.day_closed()
        return [full_line_of(event) for event in log.read().events]


def walk(machine: PublicMachine, visit: Visit, reading: Reading) -> None:
    known = machine.services_in(NORTH)
    session = machine.begin().living_in(NORTH)
    wanted: tuple[ServiceId, ...] = known
    for service in wanted:
        for _ in range(1 + 2 * reading.changed_mind):
            session = session.toggled(service, known)
    session = machine.dealt(session.with_nonchoice_shown())
    sections = machine.sections(session, make.words(reading.language))
    for number in reading.opened:
        machine.scope(session, sections[number % len(sections)].service)
    for view in visit.views:
        machine.note_view(session, view)
    if visit.printed is not None:
        machine.note_brochure(visit.printed)
    machine.end(session, visit.end)


@settings(max_examples=6, deadline=None)
@given(some.lists(some.tuples(visits, readings, readings), max_size=3))
def test_whoever_reads_otherwise_leaves_the_same_log(
    days: list[tuple[Visit, Reading, Reading]],
) -> None:
    assert exported([(visit, one) for visit, one, _ in days]) == exported(
        [(visit, other) for visit, _, other in days]
    )


@settings(max_examples=6, deadline=None)
@given(some.lists(some.tuples(visits, readings), max_size=3))
def test_every_line_holds_what_the_catalogue_allows_and_no_session_has_a_time(
    days: list[tuple[Visit, Reading]],
) -> None:
    lines = [json.loads(line) for line in exported(days)]
    is_timed = [MachineEventId(line["event"]) in TIMED for line in lines]

    for line, timed in zip(lines, is_timed, strict=True):
        told = {"event", "day", "type", "role", "outcome", "source", "fields"}
        assert line.keys() == (told | {"time"} if timed else told)
        assert line["fields"].keys() == CATALOGUE[MachineEventId(line["event"])].keys()
    # A line about a session between two with a time would have one too.
    assert is_timed == sorted(is_timed, reverse=True)


@settings(max_examples=6, deadline=None)
@given(some.lists(some.tuples(visits, readings), min_size=1, max_size=3))
def test_providers_stand_in_orders_only_and_all_of_those_offered(
    days: list[tuple[Visit, Reading]],
) -> None:
    lines = [json.loads(line) for line in exported(days)]
    drawn = {
        frozenset(line["fields"]["providers"]) for line in lines if line["event"] == "block_opened"
    }

    for line in lines:
        for name, value in line["fields"].items():
            if isinstance(value, list):
                assert name in {"order", "providers"}
                assert frozenset(value) in drawn
