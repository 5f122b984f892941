"""A run of the rules: proposed for all who are due, confirmed by a person one by one or together.

What was set aside changes what those after it are given; the rest is worked out again and shown
before anybody can confirm it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.nonchoice.proposing import Basis, Desk, Placed, seed_of_next_run
from kiosk.app.nonchoice.run_events import RunEvents
from kiosk.app.nonchoice.survey import Surveyed
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import EventBody
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.applying import in_order
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.stored import StoredQueue

AT_ONCE = 200
"""People whose allocation is stored in one go."""


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
        self._append(self._events.set_aside(placed, reason.strip()))
        self._drop(position)

    @property
    def _basis(self) -> Basis:
        return Basis(self.desk.municipality, self.seed, self.opened_at.date())

    @property
    def _events(self) -> RunEvents:
        return RunEvents(self.desk, self.key, self._basis)

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
        desk = self.desk
        judge = DueNonchoosers(desk.municipality, desk.record, desk.language_code)
        due = judge.of_case(desk.record.case_file(proposed.case), self.opened_at.date())
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
        self.open = tuple(self._basis.propose(kept, self.standing.copy()))

    def _store(self, some: Sequence[Placed]) -> int:
        if not some:
            return 0
        after = self.standing.copy()
        given = {each.position: each.proposal.applicant for each in some}
        # The same again, now counted; a test holds that it is the same.
        for _ in self._basis.propose(given, after):
            pass
        self._append(self._events.given(some, after))
        self.standing = after
        taken = {each.position for each in some}
        self.open = tuple(each for each in self.open if each.position not in taken)
        return len(some)

    def _append(self, bodies: Iterable[tuple[EventBody, CaseRef | None]]) -> None:
        events = self._events
        opening: list[tuple[EventBody, CaseRef | None]] = []
        if not self._is_stored:
            opening.append((events.opened(self.applicants, self.standing), None))
        self.desk.record.append(events.by(self.actor, [*opening, *bodies]))
        self._is_stored = True
        self.seen = self.desk.record.queues()


def open_run(desk: Desk, surveyed: Surveyed, actor: str) -> AllocationRun:
    """Propose for all who are due; nothing is stored before the first confirmation."""
    applicants = in_order(due.applicant for due in surveyed.due if due.applicant is not None)
    opened_at, seed = desk.clock.now(), seed_of_next_run(desk.record)
    basis = Basis(desk.municipality, seed, opened_at.date())
    people = dict(enumerate(applicants, 1))
    return AllocationRun(
        desk=desk,
        actor=actor,
        opened_at=opened_at,
        key=desk.ids.event_id(),
        seed=seed,
        standing=surveyed.standing,
        seen=surveyed.queues,
        applicants=applicants,
        open=tuple(basis.propose(people, surveyed.standing.copy())),
    )
