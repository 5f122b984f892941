"""``kiosk speech``: what the public pages say, for whoever records it or adds a voice."""

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command, group
from kiosk.domain.language import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.devtools.speech_walk import Said
    from kiosk.domain.spoken import Spoken

_COLUMNS = ("page", "id", "text", "spoken")


def speech_group(words: Words) -> click.Group:
    """Commands about speech."""
    title = words.gettext("What the public pages say, for recordings or a voice.")
    return group(words, "speech", title, [_list_command(words)])


def _list_command(words: Words) -> click.Command:
    languages = click.Choice([language.value for language in Language])
    return command(
        words,
        "list",
        words.gettext("List every text of the public pages with its id and how it is said."),
        _list,
        [
            click.Option(
                ["--language"],
                type=languages,
                default=Language.BOKMAL.value,
                help=words.gettext("Language of the pages."),
            ),
            click.Option(
                ["--out"],
                required=True,
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=words.pgettext("argument", "FILE"),
                help=words.gettext("File that gets the list, a table with tabs between columns."),
            ),
        ],
    )


def _list(invocation: Invocation, language: str, out: Path) -> int:
    """Write the list.

    Returns:
        0; faults are raised.
    """
    # Nobody looks at the window.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from kiosk.bootstrap.programs import unrecorded_program
    from kiosk.devtools.speech_walk import walk
    from kiosk.domain.pack_texts import pack_texts
    from kiosk.domain.speech_book import speech_book
    from kiosk.i18n.message_list import messages_in
    from kiosk.printing.files import require_place

    require_place(out)
    settings, spoken_in = invocation.settings, Language(language)
    program = unrecorded_program(settings)
    books = {
        each: speech_book(
            each,
            messages_in(settings.resources.locales, each),
            pack_texts(program.municipality, each),
        )
        for each in Language
    }
    count = _write(out, walk(program, settings.resources, spoken_in, books), spoken_in)
    text = invocation.words.ngettext(
        "{count} text is in the list.", "{count} texts are in the list.", count
    )
    click.echo(text.format(count=count))
    return 0


def _write(out: Path, said: "Sequence[Said]", language: Language) -> int:
    """A row for each id of a language, where it is met first; tells how many."""
    rows: dict[str, tuple[str, Spoken]] = {}
    for each in said:
        for part in each.parts if each.language is language else ():
            rows.setdefault(part.id, (each.page, part))
    with out.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, dialect="excel-tab")
        table.writerow(_COLUMNS)
        for page, part in rows.values():
            table.writerow((page, part.id, part.text, part.spoken))
    return len(rows)
