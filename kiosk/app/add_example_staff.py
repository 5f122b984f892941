"""The staff of an example pack."""

from dataclasses import dataclass

from kiosk.app.ports.machine import Clock, CodeHasher, IdSource
from kiosk.app.ports.record import Record
from kiosk.domain.event_kind import PROGRAM, Event
from kiosk.domain.municipality import ExampleStaff, Municipality
from kiosk.domain.staff import StaffMember, StaffRole


@dataclass(frozen=True, slots=True)
class AddExampleStaff:
    """Gives a new record of an EXAMPLE pack the staff whose codes stand on the sign-in page.

    Hashes every code, so call it off the drawing thread, before the first sign-in.
    """

    record: Record
    hasher: CodeHasher
    clock: Clock
    ids: IdSource

    def add_to_empty(self, municipality: Municipality) -> None:
        """Add them all where nobody ever could sign in; any other pack or record stays as it is.

        Raises:
            StorageError: Nothing was stored.
        """
        if not municipality.is_example or self.record.staff_entries():
            return
        self.record.append([self._added(example) for example in municipality.example_staff])

    def _added(self, example: ExampleStaff) -> Event:
        from kiosk.domain.staff_events import StaffAdded  # noqa: PLC0415  once in a record's life

        code_hash = self.hasher.hash(example.code)
        body = StaffAdded(StaffMember(example.name, StaffRole(example.role), code_hash))
        return Event(self.ids.event_id(), self.clock.now(), PROGRAM, None, body)
