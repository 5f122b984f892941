"""``kiosk waiting``: who waits for a place, offers, and what becomes of them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asked import Asked
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.case import CaseRef
from kiosk.domain.service import ServiceId

if TYPE_CHECKING:
    from kiosk.app.program import Program
    from kiosk.domain.event import EventBody

    _Done = Callable[[Program, str], EventBody]


def waiting_group(words: Words) -> click.Group:
    """Commands about places that are waited for."""
    listed = command(
        words,
        "list",
        words.gettext("List who waits for a place, first in line first."),
        _list,
        [
            click.Option(
                ["--due"],
                is_flag=True,
                help=words.gettext("Only those about whom something can be done now."),
            )
        ],
    )
    offer = _about_one(
        words,
        "offer",
        words.gettext("Offer the next free place to the first in line."),
        _offer,
    )
    taken = _about_one(
        words, "taken", words.gettext("Enter that the person takes the place."), _taken
    )
    declined = _about_one(
        words,
        "declined",
        words.gettext("Enter that the person does not take the place."),
        _declined,
        [
            click.Option(
                ["--no-reply"],
                is_flag=True,
                help=words.gettext("The last day for a reply has passed without one."),
            )
        ],
    )
    title = words.gettext("Waiting lists, one for each service.")
    return group(words, "waiting", title, [listed, offer, taken, declined])


def _about_one(
    words: Words,
    name: str,
    text: str,
    action: Callable[..., None],
    more: list[click.Parameter] | None = None,
) -> click.Command:
    """A command about one person and one service."""
    options: list[click.Parameter] = [
        click.Option(
            ["--case"],
            required=True,
            metavar=words.gettext("TEXT"),
            help=words.gettext("Case number."),
        ),
        click.Option(
            ["--service"],
            required=True,
            metavar=words.gettext("TEXT"),
            help=words.gettext("Key or name of the service."),
        ),
        *by_options(words, required=True),
        *(more or []),
    ]
    return command(words, name, text, action, options)


def _list(invocation: Invocation, due: bool) -> None:
    from kiosk.app.waiting_texts import list_lines
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    with opened_program(invocation.settings) as program:
        lists = program.waiting_lists
        found = lists.due() if due else lists.lists()
        for line in list_lines(found, program.municipality, program.record, words):
            click.echo(line)


def _offer(
    invocation: Invocation, case: str, service: str, by: str, by_code_file: Path | None
) -> None:
    def done(program: "Program", actor: str) -> "EventBody":
        key = CaseRef(case), _service(program, invocation, service)
        return program.waiting_lists.offer(*key, program.ids.event_id(), actor)

    _do(invocation, by, by_code_file, done)


def _service(program: "Program", invocation: Invocation, said: str) -> ServiceId:
    return Asked(program.municipality, invocation.words).service(said)


def _taken(
    invocation: Invocation, case: str, service: str, by: str, by_code_file: Path | None
) -> None:
    def done(program: "Program", actor: str) -> "EventBody":
        key = CaseRef(case), _service(program, invocation, service)
        return program.waiting_lists.take(*key, program.ids.event_id(), actor)

    _do(invocation, by, by_code_file, done)


def _declined(
    invocation: Invocation,
    case: str,
    service: str,
    by: str,
    by_code_file: Path | None,
    no_reply: bool,
) -> None:
    def done(program: "Program", actor: str) -> "EventBody":
        key = CaseRef(case), _service(program, invocation, service)
        event_id = program.ids.event_id()
        return program.waiting_lists.decline(*key, event_id, actor, is_expired=no_reply)

    _do(invocation, by, by_code_file, done)


def _do(
    invocation: Invocation,
    by: str,
    by_code_file: Path | None,
    done: "_Done",
) -> None:
    """Let whoever is signed in do it, and say what happened in the words of the history."""
    from kiosk.app.waiting_texts import waiting_event_text
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    code = code_by(words, by, by_code_file)
    with opened_program(invocation.settings) as program:
        body = done(program, signed_in(program, by, code))
    click.echo(waiting_event_text(body, words))
