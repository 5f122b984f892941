"""``kiosk rules``: replay a run, list runs, and try a rule before the council votes on it."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.nonchoice.parts import NonchoiceState

if TYPE_CHECKING:
    from kiosk.app.nonchoice.simulation_texts import ShownTable
    from kiosk.app.nonchoice.tried import Tried

_WIDTH, _INDENT = 96, "    "
_STATES = tuple(state.value for state in NonchoiceState)


def rules_group(words: Words) -> click.Group:
    """Commands about the rules for those who do not choose."""
    runs = command(words, "runs", words.gettext("List the runs of the rules."), _runs, [])
    replay = command(
        words,
        "replay",
        words.gettext("Work a run out again, and tell whether it comes out the same."),
        _replay,
        [click.Argument(["run"], metavar=words.pgettext("argument", "RUN"))],
    )
    simulate = command(
        words,
        "simulate",
        words.gettext("Try a rule on a case list, beside the present one. Nothing is stored."),
        _simulate,
        [
            click.Argument(
                ["rule"],
                type=click.Path(path_type=Path),
                metavar=words.pgettext("argument", "RULE"),
            ),
            click.Argument(
                ["file"],
                type=click.Path(path_type=Path),
                metavar=words.pgettext("argument", "FILE"),
            ),
            click.Option(
                ["--state"],
                type=click.Choice(_STATES),
                default=NonchoiceState.NO_REPLY.value,
                show_default=True,
                help=words.gettext("Why nobody in the list chooses."),
            ),
            click.Option(
                ["--csv"],
                type=click.Path(path_type=Path),
                metavar=words.pgettext("argument", "FILE"),
                help=words.gettext("Also write the tables to a file for a spreadsheet."),
            ),
        ],
    )
    title = words.gettext("Rules for those who do not choose.")
    return group(words, "rules", title, [runs, replay, simulate])


def _runs(invocation: Invocation) -> int:
    from kiosk.app.nonchoice.past_runs import past_runs
    from kiosk.app.nonchoice.replay_texts import run_text
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    with opened_program(invocation.settings) as program:
        runs = past_runs(program.record)
    for run in runs:
        click.echo(f"{run.run}  {run_text(run, words)}")
    if not runs:
        click.echo(words.gettext("The rules have not been run yet."))
    return 0


def _replay(invocation: Invocation, run: str) -> int:
    from kiosk.app.nonchoice.replay_run import replay_run
    from kiosk.app.nonchoice.replay_texts import replay_lines
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    with opened_program(invocation.settings) as program:
        replayed = replay_run(program.record, run)
    head = words.gettext("Run {run} of {date}: {given} given, {aside} set aside.")
    counts = words.number(replayed.given), words.number(replayed.set_aside)
    date = words.full_date(replayed.on)
    click.echo(head.format(run=run, date=date, given=counts[0], aside=counts[1]))
    for line in replay_lines(replayed, program.municipality, words):
        click.echo(line)
    return 0 if replayed.difference is None else 1


def _simulate(invocation: Invocation, rule: Path, file: Path, state: str, csv: Path | None) -> int:
    from kiosk.app.nonchoice.simulation_texts import unread_text
    from kiosk.app.nonchoice.tried import tables_csv
    from kiosk.bootstrap.programs import simulated_rule
    from kiosk.printing.files import require_place, write_file

    words = invocation.words
    if csv is not None:
        require_place(csv)
    tried = simulated_rule(invocation.settings, rule, file, NonchoiceState(state))
    if tried.unread:
        click.echo(unread_text(tried.unread, words), err=True)
    for line in _tried_lines(tried, words):
        click.echo(line)
    if csv is not None:
        write_file(tables_csv(tried, words), csv)
        click.echo("")
        click.echo(words.gettext("The tables are in {file}.").format(file=csv))
    return 0


def _tried_lines(tried: "Tried", words: Words) -> Iterator[str]:
    from kiosk.app.nonchoice.simulation_texts import column_heads, shown_tables, summary_lines
    from kiosk.app.nonchoice.tried import announced

    yield from summary_lines(tried.simulated, words)
    yield ""
    yield words.gettext("What people would read")
    for each in announced(tried, words):
        yield f"{each.title}:"
        text = each.text.replace("\u00a0", " ")
        yield from wrap(text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
    for table in shown_tables(tried.simulated, tried.named, words):
        yield ""
        yield from _table_lines(table, column_heads(words), words)


def _table_lines(table: "ShownTable", heads: tuple[str, str, str], words: Words) -> Iterator[str]:
    """A table with its columns under one another, plain enough for every terminal."""
    from kiosk.app.nonchoice.simulation_texts import rule_names

    yield table.title
    cells = [(row.provider, *row.present, *row.tried) for row in table.rows]
    titles = (words.pgettext("column of a table", "Provider"), *heads, *heads)
    widths = [max(len(line[place]) for line in (titles, *cells)) for place in range(len(titles))]
    side = sum(widths[1:4]) + 4
    above = rule_names(words)
    yield f"{'':<{widths[0]}}  {above[0]:<{side}}  {above[1]}".rstrip()
    for line in (titles, *cells):
        first, *rest = line
        padded = [f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True)]
        yield "  ".join([f"{first:<{widths[0]}}", *padded])
    yield from table.notes
