"""``kiosk mailout``: letters by the thousand, and that they were posted."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.app.ports.words import Words
from kiosk.cli.bars import watched
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command
from kiosk.cli.mailout_kept import enter_discarded, enter_posted, list_mailouts
from kiosk.cli.mailout_options import (
    choosing_options,
    doing_options,
    making_options,
    plan_of,
    refuse_another_plan,
)
from kiosk.cli.pdf_place import require_pdf_place
from kiosk.domain.errors import KioskError, PrintError

if TYPE_CHECKING:
    from kiosk.app.mailout.batch import BatchPlan, Made
    from kiosk.app.mailout.choose_recipients import Chosen
    from kiosk.app.program import Program


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
        return list_mailouts(invocation)
    if said["by"] is None:
        raise click.UsageError(words.gettext("Say with --by who does this."))
    code = code_by(words, said["by"], said["by_code_file"])
    from kiosk.cli.opened import opened

    with opened(invocation) as program:
        actor = signed_in(program, said["by"], code)
        day = program.clock.now().date() if said["day"] is None else said["day"].date()
        if said["posted"] is not None:
            return enter_posted(program, said, day, actor, words)
        if said["discard"] is not None:
            return enter_discarded(program, said, actor, words)
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


def _proof(program: "Program", plan: "BatchPlan", file: Path, actor: str, words: Words) -> int:
    from kiosk.app.mailout.sheet_count import sheet_lines
    from kiosk.printing.files import write_file

    require_pdf_place(file, "--proof", words)
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
        with watched(words.gettext("Letters"), len(chosen.cases)) as watch:
            made = program.print_batch.make(place, key, chosen, actor, words, watch)
    except KioskError as error:
        _stopped(program, key, error, words)
        if isinstance(error, PrintError):
            raise
        return 1
    _tell_made(program, key, made, said, words)
    return 1 if made.unmade else 0


def _tell_made(
    program: "Program", key: str, made: "Made", said: Mapping[str, Any], words: Words
) -> None:
    """What came of it; of one that went on, also what it holds in all."""
    from kiosk.app.mailout.known_batch import known_batch
    from kiosk.app.mailout.mail_texts import batch_line, made_lines

    for line in made_lines(made, words):
        click.echo(line)
    if said["resume"] is not None:
        click.echo(batch_line(known_batch(program.record, key), words))
    if not made.is_discarded:
        text = words.gettext(
            "They are in {folder}. Enter with --posted {key} when they are posted."
        )
        click.echo(text.format(folder=said["out"] / key, key=key))
    _tell_sheets(program, key, words)


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
        with watched(words.gettext("Cases"), count) as watch:
            chosen = program.make_batch.choose(plan, watch, batch)
    except CancelledError:
        click.echo(words.gettext("Stopped. Nothing was made or stored."), err=True)
        return None
    for line in chosen_lines(chosen, words):
        click.echo(line)
    return chosen
