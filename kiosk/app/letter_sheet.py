"""A letter about a case as a sheet: its own sections, then rights, then what identifies it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import filled, name_line, number_line
from kiosk.domain.case import Case
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.municipality import Municipality


@dataclass(frozen=True, slots=True)
class LetterText:
    """What one kind of letter says.

    Attributes:
        title: Free of personal data.
        lead: Sentence below the title.
        sections: About the services; at least one.
        rights: What the person can do, and what is the same, as labels with their texts; empty
            texts are left out.
    """

    title: str
    lead: str
    sections: tuple[SheetSection, ...]
    rights: Iterable[tuple[str, str]]


def letter_sheet(
    text: LetterText, case: Case, municipality: Municipality, issued_on: date, words: Words
) -> Sheet:
    """The letter of a case; bokmål or nynorsk."""
    rights = SheetSection(
        words.pgettext("heading of a letter", "What you can do, and what is the same"),
        filled(text.rights),
        may_break=True,
    )
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=text.title,
        lead=text.lead,
        sections=(*text.sections, rights),
        frame=(name_line(case, words), number_line(case, words)),
        foot=case.reference,
        issued_on=issued_on,
    )
