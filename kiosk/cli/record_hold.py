"""``kiosk record hold``: keep a case from disposal, or let the rules hold again."""

from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.case import CaseRef


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
            *by_options(words, required=True),
        ],
    )


def _hold(
    invocation: Invocation,
    case: str,
    reason: str | None,
    release: bool,
    by: str,
    by_code_file: Path | None,
) -> None:
    from kiosk.cli.opened import opened

    words = invocation.words
    if release == (reason is not None):
        raise click.UsageError(words.gettext("Give either --reason, or --release."))
    code = code_by(words, by, by_code_file)
    with opened(invocation) as program:
        actor = signed_in(program, by, code)
        if reason is None:
            program.hold_case.release(CaseRef(case), actor)
            text = words.gettext("The rules of retention hold for the case again.")
        else:
            program.hold_case.hold(CaseRef(case), reason, actor)
            text = words.gettext("The case is kept until it is released.")
    click.echo(text)
