"""``kiosk staff add``."""

import sys
from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.staff import StaffRole

_STDIN = Path("-")
_ROLES = {
    "case-officer": StaffRole.CASE_OFFICER,
    "front-desk": StaffRole.FRONT_DESK,
    "administrator": StaffRole.ADMINISTRATOR,
}


def staff_group(words: Words) -> click.Group:
    """Commands about those who may sign in."""
    add = command(
        words,
        "add",
        words.gettext("Let somebody sign in. The code is asked for twice and never shown."),
        _add,
        [
            click.Argument(["name"], metavar=words.pgettext("argument", "NAME")),
            click.Option(
                ["--role"],
                type=click.Choice(tuple(_ROLES)),
                required=True,
                help=words.gettext("What the staff member may do."),
            ),
            click.Option(
                ["--code-file"],
                type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True),
                help=words.gettext(
                    "File whose first line is the code; - reads it from standard input."
                ),
            ),
        ],
    )
    return group(words, "staff", words.gettext("Those who may sign in."), [add])


def _add(invocation: Invocation, name: str, role: str, code_file: Path | None) -> None:
    from kiosk.bootstrap import open_municipality, opened_record, staff_adder
    from kiosk.system import SystemClock

    # Nobody is let in to a pack that does not open.
    municipality = open_municipality(invocation.settings, SystemClock())
    # Asked for before the record is opened, so that nobody else waits for it.
    code = _ask(invocation.words) if code_file is None else first_line(code_file, invocation.words)
    with opened_record(invocation.settings, municipality) as record:
        member = staff_adder(record).add(name, _ROLES[role], code)
    text = invocation.words.gettext("{name} can sign in now.")
    click.echo(text.format(name=member.name))


def _ask(words: Words) -> str:
    if not sys.stdin.isatty():
        # Without a terminal the code would be seen while it is written.
        text = words.gettext(
            "There is no terminal to ask for the code. Give a file with --code-file FILE, or "
            "write the code to standard input and give --code-file -"
        )
        raise click.UsageError(text)
    said: str = click.prompt(
        words.pgettext("prompt", "Code"),
        hide_input=True,
        confirmation_prompt=words.pgettext("prompt", "Code once more"),
    )
    return said


def first_line(file: Path, words: Words) -> str:
    """The first line of a file with a code; ``-`` is standard input."""
    try:
        content = sys.stdin.buffer.read() if file == _STDIN else file.read_bytes()
        lines = content.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        text = words.gettext("The file with the code cannot be read. Write it as plain text.")
        raise click.UsageError(text) from error
    return lines[0].strip() if lines else ""
