"""The list of staff: who can sign in, no longer, in another role, or with another code."""

from dataclasses import dataclass

from kiosk.app.ports.machine import Clock, CodeHasher, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError, Thing
from kiosk.domain.event import (
    PROGRAM,
    Event,
    EventBody,
    StaffAdded,
    StaffCodeChanged,
    StaffRemoved,
    StaffRoleChanged,
)
from kiosk.domain.free_text import LONGEST_NAME, objections
from kiosk.domain.staff import SHORTEST_CODE, StaffEntry, StaffMember, StaffRight, StaffRole


@dataclass(frozen=True, slots=True)
class ManageStaff:
    """Changes the list; hashes codes, so call it off the drawing thread.

    Every change is an event with its actor: an administrator who is signed in, or ``PROGRAM`` for
    whoever opened the record on the command line.
    """

    record: Record
    hasher: CodeHasher
    clock: Clock
    ids: IdSource

    def entries(self) -> tuple[StaffEntry, ...]:
        """All who could ever sign in, by name; may be empty."""
        return self.record.staff_entries()

    def add(self, name: str, role: StaffRole, code: str, actor: str = PROGRAM) -> StaffMember:
        """Let somebody sign in from now on.

        Raises:
            RefusedError: The name or the code does not do, or the actor may not.
            StorageError: Nothing was stored.
        """
        name = " ".join(name.split())
        _require([*self._not_allowed(actor), *self._name_objections(name), *_too_short(code)])
        member = StaffMember(name, role, self.hasher.hash(code))
        self._store(actor, StaffAdded(member))
        return member

    def remove(self, name: str, actor: str = PROGRAM) -> StaffMember:
        """Let somebody sign in no longer; the name stays wherever it was stored.

        Raises:
            NotFoundError: Nobody has this name.
            RefusedError: ``staff.is_removed``, ``staff.last_administrator``, or the actor may not.
            StorageError: Nothing was stored.
        """
        entry = self.active(name)
        _require([*self._not_allowed(actor), *self._last_administrator(entry.member)])
        self._store(actor, StaffRemoved(entry.member.name))
        return entry.member

    def change_code(self, name: str, code: str, actor: str = PROGRAM) -> StaffMember:
        """Give somebody another code; everybody may change their own.

        Raises:
            NotFoundError: Nobody has this name.
            RefusedError: ``staff.is_removed``, ``staff.code_short``, or the actor may not.
            StorageError: Nothing was stored.
        """
        member = self.active(name).member
        not_allowed = [] if actor == member.name else self._not_allowed(actor)
        _require([*not_allowed, *_too_short(code)])
        self._store(actor, StaffCodeChanged(member.name, self.hasher.hash(code)))
        return member

    def change_role(self, name: str, role: StaffRole, actor: str = PROGRAM) -> StaffMember:
        """Give somebody another role; the role that they have already is stored no second time.

        Raises:
            NotFoundError: Nobody has this name.
            RefusedError: ``staff.is_removed``, ``staff.last_administrator``, or the actor may not.
            StorageError: Nothing was stored.
        """
        member = self.active(name).member
        _require(self._not_allowed(actor))
        if role is not member.role:
            _require(self._last_administrator(member))
            self._store(actor, StaffRoleChanged(member.name, role))
        return member

    def active(self, name: str) -> StaffEntry:
        """Somebody who can sign in; letters may be small or capital.

        Raises:
            NotFoundError: Nobody has this name.
            RefusedError: ``staff.is_removed``.
        """
        entry = self._find(name)
        if entry is None:
            raise NotFoundError(Thing.STAFF)
        if not entry.is_active:
            raise RefusedError([Refusal("staff.is_removed")])
        return entry

    def _not_allowed(self, actor: str) -> list[Refusal]:
        if actor == PROGRAM:
            return []
        return rights_objections(self.record, actor, StaffRight.MANAGE_STAFF)

    def _name_objections(self, name: str) -> list[Refusal]:
        refusals = objections(name, LONGEST_NAME, "staff.name_missing")
        entry = self._find(name)
        if entry is not None and not entry.is_active:
            # The events of two people must be told apart, so a name is given once.
            refusals.append(Refusal("staff.name_was_used"))
        # The program signs its own events with a name that nobody may take.
        elif entry is not None or name.casefold() == PROGRAM:
            refusals.append(Refusal("staff.name_taken"))
        return refusals

    def _last_administrator(self, member: StaffMember) -> list[Refusal]:
        administrators = [
            each.name for each in self.record.staff() if each.role is StaffRole.ADMINISTRATOR
        ]
        return [Refusal("staff.last_administrator")] if administrators == [member.name] else []

    def _find(self, name: str) -> StaffEntry | None:
        wanted = " ".join(name.split()).casefold()
        entries = self.record.staff_entries()
        return next((each for each in entries if each.member.name.casefold() == wanted), None)

    def _store(self, actor: str, body: EventBody) -> None:
        self.record.append([Event(self.ids.event_id(), self.clock.now(), actor, None, body)])


def _too_short(code: str) -> list[Refusal]:
    if len(code) >= SHORTEST_CODE:
        return []
    return [Refusal("staff.code_short", {"length": str(SHORTEST_CODE)})]


def _require(refusals: list[Refusal]) -> None:
    if refusals:
        raise RefusedError(refusals)
