"""``kiosk report``: how many people stand in every state of the choice."""

from datetime import date, datetime
from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.days import Day
from kiosk.cli.invocation import Invocation, command


def report_command(words: Words) -> click.Command:
    """Count where people stand."""
    return command(
        words,
        "report",
        words.gettext("Count where people stand, by service and zone. Small groups are hidden."),
        _report,
        [
            _day(words, "--from", "first", words.gettext("First day, for example 2026-01-01.")),
            _day(words, "--to", "last", words.gettext("Last day, for example 2026-12-31.")),
            click.Option(
                ["--csv"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=words.pgettext("argument", "FILE"),
                help=words.gettext("Write the tables to a file for a spreadsheet."),
            ),
            click.Option(
                ["--places"],
                is_flag=True,
                help=words.gettext(
                    "Tell at which place the chosen providers stood, by staff member and machine."
                ),
            ),
        ],
    )


def _day(words: Words, option: str, name: str, text: str) -> click.Option:
    metavar = words.pgettext("argument", "DATE")
    return click.Option([option, name], type=Day(words), metavar=metavar, help=text)


def _report(
    invocation: Invocation,
    first: datetime | None,
    last: datetime | None,
    csv: Path | None,
    *,
    places: bool,
) -> None:
    if places:
        _tell_places(invocation, first, last)
        return
    from kiosk.app.report.count_states import CountStates, Period
    from kiosk.app.report.tables import report_tables, table_lines, tables_csv
    from kiosk.bootstrap.programs import opened_program
    from kiosk.printing.files import require_place, write_file

    words = invocation.words
    if csv is not None:
        require_place(csv)
    with opened_program(invocation.settings) as program:
        use_case = CountStates(program.municipality, program.record)
        period = Period(_date(first), _date(last))
        counted = use_case.count(program.clock.now().date(), period)
        tables = report_tables(counted, program.municipality, words)
    if not tables:
        click.echo(words.gettext("There is nobody to count."))
        return
    for line in table_lines(tables, words):
        click.echo(line)
    if csv is not None:
        write_file(tables_csv(tables, words), csv)
        click.echo(words.gettext("The tables are in {file}.").format(file=csv))


def _tell_places(invocation: Invocation, first: datetime | None, last: datetime | None) -> None:
    from kiosk.app.report.count_places import CountPlaces
    from kiosk.app.report.count_states import Period
    from kiosk.app.report.place_tables import place_lines
    from kiosk.bootstrap.programs import opened_program

    words = invocation.words
    with opened_program(invocation.settings) as program:
        counted = CountPlaces(program.record).count(Period(_date(first), _date(last)))
    if not counted.staff:
        click.echo(words.gettext("There is nobody to count."))
        return
    for line in place_lines(counted, words):
        click.echo(line)


def _date(day: datetime | None) -> date | None:
    return None if day is None else day.date()
