"""``kiosk log``: what a public machine wrote down, without anything about a person."""

from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command, group


def log_group(words: Words) -> click.Group:
    """Commands about the log of a public machine."""
    title = words.gettext("The log of a public machine; nothing in it is about a person.")
    return group(words, "log", title, [_export_command(words)])


def _export_command(words: Words) -> click.Command:
    return command(
        words,
        "export",
        words.gettext("Write the log to a file, one event a line (JSON)."),
        _export,
        [
            click.Option(
                ["--out"],
                required=True,
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=words.pgettext("argument", "FILE"),
                help=words.gettext("File that gets the log."),
            ),
            click.Option(
                ["--errors-only"], is_flag=True, help=words.gettext("Only what went wrong.")
            ),
        ],
    )


def _export(invocation: Invocation, out: Path, errors_only: bool) -> None:
    from kiosk.bootstrap import machine_log
    from kiosk.domain.machine_event_about import Outcome, outcome_of
    from kiosk.machine.lines import full_line_of
    from kiosk.printing.files import require_place, write_file

    words = invocation.words
    require_place(out)
    read = machine_log(invocation.settings).read()
    kept = [
        event for event in read.events if not errors_only or outcome_of(event) is Outcome.FAILURE
    ]
    write_file("".join(f"{full_line_of(event)}\n" for event in kept).encode(), out)
    text = words.ngettext("{count} event is in {file}.", "{count} events are in {file}.", len(kept))
    click.echo(text.format(count=words.number(len(kept)), file=out))
    if read.unreadable:
        text = words.ngettext(
            "{count} line could not be read, and is left out.",
            "{count} lines could not be read, and are left out.",
            read.unreadable,
        )
        click.echo(text.format(count=words.number(read.unreadable)), err=True)
