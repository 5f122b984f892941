"""Runs the program in a real window until it is closed."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kiosk.app.program import Program
from kiosk.domain.idle_times import MachineIdleTimes
from kiosk.domain.language import Language
from kiosk.domain.machine_end import MachineEnd
from kiosk.theme.screens import device_for
from kiosk.theme.tokens import Device, tokens_in
from kiosk.ui.application import OpenWindow, Outfit, gui_application
from kiosk.ui.heartbeat import Heartbeat
from kiosk.ui.screen_setting import measured_device
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import ThreadTasks
from kiosk.ui.whole_screen import WholeScreen

if TYPE_CHECKING:
    from kiosk.app.machine_care import MachineCare
    from kiosk.app.public_machine import PublicMachine

_STANDARD_OUTPUT = 1
_OFFSCREEN = frozenset({"offscreen", "minimal"})


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What differs from machine to machine.

    Attributes:
        assets: Folder with fonts, icons and theme.
        device: Name of a device profile; empty to go by the screen.
        language: Language of the staff's pages.
        screen_file: Where this machine keeps what is measured of its screen.
        on_first_frame: Called once when the first frame is on the screen; the program ends then.
            Only for measuring.
        care: Keeps such a machine fit.
        scanner_prefix: What the hand scanner puts before each code; empty where it puts nothing.
        strangers: For a machine that strangers use alone; None for a laptop that somebody drives.
        idle: How long such a machine waits before it asks whether somebody is there.
        is_watched: Whether somebody listens to signs of life on the standard output.
    """

    assets: Path
    device: str
    language: Language
    files: StaffFiles
    screen_file: Path | None = None
    on_first_frame: Callable[[], None] | None = None
    is_watched: bool = False
    strangers: "PublicMachine | None" = None
    care: "MachineCare | None" = None
    scanner_prefix: str = ""
    idle: MachineIdleTimes = field(default_factory=MachineIdleTimes)


def run(program: Program, options: RunOptions) -> int:
    """Open the window and wait until it is closed.

    Returns:
        Exit status of the event loop; 0 when the window was closed.
    """
    app = gui_application()
    tasks = ThreadTasks()
    ratio = _ratio()
    device = measured_device(_device(options, ratio), ratio, options.screen_file)
    outfit = Outfit(
        assets=options.assets,
        device=device,
        language=options.language,
        tasks=tasks,
        files=options.files,
        screen_file=options.screen_file,
        screen_ratio=ratio,
        strangers=options.strangers,
        scanner_prefix=options.scanner_prefix,
        idle=options.idle,
    )
    window = OpenWindow(program, outfit)
    if options.on_first_frame is not None:
        _end_after_first_frame(window, options.on_first_frame)
    if app.platformName() not in _OFFSCREEN:
        # The whole screen: the citizen sees nothing else, and millimetres are what the profile says.
        WholeScreen(window.window)
    # Kept until the window is closed.
    _kept = _staffed(window, options.strangers, options.care)
    heart = Heartbeat(_write_out)
    heart.lost.connect(_end_unwatched)
    if options.is_watched:
        heart.begin()
    status = app.exec()
    tasks.wait()
    window.close()
    return status


def _staffed(
    window: OpenWindow, machine: "PublicMachine | None", care: "MachineCare | None"
) -> tuple[object, ...]:
    if machine is None:
        return ()
    from kiosk.ui.guarding import guard, let_maintain  # noqa: PLC0415  public machines only

    return guard(window, machine), let_maintain(window, machine, care=care)


def _write_out(beat: bytes) -> None:
    os.write(_STANDARD_OUTPUT, beat)


def _end_unwatched() -> None:
    QGuiApplication.exit(MachineEnd.RESTART_PROGRAM.of_program)


def _ratio() -> float:
    return QGuiApplication.primaryScreen().devicePixelRatio()


def _device(options: RunOptions, ratio: float) -> Device:
    tokens = tokens_in(options.assets)
    if QGuiApplication.platformName() in _OFFSCREEN:
        return device_for(tokens, options.device or "laptop-14", 0, 0)
    size = QGuiApplication.primaryScreen().size()
    return device_for(tokens, options.device, size.width(), size.height(), ratio)


def _end_after_first_frame(
    window: OpenWindow, tell: Callable[[], None], end: Callable[[], None] = QGuiApplication.exit
) -> None:
    untold = [tell]

    def shown() -> None:
        # A second frame may be on its way already from the thread that draws.
        while untold:
            untold.pop()()
            end()

    window.window.frameSwapped.connect(shown)
