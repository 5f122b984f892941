"""Whether the addresses of a row have room in the window of an envelope.

The person comes in all the same: letters are one way of several, and the case system may need time.
"""

from collections.abc import Iterator

from kiosk.app.intake_reasons import RowReason
from kiosk.app.list_columns import Column
from kiosk.domain.mailing import MOST_LINES
from kiosk.intake.facts import PersonFacts
from kiosk.intake.names import name_column
from kiosk.intake.row_cells import RowCells

_Line = tuple[Column, str]
_HOME = (Column.ADDRESS, Column.TOWN, Column.POSTCODE)
_AWAY = (Column.POST_ADDRESS, Column.POST_TOWN, Column.POST_POSTCODE)


def tell_no_room(cells: RowCells, person: PersonFacts) -> None:
    """Tell of lines that are too long, and of too many of them; of nobody who gets no letters."""
    if person.is_address_protected or person.closing is not None:
        return
    told: set[tuple[Column, str]] = set()
    for column, lines in _windows(cells, person):
        overs = cells.letters.over_window([text for _, text in lines])
        for (where, text), over in zip(lines, overs, strict=True):
            if over and (where, text) not in told:
                told.add((where, text))
                cells.notice(RowReason.LINE_TOO_LONG, where, cells.shown(where), over=str(over))
        if len(lines) > MOST_LINES and (column, "") not in told:
            told.add((column, ""))
            count = str(len(lines))
            cells.notice(RowReason.TOO_MANY_LINES, column, cells.shown(column), lines=count)


def _windows(cells: RowCells, person: PersonFacts) -> Iterator[tuple[Column, list[_Line]]]:
    """What each envelope shows, and the column that has most of it (``recipients_of``)."""
    name = (name_column(cells), f"{person.given_name} {person.family_name}".strip())
    home = _lines(cells, _HOME, person.lines, person.postcode, person.town)
    if person.post_name is None or not person.post_instead:
        yield Column.ADDRESS, [name, *home]
    if person.post_name is None:
        return
    post = (Column.POST_NAME, person.post_name)
    away = _lines(cells, _AWAY, person.post_lines, person.post_postcode, person.post_town)
    if away:
        yield Column.POST_ADDRESS, [post, *away]
    else:
        yield Column.ADDRESS, [post, *home]


def _lines(
    cells: RowCells,
    columns: tuple[Column, Column, Column],
    lines: tuple[str, ...] | None,
    postcode: str | None,
    town: str | None,
) -> list[_Line]:
    street, place, code = columns
    last = f"{postcode or ''} {town or ''}".strip()
    found = [(street, line) for line in lines or ()]
    return [*found, (place if cells.has(place) else code, last)] if last else found
