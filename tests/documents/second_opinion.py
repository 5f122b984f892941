"""The checker outloud, which looks for what veraPDF passes; with what it is wrong about here."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.documents.tag_reading import Tag, TaggedPdf

with warnings.catch_warnings():
    # Its library for pictures of pages is built with an old tool; nothing of ours.
    warnings.simplefilter("ignore", DeprecationWarning)
    from outloud import check  # type: ignore[import-untyped]


def second_faults(pdf: TaggedPdf, file: Path) -> list[str]:
    """What outloud finds in a file, warnings too, such as ``FIG-001: …``; see ``_is_wrong``."""
    found = check(str(file)).findings
    return [f"{each.rule}: {each.message}" for each in found if not _is_wrong(each, pdf)]


def _is_wrong(finding: Any, pdf: TaggedPdf) -> bool:
    """What is found and is no fault here, each with its reason."""
    match finding.rule:
        case "PAG-001":
            # The approval below each provider and the lead above each table are content that
            # repeats, and tagged on purpose; that foot lines are not is tested by ``hidden``.
            return True
        case "TBL-014":
            # It looks for a table's text on the page where the table begins only.
            return finding.page - 1 in set(_later_pages(pdf))
        case "TBL-010":
            # It takes a table with more heads than values for one in shreds.
            return all(map(_has_heads_for_good, (t for t in pdf.root.below if t.kind == "Table")))
        case _:
            return False


def _has_heads_for_good(table: Tag) -> bool:
    """Whether a table has no more heads than values, or must have.

    A provider that lacks a service has one cell over four. And of two columns the first one names
    the rows: with its own head and that of the values there is a head more than values.
    """
    children = [row for row in table.kids if isinstance(row, Tag)]
    rows = [[kid for kid in row.kids if isinstance(kid, Tag)] for row in children]
    cells = [cell for row in rows for cell in row]
    heads = [cell for cell in cells if cell.kind == "TH"]
    is_wide = any(cell.attribute("/ColSpan") for cell in cells)
    names_rows = all(
        [cell.kind for cell in row] == ["TH", "TD"] and row[0].attribute("/Scope") == "/Row"
        for row in rows[1:]
    )
    return len(heads) <= len(cells) - len(heads) or is_wide or (bool(rows[1:]) and names_rows)


def _later_pages(pdf: TaggedPdf) -> Iterator[int]:
    for tag in pdf.root.below:
        if tag.kind == "Table":
            yield from sorted({each.page for each in tag.sequences})[1:]
