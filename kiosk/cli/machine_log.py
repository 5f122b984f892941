"""``kiosk log``: what a public machine wrote down, without anything about a person."""

from datetime import datetime
from functools import partial
from pathlib import Path

import click

from kiosk.app.day_report import DayEnd
from kiosk.app.ports.words import Words
from kiosk.cli.days import Day
from kiosk.cli.invocation import Invocation, command, group


def log_group(words: Words) -> click.Group:
    """Commands about the log of a public machine."""
    title = words.gettext("The log of a public machine; nothing in it is about a person.")
    opening = words.gettext("Report of what happened since the machine was closed last.")
    closing = words.gettext("Report of the day, and what to do before the office closes.")
    commands = [
        _export_command(words),
        _report_command(words),
        _day_command(words, DayEnd.OPENING, opening),
        _day_command(words, DayEnd.CLOSING, closing),
    ]
    return group(words, "log", title, commands)


def _export_command(words: Words) -> click.Command:
    return command(
        words,
        "export",
        words.gettext("Write the log to a file, one event a line (JSON)."),
        _export,
        [
            click.Option(
                ["--out"],
                required=True,
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=words.pgettext("argument", "FILE"),
                help=words.gettext("File that gets the log."),
            ),
            click.Option(
                ["--errors-only"], is_flag=True, help=words.gettext("Only what went wrong.")
            ),
        ],
    )


def _report_command(words: Words) -> click.Command:
    day, file = words.pgettext("argument", "DATE"), words.pgettext("argument", "FILE")
    kind = Day(words)
    first = words.gettext("First day, for example 2026-01-01; left out, today.")
    last = words.gettext("Last day, for example 2026-12-31; left out, today.")
    return command(
        words,
        "report",
        words.gettext("Count sessions, brochures, failures and restarts. Small groups are hidden."),
        _report,
        [
            click.Option(["--from", "first"], type=kind, metavar=day, help=first),
            click.Option(["--to", "last"], type=kind, metavar=day, help=last),
            click.Option(
                ["--sheet"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=file,
                help=words.gettext("Also write the result as a sheet (PDF) to this file."),
            ),
        ],
    )


def _day_command(words: Words, end: DayEnd, title: str) -> click.Command:
    return command(
        words,
        end.value,
        title,
        partial(_day, end=end),
        [
            click.Option(
                ["--sheet"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=words.pgettext("argument", "FILE"),
                help=words.gettext("Also write the result as a sheet (PDF) to this file."),
            ),
            click.Option(
                ["--done"],
                is_flag=True,
                help=words.gettext("Note in the log that the machine is opened or closed now."),
            ),
        ],
    )


def _day(invocation: Invocation, sheet: Path | None, done: bool, end: DayEnd) -> None:
    from kiosk.app.day_report_texts import compose_day_report, day_lead, day_rows, day_title, to_do
    from kiosk.bootstrap.machines import machine_care, sheet_pdf
    from kiosk.bootstrap.packs import open_municipality
    from kiosk.printing.files import require_place, write_file
    from kiosk.system import SystemClock

    words, clock = invocation.words, SystemClock()
    if sheet is not None:
        require_place(sheet)
    municipality = open_municipality(invocation.settings, clock)
    _tell_of_no_log(invocation)
    care = machine_care(invocation.settings, municipality)
    report = care.report(end)
    for line in (day_title(end, words), day_lead(report, words)):
        click.echo(line)
    for row in day_rows(report, words):
        click.echo(f"{row.label}: {row.value}")
    for number, text in enumerate(to_do(report, words), start=1):
        click.echo(f"{number}. {text}")
    if sheet is not None:
        made = compose_day_report(report, municipality, words)
        write_file(sheet_pdf(invocation.settings, made, clock.now()), sheet)
        click.echo(words.gettext("The result is in {file}.").format(file=sheet))
    if done:
        care.confirm(end)
        click.echo(_noted(end, words))


def _noted(end: DayEnd, words: Words) -> str:
    return {
        DayEnd.OPENING: words.gettext("The log says now that the machine is opened."),
        DayEnd.CLOSING: words.gettext("The log says now that the machine is closed."),
    }[end]


def _tell_of_no_log(invocation: Invocation) -> None:
    """Whoever looks in another folder must not read that nobody used the machine."""
    from kiosk.bootstrap.machines import machine_log

    read = machine_log(invocation.settings).read()
    if not read.events and not read.unreadable:
        text = invocation.words.gettext(
            "There is no log in {folder} yet. Is that the folder that the public screen uses?"
        )
        click.echo(text.format(folder=invocation.settings.data), err=True)


def _report(
    invocation: Invocation, first: datetime | None, last: datetime | None, sheet: Path | None
) -> None:
    from kiosk.app.machine_report import (
        compose_machine_report,
        machine_report,
        report_lead,
        report_rows,
    )
    from kiosk.bootstrap.machines import machine_log, sheet_pdf
    from kiosk.bootstrap.packs import open_municipality
    from kiosk.printing.files import require_place, write_file
    from kiosk.system import SystemClock

    words, clock = invocation.words, SystemClock()
    if sheet is not None:
        require_place(sheet)
    now = clock.now()
    days = [now.date() if day is None else day.date() for day in (first, last)]
    if days[1] < days[0]:
        raise click.UsageError(words.gettext("The day of --from comes after the day of --to."))
    _tell_of_no_log(invocation)
    report = machine_report(machine_log(invocation.settings).read().events, days[0], days[1])
    click.echo(report_lead(report, words))
    for row in report_rows(report, words):
        click.echo(f"{row.label}: {row.value}")
    if sheet is not None:
        municipality = open_municipality(invocation.settings, clock)
        made = compose_machine_report(report, municipality, now.date(), words)
        write_file(sheet_pdf(invocation.settings, made, now), sheet)
        click.echo(words.gettext("The result is in {file}.").format(file=sheet))


def _export(invocation: Invocation, out: Path, errors_only: bool) -> None:
    from kiosk.bootstrap.machines import machine_log
    from kiosk.domain.machine_event_about import Outcome, outcome_of
    from kiosk.machine.lines import full_line_of
    from kiosk.printing.files import require_place, write_file

    words = invocation.words
    require_place(out)
    read = machine_log(invocation.settings).read()
    kept = [
        event for event in read.events if not errors_only or outcome_of(event) is Outcome.FAILURE
    ]
    write_file("".join(f"{full_line_of(event)}\n" for event in kept).encode(), out)
    text = words.ngettext("{count} event is in {file}.", "{count} events are in {file}.", len(kept))
    click.echo(text.format(count=words.number(len(kept)), file=out))
    if read.unreadable:
        text = words.ngettext(
            "{count} line could not be read, and is left out.",
            "{count} lines could not be read, and are left out.",
            read.unreadable,
        )
        click.echo(text.format(count=words.number(read.unreadable)), err=True)
