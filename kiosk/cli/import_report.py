"""What a case list would change, as plain lines; shown to staff, who may see the names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.app.intake_wording import field_in_words, problem_in_words
from kiosk.app.ports.intake import CaseList
from kiosk.app.ports.words import Words

if TYPE_CHECKING:
    from kiosk.app.import_cases import ImportPreview, ImportResult


def preview_lines(preview: "ImportPreview", words: Words) -> list[str]:
    """Rows accepted and refused with reasons, then what would be stored."""
    return [*_rows(preview.case_list, words), "", *_cases(preview, words)]


def result_lines(result: "ImportResult", words: Words) -> list[str]:
    """What was stored."""
    text = words.gettext("Stored: {new} new, {changed} changed, {closed} closed.")
    counts = {
        "new": words.number(result.imported),
        "changed": words.number(result.changed),
        "closed": words.number(result.closed),
    }
    return [text.format(**counts)]


def _rows(case_list: CaseList, words: Words) -> Iterator[str]:
    text = words.ngettext(
        "{accepted} of {count} row accepted.",
        "{accepted} of {count} rows accepted.",
        case_list.row_count,
    )
    yield text.format(
        accepted=words.number(case_list.accepted_rows), count=words.number(case_list.row_count)
    )
    if case_list.refused:
        yield ""
        yield words.gettext("Refused:")
        for problem in case_list.refused:
            yield "  " + problem_in_words(problem, words)
    if case_list.notices:
        yield ""
        yield words.gettext("Worth a look:")
        for notice in case_list.notices:
            yield "  " + problem_in_words(notice, words)
    if case_list.unknown_columns:
        yield ""
        columns = words.and_list(case_list.unknown_columns)
        yield words.gettext("Columns that are not read: {columns}.").format(columns=columns)


def _cases(preview: "ImportPreview", words: Words) -> Iterator[str]:
    yield words.gettext("{new} new, {changed} changed, {same} unchanged.").format(
        new=words.number(len(preview.new)),
        changed=words.number(len(preview.changed)),
        same=words.number(preview.unchanged),
    )
    for item in preview.changed:
        fields = words.and_list(field_in_words(field, words) for field in item.fields)
        yield f"  {item.case.reference}: {fields}"
    if preview.missing:
        text = words.ngettext(
            "{count} known case is missing from the list:",
            "{count} known cases are missing from the list:",
            len(preview.missing),
        )
        yield text.format(count=words.number(len(preview.missing)))
        yield "  " + ", ".join(preview.missing)
