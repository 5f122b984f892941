"""A sealed record of a tour's own, behind the door that a window shows first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

from kiosk.app.bind_record import bind_record
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.ports.record_door import DoorState
from kiosk.app.program import Program
from kiosk.bootstrap.packs import words_in
from kiosk.bootstrap.programs import ports
from kiosk.domain.eligibility import OfferingOn
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.municipality import Municipality
from kiosk.late_adapters import LateRules
from kiosk.record.copies.record_copies import OpenRecordCopies
from kiosk.settings import Resources
from kiosk.system import SystemIds
from kiosk.unlocking import WindowDoor


class NoKeyring:
    """Implements ``Keyring``: a tour leaves nothing in the keyring of whoever plays it."""

    def is_there(self) -> bool:
        """Whether there is one: never."""
        return False

    def keep(self, store: str, key: bytes) -> None:  # noqa: ARG002  the port's names
        """Refuse to keep a key."""
        raise StorageError(StorageFault.KEYRING_LOST)

    def find(self, store: str) -> bytes | None:  # noqa: ARG002  the port's name
        """No key."""
        return None

    def forget(self, store: str) -> None:
        """There is nothing to forget."""


@contextmanager
def behind_door(
    municipality: Municipality, resources: Resources, clock: Clock, folder: Path, content: Path
) -> Iterator[Program]:
    """The program before a record that is locked, or not set up; closed at the end.

    ``folder`` is the record's; rules that are tried belong to the pack in ``content``.
    """
    is_there = folder.is_dir() and any(folder.iterdir())
    door = WindowDoor(
        folder,
        words_in(resources, municipality.default_language),
        DoorState.LOCKED if is_there else DoorState.NOT_SET_UP,
        OfferingOn(municipality, clock.now().date()),
        NoKeyring(),
        lambda record: bind_record(record, municipality, clock, SystemIds()),
    )
    wired = replace(
        ports(resources, municipality, cast("Record", door.record), clock),
        door=door,
        copies=OpenRecordCopies(door.record),
        rules=LateRules(content),
    )
    try:
        yield Program(municipality, wired)
    finally:
        door.record.close()
