"""A run of the rules: proposed for all who are due, confirmed by a person one by one or together.

What was set aside changes what those after it are given; the rest is worked out again and shown
before anybody can confirm it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task, unknown_language
from kiosk.app.nonchoice.survey import Surveyed
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import CaseFile, Record
from kiosk.domain.allocation_events import (
    AllocationSetAside,
    RunOpened,
    ServiceAllocated,
    Step,
    StepsTaken,
)
from kiosk.domain.choice import EventId
from kiosk.domain.consequence import Situation, allocated
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event, EventBody
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.applying import Premises, in_order, run_in_places
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.proposal import Proposal
from kiosk.domain.nonchoice.rule import NonchoiceRule, rule_for
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.stored import (
    StoredQueue,
    StoredSupply,
    store_queue,
    store_rule,
    store_standing,
)
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.domain.situations import situation_of

AT_ONCE = 200
"""People whose allocation is stored in one go."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A proposal with its place in the run, from 1."""

    position: int
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Desk:
    """What every run needs of the program."""

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    working: WorkingCalendar
    language_code: Callable[[str], str] = unknown_language

    @property
    def judge(self) -> DueNonchoosers:
        """Who is due."""
        return DueNonchoosers(self.municipality, self.record, self.language_code)


@dataclass(slots=True)
class AllocationRun:
    """One run, from the proposal to the last confirmation.

    Attributes:
        actor: Who is signed in.
        opened_at: When it was proposed; the rules of that day hold.
        key: Of the run in the record.
        seen: How far the rules had come when it was proposed, and after what it stored since.
        open: What is proposed and not settled, in order; who can get nobody is among it.
        stale: Who is no longer due, since somebody answered meanwhile.
    """

    desk: Desk
    actor: str
    opened_at: datetime
    key: str
    seed: str
    standing: Standing
    applicants: tuple[Applicant, ...]
    seen: tuple[StoredQueue, ...] = ()
    open: tuple[Placed, ...] = ()
    stale: list[Applicant] = field(default_factory=list)
    _is_stored: bool = False

    def next_confirmable(self) -> Placed | None:
        """The first open proposal that gives somebody a provider; None at the end."""
        return next((each for each in self.open if each.proposal.provider is not None), None)

    def confirm(self, last_position: int | None = None) -> int:
        """Confirm open proposals in order, each with all events or none.

        Args:
            last_position: Of the last one to confirm; None for all.

        Returns:
            How many were stored; fewer than asked for where somebody answered meanwhile: then the
            rest was worked out again, and must be seen before it is confirmed.

        Raises:
            RefusedError: Another day has come, or another run; what was stored before it holds.
            StorageError: What was stored before it holds.
        """
        wanted = [
            each
            for each in self.open
            if each.proposal.provider is not None
            and (last_position is None or each.position <= last_position)
        ]
        done = 0
        for start in range(0, len(wanted), AT_ONCE):
            self._require_current()
            some = wanted[start : start + AT_ONCE]
            fresh = self._still_due(some)
            done += self._store(fresh)
            if len(fresh) < len(some):
                self._give_up(some[len(fresh)])
                break
        return done

    def set_aside(self, position: int, reason: str) -> None:
        """Take the person out of this run; everybody after is proposed anew.

        Raises:
            RefusedError: Without a reason, where an earlier one is still open, or as ``confirm``.
            StorageError: Nothing was stored.
        """
        if not reason.strip():
            raise RefusedError([Refusal("allocation.reason_missing")])
        self._require_current()
        placed = self._first(position)
        applicant = placed.proposal.applicant
        body = AllocationSetAside(self.key, position, applicant.service, reason.strip())
        step = self._step(placed, is_given=False)
        self._append([(body, applicant), (StepsTaken(self.key, (step,), ()), None)])
        self._drop(position)

    def _require_current(self) -> None:
        """Whatever was proposed on another day, or before another run gave turns, is not true now.

        Raises:
            RefusedError: It must be proposed anew.
        """
        is_today = self.desk.clock.now().date() == self.opened_at.date()
        if not is_today or self.desk.record.queues() != self.seen:
            raise RefusedError([Refusal("allocation.outdated")])

    def _first(self, position: int) -> Placed:
        placed = self.next_confirmable()
        if placed is None or placed.position != position:
            raise RefusedError([Refusal("allocation.not_the_next")])
        return placed

    def _still_due(self, some: Sequence[Placed]) -> list[Placed]:
        """Those before the first one who is no longer due as it was proposed."""
        fresh: list[Placed] = []
        for placed in some:
            if self._applicant_now(placed.proposal.applicant) != placed.proposal.applicant:
                break
            fresh.append(placed)
        return fresh

    def _applicant_now(self, proposed: Applicant) -> Applicant | None:
        file = self.desk.record.case_file(proposed.case)
        due = self.desk.judge.of_case(file, self.opened_at.date())
        return next(
            (
                each.applicant
                for each in due
                if each.service == proposed.service and each.task is Task.APPLY_RULE
            ),
            None,
        )

    def _give_up(self, placed: Placed) -> None:
        self.stale.append(placed.proposal.applicant)
        self._drop(placed.position)

    def _drop(self, position: int) -> None:
        """Work out everybody after a place again, as if nobody stood in it."""
        kept = {each.position: each.proposal.applicant for each in self.open}
        kept.pop(position, None)
        self.open = tuple(_propose(self, kept, self.standing.copy()))

    def _store(self, some: Sequence[Placed]) -> int:
        if not some:
            return 0
        after = self.standing.copy()
        given = {each.position: each.proposal.applicant for each in some}
        # The same again, now counted; a test holds that it is the same.
        for _ in _propose(self, given, after):
            pass
        bodies: list[tuple[EventBody, Applicant | None]] = [
            (self._allocation(each), each.proposal.applicant) for each in some
        ]
        steps = tuple(self._step(each, is_given=True) for each in some)
        self._append([*bodies, (StepsTaken(self.key, steps, self._queues(some, after)), None)])
        self.standing = after
        taken = {each.position for each in some}
        self.open = tuple(each for each in self.open if each.position not in taken)
        return len(some)

    def _allocation(self, placed: Placed) -> ServiceAllocated:
        proposal, municipality = placed.proposal, self.desk.municipality
        applicant = proposal.applicant
        file = self.desk.record.case_file(applicant.case)
        assert proposal.provider is not None  # noqa: S101  only those are confirmed
        return ServiceAllocated(
            run=self.key,
            position=placed.position,
            applicant=applicant,
            rule=proposal.rule,
            way=proposal.way,
            considered=proposal.considered,
            passed=proposal.passed,
            share=proposal.share,
            answer=allocated(
                proposal.provider, applicant.state, proposal.rule, self._situation(file, applicant)
            ),
            content_version=municipality.version,
            seed=self.seed,
            person=file.case.name,
            municipality=municipality.name,
            office=municipality.office.name,
        )

    def _situation(self, file: CaseFile, applicant: Applicant) -> Situation:
        today = self.opened_at.date()
        case = file.case_on(today)
        granted = case.granted(applicant.service)
        assert granted is not None  # noqa: S101  it was judged a moment ago
        return situation_of(self.desk.municipality, case, granted, today, self.desk.working)

    def _step(self, placed: Placed, *, is_given: bool) -> Step:
        proposal = placed.proposal
        applicant = proposal.applicant
        return Step(
            position=placed.position,
            service=applicant.service,
            zone=applicant.zone,
            rule=proposal.rule.rpartition("@")[0],
            minutes_per_week=applicant.minutes_per_week,
            way=proposal.way if is_given else None,
            provider=proposal.provider if is_given else None,
            present=applicant.present,
        )

    def _queues(self, some: Sequence[Placed], after: Standing) -> tuple[StoredQueue, ...]:
        keys = {
            (
                each.proposal.rule.rpartition("@")[0],
                each.proposal.applicant.service,
                each.proposal.applicant.zone,
            )
            for each in some
        }
        return tuple(store_queue(after, key) for key in sorted(keys))

    def _append(self, bodies: Sequence[tuple[EventBody, Applicant | None]]) -> None:
        opening = [] if self._is_stored else [(self._opening(), None)]
        now = self.desk.clock.now()
        events = [
            Event(
                EventId(self.desk.ids.event_id()),
                now,
                self.actor,
                None if applicant is None else applicant.case,
                body,
            )
            for body, applicant in (*opening, *bodies)
        ]
        self.desk.record.append(events)
        self._is_stored = True
        self.seen = self.desk.record.queues()

    def _opening(self) -> RunOpened:
        rules = {
            (rule.service, rule.zone, rule.id): rule
            for rule in map(self._rule_of, self.applicants)
            if rule is not None
        }
        today, municipality = self.opened_at.date(), self.desk.municipality
        spots = sorted({(service, zone) for service, zone, _ in rules})
        supplies = ((spot, supply_of(municipality, *spot, today)) for spot in spots)
        return RunOpened(
            run=self.key,
            on=today,
            seed=self.seed,
            content_version=municipality.version,
            rules=tuple(store_rule(rules[key]) for key in sorted(rules)),
            standing=store_standing(self.standing),
            supplies=tuple(
                StoredSupply(*spot, tuple(supply[key] for key in sorted(supply)))
                for spot, supply in supplies
            ),
        )

    def _rule_of(self, applicant: Applicant) -> NonchoiceRule | None:
        rules = self.desk.municipality.rules.get((applicant.service, applicant.zone), ())
        return rule_for(rules, applicant.state)


def open_run(desk: Desk, surveyed: Surveyed, actor: str) -> AllocationRun:
    """Propose for all who are due; nothing is stored before the first confirmation."""
    applicants = in_order(due.applicant for due in surveyed.due if due.applicant is not None)
    made = AllocationRun(
        desk=desk,
        actor=actor,
        opened_at=desk.clock.now(),
        key=desk.ids.event_id(),
        seed=_seed(desk.record),
        standing=surveyed.standing,
        seen=surveyed.queues,
        applicants=applicants,
    )
    people = dict(enumerate(applicants, 1))
    made.open = tuple(_propose(made, people, surveyed.standing.copy()))
    return made


def _seed(record: Record) -> str:
    """The same until a run is stored: nobody can propose again and again until a draw suits."""
    return record.fingerprint(f"draws/{len(record.runs())}").hex()


def _propose(
    of: AllocationRun, people: dict[int, Applicant], standing: Standing
) -> Iterator[Placed]:
    """Propose for people in their places; ``standing`` is changed on the way."""
    municipality, today = of.desk.municipality, of.opened_at.date()
    supplies: dict[tuple[ServiceId, ZoneId], Supply] = {}

    def supply(service: ServiceId, zone: ZoneId) -> Supply:
        if (service, zone) not in supplies:
            supplies[service, zone] = supply_of(municipality, service, zone, today)
        return supplies[service, zone]

    premises = Premises(municipality.rules, supply, of.seed, today)
    for position, proposal in run_in_places(people, premises, standing):
        yield Placed(position, proposal)
