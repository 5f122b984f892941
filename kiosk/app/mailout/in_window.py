"""Letters that are laid out as labelled lines, in the form of a letter with a window."""

from collections.abc import Iterator
from datetime import date

from kiosk.app.mailout.around_text import about_another, closing_of, post_of, references_of
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import name_line, number_line
from kiosk.domain.case import Case
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.mailing import LeftOut, Recipient, recipients_of
from kiosk.domain.municipality import Municipality, ProseKind, ProsePart


def in_window(
    sheet: Sheet,
    case: Case,
    recipient: Recipient | None,
    municipality: Municipality,
    words: Words,
    reply_by: date | None = None,
) -> WindowLetter:
    """The same words in the same order, with the recipient in the window.

    Args:
        sheet: The letter.
        case: Whom it is about.
        recipient: Who gets it; None for a letter that is handed over.
        municipality: Who sends it.
        words: Of the sheet's language.
        reply_by: The first day that it asks for an answer by; None where it asks nothing.
    """
    lead = ProsePart(ProseKind.PARAGRAPH, sheet.lead)
    return WindowLetter(
        language=sheet.language,
        municipality=sheet.municipality,
        office=sheet.office,
        is_example=sheet.is_example,
        post=post_of(recipient, municipality, words),
        references=(
            *references_of(case, recipient, sheet.issued_on, reply_by, words),
            *_others(sheet, case, words),
        ),
        title=sheet.title,
        parts=((*about_another(recipient, words), lead), *sheet.sections),
        strong=(),
        closing=closing_of(municipality, words),
        foot=words.gettext("Case {number}").format(number=case.reference),
        issued_on=sheet.issued_on,
    )


def _others(sheet: Sheet, case: Case, words: Words) -> Iterator[ReceiptLine]:
    """What identifies the sheet, beside the name and the number that every letter bears above."""
    told = {name_line(case, words), number_line(case, words)}
    return (each for each in sheet.frame if each not in told)


def singles_in_window(
    sheet: Sheet,
    case: Case,
    municipality: Municipality,
    words: Words,
    reply_by: date | None = None,
) -> tuple[WindowLetter, ...]:
    """A letter that is printed by itself: a copy for each who gets the post about the case."""
    return tuple(
        in_window(sheet, case, each, municipality, words, reply_by)
        for each in single_recipients(case)
    )


def single_recipients(case: Case) -> tuple[Recipient | None, ...]:
    """Who gets what is printed by itself; at least one.

    Where nothing may be posted, as with a protected address, it is None: the window stays empty and
    the letter is handed over.
    """
    found = recipients_of(case)
    return (None,) if isinstance(found, LeftOut) else found
