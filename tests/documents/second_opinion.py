"""The checker outloud, which looks for what veraPDF passes; with what it is wrong about here."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.documents.tag_reading import TaggedPdf

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
            # A provider that lacks a service has one cell over four, and so few cells for its
            # heads; every other table must have more cells than heads.
            return any(tag.attribute("/ColSpan") for tag in pdf.root.below)
        case _:
            return False


def _later_pages(pdf: TaggedPdf) -> Iterator[int]:
    for tag in pdf.root.below:
        if tag.kind == "Table":
            yield from sorted({each.page for each in tag.sequences})[1:]
