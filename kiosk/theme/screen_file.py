"""The file in which a machine keeps what was measured of its screen; written by the program."""

import os
import tomllib
from pathlib import Path

from kiosk.domain.errors import KioskError
from kiosk.theme.measuring import MeasuredScreen

FILE_NAME = "screen.toml"
_NOTE = "# Written by the page that measures the screen. Delete the file to measure anew.\n"


class ScreenFileError(KioskError):
    """The file cannot be read or written."""


def read_screen(file: Path) -> MeasuredScreen | None:
    """What was measured; None when nothing was.

    Raises:
        ScreenFileError: The file is there and says nothing that can be used.
    """
    try:
        written = tomllib.loads(file.read_text("utf-8"))
        screen = MeasuredScreen(
            device=str(written["device"]),
            px_per_mm=float(written["px_per_mm"]),
            view_mm=float(written["view_mm"]),
            width_px=int(written["width_px"]),
            height_px=int(written["height_px"]),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ScreenFileError(file.name) from error
    if not (0 < screen.px_per_mm < float("inf") and screen.view_mm > 0):
        raise ScreenFileError(file.name)
    return screen


def write_screen(file: Path, screen: MeasuredScreen) -> None:
    """Put a measurement in the place of the one before, whole or not at all.

    Raises:
        ScreenFileError: It could not be written; what was there before still is.
    """
    text = (
        f'{_NOTE}device = "{screen.device}"\npx_per_mm = {screen.px_per_mm!r}\n'
        f"view_mm = {screen.view_mm!r}\n"
        f"width_px = {screen.width_px}\nheight_px = {screen.height_px}\n"
    )
    fresh = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
    except OSError as error:
        raise ScreenFileError(file.name) from error
