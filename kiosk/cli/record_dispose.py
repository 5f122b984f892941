"""``kiosk record dispose``: what the rules let go, and what a person approves."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.cli.record_statements import write_statement
from kiosk.domain.event import Event

if TYPE_CHECKING:
    from kiosk.app.due_cases import DueCase


def dispose_command(words: Words) -> click.Command:
    """List what the rules let go, and dispose of what a person approves."""
    return command(
        words,
        "dispose",
        words.gettext(
            "List the cases that can be deleted by the rules, or dispose of an approved list."
        ),
        _dispose,
        [
            click.Option(
                ["--dry-run"], is_flag=True, help=words.gettext("Only list; change nothing.")
            ),
            click.Option(
                ["--list", "file"],
                type=click.Path(path_type=Path, dir_okay=False),
                help=words.gettext("File of the list: written by --dry-run, read by --approve."),
            ),
            click.Option(
                ["--approve"],
                metavar=words.pgettext("argument", "NAME"),
                help=words.gettext("Administrator who approves the list."),
            ),
            click.Option(
                ["--code-file"],
                type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
                help=words.gettext(
                    "File whose first line is the code; - reads it from standard input."
                ),
            ),
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, file_okay=False, exists=True),
                help=words.gettext("Folder for the statement of disposal."),
            ),
        ],
    )


def _dispose(
    invocation: Invocation,
    dry_run: bool,
    file: Path | None,
    approve: str | None,
    code_file: Path | None,
    out: Path | None,
) -> None:
    words = invocation.words
    if dry_run and approve is None:
        _list(invocation, file)
    elif approve is not None and file is not None and out is not None and not dry_run:
        _approve(invocation, file, (approve, code_file), out)
    else:
        text = words.gettext("Give either --dry-run, or --list, --approve and --out.")
        raise click.UsageError(text)


def _list(invocation: Invocation, file: Path | None) -> None:
    from kiosk.app.disposal_texts import due_text, kept_texts
    from kiosk.cli.opened import opened
    from kiosk.printing.files import require_place, write_file

    words = invocation.words
    if file is not None:
        require_place(file)
    with opened(invocation) as program:
        reviewed = program.dispose_cases.today()
        due = reviewed.due
        click.echo(due_text(len(due), words))
        for line in (*(_line(each, words) for each in due), *kept_texts(reviewed.kept, words)):
            click.echo(line)
        if due and file is not None:
            write_file(program.dispose_cases.list_of(due).as_bytes(), file)
            text = words.gettext(
                "Written: {file}. An administrator approves it with --approve NAME."
            )
            click.echo(text.format(file=file.name))


def _line(due: "DueCase", words: Words) -> str:
    text = words.gettext("{number}: case {case}, rule {rule}")
    return text.format(number=due.listed.number, case=due.case, rule=due.rule.id)


def _approve(
    invocation: Invocation, file: Path, approval: tuple[str, Path | None], out: Path
) -> None:
    from kiosk.cli.codes import known_code
    from kiosk.cli.opened import opened

    name, code_file = approval
    words = invocation.words
    content = _content(file, words)
    code = known_code(code_file, words)
    with opened(invocation) as program:
        event = program.dispose_cases.dispose(content, name, code)
        _tell(event, words)
        write_statement(program, event.id, out, words)


def _content(file: Path, words: Words) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        text = words.gettext("The list cannot be read.")
        raise click.BadParameter(text, param_hint="--list") from error


def _tell(event: Event, words: Words) -> None:
    from kiosk.app.disposal_texts import disposed_text
    from kiosk.domain.handling import CasesDisposed

    count = event.body.cases if isinstance(event.body, CasesDisposed) else 0
    click.echo(disposed_text(count, words))
