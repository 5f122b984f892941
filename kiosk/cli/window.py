"""``kiosk run`` and ``kiosk tour``."""

import click

from kiosk.app.ports import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.devtools.first_frame import report_first_frame


def run_command(words: Words) -> click.Command:
    """Opens the program."""
    return command(
        words,
        "run",
        words.gettext("Open the program."),
        _run,
        [
            click.Option(
                ["--device"],
                metavar=words.gettext("TEXT"),
                help=words.gettext("Name of a screen profile; left out, the screen is asked."),
            ),
            # For measuring only, and so not told to anybody.
            click.Option(["--quit-after-first-frame"], is_flag=True, hidden=True),
        ],
    )


def _run(invocation: Invocation, device: str | None, quit_after_first_frame: bool) -> int:
    from kiosk.bootstrap import opened_program, run_window

    with opened_program(invocation.settings) as program:
        tell = report_first_frame if quit_after_first_frame else None
        return run_window(program, invocation.settings, device or "", tell)
