"""A record belongs to the municipality whose content pack opened it first."""

from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.domain.errors import BoundElsewhereError
from kiosk.domain.event_kind import PROGRAM, Event
from kiosk.domain.municipality import Municipality
from kiosk.domain.record_events import RecordBound


def bind_record(record: Record, municipality: Municipality, clock: Clock, ids: IdSource) -> None:
    """Bind an unbound record to a municipality before anything else is stored.

    A damaged record that nobody owns yet stays as it is: it can only be read.

    Raises:
        BoundElsewhereError: It belongs to another municipality, or to an example.
        StorageError: Nothing was stored.
    """
    bound = record.bound_to
    if bound is None:
        _bind(record, municipality, clock, ids)
    elif (bound.municipality, bound.is_example) != (municipality.id, municipality.is_example):
        raise BoundElsewhereError(bound.name, is_example=bound.is_example)


def _bind(record: Record, municipality: Municipality, clock: Clock, ids: IdSource) -> None:
    if record.damage is not None:
        return
    body = RecordBound(municipality.id, municipality.name, municipality.is_example)
    record.append([Event(ids.event_id(), clock.now(), PROGRAM, None, body)])
