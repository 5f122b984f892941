"""Rows of the page on which a rule is tried: one per provider and place, ready to be shown."""

from collections.abc import Iterator

from kiosk.app.nonchoice.simulation_texts import ShownRow, ShownTable, both_text, shown_tables
from kiosk.app.nonchoice.tried import Tried
from kiosk.app.ports.words import Words
from kiosk.ui.models.rows import Row

FIELDS = (
    "title",
    "provider",
    "presentUsers",
    "presentHours",
    "presentPercent",
    "triedUsers",
    "triedHours",
    "triedPercent",
    "presentShare",
    "triedShare",
    "told",
    "note",
)
"""``title`` is empty but in the first row of a table, ``note`` but in the last; a share that is
hidden is -1."""


def trial_rows(tried: Tried, words: Words) -> list[Row]:
    """All tables below one another."""
    tables = shown_tables(tried.simulated, tried.named, words)
    return [row for table in tables for row in _rows(table, words)]


def _rows(table: ShownTable, words: Words) -> Iterator[Row]:
    for place, row in enumerate(table.rows):
        is_last = place == len(table.rows) - 1
        yield {
            "title": "" if place else table.title,
            "provider": row.provider,
            **_numbers(row),
            "told": f"{row.provider}. {both_text(row, words)}",
            "note": "\n".join(table.notes) if is_last else "",
        }


def _numbers(row: ShownRow) -> Row:
    numbers: dict[str, str | int | bool | float] = {}
    for rule, cells in (("present", row.present), ("tried", row.tried)):
        users, hours, percent = cells
        numbers |= {f"{rule}Users": users, f"{rule}Hours": hours, f"{rule}Percent": percent}
    return {
        **numbers,
        "presentShare": _share(row.present_percent),
        "triedShare": _share(row.tried_percent),
    }


def _share(percent: int | None) -> int:
    return -1 if percent is None else percent
