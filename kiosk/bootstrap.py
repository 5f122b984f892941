"""The only place that knows every adapter; each is imported when it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kiosk.app.ports import Record, Words
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.settings import Settings
from kiosk.system import SystemClock, SystemIds

if TYPE_CHECKING:
    from kiosk.app.sign_in import AddStaff


def words_in(settings: Settings, language: Language) -> Words:
    """Texts and formats of one language."""
    from kiosk.i18n import GettextWords

    return GettextWords(language, settings.resources.locales)


def open_municipality(settings: Settings) -> Municipality:
    """The content pack, checked whole.

    Raises:
        ContentError: Anything is wrong with the pack.
        RefusedError: The pack is of a kind that this version does not open.
    """
    from kiosk.app.open_pack import require_example
    from kiosk.content import load_pack

    municipality = load_pack(settings.content, SystemClock().now().date())
    require_example(municipality)
    return municipality


@contextmanager
def opened_record(settings: Settings) -> Iterator[Record]:
    """The record, made on first use, and closed at the end.

    Raises:
        StoreBusyError: Another process has it open.
        StorageError: It cannot be opened.
    """
    from kiosk.record.ledger_record import open_record

    record = open_record(settings.data)
    try:
        yield record
    finally:
        record.close()


def staff_adder(record: Record) -> "AddStaff":
    """Adds staff members to ``record``."""
    from kiosk.app.sign_in import AddStaff
    from kiosk.record.hashing import Argon2Hasher

    return AddStaff(record, Argon2Hasher(), SystemClock(), SystemIds())
