"""What stands around the text of a letter: window, references, closing, and to whom it speaks.

The name of whom a letter is about never stands in the window of somebody else's envelope.
"""

from collections.abc import Iterator
from datetime import date

from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import filled
from kiosk.domain.case import Case
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.window_letter import PostalLines
from kiosk.domain.mailing import Recipient
from kiosk.domain.municipality import Municipality, ProseKind, ProsePart


def closing_of(municipality: Municipality, words: Words) -> str:
    """Who sends a letter, below its text."""
    return words.gettext("With regards from {office}, {municipality}").format(
        office=words.local(municipality.office.phrase), municipality=municipality.name
    )


def post_of(recipient: Recipient | None, municipality: Municipality, words: Words) -> PostalLines:
    """What shows in the window of the envelope."""
    if recipient is None:
        return PostalLines("", ())
    parts = parts_of_address(municipality)
    text = words.gettext("Return: {address}")
    # Street and town bring a letter back without the department.
    ways = [text.format(address=", ".join(parts[at:])) for at in range(max(1, len(parts) - 1))]
    whole, *shorter = ways if parts else [""]
    return PostalLines(whole, recipient.lines, tuple(shorter), recipient.is_other)


def parts_of_address(municipality: Municipality) -> tuple[str, ...]:
    """The office's address, from the department or street to the town; empty where it has none."""
    address = municipality.office.contact.address or ""
    return tuple(part.strip() for part in address.split(",") if part.strip())


def references_of(
    case: Case, recipient: Recipient | None, issued_on: date, reply_by: date | None, words: Words
) -> tuple[ReceiptLine, ...]:
    """What stands beside the window; the person's name where the window does not show it."""
    is_named = recipient is None or recipient.is_other
    return filled(
        (
            (words.pgettext("on a letter", "Date"), words.full_date(issued_on)),
            (words.gettext("Case number"), case.reference),
            (
                words.pgettext("on a letter", "Answer by"),
                "" if reply_by is None else words.full_date(reply_by),
            ),
            (_concerns(words), case.name if is_named else ""),
        )
    )


def about_another(recipient: Recipient | None, words: Words) -> Iterator[ProsePart]:
    """To somebody who gets another's post: that the letter's "you" is that person; else nothing.

    The name stands beside the window, so that these words are the same for all of them.
    """
    if recipient is None or not recipient.is_other:
        return
    why = words.gettext("You get this letter because you get the post of somebody else.")
    name = words.gettext("The name stands at “{label}”.").format(label=_concerns(words))
    who = words.gettext("Where it says “you” in the rest of the letter, we mean that person.")
    yield ProsePart(ProseKind.PARAGRAPH, sentences(why, name, who))


def _concerns(words: Words) -> str:
    return words.pgettext("on a letter", "Concerns")
