"""``kiosk staff ties``: whether staff have ties to a provider (neutrality N34)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asked import Asked
from kiosk.cli.doer import by_options, code_by, signed_in_by
from kiosk.cli.invocation import Invocation, command

if TYPE_CHECKING:
    from kiosk.app.interests import Interests
    from kiosk.app.sign_in import SignIn


def ties_command(words: Words) -> click.Command:
    """List what was stated, or state it."""
    provider = words.pgettext("argument", "PROVIDER")
    params = [
        click.Option(
            ["--tie", "ties"],
            multiple=True,
            metavar=provider,
            help=words.gettext(
                "Name or key of a provider that you, or somebody close to you, work for or own; once "
                "for each."
            ),
        ),
        click.Option(
            ["--none", "none"], is_flag=True, help=words.gettext("You have no such ties.")
        ),
        *by_options(words),
    ]
    text = words.gettext(
        "List what staff stated about ties to providers. With --tie or --none, and --by: state your "
        "own."
    )
    return command(words, "ties", text, _ties, params)


def _ties(
    invocation: Invocation,
    ties: tuple[str, ...],
    none: bool,
    by: str | None,
    by_code_file: Path | None,
) -> None:
    words = invocation.words
    if not ties and not none:
        _list(invocation)
        return
    if ties and none:
        raise click.UsageError(words.gettext("Give --tie or --none, not both."))
    if by is None:
        raise click.UsageError(words.gettext("Tell who states this, with --by."))
    from kiosk.app.interest_texts import statement_line

    code = code_by(words, by, by_code_file)
    with _opened(invocation) as (interests, sign_in):
        place = interests.municipality
        asked = Asked(place, words)
        named = [asked.provider(each, "--tie") for each in ties]
        statement = interests.state(named, signed_in_by(sign_in, by, code))
    click.echo(statement_line(statement, place, words))


def _list(invocation: Invocation) -> None:
    from kiosk.app.interest_texts import statement_line

    words = invocation.words
    with _opened(invocation) as (interests, _):
        place, statements = interests.municipality, interests.statements()
    for statement in statements:
        click.echo(statement_line(statement, place, words))
    if not statements:
        click.echo(words.gettext("Nobody can sign in yet."))
    if not interests.is_asked:
        click.echo(words.gettext("The municipality asks nobody: interests_months is 0."))


@contextmanager
def _opened(invocation: Invocation) -> "Iterator[tuple[Interests, SignIn]]":
    from kiosk.app.interests import Interests
    from kiosk.bootstrap.packs import open_municipality
    from kiosk.bootstrap.records import opened_record, staff_list
    from kiosk.cli.opened import tell_of
    from kiosk.system import SystemClock, SystemIds

    municipality = open_municipality(invocation.settings, SystemClock())
    with opened_record(invocation.settings, municipality) as record:
        tell_of(record, invocation.words)
        _, sign_in = staff_list(record)
        yield Interests(municipality, record, SystemClock(), SystemIds()), sign_in
