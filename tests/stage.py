"""A whole window over a record in memory, for tests that look at pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from kiosk.app.program import Program
from kiosk.app.public_machine import PublicMachine
from kiosk.bootstrap.programs import ports
from kiosk.content import load_pack
from kiosk.devtools.accessible import AccessibleWindow
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import OfferingOn
from kiosk.domain.idle_times import MachineIdleTimes
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.staff import StaffRole
from kiosk.late_adapters import LateRules
from kiosk.machine.memory import MemoryMachineLog, MemoryOrderStock
from kiosk.printing.memory import MemoryPrinter
from kiosk.record.memory import MemoryRecord
from kiosk.settings import Resources
from kiosk.theme.tokens import Contrast, TextSize, Tokens
from kiosk.ui.application import OpenWindow, Outfit
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import ImmediateTasks

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=ZoneInfo("Europe/Oslo"))
OFFICER = "Kari Eksempel"
CODE = "258025"
SOLVEIG = CaseRef("EV-1042")


class FixedClock:
    """Stands still until it is told otherwise."""

    def __init__(self, now: datetime = NOW) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time


class PlainHasher:
    """Hashes nothing: tests of pages need no Argon2."""

    def hash(self, code: str) -> str:
        return f"plain:{code}"

    def verify(self, code: str, code_hash: str) -> bool:
        return code_hash == f"plain:{code}"


class PatientTaps:
    """A clock for taps that jumps a second at each look, as a slow finger does."""

    def __init__(self) -> None:
        self.ms = 0.0

    def __call__(self) -> float:
        self.ms += 1000
        return self.ms


@cache
def example() -> Municipality:
    """The example pack, read once."""
    return load_pack(Resources.shipped().example, NOW.date())


def memory_program(
    municipality: Municipality | None = None,
    clock: FixedClock | None = None,
    *,
    is_public: bool = False,
) -> Program:
    """The program over a record in memory, with the example's cases and one staff member."""
    time = clock or FixedClock()
    content = municipality or example()
    adapters = replace(
        ports(
            Resources.shipped(),
            content,
            MemoryRecord(offering=OfferingOn(content, time.now().date())),
            time,
        ),
        hasher=PlainHasher(),
        printer=MemoryPrinter(),
        rules=LateRules(Resources.shipped().example),
        is_public=is_public,
    )
    program = Program(content, adapters)
    stock(program)
    return program


def public_machine(program: Program) -> PublicMachine:
    """What a machine that strangers use keeps, in memory."""
    log, blocks = MemoryMachineLog(), MemoryOrderStock()
    parts = program.clock, program.ids
    return PublicMachine(program.municipality, program.explain, log, blocks, *parts)


def stock(program: Program) -> None:
    """The example's cases, and one staff member who can sign in."""
    program.manage_staff.add(OFFICER, StaffRole.CASE_OFFICER, CODE)
    preview = program.import_cases.preview((Resources.shipped().example / "cases.csv").read_bytes())
    program.import_cases.confirm(preview, close_missing=False, actor=OFFICER)


@dataclass
class Stage:
    """An open window and what a screen reader sees of it."""

    program: Program
    open: OpenWindow
    reader: AccessibleWindow

    def visit(self, case: CaseRef = SOLVEIG, language: Language = Language.BOKMAL) -> None:
        """Begin a visit on the welcome page, past the staff's side."""
        handed = self.program.hand_over.begin(case, language, (), OFFICER)
        self.open.settings.set_language(language)
        flow = self.open.flow
        self.open.state.begin(handed, OFFICER)
        flow.start()
        while not self.open.window.property("isReady"):
            QCoreApplication.processEvents()
        self.reader.settle()


@contextmanager
def open_stage(
    program: Program,
    device: str = "laptop-14",
    size: TextSize = TextSize.M,
    contrast: Contrast = Contrast.STANDARD,
    home: Path = Path("/nonexistent"),
    press_hold_ms: int = 0,
) -> Iterator[Stage]:
    """A window of a device's size; closed at the end."""
    outfit = replace(_outfit(device, home), press_hold_ms=press_hold_ms)
    with _open_stage(program, outfit) as stage:
        stage.open.theme.show(size, contrast)
        stage.reader.settle()
        yield stage


@contextmanager
def open_public_stage(
    program: Program,
    machine: PublicMachine,
    now_ms: Callable[[], float],
    device: str = "kiosk-21",
    idle: MachineIdleTimes | None = None,
) -> Iterator[Stage]:
    """The window of a machine that strangers use; closed at the end."""
    outfit = replace(_outfit(device, Path("/nonexistent")), strangers=machine, now_ms=now_ms)
    outfit = replace(outfit, idle=idle or outfit.idle)
    with _open_stage(program, outfit) as stage:
        yield stage


def _outfit(device: str, home: Path) -> Outfit:
    resources = Resources.shipped()
    return Outfit(
        assets=resources.assets,
        device=Tokens(resources.assets / "theme" / "tokens.toml").devices[device],
        language=Language.BOKMAL,
        tasks=ImmediateTasks(),
        files=StaffFiles(home, lambda pdf, path: None, lambda kind, code: f"{kind}-{code}.pdf"),
        now_ms=PatientTaps(),
        press_hold_ms=0,
    )


@contextmanager
def _open_stage(program: Program, outfit: Outfit) -> Iterator[Stage]:
    window = OpenWindow(program, outfit)
    stage = Stage(program, window, AccessibleWindow(window.window))
    stage.reader.settle()
    try:
        yield stage
    finally:
        window.close()
