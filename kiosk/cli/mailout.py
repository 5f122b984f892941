"""``kiosk mailout``: letters by the thousand, and that they were posted."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asked import Asked
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.document.edition import Edition
from kiosk.domain.errors import KioskError, PrintError
from kiosk.domain.mail_events import MailFilter, MailState, Making
from kiosk.domain.nonchoice.silence import LetterKind

if TYPE_CHECKING:
    from kiosk.app.mailout.batch import BatchPlan
    from kiosk.app.mailout.choose_recipients import Chosen
    from kiosk.app.program import Program
    from kiosk.app.watch import Watch

_WORDS_OF_OPTIONS = str.maketrans("_", "-")


def mailout_command(words: Words) -> click.Command:
    """Makes a mail-out, lists them, or enters that one was posted."""
    return command(
        words,
        "mailout",
        words.gettext("Make letters for many, list mail-outs, or enter that one was posted."),
        _mailout,
        [*_doing(words), *_choosing(words), *_making(words), *by_options(words)],
    )


def _doing(words: Words) -> list[click.Parameter]:
    key = words.pgettext("argument", "KEY")
    return [
        click.Option(
            ["--out"],
            type=click.Path(path_type=Path, file_okay=False),
            help=words.gettext("Folder that exists; each mail-out makes one in it."),
        ),
        click.Option(
            ["--resume"],
            metavar=key,
            help=words.gettext("Go on with a mail-out that was stopped."),
        ),
        click.Option(
            ["--proof"],
            type=click.Path(path_type=Path, dir_okay=False),
            help=words.gettext("Write ten letters to look at to this file, and nothing else."),
        ),
        click.Option(["--list", "only_list"], is_flag=True, help=words.gettext("List mail-outs.")),
        click.Option(
            ["--posted"],
            metavar=key,
            help=words.gettext("Enter that a mail-out was posted; deadlines run from then."),
        ),
        click.Option(
            ["--day"],
            type=click.DateTime(["%Y-%m-%d"]),
            metavar=words.pgettext("argument", "DATE"),
            help=words.gettext("Day on which the letters are posted; today by default."),
        ),
    ]


def _choosing(words: Words) -> list[click.Parameter]:
    text = words.pgettext("argument", "NAME")
    return [
        click.Option(
            ["--letter"],
            type=click.Choice([each.value for each in LetterKind]),
            default=LetterKind.INVITATION.value,
            help=words.gettext("Which letter; the one that asks by default."),
        ),
        click.Option(["--zone"], metavar=text, help=words.gettext("Only in this zone.")),
        click.Option(["--service"], metavar=text, help=words.gettext("Only for this service.")),
        click.Option(
            ["--state"],
            type=click.Choice([_said(each.value) for each in MailState]),
            default=MailState.DUE.value,
            help=words.gettext("Only where the choice stands so; by default those who are due."),
        ),
    ]


def _making(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--edition"],
            type=click.Choice([_said(each.value) for each in Edition]),
            default=Edition.STANDARD.value,
            help=words.gettext("Size and length of the print."),
        ),
        click.Option(
            ["--per-file"],
            type=click.IntRange(0, 5000),
            default=Making().letters_per_file,
            help=words.gettext("Letters in one file for the print shop; 0 for no such files."),
        ),
        click.Option(
            ["--letter-files"],
            is_flag=True,
            help=words.gettext("Also write each letter as a file of its own."),
        ),
        click.Option(
            ["--no-brochure"], is_flag=True, help=words.gettext("Leave the brochure out.")
        ),
    ]


def _mailout(invocation: Invocation, **said: Any) -> int:
    words = invocation.words
    modes = [said["out"], said["proof"], said["posted"], said["only_list"] or None]
    if sum(each is not None for each in modes) != 1:
        text = words.gettext("Give one of --out, --proof, --posted and --list.")
        raise click.UsageError(text)
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
            return _posted(program, said["posted"], day, actor, words)
        plan = _plan(program, said, day, words)
        if said["proof"] is not None:
            return _proof(program, plan, said["proof"], actor, words)
        return _make(program, plan, said, actor, words)


def _list(invocation: Invocation) -> int:
    from kiosk.app.mailout.mail_texts import batch_line
    from kiosk.app.mailout.post_batch import known_batch
    from kiosk.cli.opened import opened

    words = invocation.words
    with opened(invocation) as program:
        batches = [known_batch(program.record, key) for key in program.record.batches()]
    for batch in batches:
        click.echo(batch_line(batch, words))
    if not batches:
        click.echo(words.gettext("There are no mail-outs yet."))
    return 0


def _posted(program: "Program", key: str, day: date, actor: str, words: Words) -> int:
    count = program.post_batch.post(key, day, actor)
    text = words.ngettext(
        "{count} letter is entered as posted {date}.",
        "{count} letters are entered as posted {date}.",
        count,
    )
    click.echo(text.format(count=words.number(count), date=words.full_date(day)))
    return 0


def _plan(program: "Program", said: Mapping[str, Any], day: date, words: Words) -> "BatchPlan":
    from kiosk.app.mailout.batch import BatchPlan

    asked = Asked(program.municipality, words)
    wanted = MailFilter(
        letter=LetterKind(said["letter"]),
        state=MailState(_meant(said["state"])),
        zone=None if said["zone"] is None else asked.zone(said["zone"]),
        service=None if said["service"] is None else asked.service(said["service"]),
    )
    making = Making(
        letters_per_file=said["per_file"],
        has_letter_files=said["letter_files"],
        has_brochure=not said["no_brochure"],
    )
    return BatchPlan(wanted, Edition(_meant(said["edition"])), day, making)


def _proof(program: "Program", plan: "BatchPlan", file: Path, actor: str, words: Words) -> int:
    from kiosk.printing.files import require_place, write_file

    require_place(file)
    chosen = _chosen(program, plan, words)
    write_file(program.make_batch.proof(plan, chosen, actor), file)
    click.echo(words.gettext("Letters to look at are in {file}.").format(file=file))
    return 0


def _make(
    program: "Program", plan: "BatchPlan", said: Mapping[str, Any], actor: str, words: Words
) -> int:
    batches, key = program.make_batch, said["resume"]
    if key is not None:
        plan = batches.plan_of(key)
    # A place that takes nothing is told before anything is stored.
    program.mail_folder(str(said["out"]), key or "utsending")
    chosen = _chosen(program, plan, words)
    if key is None:
        key = batches.begin(plan, chosen, actor)
    folder = program.mail_folder(str(said["out"]), key)
    try:
        with _watched(words.gettext("Letters"), len(chosen.cases)) as watch:
            made = batches.make(key, chosen, folder, actor, watch)
    except KioskError as error:
        _stopped(program, key, error, words)
        if isinstance(error, PrintError):
            raise
        return 1
    from kiosk.app.mailout.batch_report import MANIFEST, TOTALS
    from kiosk.app.mailout.mail_texts import made_lines

    folder.put(MANIFEST, program.batch_report.manifest(key, words))
    folder.put(TOTALS, program.batch_report.totals(key, words))
    for line in made_lines(made, words):
        click.echo(line)
    text = words.gettext("They are in {folder}. Enter with --posted {key} when they are posted.")
    click.echo(text.format(folder=said["out"] / key, key=key))
    return 1 if made.unmade else 0


def _stopped(program: "Program", key: str, error: KioskError, words: Words) -> None:
    """What is finished, and how to go on."""
    from kiosk.app.mailout.mail_texts import batch_line
    from kiosk.app.mailout.post_batch import known_batch
    from kiosk.app.watch import CancelledError

    if not isinstance(error, CancelledError | PrintError):
        raise error
    click.echo(batch_line(known_batch(program.record, key), words), err=True)
    text = words.gettext("What is finished stays. Go on with --resume {key}.")
    click.echo(text.format(key=key), err=True)


def _chosen(program: "Program", plan: "BatchPlan", words: Words) -> "Chosen":
    from kiosk.app.mailout.mail_texts import chosen_lines

    count = len(program.record.case_refs())
    with _watched(words.gettext("Cases"), count) as watch:
        chosen = program.make_batch.choose(plan, watch)
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
        with click.progressbar(length=count, label=label, file=sys.stderr) as bar:
            yield Watch(_moving(bar), lambda: is_stopped)
    finally:
        signal.signal(signal.SIGINT, before)


def _moving(bar: Any) -> Callable[[int, int], None]:
    def move(done: int, count: int) -> None:
        bar.length = count
        bar.update(done - bar.pos)

    return move


def _said(value: str) -> str:
    return value.translate(_WORDS_OF_OPTIONS)


def _meant(text: str) -> str:
    return text.replace("-", "_")
