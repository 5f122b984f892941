"""``kiosk cases import``: a preview first, stored only on yes."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.import_wording import result_text
from kiosk.app.ports.words import Words
from kiosk.cli.asking import ask, can_ask
from kiosk.cli.import_report import missing_line, preview_lines
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.errors import CaseListError
from kiosk.domain.event import PROGRAM

if TYPE_CHECKING:
    from kiosk.app.explained_headings import ListLook
    from kiosk.app.import_cases import ImportPreview
    from kiosk.app.program import Program


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
            click.Option(
                ["--sheet"],
                default="",
                metavar=words.pgettext("argument", "NAME"),
                help=words.gettext("Sheet of a workbook, where several look like a case list."),
            ),
            click.Option(
                ["--map", "said"],
                multiple=True,
                metavar=words.pgettext("argument", "HEADING=FIELD"),
                help=words.gettext(
                    "What a heading means; nothing behind the mark for one that is not used. "
                    "May be given several times, and is remembered for lists with these headings."
                ),
            ),
        ],
    )
    return group(words, "cases", words.gettext("Cases and case lists."), [take_in])


def _import(
    invocation: Invocation,
    file: Path,
    yes: bool,
    close_missing: bool,
    sheet: str,
    said: tuple[str, ...],
) -> int:
    from kiosk.cli.case_headings import fault_lines
    from kiosk.cli.opened import opened
    from kiosk.system import case_list_bytes

    content = case_list_bytes(file)
    with opened(invocation) as program:
        look = None
        try:
            look = program.import_cases.look(content, sheet)
            if sheet and not look.listed.sheet_name:
                text = invocation.words.gettext("--sheet is for workbooks; {file} is none.")
                raise click.UsageError(text.format(file=file.name))
            return _take_in(program, look, said, _Answers(yes, close_missing, invocation.words))
        except CaseListError as error:
            lines = fault_lines(error, file.name, look, said, invocation.words)
            click.echo("\n".join(lines), err=True)
            return 1


@dataclass(frozen=True, slots=True)
class _Answers:
    """What was said before anybody is asked, and in which language to ask."""

    yes: bool
    close_missing: bool
    words: Words


def _take_in(program: "Program", look: "ListLook", said: tuple[str, ...], answers: _Answers) -> int:
    from kiosk.cli.case_headings import explained, read_as_lines

    words = answers.words
    meanings = explained(look, said, words)
    preview = program.import_cases.preview_of(look, meanings)
    for line in read_as_lines(look, meanings, words):
        click.echo(line)
    click.echo("\n".join(preview_lines(preview, program.municipality, words)))
    asks = bool(preview.missing) and not (answers.yes or answers.close_missing) and can_ask()
    has_changes = bool(preview.new or preview.changed)
    if asks and has_changes and not _may_store(words):
        return 1
    closing = (
        _asked_to_close(preview, words) if asks else _told(preview, words, answers.close_missing)
    )
    if not (has_changes or closing):
        click.echo(words.gettext("There is nothing to store."))
        return _code(preview)
    if not (answers.yes or asks) and not _may_store(words):
        return 1
    program.import_cases.explain(look, meanings, PROGRAM)
    result = program.import_cases.confirm(preview, closing, PROGRAM)
    click.echo(result_text(result, words))
    return _code(preview)


def _code(preview: "ImportPreview") -> int:
    return 1 if preview.case_list.refused else 0


def _asked_to_close(preview: "ImportPreview", words: Words) -> bool:
    """Whether cases that the list lacks are closed; who is asked hears of no option."""
    question = words.ngettext(
        "Close the case that the list lacks?",
        "Close the cases that the list lacks?",
        len(preview.missing),
    )
    return ask(question, words)


def _told(preview: "ImportPreview", words: Words, close_missing: bool) -> bool:
    """Whether there are cases that the list lacks and that are closed; says which it is."""
    if not preview.missing:
        return False
    click.echo("  " + missing_line(preview, words, closes=close_missing))
    return close_missing


def _may_store(words: Words) -> bool:
    if not can_ask():
        text = words.gettext("Nothing was stored: nobody was there to answer. To store, add --yes.")
        click.echo(text)
        return False
    if ask(words.gettext("Store this?"), words):
        return True
    click.echo(words.gettext("You answered no. Nothing was stored."))
    return False
