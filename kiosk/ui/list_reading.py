"""Reading a case list for its preview, off the GUI thread; no Qt."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.ports.intake import Meanings
from kiosk.system import case_list_bytes

if TYPE_CHECKING:
    from kiosk.app.explained_headings import ListLook
    from kiosk.app.import_cases import ImportCases, ImportPreview


@dataclass(frozen=True, slots=True)
class ReadList:
    """How far a list could be read.

    Attributes:
        look: Its headings.
        preview: None where headings must be explained first.
    """

    look: "ListLook"
    preview: "ImportPreview | None"


def read_list(importing: "ImportCases", path: Path, sheet: str) -> ReadList:
    """Read a list; headings that may stand for what is missing are asked about first.

    Raises:
        CaseListError: The file as a whole cannot be read.
    """
    look = importing.look(case_list_bytes(path), sheet)
    if look.asked and look.missing(look.meanings):
        return ReadList(look, None)
    return ReadList(look, importing.preview_of(look, look.meanings))


def read_explained(
    importing: "ImportCases", look: "ListLook", meanings: Meanings, actor: str
) -> ReadList:
    """Remember what headings mean, and read the list with it; raises as ``ImportCases.explain``."""
    importing.explain(look, meanings, actor)
    known = replace(look, meanings=meanings)
    return ReadList(known, importing.preview_of(known, meanings))
