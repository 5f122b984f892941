"""``kiosk content check``."""

from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.faults import content_lines
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.errors import ContentProblem
from kiosk.settings import Settings
from kiosk.system import SystemClock


def content_group(words: Words) -> click.Group:
    """Commands about content packs."""
    check = command(
        words,
        "check",
        words.gettext("Name everything that is wrong with a content pack."),
        _check,
        [
            click.Argument(
                ["folder"],
                type=click.Path(path_type=Path),
                required=False,
                metavar=words.pgettext("argument", "FOLDER"),
            ),
            click.Option(
                ["--rules"],
                is_flag=True,
                help=words.gettext("Print what people will read about those who do not choose."),
            ),
        ],
    )
    return group(words, "content", words.gettext("Content packs."), [check])


def _check(invocation: Invocation, folder: Path | None, *, rules: bool) -> int:
    from kiosk.content import check_pack

    settings, words, clock = invocation.settings, invocation.words, SystemClock()
    pack = folder or settings.content
    if folder is None:
        click.echo(words.gettext("Content pack: {folder}").format(folder=pack))
    problems = check_pack(pack, clock.now().date())
    if not _faults(problems):
        problems += _room_problems(pack, settings, clock)
    for line in content_lines(problems, words):
        click.echo(line)
    faults = _faults(problems)
    if faults:
        text = words.ngettext(
            "{count} fault. The content pack cannot be opened.",
            "{count} faults. The content pack cannot be opened.",
            faults,
        )
        click.echo(text.format(count=words.number(faults)), err=True)
        return 1
    unfit = sum(problem.is_unfit for problem in problems)
    if unfit:
        text = words.ngettext(
            "{count} place has to be changed before people see this pack. It can be opened.",
            "{count} places have to be changed before people see this pack. It can be opened.",
            unfit,
        )
        click.echo(text.format(count=words.number(unfit)), err=True)
    else:
        click.echo(words.gettext("No faults were found."))
        click.echo(words.gettext("The content pack can be opened."))
    if rules:
        _print_rules(pack, invocation, clock)
    return 1 if unfit else 0


def _print_rules(pack: Path, invocation: Invocation, clock: SystemClock) -> None:
    from kiosk.cli.content_rules import rule_lines
    from kiosk.content import load_pack
    from kiosk.content.notes import rule_notes

    today = clock.now().date()
    municipality, locales = load_pack(pack, today), invocation.settings.resources.locales
    for line in rule_lines(municipality, rule_notes(pack), today, locales, invocation.words):
        click.echo(line)


def _faults(problems: tuple[ContentProblem, ...]) -> int:
    return sum(problem.is_fault for problem in problems)


def _room_problems(
    pack: Path, settings: Settings, clock: SystemClock
) -> tuple[ContentProblem, ...]:
    """Laid out anew even where the same pack has passed: somebody wants to know."""
    from functools import partial

    from kiosk.app.even_speech import uneven_speech
    from kiosk.bootstrap.packs import remember_room
    from kiosk.content import load_pack
    from kiosk.i18n import GettextWords
    from kiosk.layout.check import layout_problems

    municipality = load_pack(pack, clock.now().date())
    problems = layout_problems(municipality, settings.resources, clock.now())
    if not _faults(problems):
        remember_room(settings, municipality, clock)
    words_for = partial(GettextWords, locales=settings.resources.locales)
    return (*problems, *uneven_speech(municipality, words_for, clock.now().date()))
