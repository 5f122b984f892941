"""Opens the record that belongs to a pack."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from kiosk.app.ports.content import Offering
from kiosk.app.ports.record import Record
from kiosk.bootstrap.packs import words_in
from kiosk.domain.municipality import Municipality
from kiosk.late_adapters import LateHasher
from kiosk.settings import Settings
from kiosk.system import SystemClock, SystemIds

if TYPE_CHECKING:
    from kiosk.app.manage_staff import ManageStaff
    from kiosk.app.sign_in import SignIn


@contextmanager
def opened_record(
    settings: Settings, municipality: Municipality, offering: Offering | None = None
) -> Iterator[Record]:
    """The record that belongs to a pack, closed at the end.

    Args:
        settings: Where it lies, and where its passphrase comes from.
        municipality: The content pack; an example's record is begun on first use.
        offering: What can be chosen, for the list of cases; None where nobody looks at it.

    Raises:
        BoundElsewhereError: It belongs to another municipality.
        StoreBusyError: Another process has it open.
        RefusedError: The passphrase cannot be read.
        StorageError: It is not set up yet, or cannot be opened.
    """
    from kiosk.unlocking import open_for_command

    words = partial(words_in, settings.resources, settings.language)
    is_example = municipality.is_example
    bind = binder(municipality)
    record = open_for_command(settings, words, is_example=is_example, bind=bind, offering=offering)
    record.check_before_writing()
    try:
        yield record
    finally:
        record.close()


def binder(municipality: Municipality) -> Callable[[Record], None]:
    """Notes in a record that is opened for the first time whose it is."""
    from kiosk.app.bind_record import bind_record

    return lambda record: bind_record(record, municipality, SystemClock(), SystemIds())


def staff_list(record: Record) -> "tuple[ManageStaff, SignIn]":
    """The list of staff, and what checks the code of the one who changes it."""
    from kiosk.app.manage_staff import ManageStaff
    from kiosk.app.sign_in import SignIn

    parts = record, LateHasher(), SystemClock(), SystemIds()
    return ManageStaff(*parts), SignIn(*parts)
