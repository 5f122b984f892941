"""``kiosk slip returned``: letters that came back unopened."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.days import Day
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command


def returned_command(words: Words) -> click.Command:
    """Enters them one after another; one that is refused keeps no other back."""
    text = words.gettext(
        "Enter that letters came back, by the code of the slip or the case number. Their people "
        "count as not reached, and not as silent."
    )
    params = [
        click.Argument(
            ["codes"], nargs=-1, required=True, metavar=words.pgettext("argument", "CODE …")
        ),
        click.Option(
            ["--day"],
            type=Day(words),
            metavar=words.pgettext("argument", "DATE"),
            help=words.gettext("Day on which they came back; today by default."),
        ),
        *by_options(words, required=True),
    ]
    return command(words, "returned", text, _returned, params)


def _returned(
    invocation: Invocation,
    codes: tuple[str, ...],
    day: datetime | None,
    by: str,
    by_code_file: Path | None,
) -> int:
    from kiosk.app.fault_texts import fault_text
    from kiosk.app.nonchoice.event_texts import letter_name
    from kiosk.cli.opened import opened
    from kiosk.domain.errors import RefusedError

    words, refused = invocation.words, 0
    code = code_by(words, by, by_code_file)
    with opened(invocation) as program:
        actor = signed_in(program, by, code)
        came = (day or program.clock.now()).date()
        for said in _whole(codes):
            try:
                found = program.return_letters.store(said, came, program.ids.event_id(), actor)
            except RefusedError as error:
                refused += 1
                click.echo(f"{said}: {fault_text(error, words)}", err=True)
                continue
            text = words.gettext("Case {number}: {letter} came back {date}.")
            told = {"letter": letter_name(found.letter, words), "date": words.full_date(came)}
            click.echo(text.format(number=found.case, **told))
    return 1 if refused else 0


def _whole(codes: tuple[str, ...]) -> Iterator[str]:
    """Codes are printed with a blank in the middle, at which a terminal takes them apart."""
    from kiosk.domain.slip_code import read_slip

    left = list(codes)
    while left:
        first = left.pop(0)
        both = f"{first} {left[0]}" if left and read_slip(first) is None else first
        if both != first and read_slip(both) is not None:
            first = both
            left.pop(0)
        yield first
