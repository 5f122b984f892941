"""The report of a tried rule for whoever votes on it: numbers and words, nobody's data."""

from kiosk.app.nonchoice.simulation_texts import (
    ShownTable,
    both_text,
    shown_tables,
    state_name,
    summary_lines,
    unread_text,
)
from kiosk.app.nonchoice.tried import Tried, announced
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection


def compose_simulation(tried: Tried, words: Words) -> Sheet:
    """One section about the whole, then what would be announced, then a section per table."""
    municipality = tried.named
    lead = words.gettext(
        "The present rule and another one, applied to the same people. Nobody was given a "
        "provider, and nothing was stored."
    )
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=words.gettext("A rule that was tried"),
        lead=lead,
        sections=(_whole(tried, words), *_announcements(tried, words), *_tables(tried, words)),
        frame=(),
        foot=words.full_date(tried.on),
        issued_on=tried.on,
    )


def _whole(tried: Tried, words: Words) -> SheetSection:
    people, moved, hidden = summary_lines(tried.simulated, words)
    lines = (
        ReceiptLine(words.gettext("Why nobody chooses"), state_name(tried.state, words)),
        ReceiptLine(
            words.pgettext("label of a report", "Tried"),
            sentences(people, unread_text(tried.unread, words)),
        ),
        ReceiptLine(words.pgettext("label of a report", "Moved"), moved),
        ReceiptLine(words.pgettext("label of a report", "Hidden"), hidden),
    )
    return SheetSection(words.gettext("What was tried"), lines)


def _announcements(tried: Tried, words: Words) -> tuple[SheetSection, ...]:
    lines = tuple(ReceiptLine(each.title, each.text) for each in announced(tried, words))
    if not lines:
        return ()
    return (SheetSection(words.gettext("What people would read"), lines, may_break=True),)


def _tables(tried: Tried, words: Words) -> tuple[SheetSection, ...]:
    tables = shown_tables(tried.simulated, tried.named, words)
    return tuple(_table(each, words) for each in tables)


def _table(table: ShownTable, words: Words) -> SheetSection:
    lines = (ReceiptLine(row.provider, both_text(row, words)) for row in table.rows)
    notes = (ReceiptLine(words.pgettext("label of a report", "Note"), each) for each in table.notes)
    return SheetSection(table.title, (*lines, *notes), may_break=True)
