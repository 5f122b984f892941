"""What `kiosk cases import` is told about headings and sheets."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from kiosk.app.column_names import column_names, field_named
from kiosk.app.intake_reasons import FileReason
from kiosk.app.intake_wording import file_problem_in_words, quoted
from kiosk.app.list_columns import Column
from kiosk.app.ports.intake import Meanings, SeenHeading, plain_heading
from kiosk.app.ports.words import Words
from kiosk.domain.errors import CaseListError, Refusal

if TYPE_CHECKING:
    from kiosk.app.explained_headings import ListLook

_NOT_USED = frozenset({"", "-", "–"})
_OF_SHEETS = frozenset({FileReason.SHEETS_SEVERAL.value, FileReason.SHEET_HIDDEN.value})
_OF_COLUMNS = FileReason.COLUMNS_MISSING.value


def explained(look: "ListLook", said: Sequence[str], words: Words) -> Meanings:
    """What is remembered about a list, and what was said about it now.

    Args:
        look: The list.
        said: Such as ``Hvem=Navn``; ``-`` or nothing behind the mark for one that is not used.
        words: In whose language fields may be named.

    Raises:
        CaseListError: The list has no such heading, or there is no such field.
        BadParameter: Something has no equals sign.
    """
    return {**look.meanings, **dict(_explained(look, each, words) for each in said)}


def _explained(look: "ListLook", said: str, words: Words) -> tuple[str, Column | None]:
    # A heading may hold the mark, a field does not.
    heading, mark, field = said.rpartition("=")
    if not mark:
        text = words.gettext("“{said}” lacks the equals sign. Write HEADING=FIELD.")
        raise click.BadParameter(text.format(said=said), param_hint="--map")
    headings = [each.text for each in look.headings if each.text]
    if plain_heading(heading) not in map(plain_heading, headings):
        values = {"heading": heading, "headings": "\n".join(headings)}
        raise CaseListError(Refusal(FileReason.HEADING_UNKNOWN.value, values))
    if field.strip() in _NOT_USED:
        return plain_heading(heading), None
    column = field_named(field, words)
    if column is None:
        raise CaseListError(Refusal(FileReason.FIELD_UNKNOWN.value, {"field": field.strip()}))
    return plain_heading(heading), column


def fault_lines(
    error: CaseListError, name: str, look: "ListLook | None", said: Sequence[str], words: Words
) -> list[str]:
    """What is wrong with a file, and by which option it can be told.

    Args:
        error: Why it cannot be read.
        name: Of the file, without its folders: those may name a person.
        look: Its headings; None where they were not found.
        said: What was explained now, such as ``Hvem=Navn``; not asked for again.
        words: The reader's.
    """
    lines = [f"{name}: {file_problem_in_words(error.refusal, words)}"]
    if error.refusal.code in _OF_SHEETS:
        lines.append(words.gettext("Name the sheet with --sheet NAME."))
    if look is not None and error.refusal.code == _OF_COLUMNS:
        lines += _asked_lines(_not_explained(look, said), words)
    return lines


def _asked_lines(asked: Sequence[SeenHeading], words: Words) -> Iterator[str]:
    """Headings of which staff can say what they mean, and how; nothing without any."""
    unknown = [each.text for each in asked if each.column is None]
    if not asked:
        return
    text = (
        words.gettext("Columns that are not understood: {columns}.")
        if unknown
        else words.gettext("Columns that may be the missing one: {columns}.")
    )
    named = unknown or [each.text for each in asked]
    yield text.format(columns=words.and_list(quoted(each, words) for each in named))
    yield words.gettext("Say what one means with --map HEADING=FIELD.")


def _not_explained(look: "ListLook", said: Sequence[str]) -> list[SeenHeading]:
    """Headings that can be explained, and of which nobody has said the meaning."""
    known = {plain_heading(each.rpartition("=")[0]) for each in said}
    return [each for each in look.asked if plain_heading(each.text) not in known]


def read_as_lines(look: "ListLook", meanings: Meanings, words: Words) -> Iterator[str]:
    """Which sheet is read, and how headings are that staff explained; nothing for neither."""
    if look.listed.sheet_name:
        yield words.gettext("Sheet: {sheet}").format(sheet=look.listed.sheet_name)
    names = column_names(words)
    pairs = [
        f"{quoted(heading.text, words)} = {names[column]}"
        for heading in look.headings
        if (column := meanings.get(plain_heading(heading.text))) is not None
    ]
    if pairs:
        text = words.gettext("Columns as staff explained them: {columns}.")
        yield text.format(columns=words.and_list(pairs))
