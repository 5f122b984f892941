"""``kiosk handover``: what the case system does not have yet, as files in a folder."""

from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.case import CaseRef
from kiosk.domain.event import PROGRAM


def handover_command(words: Words) -> click.Command:
    """Deliver what is not delivered, repeat one case, or show the work list."""
    return command(
        words,
        "handover",
        words.gettext("Deliver to the case system what it does not have yet."),
        _handover,
        [
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, file_okay=False, exists=True),
                help=words.gettext("Folder that exists; each delivery makes one in it."),
            ),
            click.Option(
                ["--again"],
                metavar=words.gettext("CASE"),
                help=words.gettext("Deliver the last delivery of this case number again."),
            ),
            click.Option(
                ["--list", "only_list"],
                is_flag=True,
                help=words.gettext("Only show what is not delivered yet."),
            ),
        ],
    )


def _handover(invocation: Invocation, out: Path | None, again: str | None, only_list: bool) -> int:
    words = invocation.words
    if only_list == (out is not None) or (only_list and again):
        raise click.UsageError(words.gettext("Give either --out, or --list."))
    return _show(invocation) if out is None else _deliver(invocation, out, again)


def _show(invocation: Invocation) -> int:
    from kiosk.app.delivery_texts import state_text
    from kiosk.cli.opened import opened

    words = invocation.words
    with opened(invocation) as program:
        waiting = program.deliver_cases.work_list()
    line = words.gettext("{case}: {state}")
    for each in waiting:
        click.echo(line.format(case=each.case, state=state_text(each, words)))
    if not waiting:
        click.echo(words.gettext("No answers wait to be delivered."))
    return 0


def _deliver(invocation: Invocation, out: Path, again: str | None) -> int:
    from kiosk.app.delivery_texts import failure_lines, result_text
    from kiosk.cli.opened import opened

    words = invocation.words
    with opened(invocation) as program:
        use_case, outbox = program.deliver_cases, program.outbox_in(str(out))
        result = (
            use_case.deliver(outbox, PROGRAM)
            if again is None
            else use_case.deliver_again(CaseRef(again), outbox, PROGRAM)
        )
    click.echo(result_text(result, str(out), words))
    for line in failure_lines(result.failed, words):
        click.echo(line, err=True)
    return 1 if result.failed else 0
