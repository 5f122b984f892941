"""Signing in, with a delay that grows after wrong tries."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.app.ports.machine import Clock, CodeHasher, IdSource
from kiosk.app.ports.record import Record
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import PROGRAM, Event, EventBody, SignedIn, SignInFailed
from kiosk.domain.staff import StaffMember, next_try_at, next_try_of_all_at

Tries = tuple[int, datetime | None]

_SECOND = timedelta(seconds=1)
_NONE: Tries = (0, None)


@dataclass(frozen=True, slots=True)
class SignIn:
    """Checks a staff code; wrong tries are stored, so a restart shortens no delay.

    Hashes the code, so call it off the drawing thread.

    Attributes:
        unstored: Wrong tries by name, and under None those of whatever name, and when the last came,
            where the record is damaged: staff must be able to read it, and nothing is written to it.
        put_back: When a try of the future was first seen, by name and its time: the clock was put
            back, and nobody waits until it has caught up.
    """

    record: Record
    hasher: CodeHasher
    clock: Clock
    ids: IdSource
    unstored: dict[str | None, Tries] = field(default_factory=dict)
    put_back: dict[tuple[str | None, datetime], datetime] = field(default_factory=dict)

    def sign_in(self, name: str, code: str) -> StaffMember:
        """The member behind a name and a code.

        Raises:
            RefusedError: ``sign_in.nobody`` where no code can be right, ``sign_in.wait`` with the seconds left before the next try, or
                ``sign_in.wrong``, alike for a wrong code and a name that nobody has.
            StorageError: The try could not be stored, so nobody is signed in.
        """
        if not self.record.staff():
            raise RefusedError([Refusal("sign_in.nobody")])
        member = _find(self.record, name)
        # What was typed as a name that nobody has may be a code, so it is not stored.
        known_name = "" if member is None else member.name
        self._refuse_too_early(known_name)
        if member is None:
            # The same work as for a member, so that time tells nobody who works here.
            self.hasher.hash(code)
        elif self.hasher.verify(code, member.code_hash):
            self._append(member.name, SignedIn())
            return member
        self._append(PROGRAM, SignInFailed(known_name))
        raise RefusedError([Refusal("sign_in.wrong")])

    def wait_s(self, name: str) -> int:
        """Whole seconds before the next try; 0 where one is allowed now.

        Args:
            name: A member's; empty for a name that nobody has.
        """
        now = self.clock.now()
        of_name = next_try_at(*self._failed_tries(name))
        of_all = next_try_of_all_at(*self._failed_tries(None))
        waits = (-((now - at) // _SECOND) for at in (of_name, of_all) if at is not None)
        return max((0, *waits))

    def _refuse_too_early(self, name: str) -> None:
        seconds = self.wait_s(name)
        if seconds > 0:
            raise RefusedError([Refusal("sign_in.wait", {"seconds": str(seconds)})])

    def _failed_tries(self, name: str | None) -> Tries:
        failures, last = self.unstored.get(name) or self.record.failed_tries(name)
        now = self.clock.now()
        if last is None or last <= now:
            return failures, last
        seen = min(self.put_back.get((name, last), now), now)
        self.put_back[name, last] = seen
        return failures, seen

    def _append(self, actor: str, body: EventBody) -> None:
        if self.record.damage is None:
            self.record.append([_event(self.clock, self.ids, actor, body)])
        elif isinstance(body, SignInFailed):
            for name in (body.name, None):
                failures, _last = self._failed_tries(name)
                self.unstored[name] = failures + 1, self.clock.now()
        else:
            self.unstored[actor] = self.unstored[None] = _NONE


def _find(record: Record, name: str) -> StaffMember | None:
    wanted = " ".join(name.split()).casefold()
    return next((item for item in record.staff() if item.name.casefold() == wanted), None)


def _event(clock: Clock, ids: IdSource, actor: str, body: EventBody) -> Event:
    return Event(ids.event_id(), clock.now(), actor, None, body)
