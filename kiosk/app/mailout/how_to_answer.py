"""How to answer a letter: with the slip that comes with it, or by telephone."""

from datetime import date
from enum import Enum

from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality


class Enclosed(Enum):
    """What lies in the envelope beside a letter.

    Attributes:
        NOTHING: Of a letter that is printed by itself, or asks nothing.
    """

    NOTHING = "nothing"
    SLIP = "slip"
    BROCHURE_AND_SLIP = "brochure_and_slip"


def enclosed(*, has_brochure: bool) -> Enclosed:
    """What lies beside a letter that asks."""
    return Enclosed.BROCHURE_AND_SLIP if has_brochure else Enclosed.SLIP


def enclosed_text(beside: Enclosed, words: Words) -> str:
    """What comes with a letter; empty where nothing does."""
    match beside:
        case Enclosed.NOTHING:
            return ""
        case Enclosed.SLIP:
            return words.gettext("A reply slip comes with this letter.")
        case Enclosed.BROCHURE_AND_SLIP:
            return words.gettext(
                "A brochure about the providers and a reply slip come with this letter."
            )


def with_the_slip(municipality: Municipality, reply_by: date, words: Words) -> str:
    """That one puts a cross on the slip, and where it goes by when."""
    if municipality.office.contact.address:
        text = words.gettext("Put a cross on the reply slip and send it to us by {date}.")
    else:
        text = words.gettext("Put a cross on the reply slip and give it to us by {date}.")
    return text.format(date=words.weekday_and_date(reply_by))


def by_telephone(municipality: Municipality, words: Words) -> str:
    """That one can ask, or answer, by telephone; empty for an office without one."""
    contact = municipality.office.contact
    if contact.phone is None:
        return ""
    number = words.phone(contact.phone)
    if contact.hours is None:
        text = words.gettext("You can also call us on {phone}, to ask or to say what you want.")
        return text.format(phone=number)
    text = words.gettext(
        "You can also call us on {phone}, {hours}, to ask or to say what you want."
    )
    return text.format(phone=number, hours=words.local(contact.hours))


def how_to_answer(
    municipality: Municipality, reply_by: date, beside: Enclosed, words: Words
) -> str:
    """What to do with what came with a letter that asks; a slip at least."""
    reads = beside is Enclosed.BROCHURE_AND_SLIP
    return sentences(
        words.gettext("Read the brochure.") if reads else "",
        with_the_slip(municipality, reply_by, words),
        by_telephone(municipality, words),
    )
