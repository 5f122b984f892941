"""``kiosk record statements``: what was disposed of, and its statements once more."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command

if TYPE_CHECKING:
    from kiosk.app.program import Program


def statements_command(words: Words) -> click.Command:
    """List disposals, or write the statement of one of them."""
    return command(
        words,
        "statements",
        words.gettext("List what was disposed of, or write the statement of it once more."),
        _statements,
        [
            click.Option(
                ["--number"],
                metavar=words.pgettext("argument", "NUMBER"),
                help=words.gettext("Number of the disposal; left out, all of them are listed."),
            ),
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, file_okay=False, exists=True),
                help=words.gettext("Folder for the statement of disposal."),
            ),
        ],
    )


def write_statement(program: "Program", event_id: str, out: Path, words: Words) -> None:
    """Write the statement of a disposal, PDF and JSON.

    Raises:
        RefusedError: There is no such disposal.
        PrintError: A file was not written.
    """
    from kiosk.printing.files import write_file

    pdf, values = program.dispose_cases.statement_of(event_id)
    stem = words.pgettext("file name", "disposal")
    for name, content in (
        (f"{stem}-{event_id}.pdf", pdf),
        (f"{stem}-{event_id}.json", values),
    ):
        write_file(content, out / name)
        click.echo(words.gettext("Written: {file}").format(file=name))


def _statements(invocation: Invocation, number: str | None, out: Path | None) -> None:
    from kiosk.cli.opened import opened

    words = invocation.words
    if (number is None) != (out is None):
        raise click.UsageError(words.gettext("Give both --number and --out, or neither."))
    with opened(invocation) as program:
        if number is None or out is None:
            _list(program, words)
        else:
            write_statement(program, number, out, words)


def _list(program: "Program", words: Words) -> None:
    from kiosk.app.disposal_texts import disposal_line

    told = program.dispose_cases.told()
    for each in told:
        click.echo(f"{each.event.id}  {disposal_line(each, words)}")
    if not told:
        click.echo(words.gettext("No case was ever disposed of here."))
