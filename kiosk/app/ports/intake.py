"""Case lists as they come in, and what is wrong with their rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from kiosk.app.list_columns import Column
from kiosk.domain.case import Case, CaseRef

Meanings = Mapping[str, Column | None]
"""What staff said that headings mean, by ``plain_heading``; None for one that is not used."""

NOTHING_EXPLAINED: Meanings = MappingProxyType({})
"""No heading needed a word."""


def plain_heading(heading: str) -> str:
    """A heading without needless spaces and capitals, so that the same is known again."""
    return " ".join(heading.split()).casefold()


@dataclass(frozen=True, slots=True)
class SeenHeading:
    """A heading of a file.

    Attributes:
        text: As written; empty where there is none, or where it may not be shown.
        column: What we understand by it; None for nothing.
        samples: What cells below it look like, with every letter and digit masked: at most
            three different ones.
    """

    text: str
    column: Column | None
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something about one row of a case list.

    Attributes:
        row: Number in the file as a spreadsheet shows it, from 1; titles and headings count.
        column: Heading as written in the file; empty when the whole row is meant.
        value: Value as written; empty when it may not be shown (a fødselsnummer, a protected
            address).
        code: Reason, put into words by the catalogues.
        values: Values for the sentence, such as the allowed ones.
    """

    row: int
    column: str
    value: str
    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CaseList:
    """A case list as read from a file.

    Attributes:
        cases: Accepted cases, order of the file.
        row_count: Data rows in the file.
        accepted_rows: Rows that went into ``cases``.
        refused: Why rows were refused; one row may have several.
        notices: What was left out of accepted rows, such as a fødselsnummer, or is worth a look.
        unknown_columns: Headings that were not understood and not read, without second columns of
            a kind: those have a notice.
        tells_protection: Whether the file has a column about protected addresses.
        refused_refs: Cases in the list with a refused row; nothing of them is in ``cases``.
        tells_all_cases: Whether every row says which case it is about; otherwise nobody can tell
            which cases the list lacks.
    """

    cases: tuple[Case, ...]
    row_count: int
    accepted_rows: int
    refused: tuple[RowProblem, ...]
    notices: tuple[RowProblem, ...]
    unknown_columns: tuple[str, ...]
    tells_protection: bool = True
    refused_refs: frozenset[CaseRef] = frozenset()
    tells_all_cases: bool = True


class OpenCaseList(Protocol):
    """A file whose headings were found, and whose rows are not read yet."""

    @property
    def sheet_name(self) -> str:
        """Name of the sheet of a workbook; empty for a CSV file."""
        ...

    @property
    def headings(self) -> tuple[SeenHeading, ...]:
        """Order of the file."""
        ...

    def read(self, meanings: Meanings = NOTHING_EXPLAINED) -> CaseList:
        """Read the rows.

        Args:
            meanings: What staff said that some headings mean.

        Raises:
            CaseListError: A needed column is missing.
        """
        ...


class CaseListReader(Protocol):
    """Reads case lists as case systems export them."""

    def open(self, data: bytes, sheet: str = "") -> OpenCaseList:
        """Find the table of a file.

        Args:
            data: The whole file: CSV, XLSX or ODS, told apart by what is inside.
            sheet: Name of the sheet of a workbook; empty for the only one that fits.

        Raises:
            CaseListError: The file as a whole cannot be read: encoding, headings, no rows,
                several sheets that fit.
        """
        ...
