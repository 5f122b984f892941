"""A run of the rules: proposed for all who are due, confirmed by a person one by one or together.

What was set aside changes what those after it are given; the rest is worked out again and shown
before anybody can confirm it. What came in since is heard before anything is stored.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile

from kiosk.app.nonchoice.fresh_look import Outdated, content_now, look_again
from kiosk.app.nonchoice.lots import lots_of
from kiosk.app.nonchoice.proposing import Basis, Desk, Placed
from kiosk.app.nonchoice.run_events import RunEvents
from kiosk.app.nonchoice.survey import Surveyed
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event, EventBody
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.applying import in_order
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.stored import StoredQueue

AT_ONCE = 200
"""People whose allocation is stored in one go."""

_NEVER = -1


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
        outdated: Open proposals that the rule would not make now, in order.
    """

    desk: Desk
    actor: str
    opened_at: datetime
    key: str
    standing: Standing
    applicants: tuple[Applicant, ...]
    seen: tuple[StoredQueue, ...] = ()
    open: tuple[Placed, ...] = ()
    stale: list[Applicant] = field(default_factory=list)
    outdated: tuple[Outdated, ...] = ()
    _is_stored: bool = False
    _events_seen: int = 0

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
            RefusedError: Another day has come, or another run, or the rule would propose something
                else now, see ``outdated``; what was stored before it holds.
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
            some = wanted[start : start + AT_ONCE]
            stored = self._confirm(some)
            done += stored
            if stored < len(some):
                self._require_true(some[stored])
                break
        return done

    def _confirm(self, some: Sequence[Placed]) -> int:
        """Confirm those before the first that does not hold any longer, and tell how many."""
        while True:
            self._require_current()
            self._look_again()
            true = self._true(some)
            if not true or self._store(true):
                return len(true)

    def set_aside(self, position: int, reason: str) -> None:
        """Take a person out of this run, in whatever place; everybody after is proposed anew.

        Raises:
            RefusedError: Without a reason, where nobody is proposed in that place, or as
                ``confirm``.
            StorageError: Nothing was stored.
        """
        if not reason.strip():
            raise RefusedError([Refusal("allocation.reason_missing")])
        self._require_current()
        placed = self._proposed(position)
        events = self._events_of(self._telling.set_aside(placed, reason.strip()))
        self.desk.record.append(events)
        self._has_stored(events)
        self._drop({position})
        if self.outdated:
            self._events_seen = _NEVER

    @property
    def _basis(self) -> Basis:
        return _basis(self.desk, self.opened_at)

    @property
    def _telling(self) -> RunEvents:
        return RunEvents(self.desk, self.key, self._basis, content_now(self.desk))

    def _require_current(self) -> None:
        """Whatever was proposed on another day, or before another run gave turns, is not true now.

        Raises:
            RefusedError: It must be proposed anew.
        """
        is_today = self.desk.clock.now().date() == self.opened_at.date()
        if not is_today or self.desk.record.queues() != self.seen:
            raise RefusedError([Refusal("allocation.outdated")])

    def _proposed(self, position: int) -> Placed:
        for each in self.open:
            if each.position == position and each.proposal.provider is not None:
                return each
        raise RefusedError([Refusal("allocation.not_open")])

    def _look_again(self) -> None:
        """Judge everything that is open by what holds now, where something came in since."""
        if self.desk.record.event_count == self._events_seen:
            return
        basis = self._basis
        fresh = look_again(self.desk, basis)
        gone = [each for each in self.open if not fresh.is_due(each.proposal.applicant)]
        self.stale += (each.proposal.applicant for each in gone)
        if gone:
            self._drop({each.position for each in gone})
        self.outdated = fresh.outdated(self.open, basis)
        self._events_seen = fresh.events

    def _true(self, some: Sequence[Placed]) -> list[Placed]:
        """Those before the first one that was dropped, became another, or is outdated."""
        now = {each.position: each for each in self.open}
        untrue = {each.placed.position for each in self.outdated}
        return list(
            takewhile(
                lambda each: now.get(each.position) == each and each.position not in untrue, some
            )
        )

    def _require_true(self, placed: Placed) -> None:
        if any(each.placed == placed for each in self.outdated):
            raise RefusedError([Refusal("allocation.outdated")])

    def _drop(self, positions: Container[int]) -> None:
        """Work out everybody again, as if nobody stood in these places."""
        kept = {
            each.position: each.proposal.applicant
            for each in self.open
            if each.position not in positions
        }
        self.open = tuple(self._basis.propose(kept, self.standing.copy()))

    def _store(self, some: Sequence[Placed]) -> bool:
        """Store what was judged by the last look; not where something came in since."""
        after = self.standing.copy()
        given = {each.position: each.proposal.applicant for each in some}
        # The same again, now counted; a test holds that it is the same.
        for _ in self._basis.propose(given, after):
            pass
        events = self._events_of(self._telling.given(some, after))
        if not self.desk.record.append_at(self._events_seen, events):
            return False
        self._has_stored(events)
        self.standing = after
        taken = {each.position for each in some}
        self.open = tuple(each for each in self.open if each.position not in taken)
        return True

    def _events_of(self, bodies: Iterable[tuple[EventBody, CaseRef | None]]) -> tuple[Event, ...]:
        opening: list[tuple[EventBody, CaseRef | None]] = []
        if not self._is_stored:
            opening.append((self._telling.opened(self.applicants, self.standing), None))
        return self._telling.by(self.actor, [*opening, *bodies])

    def _has_stored(self, events: Sequence[Event]) -> None:
        self._is_stored = True
        self._events_seen += len(events)
        self.seen = self.desk.record.queues()


def open_run(desk: Desk, surveyed: Surveyed, actor: str) -> AllocationRun:
    """Propose for all who are due; nothing is stored before the first confirmation."""
    applicants = in_order(due.applicant for due in surveyed.due if due.applicant is not None)
    opened_at = desk.clock.now()
    people = dict(enumerate(applicants, 1))
    return AllocationRun(
        desk=desk,
        actor=actor,
        opened_at=opened_at,
        key=desk.ids.event_id(),
        standing=surveyed.standing,
        seen=surveyed.queues,
        applicants=applicants,
        open=tuple(_basis(desk, opened_at).propose(people, surveyed.standing.copy())),
        _events_seen=surveyed.events,
    )


def _basis(desk: Desk, opened_at: datetime) -> Basis:
    return Basis(desk.municipality, lots_of(desk.record), opened_at.date())
