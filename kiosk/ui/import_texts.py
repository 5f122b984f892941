"""What a case list would change, in words for the import page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.app.case_changes import ChangeTexts
from kiosk.app.fault_texts import fault_text
from kiosk.app.intake_wording import file_problem_in_words, reason_in_words, shown_value
from kiosk.app.ports.intake import RowProblem
from kiosk.app.ports.words import Words
from kiosk.domain.errors import CaseListError, KioskError
from kiosk.domain.municipality import Municipality
from kiosk.ui.models.rows import Row

if TYPE_CHECKING:
    from kiosk.app.import_cases import ImportPreview

PROBLEM_FIELDS = ("place", "what", "reason")
_MOST_NAMED = 20


def import_fault_text(error: KioskError, words: Words) -> str:
    """Why nothing was read or stored, and what to do."""
    match error:
        case CaseListError(refusal=refusal):
            return file_problem_in_words(refusal, words)
        case _:
            return fault_text(error, words)


def count_rows(preview: "ImportPreview", words: Words) -> list[Row]:
    """How many rows and cases, one count a row."""
    case_list = preview.case_list
    refused = {problem.row for problem in case_list.refused}
    counts = [
        (words.gettext("Rows in the file"), case_list.row_count),
        (words.gettext("Rows accepted"), case_list.accepted_rows),
        (words.gettext("Rows refused"), len(refused)),
        (words.gettext("New cases"), len(preview.new)),
        (words.gettext("Changed cases"), len(preview.changed) - preview.closed),
        (words.gettext("Unchanged cases"), preview.unchanged),
    ]
    if preview.closed:
        counts.append((words.gettext("Cases that their row closes"), preview.closed))
    if preview.late:
        counts.append(
            (words.gettext("Reply deadlines in new cases that have passed"), preview.late)
        )
    return [{"label": label, "value": words.number(count)} for label, count in counts]


def problem_rows(problems: Sequence[RowProblem], words: Words) -> list[Row]:
    """One row per problem: where, what was written, why."""
    return [
        {
            "place": words.gettext("Row {row}").format(row=words.number(problem.row)),
            "what": ": ".join(part for part in (problem.column, shown_value(problem)) if part),
            "reason": reason_in_words(problem, words),
        }
        for problem in problems
    ]


def change_rows(preview: "ImportPreview", municipality: Municipality, words: Words) -> list[Row]:
    """One row per change of a known case: its number, what changes, old and new value."""
    texts = ChangeTexts(municipality, words)
    return [
        {"place": item.case.reference, "what": change.label, "reason": change.text}
        for item in preview.changed
        for change in texts.changes(item.known, item.case)
    ]


def columns_text(preview: "ImportPreview", words: Words) -> str:
    """Headings that are not read; empty for none."""
    columns = preview.case_list.unknown_columns
    if not columns:
        return ""
    text = words.gettext("Columns that are not read: {columns}.")
    return text.format(columns=words.and_list(columns))


def missing_text(preview: "ImportPreview", words: Words) -> str:
    """The question about known cases that the list lacks; empty for none."""
    if not preview.missing:
        return ""
    text = words.ngettext(
        "{count} known case is missing from the list: {cases}. Shall it be closed?",
        "{count} known cases are missing from the list: {cases}. Shall they be closed?",
        len(preview.missing),
    )
    named = preview.missing[:_MOST_NAMED]
    more = " …" if len(preview.missing) > len(named) else ""
    cases = words.and_list(named) if not more else ", ".join(named) + more
    return text.format(count=len(preview.missing), cases=cases)


def closing_names(count: int, words: Words) -> tuple[str, str]:
    """Both answers about known cases that the list lacks: leave them open, and close them."""
    return (
        words.ngettext("No, leave it open", "No, leave them open", count),
        words.ngettext("Yes, close it", "Yes, close them", count),
    )
