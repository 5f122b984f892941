"""``kiosk record hold`` and ``kiosk record dispose``: how long cases are kept."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.case import CaseRef
from kiosk.domain.event import PROGRAM, Event

if TYPE_CHECKING:
    from kiosk.app.due_cases import DueCase
    from kiosk.app.program import Program


def hold_command(words: Words) -> click.Command:
    """Keep a case from disposal, or let the rules hold again."""
    return command(
        words,
        "hold",
        words.gettext("Keep a case from being disposed of, or release it again."),
        _hold,
        [
            click.Option(
                ["--case"],
                required=True,
                metavar=words.gettext("TEXT"),
                help=words.gettext("Case number."),
            ),
            click.Option(
                ["--reason"],
                metavar=words.gettext("TEXT"),
                help=words.gettext("Why the case must be kept, without health details."),
            ),
            click.Option(
                ["--release"], is_flag=True, help=words.gettext("Release a case that is kept.")
            ),
        ],
    )


def dispose_command(words: Words) -> click.Command:
    """List what the rules let go, and dispose of what a person approves."""
    return command(
        words,
        "dispose",
        words.gettext("List the cases that the rules let go, or dispose of an approved list."),
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


def _hold(invocation: Invocation, case: str, reason: str | None, release: bool) -> None:
    from kiosk.bootstrap import opened_program

    words = invocation.words
    if release == (reason is not None):
        raise click.UsageError(words.gettext("Give either --reason, or --release."))
    with opened_program(invocation.settings) as program:
        if reason is None:
            program.hold_case.release(CaseRef(case), PROGRAM)
            text = words.gettext("The rules of retention hold for the case again.")
        else:
            program.hold_case.hold(CaseRef(case), reason, PROGRAM)
            text = words.gettext("The case is kept until it is released.")
    click.echo(text)


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
    from kiosk.bootstrap import opened_program
    from kiosk.printing.files import require_place, write_file

    words = invocation.words
    if file is not None:
        require_place(file)
    with opened_program(invocation.settings) as program:
        due = program.dispose_cases.due()
        for each in due:
            click.echo(_line(each, words))
        if not due:
            text = words.gettext(
                "No case is to be disposed of. Nothing is ever due without a rule."
            )
            click.echo(text)
            return
        if file is not None:
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
    from kiosk.bootstrap import opened_program
    from kiosk.cli.codes import known_code

    name, code_file = approval
    words = invocation.words
    content = _content(file, words)
    code = known_code(code_file, words)
    with opened_program(invocation.settings) as program:
        event = program.dispose_cases.dispose(content, name, code)
        _tell(event, words)
        _write_statement(program, event, out, words)


def _content(file: Path, words: Words) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        text = words.gettext("The list cannot be read.")
        raise click.BadParameter(text, param_hint="--list") from error


def _tell(event: Event, words: Words) -> None:
    from kiosk.domain.handling import CasesDisposed

    count = event.body.cases if isinstance(event.body, CasesDisposed) else 0
    text = words.ngettext(
        "{count} case was disposed of for good.", "{count} cases were disposed of for good.", count
    )
    click.echo(text.format(count=words.number(count)))


def _write_statement(program: "Program", event: Event, out: Path, words: Words) -> None:
    from kiosk.printing.files import write_file

    pdf, values = program.dispose_cases.statement(event)
    stem = words.pgettext("file name", "disposal")
    for name, content in (
        (f"{stem}-{event.id}.pdf", pdf),
        (f"{stem}-{event.id}.json", values),
    ):
        write_file(content, out / name)
        click.echo(words.gettext("Written: {file}").format(file=name))
