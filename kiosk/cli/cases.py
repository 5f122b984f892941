"""``kiosk cases import``: a preview first, stored only on yes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.import_report import preview_lines, result_lines
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.event import PROGRAM

if TYPE_CHECKING:
    from kiosk.app.import_cases import ImportPreview


def cases_group(words: Words) -> click.Group:
    """Commands about cases."""
    take_in = command(
        words,
        "import",
        words.gettext("Show what a case list would change, and store it on yes."),
        _import,
        [
            click.Argument(
                ["file"],
                type=click.Path(path_type=Path, exists=True, dir_okay=False),
                metavar=words.pgettext("argument", "FILE"),
            ),
            click.Option(["--yes"], is_flag=True, help=words.gettext("Store without being asked.")),
            click.Option(
                ["--close-missing"],
                is_flag=True,
                help=words.gettext("Close known cases that the list lacks."),
            ),
        ],
    )
    return group(words, "cases", words.gettext("Cases and case lists."), [take_in])


def _import(invocation: Invocation, file: Path, yes: bool, close_missing: bool) -> int:
    from kiosk.bootstrap import opened_program

    with opened_program(invocation.settings) as program:
        words = invocation.words
        preview = program.import_cases.preview(file.read_bytes())
        click.echo("\n".join(preview_lines(preview, words)))
        closing = close_missing or (not yes and _ask_to_close(preview, words))
        if not (preview.new or preview.changed or (closing and preview.missing)):
            click.echo(words.gettext("There is nothing to store."))
            return _code(preview)
        if not yes and not _ask(words.gettext("Store this?")):
            click.echo(words.gettext("Nothing was stored. Add --yes to store."))
            return 1
        result = program.import_cases.confirm(preview, closing, PROGRAM)
        click.echo("\n".join(result_lines(result, words)))
    return _code(preview)


def _code(preview: "ImportPreview") -> int:
    return 1 if preview.case_list.refused else 0


def _ask_to_close(preview: "ImportPreview", words: Words) -> bool:
    return bool(preview.missing) and _ask(words.gettext("Close the cases that the list lacks?"))


def _ask(question: str) -> bool:
    # A script that was not told yes means no; it must not wait for somebody to type.
    return sys.stdin.isatty() and click.confirm(question, default=False)
