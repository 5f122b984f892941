"""``kiosk staff …``: who may sign in, in which role, and with which code."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asking import ask, can_ask
from kiosk.cli.codes import code_option, new_code
from kiosk.cli.doer import by_options, code_by, signed_in_by
from kiosk.cli.invocation import Invocation, command, group
from kiosk.cli.staff_ties import ties_command
from kiosk.domain.event import PROGRAM
from kiosk.domain.staff import StaffRole

if TYPE_CHECKING:
    from kiosk.app.manage_staff import ManageStaff

_ROLES = {
    "case-officer": StaffRole.CASE_OFFICER,
    "front-desk": StaffRole.FRONT_DESK,
    "administrator": StaffRole.ADMINISTRATOR,
}


def staff_group(words: Words) -> click.Group:
    """Commands about those who may sign in."""
    own = [_list(words), _add(words), _role(words), _code(words), _remove(words)]
    commands = [*own, ties_command(words)]
    return group(words, "staff", words.gettext("Those who may sign in."), commands)


def _list(words: Words) -> click.Command:
    text = words.gettext("List all who can sign in, and who could once.")
    return command(words, "list", text, _show)


def _add(words: Words) -> click.Command:
    text = words.gettext("Let somebody sign in. The code is asked for twice and never shown.")
    role = click.Option(
        ["--role"],
        type=click.Choice(tuple(_ROLES)),
        required=True,
        help=words.gettext("What the staff member may do."),
    )
    params = [_name(words), role, code_option(words), *by_options(words)]
    return command(words, "add", text, _let_in, params)


def _role(words: Words) -> click.Command:
    text = words.gettext("Give somebody another role.")
    role = click.Argument(
        ["role"], type=click.Choice(tuple(_ROLES)), metavar=words.pgettext("argument", "ROLE")
    )
    return command(words, "role", text, _change_role, [_name(words), role, *by_options(words)])


def _code(words: Words) -> click.Command:
    text = words.gettext("Give somebody another code; it is asked for twice and never shown.")
    return command(
        words, "code", text, _change_code, [_name(words), code_option(words), *by_options(words)]
    )


def _remove(words: Words) -> click.Command:
    text = words.gettext("Let somebody sign in no longer. The name stays in the history.")
    yes = click.Option(["--yes"], is_flag=True, help=words.gettext("Remove without being asked."))
    return command(words, "remove", text, _let_out, [_name(words), yes, *by_options(words)])


def _name(words: Words) -> click.Argument:
    return click.Argument(["name"], metavar=words.pgettext("argument", "NAME"))


@dataclass(frozen=True, slots=True)
class _Doer:
    """Who changes the list: somebody with a code, or the program for whoever opens the record."""

    name: str = PROGRAM
    code: str = ""


def _doer(words: Words, by: str | None, file: Path | None) -> _Doer:
    """Asked for before the record is opened, so that nobody else waits for it."""
    if by is None:
        return _Doer()
    return _Doer(by, code_by(words, by, file))


@contextmanager
def _opened(invocation: Invocation, doer: _Doer) -> "Iterator[tuple[ManageStaff, str]]":
    """The list of staff, and the name that stands in the events."""
    from kiosk.bootstrap.packs import open_municipality
    from kiosk.bootstrap.records import opened_record, staff_list
    from kiosk.cli.opened import tell_of
    from kiosk.system import SystemClock

    # Nobody is let in to a pack that does not open.
    municipality = open_municipality(invocation.settings, SystemClock())
    with opened_record(invocation.settings, municipality) as record:
        tell_of(record, invocation.words)
        manage, sign_in = staff_list(record)
        name = doer.name
        yield manage, name if name == PROGRAM else signed_in_by(sign_in, name, doer.code)


def _show(invocation: Invocation) -> None:
    from kiosk.app.staff_texts import staff_line

    with _opened(invocation, _Doer()) as (manage, _):
        entries = manage.entries()
    for entry in entries:
        click.echo(staff_line(entry, invocation.words))
    if not entries:
        click.echo(invocation.words.gettext("Nobody can sign in yet."))


def _let_in(
    invocation: Invocation,
    name: str,
    role: str,
    code_file: Path | None,
    by: str | None,
    by_code_file: Path | None,
) -> None:
    words = invocation.words
    doer = _doer(words, by, by_code_file)
    code = new_code(code_file, words)
    with _opened(invocation, doer) as (manage, actor):
        member = manage.add(name, _ROLES[role], code, actor)
    click.echo(words.gettext("{name} can sign in now.").format(name=member.name))


def _change_role(
    invocation: Invocation, name: str, role: str, by: str | None, by_code_file: Path | None
) -> None:
    from kiosk.app.staff_texts import staff_role_name

    words = invocation.words
    with _opened(invocation, _doer(words, by, by_code_file)) as (manage, actor):
        member = manage.change_role(name, _ROLES[role], actor)
    text = words.gettext("Role of {name} from now on: {role}.")
    click.echo(text.format(name=member.name, role=staff_role_name(_ROLES[role], words)))


def _change_code(
    invocation: Invocation,
    name: str,
    code_file: Path | None,
    by: str | None,
    by_code_file: Path | None,
) -> None:
    words = invocation.words
    doer = _doer(words, by, by_code_file)
    code = new_code(code_file, words)
    with _opened(invocation, doer) as (manage, actor):
        member = manage.change_code(name, code, actor)
    text = words.gettext("{name} signs in with the new code from now on.")
    click.echo(text.format(name=member.name))


def _let_out(
    invocation: Invocation, name: str, yes: bool, by: str | None, by_code_file: Path | None
) -> int:
    words = invocation.words
    with _opened(invocation, _doer(words, by, by_code_file)) as (manage, actor):
        member = manage.active(name).member
        if not yes and not _may_remove(member.name, words):
            return 1
        manage.remove(name, actor)
    text = words.gettext("{name} cannot sign in any more. What {name} did stays in the history.")
    click.echo(text.format(name=member.name))
    return 0


def _may_remove(name: str, words: Words) -> bool:
    if not can_ask():
        text = words.gettext(
            "Nobody was removed: nobody was there to answer. To remove, add --yes."
        )
        click.echo(text)
        return False
    text = words.gettext("Remove {name}? This cannot be undone.")
    if ask(text.format(name=name), words):
        return True
    click.echo(words.gettext("You answered no. Nobody was removed."))
    return False
