"""The names of a person, however a list writes them."""

from kiosk.app.intake_reasons import RowReason
from kiosk.app.list_columns import Column
from kiosk.domain.free_text import LONGEST_NAME
from kiosk.intake.row_cells import RowCells

# Of a person whose names do not stand in columns of their own.
_WHOLE = (Column.NAME, Column.NAME_FAMILY_FIRST)


def names_of(cells: RowCells) -> tuple[str, str] | None:
    """Given and family name, which must have room on paper; None where there is none."""
    names = _written(cells)
    if names is not None and not names[0]:
        own = cells.has(Column.GIVEN_NAME) and bool(cells.text(Column.FAMILY_NAME))
        column = Column.GIVEN_NAME if own else name_column(cells)
        cells.notice(RowReason.NAME_WITHOUT_FIRST, column, cells.shown(column))
    if names is not None and len(" ".join(names).strip()) > LONGEST_NAME:
        column = name_column(cells)
        cells.refuse(RowReason.TOO_LONG, column, cells.shown(column), limit=str(LONGEST_NAME))
    return names


def name_column(cells: RowCells) -> Column:
    """Where a name is missing, too long or another: the column of whole names, if there is one."""
    return next((column for column in _WHOLE if cells.has(column)), Column.FAMILY_NAME)


def _written(cells: RowCells) -> tuple[str, str] | None:
    """Given and family name, from columns of their own or from the whole name."""
    given = " ".join(filter(None, map(cells.text, (Column.GIVEN_NAME, Column.MIDDLE_NAME))))
    family = cells.text(Column.FAMILY_NAME)
    if family:
        return given, family
    column = name_column(cells)
    if column is not Column.NAME_FAMILY_FIRST:
        return cells.needed(column, split)
    names = cells.needed(column, split_family_first)
    if names is not None and " ".join(names).count(" ") > 1 and "," not in cells.shown(column):
        cells.notice(RowReason.NAME_WITHOUT_COMMA, column, cells.shown(column), family=names[1])
    return names


def split(name: str) -> tuple[str, str]:
    """``Strand, Solveig`` or ``Solveig Strand``; a name of one word is a family name."""
    family, comma, given = name.partition(",")
    if comma:
        return given.strip(), family.strip()
    given, _, family = name.rpartition(" ")
    return given, family


def split_family_first(name: str) -> tuple[str, str]:
    """``Strand, Solveig`` or ``Strand Solveig``; without a comma the first word is the family's."""
    family, _, given = name.partition("," if "," in name else " ")
    return given.strip(), family.strip()
