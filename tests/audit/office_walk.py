"""Pages of the staff as they look on one device: doors, cases, office, and the machine itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.ports.record_door import DoorState
from kiosk.theme.tokens import Contrast, Device, TextSize
from kiosk.ui.guarding import let_maintain
from kiosk.ui.maintenance_flow import MaintenanceFlow
from tests.audit.setups import TOKENS
from tests.audit.snapshot import Node, Snapshot, take
from tests.audit.walk import Place
from tests.old_cases import ADMIN, with_old_cases
from tests.stage import (
    CODE,
    OFFICER,
    PatientTaps,
    Stage,
    memory_program,
    open_public_stage,
    open_stage,
    public_machine,
)

CASE = "cases open EV-1042"
PAGES = {
    "sign in": None,
    "cases": (),
    "case": (CASE,),
    "tasks": ("bar openOffice",),
    "import": ("cases askImport",),
    "brochures": ("cases askBrochure",),
    "measure": ("bar openOffice", "office open measure_screen"),
    "mail out": ("bar openOffice", "office open mail_out"),
    "returned letters": ("bar openOffice", "office open return_letters"),
    "hand over": (CASE, "actions handOver"),
    "print": (CASE, "actions printBrochure"),
    "note": (CASE, "actions writeNote"),
    "correct": (CASE, "actions correct"),
}
DOORS = {"unlock": DoorState.LOCKED, "set up": DoorState.NOT_SET_UP}
LOCKED, OPEN_AGAIN = "cleaning", "cleaning over"
_CLEANED_S = 31


@dataclass
class ShutDoor:
    """Implements ``RecordDoor``; nobody opens it here."""

    state: DoorState
    has_keyring: bool = True

    def open_at_hand(self) -> bool:
        """Nothing is at hand."""
        return False

    def lock(self) -> None:
        """It is shut."""

    def unlock(self, passphrase: str) -> None:
        """Nobody does."""

    def set_up(self, passphrase: str, escrow_file: str, *, in_keyring: bool) -> None:
        """Nobody does."""


@dataclass(frozen=True, slots=True)
class Office:
    """Staff pages as they looked on one device.

    Attributes:
        pages: Each at entry.
    """

    device: Device
    pages: tuple[Snapshot, ...]

    def controls(self) -> Iterator[tuple[Snapshot, Node]]:
        """Every control of every page."""
        return ((page, node) for page in self.pages for node in page.controls)


def walk_office(device: str, home: Path) -> Office:
    """Open every page once.

    Args:
        device: Name of a screen.
        home: Folder where staff keep files.
    """
    pages = [*_at_work(device, home), *_at_doors(device, home)]
    machine = walk_machine(device)[:1] if TOKENS.devices[device].is_kiosk else ()
    return Office(TOKENS.devices[device], (*pages, *machine))


def walk_machine(device: str) -> tuple[Snapshot, ...]:
    """The page of a kiosk itself, then the two of its cleaning."""
    return tuple(_at_machine(device))


def _at_work(device: str, home: Path) -> Iterator[Snapshot]:
    for name, steps in PAGES.items():
        own = home / name
        own.mkdir()
        program = with_old_cases(memory_program())
        with open_stage(program, device, TextSize.M, Contrast.STANDARD, own) as stage:
            _go(stage, steps)
            yield take(stage, Place(name))


def _at_doors(device: str, home: Path) -> Iterator[Snapshot]:
    for name, state in DOORS.items():
        program = memory_program()
        program.door = ShutDoor(state)
        with open_stage(program, device, TextSize.M, Contrast.STANDARD, home) as stage:
            yield take(stage, Place(name))


def _at_machine(device: str) -> Iterator[Snapshot]:
    program = memory_program()
    machine = public_machine(program)
    with open_public_stage(program, machine, PatientTaps(), device) as stage:
        cloth_ms = 0.0
        flow = let_maintain(stage.open, machine, lambda: cloth_ms)
        assert flow is not None
        _sign_in(stage, flow)
        yield take(stage, Place("maintenance"))
        stage.open.staff.desk.maintenance.clean()
        stage.reader.settle()
        yield take(stage, Place(LOCKED))
        cloth_ms += _CLEANED_S * 1000
        flow.look()
        stage.reader.settle()
        yield take(stage, Place(OPEN_AGAIN))


def _sign_in(stage: Stage, flow: MaintenanceFlow) -> None:
    flow.corners.drawn.emit()
    stage.open.staff.desk.signIn.pick(OFFICER)
    stage.open.staff.desk.signIn.signIn(CODE)
    stage.reader.settle()


def _go(stage: Stage, steps: tuple[str, ...] | None) -> None:
    """From the sign-in page to a page; None stays there."""
    desk = stage.open.staff.desk
    desk.signIn.pick(ADMIN)
    if steps is not None:
        desk.signIn.signIn(CODE)
    for step in steps or ():
        page, action, *words = step.split()
        owner = desk if page == "bar" else getattr(desk, page)
        getattr(owner, action)(*words)
    stage.reader.settle()
