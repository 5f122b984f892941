"""Who can sign in: what every event about staff changes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from kiosk.domain.event_kind import EventKind
from kiosk.record.folding.payloads import Payload, given

Table = dict[str, Mapping[str, Any]]

# No name has a line break.
ANYBODY = "\n"
_NO_TRIES: Mapping[str, Any] = MappingProxyType({"failures": 0, "last": None})


class StaffFold:
    """Staff after all events so far.

    Attributes:
        entries: Staff entries by name, removed ones among them.
        tries: Wrong codes since the last right or new one, by name; those of whatever name since
            the last right one stand under ``ANYBODY``.
    """

    def __init__(self) -> None:
        self.entries: Table = {}
        self.tries: Table = {}

    def take_in(self, kind: str, payload: Payload) -> None:
        """Take in one more event; those that say nothing of staff change nothing.

        Raises:
            KeyError, TypeError: The payload is damaged.
        """
        change = _CHANGES.get(kind)
        if change is not None:
            change(self, payload)


def _staff_added(desk: StaffFold, payload: Payload) -> None:
    member = given(payload.body.member)
    at = payload.at
    desk.entries[member["name"]] = {
        "member": member,
        "added_at": at,
        "code_at": at,
        "removed_at": None,
        "stated_at": None,
        "ties": [],
    }


def _staff_removed(desk: StaffFold, payload: Payload) -> None:
    name = given(payload.body.name)
    desk.entries[name] = {**desk.entries[name], "removed_at": payload.at}


def _staff_code_changed(desk: StaffFold, payload: Payload) -> None:
    name, code_hash = given(payload.body.name), given(payload.body.code_hash)
    entry = desk.entries[name]
    member = {**entry["member"], "code_hash": code_hash}
    desk.entries[name] = {**entry, "member": member, "code_at": payload.at}
    desk.tries[name] = dict(_NO_TRIES)


def _staff_role_changed(desk: StaffFold, payload: Payload) -> None:
    name, role = given(payload.body.name), given(payload.body.role)
    entry = desk.entries[name]
    desk.entries[name] = {**entry, "member": {**entry["member"], "role": role}}


def _interests_stated(desk: StaffFold, payload: Payload) -> None:
    name, ties = payload.actor, given(payload.body.ties)
    desk.entries[name] = {**desk.entries[name], "stated_at": payload.at, "ties": ties}


def _signed_in(desk: StaffFold, payload: Payload) -> None:
    for name in (payload.actor, ANYBODY):
        desk.tries[name] = dict(_NO_TRIES)


def _sign_in_failed(desk: StaffFold, payload: Payload) -> None:
    for name in (given(payload.body.name), ANYBODY):
        before = desk.tries.get(name, _NO_TRIES)
        desk.tries[name] = {"failures": before["failures"] + 1, "last": payload.at}


_CHANGES: Mapping[str, Callable[[StaffFold, Payload], None]] = MappingProxyType(
    {
        EventKind.STAFF_ADDED.value: _staff_added,
        EventKind.STAFF_REMOVED.value: _staff_removed,
        EventKind.STAFF_CODE_CHANGED.value: _staff_code_changed,
        EventKind.STAFF_ROLE_CHANGED.value: _staff_role_changed,
        EventKind.INTERESTS_STATED.value: _interests_stated,
        EventKind.SIGNED_IN.value: _signed_in,
        EventKind.SIGN_IN_FAILED.value: _sign_in_failed,
    }
)
