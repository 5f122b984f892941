"""``kiosk exit``: a provider stops; who is concerned, who has answered, who is left."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asked import Asked
from kiosk.cli.days import Day
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.exits.exit import ExitCause, ProviderExit

if TYPE_CHECKING:
    from kiosk.app.exits.exit_status import ExitStatus
    from kiosk.app.exits.provider_exits import Planned
    from kiosk.app.exits.standing_exits import KnownExit
    from kiosk.app.program import Program


def exit_group(words: Words) -> click.Group:
    """Commands about providers that stop."""
    key = click.Argument(["exit_id"], metavar=words.pgettext("argument", "KEY"))
    reason = click.Option(
        ["--reason"],
        required=True,
        metavar=words.gettext("TEXT"),
        help=words.gettext("Why the provider goes on; nothing about persons."),
    )
    names = click.Option(
        ["--names"], is_flag=True, help=words.gettext("Also list the people, case by case.")
    )
    title = words.gettext("Providers that stop.")
    return group(
        words,
        "exit",
        title,
        [
            _announce_command(words),
            command(words, "list", words.gettext("List the exits that were announced."), _list),
            command(
                words,
                "status",
                words.gettext("Tell who is asked, who has answered, and who is left."),
                _status,
                [key, names],
            ),
            command(
                words,
                "follow-up",
                words.gettext("Name who helps those who came in after the announcement."),
                _follow_up,
                [
                    click.Argument(
                        ["exit_id"], metavar=words.pgettext("argument", "KEY"), required=False
                    ),
                    *by_options(words, required=True),
                ],
            ),
            command(
                words,
                "call-off",
                words.gettext("Tell that the provider goes on after all."),
                _call_off,
                [key, reason, *by_options(words, required=True)],
            ),
        ],
    )


def _announce_command(words: Words) -> click.Command:
    provider = words.gettext("Key or name of the provider that stops.")
    last_day = words.gettext("Last day on which it helps; a day that has passed is acute.")
    backup = words.gettext("Who takes over; left out, who helps by the rule until a choice.")
    answer_by = words.gettext("Last day for an answer; left out, it is worked out.")
    text = words.gettext("TEXT")
    return command(
        words,
        "announce",
        words.gettext("Announce that a provider stops. Nobody new comes to it from now on."),
        _announce,
        [
            click.Option(["--provider"], required=True, metavar=text, help=provider),
            click.Option(["--last-day"], required=True, type=Day(words), help=last_day),
            click.Option(
                ["--cause"],
                required=True,
                type=click.Choice([each.value for each in ExitCause]),
                help=words.gettext("Why it stops."),
            ),
            click.Option(
                ["--service", "services"],
                multiple=True,
                metavar=text,
                help=words.gettext("Key or name of a service; left out, all of them."),
            ),
            click.Option(
                ["--zone", "zones"],
                multiple=True,
                metavar=text,
                help=words.gettext("Key or name of a zone; left out, all of them."),
            ),
            click.Option(["--backup"], metavar=text, help=backup),
            click.Option(["--answer-by"], type=Day(words), help=answer_by),
            click.Option(
                ["--dry-run"], is_flag=True, help=words.gettext("Only show; store nothing.")
            ),
            *by_options(words, required=True),
        ],
    )


def _announce(
    invocation: Invocation, by: str, by_code_file: Path | None, dry_run: bool, **said: Any
) -> None:
    from kiosk.app.exits.exit_texts import exit_lines
    from kiosk.app.exits.preview_texts import preview_warnings
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    code = code_by(words, by, by_code_file)
    with opened_program(invocation.settings) as program:
        wanted = _planned(program, words, said)
        actor = signed_in(program, by, code)
        announced = _announced(program, wanted, actor, dry_run=dry_run)
        for line in exit_lines(announced.exit, program.municipality, words):
            click.echo(line)
        _show(announced, program, words)
        for line in preview_warnings(announced, program.municipality, words):
            click.echo(line)
        if not dry_run:
            click.echo(words.gettext("Announced as {key}.").format(key=announced.exit.id))


def _planned(program: "Program", words: Words, said: Mapping[str, Any]) -> "Planned":
    from kiosk.app.exits.provider_exits import Planned

    asked, backup = Asked(program.municipality, words), said["backup"]
    return Planned(
        provider=asked.provider(said["provider"]),
        last_day=said["last_day"].date(),
        cause=ExitCause(said["cause"]),
        services=tuple(map(asked.service, said["services"])),
        zones=tuple(map(asked.zone, said["zones"])),
        answer_by=_day(said["answer_by"]),
        backup=None if backup is None else asked.provider(backup, "--backup"),
    )


def _announced(program: "Program", wanted: "Planned", actor: str, *, dry_run: bool) -> "ExitStatus":
    """The exit as it stands afterwards, or as it would."""
    if dry_run:
        return program.exit_overview.preview(wanted, actor)
    exit_ = program.exits.announce(wanted, actor)
    program.take_in_exits()
    return _status_of(program, exit_)


def _list(invocation: Invocation) -> None:
    from kiosk.app.exits.exit_texts import exit_line
    from kiosk.app.exits.standing_exits import known_exits
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    with opened_program(invocation.settings) as program:
        known = known_exits(program.record)
    for each in known:
        click.echo(exit_line(each, words))
    if not known:
        click.echo(words.gettext("No provider has been announced to stop."))


def _status(invocation: Invocation, exit_id: str, names: bool) -> None:
    from kiosk.app.exits.exit_texts import exit_line, exit_lines, person_line, unseen_line
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    with opened_program(invocation.settings) as program:
        known = _known(program, exit_id)
        if known.called_off_at is not None:
            click.echo(exit_line(known, words))
            click.echo(words.gettext("It was called off. There is nothing to do."))
            return
        status = _status_of(program, known.exit)
        for line in exit_lines(status.exit, program.municipality, words):
            click.echo(line)
        _show(status, program, words)
        unseen = unseen_line(status, words)
        if unseen:
            click.echo(unseen)
        for person in status.people if names else ():
            click.echo(person_line(person, program.municipality, words))


def _follow_up(
    invocation: Invocation, exit_id: str | None, by: str, by_code_file: Path | None
) -> None:
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    code = code_by(words, by, by_code_file)
    with opened_program(invocation.settings) as program:
        actor = signed_in(program, by, code)
        if exit_id is not None:
            _check_standing(_known(program, exit_id))
        count = program.exits.follow_up(actor)
    text = words.ngettext(
        "{count} service has somebody for the first day now.",
        "{count} services have somebody for the first day now.",
        count,
    )
    click.echo(text.format(count=words.number(count)))


def _call_off(
    invocation: Invocation, exit_id: str, reason: str, by: str, by_code_file: Path | None
) -> None:
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    code = code_by(words, by, by_code_file)
    with opened_program(invocation.settings) as program:
        count = program.exits.call_off(exit_id, reason, signed_in(program, by, code))
    text = words.ngettext(
        "Called off. It concerns {count} service of a person.",
        "Called off. It concerns {count} services of persons.",
        count,
    )
    click.echo(text.format(count=words.number(count)))


def _known(program: "Program", exit_id: str) -> "KnownExit":
    from kiosk.app.exits.standing_exits import known_exits
    from kiosk.domain.errors import NotFoundError, Thing

    for each in known_exits(program.record):
        if each.exit.id == exit_id:
            return each
    raise NotFoundError(Thing.EXIT)


def _check_standing(known: "KnownExit") -> None:
    from kiosk.domain.errors import Refusal, RefusedError

    if known.called_off_at is not None:
        raise RefusedError([Refusal("exit.called_off_already")])


def _status_of(program: "Program", exit_: ProviderExit) -> "ExitStatus":
    from kiosk.app.exits.exit_status import exit_status

    return exit_status(program.municipality, program.record, exit_, program.clock.now().date())


def _show(status: "ExitStatus", program: "Program", words: Words) -> None:
    from kiosk.app.exits.exit_texts import status_lines

    for line in status_lines(status, program.municipality, words):
        click.echo(line)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
