"""What trying a rule gave, whole: the numbers, and the words that people would read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.app.names import service_name
from kiosk.app.nonchoice.simulated import Simulated
from kiosk.app.nonchoice.simulation_texts import ShownTable, column_heads, rule_names, shown_tables
from kiosk.app.ports.words import Words
from kiosk.app.read_rules import read_rules
from kiosk.app.spreadsheet import spreadsheet
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import NonchoiceState


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule that was tried.

    Attributes:
        named: The present municipality, which knows the names of all providers.
        tried: With the tried rules.
        state: Why nobody in the list chooses.
        on: The rules and the providers of this day.
        unread: Rows of the list that could not be used.
    """

    named: Municipality
    tried: Municipality
    simulated: Simulated
    state: NonchoiceState
    on: date
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Announced:
    """What a rule would announce, and where."""

    title: str
    text: str


def announced(tried: Tried, words: Words) -> Iterator[Announced]:
    """The words of the tried rules for the services and the state that were tried."""
    services = {table.service for table in tried.simulated.tables}
    for reading in read_rules(tried.tried, tried.on, (words,)):
        rule = reading.rule
        if rule.service not in services or tried.state not in rule.states:
            continue
        zones = words.and_list([tried.tried.zone(zone).name for zone in reading.zones])
        title = words.gettext("{service} in {zones}").format(
            service=service_name(tried.named, rule.service, words), zones=zones
        )
        ((_, text),) = reading.texts
        yield Announced(title, text)


def tables_csv(tried: Tried, words: Words) -> bytes:
    """All tables as one for a spreadsheet: a row per service, place and provider, then the shares."""
    return spreadsheet([_heads(words), *_rows(tried, words)])


def _heads(words: Words) -> tuple[str, ...]:
    pairs = [f"{rule}: {head}" for rule in rule_names(words) for head in column_heads(words)]
    return (
        words.pgettext("column", "Service"),
        words.pgettext("column of a table", "Where"),
        words.pgettext("column of a table", "Provider"),
        *pairs,
        words.gettext("Has no more room"),
    )


def _rows(tried: Tried, words: Words) -> Iterator[tuple[str, ...]]:
    for table in shown_tables(tried.simulated, tried.named, words):
        yield from _of_table(table, words)


def _of_table(table: ShownTable, words: Words) -> Iterator[tuple[str, ...]]:
    for row in table.rows:
        numbers = (cell.replace("\u00a0", "") for cell in (*row.present, *row.tried))
        is_full = row.provider in table.full
        full = words.pgettext("answer in a table", "yes") if is_full else ""
        name = row.provider.replace("\u00a0", " ")
        yield (table.service, table.place, name, *numbers, full)
    for share in table.shares:
        numbers = (cell.replace("\u00a0", "") for cell in (*share.present, *share.tried))
        yield (table.service, table.place, share.name, *numbers, "")
