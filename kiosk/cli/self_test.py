"""``kiosk self-test``: whether a public machine is fit for the day."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command

if TYPE_CHECKING:
    from kiosk.app.self_test import Tested

_FIT, _UNFIT = 0, 1


def self_test_command(words: Words) -> click.Command:
    """Looks at everything that can be looked at without a person."""
    return command(
        words,
        "self-test",
        words.gettext("Test this machine: disk, clock, fonts, content pack and printer."),
        _self_test,
        [
            click.Option(
                ["--sheet"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=words.pgettext("argument", "FILE"),
                help=words.gettext("Also write the result as a sheet (PDF) to this file."),
            )
        ],
    )


def _self_test(invocation: Invocation, sheet: Path | None) -> int:
    """Test, tell, and write it down.

    Returns:
        0 when nothing failed, 1 otherwise.
    """
    from kiosk.app.self_test import is_fit, run_all
    from kiosk.app.self_test_texts import found_lines
    from kiosk.bootstrap.machines import machine_notes, self_tests
    from kiosk.domain.errors import StorageError
    from kiosk.printing.files import require_place

    if sheet is not None:
        require_place(sheet)
    words = invocation.words
    found = run_all(self_tests(invocation.settings))
    for line in found_lines(found, words):
        click.echo(line)
    try:
        notes = machine_notes(invocation.settings)
        for each in found:
            notes.self_tested(each.test, each.end)
    except StorageError:
        click.echo(words.gettext("The result could not be written to the log."), err=True)
    if sheet is not None:
        _write_sheet(invocation, found, sheet)
    return _FIT if is_fit(found) else _UNFIT


def _write_sheet(invocation: Invocation, found: "tuple[Tested, ...]", file: Path) -> None:
    from kiosk.app.self_test_texts import compose_self_test
    from kiosk.bootstrap.machines import sheet_pdf
    from kiosk.bootstrap.packs import open_municipality
    from kiosk.printing.files import write_file
    from kiosk.system import SystemClock

    clock = SystemClock()
    municipality = open_municipality(invocation.settings, clock)
    now = clock.now()
    made = compose_self_test(found, municipality, now, invocation.words)
    write_file(sheet_pdf(invocation.settings, made, now), file)
    text = invocation.words.gettext("The result is in {file}.")
    click.echo(text.format(file=file))
