"""Wires every adapter; each is imported when it is needed."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kiosk.app.ports.content import Offering
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.domain.edition import Edition
from kiosk.domain.errors import ContentError
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
from kiosk.settings import Resources, Settings, SettingsError
from kiosk.system import SystemClock, SystemIds, case_list_bytes

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.app.machine_care import MachineCare
    from kiosk.app.machine_notes import MachineNotes
    from kiosk.app.manage_staff import ManageStaff
    from kiosk.app.nonchoice.tried import Tried
    from kiosk.app.ports.outbox import Outbox
    from kiosk.app.ports.press import MailFolder
    from kiosk.app.ports.record_copies import RecordCopies
    from kiosk.app.program import Program
    from kiosk.app.program_ports import Ports
    from kiosk.app.public_machine import PublicMachine
    from kiosk.app.self_test import SelfTest
    from kiosk.app.sign_in import SignIn
    from kiosk.domain.document.sheet import Sheet
    from kiosk.machine.files import FileMachineLog
    from kiosk.record.late_record import LateRecord
    from kiosk.record.ledger_record import LedgerRecord
    from kiosk.ui.staff_files import StaffFiles


def words_in(resources: Resources, language: Language) -> Words:
    """Texts and formats of one language."""
    from kiosk.i18n import GettextWords

    return GettextWords(language, resources.locales)


def open_municipality(settings: Settings, clock: Clock) -> Municipality:
    """The content pack, checked whole.

    Raises:
        ContentError: Anything is wrong with the pack.
    """
    from kiosk.content import load_pack

    municipality = load_pack(settings.content, clock.now().date())
    require_room(settings, municipality, clock)
    return municipality


def require_room(settings: Settings, municipality: Municipality, clock: Clock) -> None:
    """Refuse a pack in which a text does not fit; what has passed is not laid out again.

    Raises:
        ContentError: A text has no room; holds every fault that was found.
    """
    from kiosk.layout.passed import PassedLayouts, layout_key

    if PassedLayouts(settings.data).has(layout_key(municipality, clock.now().date())):
        return
    from kiosk.layout.check import layout_problems

    # What is amiss in another edition is a warning, and nobody reads one here.
    only = (Edition.STANDARD,)
    problems = layout_problems(municipality, settings.resources, clock.now(), only)
    if any(not each.is_warning for each in problems):
        raise ContentError(problems)


def remember_room(settings: Settings, municipality: Municipality, clock: Clock) -> None:
    """Keep with the record that every text of the pack has room; without a folder, keep nothing."""
    from kiosk.layout.passed import PassedLayouts, layout_key

    passed, key = PassedLayouts(settings.data), layout_key(municipality, clock.now().date())
    if not passed.has(key):
        passed.add(key)


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
    bind = _binder(municipality)
    record = open_for_command(settings, words, is_example=is_example, bind=bind, offering=offering)
    record.check_before_writing()
    try:
        yield record
    finally:
        record.close()


def _binder(municipality: Municipality) -> Callable[[Record], None]:
    from kiosk.app.bind_record import bind_record

    return lambda record: bind_record(record, municipality, SystemClock(), SystemIds())


def machine_log(settings: Settings) -> "FileMachineLog":
    """The log of this machine, which holds nothing about a person."""
    from kiosk.machine.files import FileMachineLog

    return FileMachineLog(settings.data)


def machine_notes(settings: Settings) -> "MachineNotes":
    """Writes down what this machine and its staff do."""
    from kiosk.app.machine_notes import MachineNotes

    return MachineNotes(machine_log(settings), SystemClock())


def self_tests(settings: Settings) -> "tuple[SelfTest, ...]":
    """Every part of the self-test of this machine."""
    from kiosk.app.self_test import (
        BY_HAND,
        ClockTest,
        DiskTest,
        FolderTest,
        FontsTest,
        PackTest,
        PrinterTest,
    )
    from kiosk.machine.probe import DiskProbe, local_now
    from kiosk.printing.first_printer import FirstPrinter

    clock = SystemClock()
    printer = FirstPrinter(system_printer(sys.platform), settings.printer)
    probe = DiskProbe(settings.data, settings.resources.fonts)
    return (
        FolderTest(probe),
        DiskTest(probe),
        ClockTest(clock, local_now, last_noted=partial(_last_noted, settings)),
        FontsTest(probe),
        PackTest(partial(open_municipality, settings, clock)),
        PrinterTest(printer),
        *BY_HAND,
    )


def _last_noted(settings: Settings) -> "datetime | None":
    """The latest minute of the machine's log; None where it cannot be read either."""
    from kiosk.app.day_report import latest_noted
    from kiosk.domain.errors import StorageError

    try:
        return latest_noted(machine_log(settings).read().events)
    except StorageError:
        return None


def machine_care(settings: Settings, municipality: Municipality) -> "MachineCare":
    """What staff do to keep this machine fit."""
    from kiosk.app.machine_care import MachineCare
    from kiosk.app.self_test import BY_HAND
    from kiosk.printing.first_printer import FirstPrinter

    return MachineCare(
        municipality=municipality,
        tests=[each for each in self_tests(settings) if each not in BY_HAND],
        notes=machine_notes(settings),
        log=machine_log(settings),
        printer=FirstPrinter(system_printer(sys.platform), settings.printer),
        pdf=partial(sheet_pdf, settings),
        clock=SystemClock(),
    )


def sheet_pdf(settings: Settings, sheet: "Sheet", issued_at: "datetime") -> bytes:
    """A sheet as a file, without a record."""
    words_for = cache(partial(words_in, settings.resources))
    return LateDocuments(settings.resources, words_for).sheet(sheet, issued_at)


def staff_list(record: Record) -> "tuple[ManageStaff, SignIn]":
    """The list of staff, and what checks the code of the one who changes it."""
    from kiosk.app.manage_staff import ManageStaff
    from kiosk.app.sign_in import SignIn

    parts = record, LateHasher(), SystemClock(), SystemIds()
    return ManageStaff(*parts), SignIn(*parts)


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
    bind = _binder(municipality)
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


def run_window(
    program: "Program",
    settings: Settings,
    device: str = "",
    on_first_frame: Callable[[], None] | None = None,
    *,
    is_watched: bool = False,
    is_public: bool = False,
) -> int:
    """Open the window and wait until it is closed.

    Args:
        program: What the window shows and does.
        settings: Assets, language of the staff's pages, and the machine's usual screen profile.
        device: Screen profile for this time; empty for the usual one.
        on_first_frame: Called when something is on the screen; the program ends then.
        is_public: Whether strangers use the machine alone.
        is_watched: Whether ``kiosk watch`` listens to signs of life on the standard output.
    """
    from kiosk.theme.screen_file import FILE_NAME as SCREEN_FILE
    from kiosk.ui.running import RunOptions, run

    assets = settings.resources.assets
    chosen = device or settings.device
    options = RunOptions(
        assets=assets,
        device=chosen,
        language=settings.language,
        files=staff_files(),
        screen_file=settings.data / SCREEN_FILE,
        on_first_frame=on_first_frame,
        is_watched=is_watched,
        strangers=_public_machine(program, settings) if is_public else None,
        care=machine_care(settings, program.municipality) if is_public else None,
        scanner_prefix=settings.scanner_prefix,
        idle=settings.idle,
    )
    return run(program, options)


def _public_machine(program: "Program", settings: Settings) -> "PublicMachine":
    from kiosk.app.public_machine import PublicMachine
    from kiosk.machine.files import FileMachineLog, FileOrderStock
    from kiosk.machine.known_exits import FileKnownExits

    log, stock = FileMachineLog(settings.data), FileOrderStock(settings.data)
    known = FileKnownExits(settings.data)
    program.know_exits(known.exits())
    explain, municipality = program.explain, program.municipality
    return PublicMachine(municipality, explain, log, stock, program.clock, program.ids, known)


def require_profile(settings: Settings) -> None:
    """Refuse a screen profile of the settings that the theme does not have.

    Raises:
        SettingsError: There is no such screen profile.
    """
    if settings.device and settings.device not in (known := profiles(settings.resources)):
        raise SettingsError(settings.file, "device", "settings.not_allowed", known)


def profiles(resources: Resources) -> tuple[str, ...]:
    """Names of the screen profiles that the theme has."""
    from kiosk.theme.tokens import Tokens

    return tuple(Tokens(resources.assets / "theme" / "tokens.toml").devices)


def staff_files() -> "StaffFiles":
    """Where documents may be saved from the staff's pages."""
    from kiosk.printing.files import suggested_name, write_file
    from kiosk.ui.staff_files import StaffFiles

    return StaffFiles(Path.home(), write_file, suggested_name)
