"""The use cases, wired to this machine."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.bootstrap.packs import open_municipality, remember_room, words_in
from kiosk.bootstrap.records import binder, opened_record
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.late_adapters import (
    LateDocuments,
    LateHasher,
    LatePress,
    LateReader,
    LateRules,
    system_printer,
)
from kiosk.settings import Resources, Settings
from kiosk.system import SystemClock, SystemIds, case_list_bytes

if TYPE_CHECKING:
    from kiosk.app.nonchoice.tried import Tried
    from kiosk.app.ports.outbox import Outbox
    from kiosk.app.ports.press import MailFolder
    from kiosk.app.ports.record_copies import RecordCopies
    from kiosk.app.program import Program
    from kiosk.app.program_ports import Ports
    from kiosk.record.late_record import LateRecord
    from kiosk.record.ledger_record import LedgerRecord


@contextmanager
def opened_program(settings: Settings) -> "Iterator[Program]":
    """Everything, wired to this machine; the record is closed at the end.

    Raises:
        ContentError: Anything is wrong with the content pack; no record is touched then.
        RefusedError: The passphrase cannot be read.
        StorageError: The record cannot be opened.
    """
    from kiosk.domain.eligibility import OfferingOn

    clock = SystemClock()
    municipality = open_municipality(settings, clock)
    offering = OfferingOn(municipality, clock.now().date())
    with opened_record(settings, municipality, offering) as record:
        remember_room(settings, municipality, clock)
        yield _wired(settings, municipality, record, clock)


def unrecorded_program(settings: Settings) -> "Program":
    """Everything but the record: what is done here concerns nobody, and is forgotten at the end.

    Raises:
        ContentError: Anything is wrong with the content pack.
    """
    from kiosk.record.memory import MemoryRecord

    clock = SystemClock()
    municipality = open_municipality(settings, clock)
    return _wired(settings, municipality, MemoryRecord(), clock)


@contextmanager
def window_program(settings: Settings, *, is_public: bool = False) -> "Iterator[Program]":
    """As ``opened_program``, but a page asks for what opens the record where it is missing.

    Args:
        settings: Where everything lies.
        is_public: Strangers use the machine: no record is opened before a staff member comes.

    Raises:
        ContentError: Anything is wrong with the content pack; no record is touched then.
        RefusedError: The passphrase cannot be read.
        StorageError: The record cannot be opened in any way.
    """
    from kiosk.app.program import Program
    from kiosk.domain.eligibility import OfferingOn
    from kiosk.machine.try_file import FileTryBook
    from kiosk.record.store import StoreState
    from kiosk.unlocking import WindowDoor, closed_door, open_for_window, store_for

    clock = SystemClock()
    municipality = open_municipality(settings, clock)
    is_example, offering = municipality.is_example, OfferingOn(municipality, clock.now().date())
    words = words_in(settings.resources, municipality.default_language)
    is_trial = store_for(settings, is_example=is_example) is StoreState.TRIAL
    bind = binder(municipality)
    opening = closed_door if is_public else open_for_window
    found = opening(settings, words, is_example=is_example, offering=offering, bind=bind)
    door, record = (found, found.record) if isinstance(found, WindowDoor) else (None, found)
    try:
        remember_room(settings, municipality, clock)
        wired = ports(
            settings.resources, municipality, cast("Record", record), clock, settings.printer
        )
        copies = None if is_trial else _copies(record)
        tries = FileTryBook(settings.data)
        wired = replace(wired, is_trial=is_trial, is_public=is_public, door=door, copies=copies)
        yield Program(
            municipality, replace(wired, door_tries=tries, rules=LateRules(settings.content))
        )
    finally:
        record.close()


def simulated_rule(
    settings: Settings, rule: Path, case_list: Path, state: NonchoiceState
) -> "Tried":
    """Try the rules of a file, or of another pack, on a case list; no record is opened.

    Raises:
        CaseListError: The list as a whole cannot be read.
        ContentError: The pack or the rules have faults.
        RefusedError: The rules are another municipality's, or nobody in the list can choose.
    """
    from kiosk.app.nonchoice.try_rule import try_on_list, with_language_codes

    clock = SystemClock()
    present = open_municipality(settings, clock)
    tried = LateRules(settings.content).at(str(rule))
    reader = LateReader(settings.resources, present, clock)
    read = reader.open(case_list_bytes(case_list)).read()
    code_of = words_in(settings.resources, Language.BOKMAL).language_code
    coded = replace(read, cases=with_language_codes(read.cases, code_of))
    return try_on_list(present, tried, coded, state, clock.now().date())


def _copies(record: "LedgerRecord | LateRecord") -> "RecordCopies":
    from kiosk.record.copies.record_copies import OpenRecordCopies

    return OpenRecordCopies(record)


def ports(
    resources: Resources,
    municipality: Municipality,
    record: Record,
    clock: Clock,
    first_printer: str = "",
) -> "Ports":
    """This machine's adapters around a record and a clock.

    Args:
        resources: The program's own files.
        municipality: The content pack.
        record: Where events go.
        clock: The time.
        first_printer: Queue that is offered first; empty for the system's default.
    """
    from kiosk.app.program_ports import Ports
    from kiosk.domain.working_calendar import NorwegianCalendar
    from kiosk.printing.first_printer import FirstPrinter

    # Once a language: its catalogue takes longer to read than a letter to print.
    words_for = cache(partial(words_in, resources))
    return Ports(
        record=record,
        clock=clock,
        ids=SystemIds(),
        working=NorwegianCalendar(),
        words_for=words_for,
        hasher=LateHasher(),
        reader=LateReader(resources, municipality, clock),
        documents=LateDocuments(resources, words_for),
        printer=FirstPrinter(system_printer(sys.platform), first_printer),
        outbox_in=_outbox_in,
        press=LatePress(resources, words_for),
        mail_folder_in=_mail_folder_in,
    )


def _wired(
    settings: Settings, municipality: Municipality, record: Record, clock: Clock
) -> "Program":
    from kiosk.app.program import Program

    wired = ports(settings.resources, municipality, record, clock, settings.printer)
    return Program(municipality, replace(wired, rules=LateRules(settings.content)))


def _outbox_in(folder: str) -> "Outbox":
    from kiosk.printing.outbox import FolderOutbox

    return FolderOutbox(Path(folder))


def _mail_folder_in(folder: str, batch: str) -> "MailFolder":
    from kiosk.printing.mail_folder import DiskMailFolder

    return DiskMailFolder(Path(folder), batch)


def wire(
    resources: Resources,
    municipality: Municipality,
    record: Record,
    clock: Clock,
    first_printer: str = "",
) -> "Program":
    """The use cases over a record and a clock; tours bring their own."""
    from kiosk.app.program import Program

    return Program(municipality, ports(resources, municipality, record, clock, first_printer))
