"""``kiosk mailout`` of those that are made: listed, posted or discarded."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from kiosk.app.ports.words import Words
from kiosk.cli.bars import watched
from kiosk.cli.invocation import Invocation
from kiosk.domain.errors import PrintError, RefusedError

if TYPE_CHECKING:
    from kiosk.app.program import Program


def list_mailouts(invocation: Invocation) -> int:
    """Each with its totals, and with what to see to before it is posted."""
    from kiosk.app.mailout.known_batch import known_batch
    from kiosk.app.mailout.mail_texts import batch_line, not_made_lines
    from kiosk.app.mailout.posting_texts import before_posting_lines
    from kiosk.cli.opened import opened

    words = invocation.words
    with opened(invocation) as program:
        batches = [known_batch(program.record, key) for key in program.record.batches()]
        for batch in batches:
            click.echo(batch_line(batch, words))
            lines = list(not_made_lines(batch, words))
            if batch.is_open:
                lines += before_posting_lines(program.post_batch.look(batch.key), words)
                lines += _files_lines(program, batch.key, words)
            for line in lines:
                click.echo(f"  {line}")
    if not batches:
        click.echo(words.gettext("There are no mail-outs yet."))
    return 0


def _files_lines(program: "Program", key: str, words: Words) -> list[str]:
    """Which files of a mail-out are gone, by their names alone; empty for none."""
    from kiosk.app.fault_texts import fault_text
    from kiosk.app.mailout.posting_texts import lacking_lines

    try:
        return list(lacking_lines(program.batch_papers.missing(key), words))
    except (PrintError, RefusedError) as error:
        return [fault_text(error, words)]


def enter_posted(
    program: "Program", said: Mapping[str, Any], day: date, actor: str, words: Words
) -> int:
    """Enter that one was posted, once its files were looked at."""
    from kiosk.app.mailout.close_batch import FilesSaid
    from kiosk.app.mailout.known_batch import known_batch
    from kiosk.app.mailout.letter_numbers import letter_numbers
    from kiosk.app.mailout.posting_texts import posted_lines
    from kiosk.app.watch import CancelledError

    apart = letter_numbers(said["apart"])
    closing, key = program.close_batch, said["posted"]
    count = len(known_batch(program.record, key).files)
    with watched(words.gettext("Files"), count) as watch:
        files = FilesSaid(_places(said), said["anyway"], watch)
        try:
            posting = closing.post(key, day, actor, words, apart, files)
        except CancelledError:
            click.echo(words.gettext("Stopped. Nothing was made or stored."), err=True)
            return 1
    for line in posted_lines(posting, day, words):
        click.echo(line)
    untried = known_batch(program.record, key).untried
    if untried:
        text = words.ngettext(
            "The mail-out was stopped: {count} case has no letter. Make another mail-out.",
            "The mail-out was stopped: {count} cases have no letter. Make another mail-out.",
            untried,
        )
        click.echo(text.format(count=words.number(untried)))
    return 0


def enter_discarded(program: "Program", said: Mapping[str, Any], actor: str, words: Words) -> int:
    """Enter that one is never posted."""
    from kiosk.app.mailout.mail_texts import discarded_text

    letters = program.close_batch.discard(said["discard"], actor, words, _places(said))
    click.echo(discarded_text(letters, words))
    return 0


def _places(said: Mapping[str, Any]) -> list[str]:
    """Where to look for the folder of a mail-out that was moved."""
    return [] if said["out"] is None else [str(said["out"].absolute())]
