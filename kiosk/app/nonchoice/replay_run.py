"""Work a past run out again from the record, and tell whether it comes out the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.app.nonchoice.lots import lots_of
from kiosk.app.ports.record import Record
from kiosk.domain.allocation_events import RunOpened, ServiceAllocated, Step, StepsTaken
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError, Thing
from kiosk.domain.event import Event
from kiosk.domain.nonchoice.allocate import propose
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.applying import LotOf
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.proposal import Draw, DrawInPlace, Proposal, Table, Way
from kiosk.domain.nonchoice.settle import settle
from kiosk.domain.nonchoice.stored import StoredQueue, restore_rule, restore_standing, store_queue
from kiosk.domain.service import ProviderId


@dataclass(frozen=True, slots=True)
class Result:
    """What one place of a run gave."""

    way: Way | None
    provider: ProviderId | None


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where the record and the rule say different things.

    Attributes:
        stored, again: What the record holds, and what the rule gives now.
        queue: Set where the turns differ afterwards, not the result.
    """

    position: int
    stored: Result
    again: Result
    queue: StoredQueue | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay found.

    Attributes:
        given: How many people the run gave a provider.
        set_aside: How many were set aside.
        erased: How many of those given were disposed of since; their results are taken as stored.
        difference: None where everything is the same.
    """

    run: str
    on: date
    given: int
    set_aside: int
    erased: int
    difference: Difference | None


def replay_run(record: Record, run: str) -> Replayed:
    """Work a run out again.

    Raises:
        NotFoundError: There is no such run.
        StorageError: The record could not be read.
    """
    events = record.run(run)
    opened = next((each.body for each in events if isinstance(each.body, RunOpened)), None)
    if opened is None:
        raise NotFoundError(Thing.RUN)
    batches = [each.body for each in events if isinstance(each.body, StepsTaken)]
    steps = [step for batch in batches for step in batch.steps]
    given = [step for step in steps if step.way is not None]
    allocated = _allocated(events)
    return Replayed(
        run=run,
        on=opened.on,
        given=len(given),
        set_aside=len(steps) - len(given),
        erased=sum(step.position not in allocated for step in given),
        difference=next(_differences(_Tables(opened, lots_of(record)), batches, allocated), None),
    )


def _allocated(events: Iterable[Event]) -> dict[int, ServiceAllocated]:
    bodies = (each.body for each in events)
    return {body.position: body for body in bodies if isinstance(body, ServiceAllocated)}


def _differences(
    tables: "_Tables", batches: Iterable[StepsTaken], allocated: Mapping[int, ServiceAllocated]
) -> Iterator[Difference]:
    for batch in batches:
        for step in batch.steps:
            if step.way is not None:
                yield from _step_again(step, allocated.get(step.position), tables)
        for queue in batch.queues:
            now = store_queue(tables.standing, (queue.rule, queue.service, queue.zone))
            if now != queue:
                last = batch.steps[-1]
                same = Result(last.way, last.provider)
                yield Difference(last.position, same, same, queue)


class _Tables:
    """The tables of a run as it was opened, by service, zone and rule."""

    def __init__(self, opened: RunOpened, lot_of: LotOf) -> None:
        self.standing = restore_standing(opened.standing)
        supplies = {
            (each.service, each.zone): {one.provider: one for one in each.suppliers}
            for each in opened.supplies
        }
        self._tables = {
            (rule.service, rule.zone, rule.id): Table(
                restore_rule(rule),
                supplies[rule.service, rule.zone],
                self.standing,
                Draw(""),
                opened.on,
            )
            for rule in opened.rules
        }
        self._seed, self._lot_of = opened.seed, lot_of

    def at(self, step: Step, applicant: Applicant) -> Table:
        table = self._tables[step.service, step.zone, step.rule]
        table.draw = (
            DrawInPlace(self._seed, step.position) if self._seed else Draw(self._lot_of(applicant))
        )
        return table


def _step_again(
    step: Step, allocated: ServiceAllocated | None, tables: _Tables
) -> Iterator[Difference]:
    stored = Result(step.way, step.provider)
    if allocated is None:
        given = _as_stored(step)
        settle(given, tables.at(step, given.applicant))
        return
    table = tables.at(step, allocated.applicant)
    told = Result(allocated.way, allocated.answer.provider)
    proposal = propose(allocated.applicant, table)
    again = Result(proposal.way, proposal.provider)
    if not stored == told == again:
        yield Difference(step.position, told if told != stored else stored, again)
    elif _shown(proposal) != _shown(allocated):
        yield Difference(step.position, stored, again)
    settle(proposal, table)


def _shown(given: Proposal | ServiceAllocated) -> tuple[object, ...]:
    """What led to a result."""
    return given.considered, given.passed, given.share, given.lot


def _as_stored(step: Step) -> Proposal:
    """The result of somebody who was disposed of; it counts, and tells nothing about anybody."""
    nobody = Applicant(
        case=CaseRef(""),
        service=step.service,
        zone=step.zone,
        state=NonchoiceState.NO_REPLY,
        due=date.min,
        decided_on=date.min,
        present=step.present,
        counted=step.counted,
        minutes_per_week=step.minutes_per_week,
    )
    way = step.way or Way.OFFICER
    return Proposal(nobody, step.rule, way, step.provider, step.provider or ProviderId(""))
