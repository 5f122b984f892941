"""A tried rule in words and numbers; the same on the page and on the command line."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.app.names import service_name
from kiosk.app.nonchoice.simulate_rule import Compared, Share, Simulated
from kiosk.app.phrases import provider_name
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.small_numbers import LEAST


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One provider under both rules; every cell in words.

    Attributes:
        present, tried: Users, hours a week and percent.
        present_percent, tried_percent: For a chart; None where hidden.
    """

    provider: str
    present: tuple[str, str, str]
    tried: tuple[str, str, str]
    present_percent: int | None
    tried_percent: int | None


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One service, in one zone or in all.

    Attributes:
        notes: What else is worth knowing; may be empty.
    """

    title: str
    rows: tuple[ShownRow, ...]
    notes: tuple[str, ...]


def shown_tables(
    simulated: Simulated, municipality: Municipality, words: Words
) -> tuple[ShownTable, ...]:
    """All tables, the whole municipality before its zones."""
    return tuple(_table(each, municipality, words) for each in simulated.tables)


def summary_lines(simulated: Simulated, words: Words) -> tuple[str, ...]:
    """How many people it is about, and how many would be moved."""
    people = words.ngettext(
        "{count} service in the list is tried.",
        "{count} services in the list are tried.",
        simulated.people,
    ).format(count=words.number(simulated.people))
    moved = words.gettext("People who have help and would get another provider: {count}")
    hidden = words.gettext("Groups under {count} people are not told.")
    return (
        people,
        moved.format(count=count_text(simulated.moved, words)),
        hidden.format(count=words.number(LEAST)),
    )


def column_heads(words: Words) -> tuple[str, str, str]:
    """What the three numbers of a row are."""
    return (
        words.pgettext("column of a table", "Users"),
        words.pgettext("column of a table", "Hours a week"),
        words.pgettext("column of a table", "Percent"),
    )


def count_text(count: int | None, words: Words) -> str:
    """A number, or that it is too small to tell."""
    if count is None:
        return words.gettext("hidden")
    return words.number(count)


def _table(compared: Compared, municipality: Municipality, words: Words) -> ShownTable:
    pairs = zip(compared.present, compared.tried, strict=True)
    return ShownTable(
        title=_title(compared, municipality, words),
        rows=tuple(_row(now, then, municipality, words) for now, then in pairs),
        notes=tuple(_notes(compared, municipality, words)),
    )


def _title(compared: Compared, municipality: Municipality, words: Words) -> str:
    service = service_name(municipality, compared.service, words)
    if compared.zone is None:
        return words.gettext("{service}, the whole municipality").format(service=service)
    zone = words.local(municipality.zone(compared.zone).phrase)
    return words.gettext("{service}, {zone}").format(service=service, zone=zone)


def _row(now: Share, then: Share, municipality: Municipality, words: Words) -> ShownRow:
    return ShownRow(
        provider=provider_name(municipality, now.provider, words),
        present=_cells(now, words),
        tried=_cells(then, words),
        present_percent=now.percent,
        tried_percent=then.percent,
    )


def _cells(share: Share, words: Words) -> tuple[str, str, str]:
    return (
        count_text(share.users, words),
        count_text(share.hours, words),
        count_text(share.percent, words),
    )


def _notes(compared: Compared, municipality: Municipality, words: Words) -> Sequence[str]:
    notes = []
    if compared.tried_waiting != 0 or compared.present_waiting != 0:
        text = words.gettext(
            "Without a provider: {present} with the present rule, {tried} with this."
        )
        notes.append(
            text.format(
                present=count_text(compared.present_waiting, words),
                tried=count_text(compared.tried_waiting, words),
            )
        )
    if compared.full:
        names = [provider_name(municipality, each, words) for each in compared.full]
        text = words.gettext("Has no more room: {providers}")
        notes.append(text.format(providers=words.and_list(names)))
    return notes
