"""The runs of the rules that the record tells of, and each of them worked out again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.app.nonchoice.replay_run import Replayed, replay_run
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.allocation_events import RunOpened, StepsTaken
from kiosk.domain.errors import RefusedError
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run as the record has it.

    Attributes:
        given, set_aside: How many people it gave a provider, and how many were set aside.
    """

    run: str
    on: date
    given: int
    set_aside: int


def past_runs(record: Record) -> tuple[PastRun, ...]:
    """All runs, newest first; may be empty.

    Raises:
        StorageError: The record cannot be read.
    """
    return tuple(reversed([run for key in record.runs() for run in _past(key, record)]))


def _past(run: str, record: Record) -> Iterator[PastRun]:
    events = record.run(run)
    steps = [
        step for each in events if isinstance(each.body, StepsTaken) for step in each.body.steps
    ]
    given = sum(step.way is not None for step in steps)
    for each in events:
        if isinstance(each.body, RunOpened):
            yield PastRun(run, each.body.on, given, len(steps) - given)


@dataclass(frozen=True, slots=True)
class PastRuns:
    """For administrators; tells of nobody in particular."""

    record: Record

    def told(self, actor: str) -> tuple[PastRun, ...]:
        """All runs, newest first; may be empty.

        Raises:
            RefusedError: ``actor`` may not.
            StorageError: The record cannot be read.
        """
        self._require(actor)
        return past_runs(self.record)

    def again(self, run: str, actor: str) -> Replayed:
        """Work a run out again.

        Raises:
            NotFoundError: There is no such run.
            RefusedError: ``actor`` may not.
            StorageError: The record cannot be read.
        """
        self._require(actor)
        return replay_run(self.record, run)

    def _require(self, actor: str) -> None:
        refusals = rights_objections(self.record, actor, StaffRight.TRY_RULES)
        if refusals:
            raise RefusedError(refusals)
