"""The command line: ``kiosk …``. Heavy imports happen inside the commands."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.cli.fresh_catalogues import refresh
from kiosk.settings import Overrides, Resources

_FOLDERS = ("--content", "--data")


def run(arguments: Sequence[str]) -> int:
    """Carry out one command.

    Returns:
        0 when all is well, 1 when something was refused or faults were found, 2 for wrong use.
    """
    refresh(Resources.shipped())
    said = plain_run(arguments)
    if said is None:
        from kiosk.cli.parsing import run_command_line

        return run_command_line(arguments)
    from kiosk.cli.opening import open_or_tell

    return open_or_tell(said)


def plain_run(arguments: Sequence[str]) -> Overrides | None:
    """What a plain ``kiosk run`` says; None for any other line, which click reads.

    People wait for this one command, and importing click is felt.
    """
    folders: dict[str, Path] = {}
    is_run = False
    words = iter(arguments)
    for word in words:
        if word in _FOLDERS:
            value = next(words, None)
            # click says best what is wrong with a folder that is a file.
            if value is None or Path(value).is_file():
                return None
            folders[word] = Path(value)
        elif word == "run" and not is_run:
            is_run = True
        else:
            return None
    if not is_run:
        return None
    return Overrides(content=folders.get("--content"), data=folders.get("--data"))
