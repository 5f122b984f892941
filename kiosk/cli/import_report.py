"""What a case list would change, as plain lines; shown to staff, who may see the names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.app.case_changes import ChangeTexts
from kiosk.app.import_wording import accepted_text, hidden_missing_text, late_text, preview_text
from kiosk.app.intake_wording import problem_in_words
from kiosk.app.ports.intake import CaseList
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality

if TYPE_CHECKING:
    from kiosk.app.import_cases import ImportPreview


def preview_lines(preview: "ImportPreview", municipality: Municipality, words: Words) -> list[str]:
    """Rows accepted and refused with reasons, then what would be stored."""
    texts = ChangeTexts(municipality, words)
    cases = _cases(preview, texts, words)
    return [*_rows(preview.case_list, words), "", *cases, *_missing(preview, words)]


def missing_line(preview: "ImportPreview", words: Words, *, closes: bool) -> str:
    """What becomes of known cases that the list lacks, where nobody is asked."""
    count = len(preview.missing)
    if closes:
        return words.ngettext("It will be closed.", "They will be closed.", count)
    return words.ngettext(
        "It stays open. To close it, add --close-missing.",
        "They stay open. To close them, add --close-missing.",
        count,
    )


def _rows(case_list: CaseList, words: Words) -> Iterator[str]:
    yield accepted_text(case_list.accepted_rows, case_list.row_count, words)
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


def _cases(preview: "ImportPreview", texts: ChangeTexts, words: Words) -> Iterator[str]:
    yield preview_text(preview, words)
    if preview.late:
        yield late_text(preview, words)
    for item in preview.changed:
        for change in texts.changes(item.known, item.case):
            what = ": ".join(filter(None, (change.label, change.text)))
            yield f"  {item.case.reference}: {what}"


def _missing(preview: "ImportPreview", words: Words) -> Iterator[str]:
    if preview.hides_missing:
        yield hidden_missing_text(preview, words)
    if preview.missing:
        text = words.ngettext(
            "{count} known case is missing from the list:",
            "{count} known cases are missing from the list:",
            len(preview.missing),
        )
        yield text.format(count=words.number(len(preview.missing)))
        yield "  " + ", ".join(preview.missing)
