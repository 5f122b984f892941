"""Sheets of ODS files (OpenDocument 1.4 part 3, chapter 9): values only."""

from collections.abc import Mapping

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.grid import Grid
from kiosk.intake.workbooks.markup import listen
from kiosk.intake.workbooks.ods_sheet import TableListener
from kiosk.intake.workbooks.package import Package

_KIND = "mimetype"
_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_SPREADSHEETS = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)


def is_ods(package: Package) -> bool:
    """Whether a zip file is a workbook of this kind."""
    return package.has(_KIND) and b"".join(package.chunks(_KIND)).strip() in _SPREADSHEETS


def ods_grids(package: Package) -> tuple[Grid, ...]:
    """All sheets with cells, order of the tabs.

    Raises:
        CaseListError: A sheet is larger than any case list, or needs a password.
        LookupError: A part is missing.
        ValueError: A part says something impossible; its text must not be shown.
    """
    if _is_sealed(package):
        raise CaseListError(Refusal(FileReason.PASSWORD.value))
    tables = TableListener()
    listen(package.chunks(_CONTENT), tables)
    return tables.grids()


class _Manifest:
    def __init__(self) -> None:
        self.is_sealed = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        self.is_sealed = self.is_sealed or name == "encryption-data"

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


def _is_sealed(package: Package) -> bool:
    """Whether the parts are written in cipher, one by one or all of them in one."""
    manifest = _Manifest()
    if package.has(_MANIFEST):
        listen(package.chunks(_MANIFEST), manifest)
    return manifest.is_sealed
