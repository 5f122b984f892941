"""``kiosk mailout``: letters by the thousand, and that they were posted."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.app.ports.words import Words
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command
from kiosk.cli.mailout_options import (
    choosing_options,
    doing_options,
    making_options,
    plan_of,
    refuse_another_plan,
)
from kiosk.domain.errors import KioskError, PrintError, RefusedError

if TYPE_CHECKING:
    from kiosk.app.mailout.batch import BatchPlan
    from kiosk.app.mailout.choose_recipients import Chosen
    from kiosk.app.program import Program
    from kiosk.app.watch import Watch


def mailout_command(words: Words) -> click.Command:
    """Makes a mail-out, lists them, or enters that one was posted."""
    return command(
        words,
        "mailout",
        words.gettext("Make letters for many, list mail-outs, or enter that one was posted."),
        _mailout,
        [
            *doing_options(words),
            *choosing_options(words),
            *making_options(words),
            *by_options(words),
        ],
    )


def _mailout(invocation: Invocation, **said: Any) -> int:
    words = invocation.words
    _require_one_thing(said, words)
    if said["only_list"]:
        return _list(invocation)
    if said["by"] is None:
        raise click.UsageError(words.gettext("Say with --by who does this."))
    code = code_by(words, said["by"], said["by_code_file"])
    from kiosk.cli.opened import opened

    with opened(invocation) as program:
        actor = signed_in(program, said["by"], code)
        day = program.clock.now().date() if said["day"] is None else said["day"].date()
        if said["posted"] is not None:
            return _posted(program, said, day, actor, words)
        if said["discard"] is not None:
            return _discarded(program, said, actor, words)
        plan = plan_of(said, day, program.municipality, words)
        if said["proof"] is not None:
            return _proof(program, plan, said["proof"], actor, words)
        return _make(program, plan, said, actor, words)


def _require_one_thing(said: Mapping[str, Any], words: Words) -> None:
    if said["resume"] is not None and said["out"] is None:
        text = words.gettext("--resume needs --out too: the folder in which the mail-out lies.")
        raise click.UsageError(text)
    closes = said["posted"] is not None or said["discard"] is not None
    # Beside these, it says where the folder lies.
    out = None if closes else said["out"]
    doing = [out, *(said[name] for name in ("proof", "posted", "discard"))]
    if sum(each is not None for each in [*doing, said["only_list"] or None]) != 1:
        text = words.gettext("Give one of --out, --proof, --posted, --discard and --list.")
        raise click.UsageError(text)
    if said["posted"] is None:
        if said["apart"]:
            raise click.UsageError(words.gettext("--except goes with --posted only."))
        if said["anyway"]:
            raise click.UsageError(words.gettext("--anyway goes with --posted only."))


def _list(invocation: Invocation) -> int:
    from kiosk.app.mailout.known_batch import known_batch
    from kiosk.app.mailout.mail_texts import batch_line, not_made_lines
    from kiosk.app.mailout.posting_texts import before_posting_lines, lacking_lines
    from kiosk.cli.opened import opened

    words = invocation.words
    with opened(invocation) as program:
        batches = [known_batch(program.record, key) for key in program.record.batches()]
        for batch in batches:
            click.echo(batch_line(batch, words))
            lines = list(not_made_lines(batch, words))
            if batch.is_open:
                lines += before_posting_lines(program.post_batch.look(batch.key), words)
                with suppress(PrintError, RefusedError):
                    lines += lacking_lines(program.batch_papers.missing(batch.key), words)
            for line in lines:
                click.echo(f"  {line}")
    if not batches:
        click.echo(words.gettext("There are no mail-outs yet."))
    return 0


def _posted(
    program: "Program", said: Mapping[str, Any], day: date, actor: str, words: Words
) -> int:
    from kiosk.app.mailout.close_batch import FilesSaid
    from kiosk.app.mailout.known_batch import known_batch
    from kiosk.app.mailout.letter_numbers import letter_numbers
    from kiosk.app.mailout.posting_texts import posted_lines
    from kiosk.app.watch import CancelledError

    apart = letter_numbers(said["apart"])
    closing, key = program.close_batch, said["posted"]
    count = len(known_batch(program.record, key).files)
    with _watched(words.gettext("Files"), count) as watch:
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


def _discarded(program: "Program", said: Mapping[str, Any], actor: str, words: Words) -> int:
    from kiosk.app.mailout.mail_texts import discarded_text

    letters = program.close_batch.discard(said["discard"], actor, words, _places(said))
    click.echo(discarded_text(letters, words))
    return 0


def _places(said: Mapping[str, Any]) -> list[str]:
    """Where to look for the folder of a mail-out that was moved."""
    return [] if said["out"] is None else [str(said["out"].absolute())]


def _proof(program: "Program", plan: "BatchPlan", file: Path, actor: str, words: Words) -> int:
    from kiosk.app.mailout.sheet_count import sheet_lines
    from kiosk.printing.files import require_place, write_file

    require_place(file)
    chosen = _chosen(program, plan, words)
    if chosen is None:
        return 1
    write_file(program.make_batch.proof(plan, chosen, actor), file)
    click.echo(words.gettext("Letters to look at are in {file}.").format(file=file))
    for line in sheet_lines(program.make_batch.sheets(plan, chosen, actor), words):
        click.echo(line)
    return 0


def _make(
    program: "Program", plan: "BatchPlan", said: Mapping[str, Any], actor: str, words: Words
) -> int:
    batches, key = program.make_batch, said["resume"]
    if key is not None:
        begun = batches.plan_of(key)
        refuse_another_plan(plan, begun, words)
        plan = begun
    # A place that takes nothing is told before anything is stored.
    place = str(said["out"].absolute())
    program.print_batch.require_place(place)
    chosen = _chosen(program, plan, words, key or "")
    if chosen is None:
        return 1
    if key is None:
        key = batches.begin(plan, chosen, actor, place)
    try:
        with _watched(words.gettext("Letters"), len(chosen.cases)) as watch:
            made = program.print_batch.make(place, key, chosen, actor, words, watch)
    except KioskError as error:
        _stopped(program, key, error, words)
        if isinstance(error, PrintError):
            raise
        return 1
    from kiosk.app.mailout.mail_texts import made_lines

    for line in made_lines(made, words):
        click.echo(line)
    if not made.is_discarded:
        text = words.gettext(
            "They are in {folder}. Enter with --posted {key} when they are posted."
        )
        click.echo(text.format(folder=said["out"] / key, key=key))
    _tell_sheets(program, key, words)
    return 1 if made.unmade else 0


def _tell_sheets(program: "Program", key: str, words: Words) -> None:
    """How thick the letters are, and which envelopes take them."""
    from kiosk.app.mailout.known_batch import known_batch
    from kiosk.app.mailout.sheet_count import SheetCount, sheet_lines

    count = SheetCount.of_batch(known_batch(program.record, key))
    if count is not None:
        for line in sheet_lines(count, words):
            click.echo(line)


def _stopped(program: "Program", key: str, error: KioskError, words: Words) -> None:
    """What is finished, and how to go on."""
    from kiosk.app.mailout.known_batch import known_batch
    from kiosk.app.mailout.mail_texts import batch_line
    from kiosk.app.watch import CancelledError

    if not isinstance(error, CancelledError | PrintError):
        raise error
    click.echo(batch_line(known_batch(program.record, key), words), err=True)
    text = words.gettext("What is finished stays. Go on with --resume {key}.")
    click.echo(text.format(key=key), err=True)


def _chosen(
    program: "Program", plan: "BatchPlan", words: Words, batch: str = ""
) -> "Chosen | None":
    """Who gets a letter; None where somebody stopped the looking."""
    from kiosk.app.mailout.mail_texts import chosen_lines
    from kiosk.app.watch import CancelledError

    count = len(program.record.case_refs())
    try:
        with _watched(words.gettext("Cases"), count) as watch:
            chosen = program.make_batch.choose(plan, watch, batch)
    except CancelledError:
        click.echo(words.gettext("Stopped. Nothing was made or stored."), err=True)
        return None
    for line in chosen_lines(chosen, words):
        click.echo(line)
    return chosen


@contextmanager
def _watched(label: str, count: int) -> "Iterator[Watch]":
    """A bar with the time that is left; Ctrl-C stops between two letters and tears nothing."""
    from kiosk.app.watch import Watch

    is_stopped = False

    def stop(*_: object) -> None:
        nonlocal is_stopped
        is_stopped = True

    before = signal.signal(signal.SIGINT, stop)
    try:
        # Without a terminal nobody watches it move, and its label alone says nothing.
        is_hidden = not sys.stderr.isatty()
        with click.progressbar(length=count, label=label, file=sys.stderr, hidden=is_hidden) as bar:
            yield Watch(_moving(bar), lambda: is_stopped)
    finally:
        signal.signal(signal.SIGINT, before)


def _moving(bar: Any) -> Callable[[int, int], None]:
    def move(done: int, count: int) -> None:
        bar.length = count
        bar.update(done - bar.pos)

    return move
