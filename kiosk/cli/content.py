"""``kiosk content check``."""

from datetime import datetime
from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.faults import content_lines
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.errors import ContentProblem
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
            )
        ],
    )
    return group(words, "content", words.gettext("Content packs."), [check])


def _layout_problems(
    pack: Path, invocation: Invocation, now: datetime
) -> tuple[ContentProblem, ...]:
    from kiosk.cli.layout_check import layout_problems
    from kiosk.content import load_pack

    return layout_problems(load_pack(pack, now.date()), invocation.settings.resources, now)


def _check(invocation: Invocation, folder: Path | None) -> int:
    from kiosk.content import check_pack

    pack = folder or invocation.settings.content
    now = SystemClock().now()
    problems = check_pack(pack, now.date())
    if not any(not problem.is_warning for problem in problems):
        problems += _layout_problems(pack, invocation, now)
    words = invocation.words
    for line in content_lines(problems, words):
        click.echo(line)
    faults = sum(not problem.is_warning for problem in problems)
    if not faults:
        click.echo(words.gettext("No faults. The content pack can be opened."))
        return 0
    text = words.ngettext(
        "{count} fault. The content pack cannot be opened.",
        "{count} faults. The content pack cannot be opened.",
        faults,
    )
    click.echo(text.format(count=words.number(faults)), err=True)
    return 1
