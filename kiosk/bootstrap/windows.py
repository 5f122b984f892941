"""The window and what it needs of this machine."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bootstrap.machines import machine_care, public_machine
from kiosk.settings import Resources, Settings, SettingsError

if TYPE_CHECKING:
    from kiosk.app.program import Program
    from kiosk.ui.staff_files import StaffFiles


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
        strangers=public_machine(program, settings) if is_public else None,
        care=machine_care(settings, program.municipality) if is_public else None,
        scanner_prefix=settings.scanner_prefix,
        idle=settings.idle,
    )
    return run(program, options)


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
