"""A whole public machine in one process: its files in a folder, its clock in our hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from kiosk.app.bind_record import bind_record
from kiosk.app.machine_care import MachineCare
from kiosk.app.machine_notes import MachineNotes
from kiosk.app.ports.record import Record
from kiosk.app.program import Program
from kiosk.app.public_machine import PublicMachine
from kiosk.bootstrap.packs import open_municipality, words_in
from kiosk.bootstrap.programs import ports
from kiosk.devtools.tour_case import TourCase, stock
from kiosk.devtools.tour_options import TourOptions, outfit
from kiosk.domain.eligibility import OfferingOn
from kiosk.domain.municipality import Municipality
from kiosk.late_adapters import LateRules
from kiosk.machine.files import FileMachineLog, FileOrderStock
from kiosk.printing.memory import MemoryPrinter
from kiosk.record.ledger_record import LedgerRecord, open_trial_record
from kiosk.settings import Overrides, Settings, read_settings
from kiosk.system import SystemIds
from kiosk.ui.application import OpenWindow, gui_application
from kiosk.ui.guarding import let_maintain
from kiosk.ui.maintenance_flow import MaintenanceFlow
from kiosk.unlocking import closed_door

DEVICE = "kiosk-21"
_MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Europe/Oslo"))


@dataclass
class DayClock:
    """Stands still until somebody does something; the time of day and the time for taps.

    Attributes:
        passed_ms: Since the machine was switched on in the morning.
    """

    passed_ms: float = 0.0

    def now(self) -> datetime:
        """The time of day."""
        return _MORNING + timedelta(milliseconds=self.passed_ms)

    def now_ms(self) -> float:
        """The clock of taps and of idle time."""
        return self.passed_ms

    def pass_s(self, seconds: float) -> None:
        """Let time go by."""
        self.passed_ms += seconds * 1000


@dataclass
class SoakedMachine:
    """An open window for strangers, with all that is behind it.

    Attributes:
        log: The machine's log, a real file.
        case: Whom staff hand the screen to, and the code of one of them.
        maintenance: The pages of whoever cleans and tests the machine.
    """

    folder: Path
    program: Program
    public: PublicMachine
    log: FileMachineLog
    printer: MemoryPrinter
    clock: DayClock
    case: TourCase
    window: OpenWindow = field(repr=False)
    maintenance: MaintenanceFlow = field(repr=False)


@contextmanager
def soaked_machine(
    folder: Path, prepare: Callable[[Program], None] = lambda _program: None
) -> Iterator[SoakedMachine]:
    """Open the example's public machine over an empty folder; the window is closed at the end.

    Args:
        folder: The data folder.
        prepare: Told of the program while the record is open for the first time.
    """
    gui_application()
    settings, clock, printer = read_settings(Overrides(data=folder)), DayClock(), MemoryPrinter()
    municipality = open_municipality(settings, clock)
    case = _stocked(settings, municipality, clock, prepare)
    with _behind_door(settings, municipality, clock, printer) as program:
        log, blocks = FileMachineLog(folder), FileOrderStock(folder)
        public = PublicMachine(municipality, program.explain, log, blocks, clock, program.ids)
        look = TourOptions(folder, settings.content, device=DEVICE)
        dressed = replace(
            outfit(settings.resources, look, folder), strangers=public, now_ms=clock.now_ms
        )
        window = OpenWindow(program, dressed)
        care = let_maintain(
            window, public, clock.now_ms, lambda _status: None, _care(program, log, printer)
        )
        assert care is not None  # noqa: S101  strangers use this one
        try:
            yield SoakedMachine(folder, program, public, log, printer, clock, case, window, care)
        finally:
            window.close()


def _care(program: Program, log: FileMachineLog, printer: MemoryPrinter) -> MachineCare:
    """Tests by hand alone: the machine's own would be those of whoever plays the day."""
    notes = MachineNotes(log, program.clock)
    parts = notes, log, printer, lambda _sheet, _at: b"%PDF", program.clock
    return MachineCare(program.municipality, [], *parts)


def _stocked(
    settings: Settings,
    municipality: Municipality,
    clock: DayClock,
    prepare: Callable[[Program], None],
) -> TourCase:
    """A record with the example's cases and staff, as whoever sets the machine up leaves it."""
    record = open_trial_record(settings.data, OfferingOn(municipality, clock.now().date()))
    program = Program(municipality, ports(settings.resources, municipality, record, clock))
    case = stock(program, settings.content)
    prepare(program)
    record.close()
    return case


@contextmanager
def _behind_door(
    settings: Settings, municipality: Municipality, clock: DayClock, printer: MemoryPrinter
) -> Iterator[Program]:
    def bind(record: LedgerRecord) -> None:
        bind_record(record, municipality, clock, SystemIds())

    words = words_in(settings.resources, municipality.default_language)
    offering = OfferingOn(municipality, clock.now().date())
    door = closed_door(settings, words, is_example=True, offering=offering, bind=bind)
    record = cast("Record", door.record)
    wired = ports(settings.resources, municipality, record, clock)
    wired = replace(wired, is_trial=True, door=door, printer=printer)
    try:
        yield Program(municipality, replace(wired, rules=LateRules(settings.content)))
    finally:
        door.record.close()
