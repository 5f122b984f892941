"""``kiosk staff add``."""

from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.staff import StaffRole

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
                type=click.Path(path_type=Path, exists=True, dir_okay=False),
                help=words.gettext("File whose first line is the code, for scripts."),
            ),
        ],
    )
    return group(words, "staff", words.gettext("Those who may sign in."), [add])


def _add(invocation: Invocation, name: str, role: str, code_file: Path | None) -> None:
    from kiosk.bootstrap import open_municipality, opened_record, staff_adder
    from kiosk.system import SystemClock

    # Nobody is let in to a pack that does not open.
    open_municipality(invocation.settings, SystemClock())
    # Asked for before the record is opened, so that nobody else waits for it.
    code = _ask(invocation.words) if code_file is None else _first_line(code_file)
    with opened_record(invocation.settings) as record:
        member = staff_adder(record).add(name, _ROLES[role], code)
    text = invocation.words.gettext("{name} can sign in now.")
    click.echo(text.format(name=member.name))


def _ask(words: Words) -> str:
    said: str = click.prompt(
        words.pgettext("prompt", "Code"),
        hide_input=True,
        confirmation_prompt=words.pgettext("prompt", "Code once more"),
    )
    return said


def _first_line(file: Path) -> str:
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return lines[0].strip() if lines else ""
