"""What every receipt says in the same words: its numbers, who spoke, and how to go on."""

from collections.abc import Iterable, Sequence

from kiosk.app.notice_texts import is_limited
from kiosk.app.phrases import call_office, sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.app.receipt_story import ReceiptRef, ReceiptStory
from kiosk.app.wording import basis_text, participants_list
from kiosk.domain.case import Case
from kiosk.domain.choice import Agreement
from kiosk.domain.decider import Decider
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId


def filled(values: Iterable[tuple[str, str]]) -> tuple[ReceiptLine, ...]:
    """Labelled lines of what is known; the rest leaves no gap."""
    return tuple(ReceiptLine(label, value) for label, value in values if value)


def name_line(case: Case, words: Words) -> ReceiptLine:
    """Whose a paper is."""
    return ReceiptLine(words.pgettext("of a person", "Name"), case.name)


def number_line(case: Case, words: Words) -> ReceiptLine:
    """Of which case it is."""
    return ReceiptLine(words.gettext("Case number"), case.reference)


def numbers(number: str, case: str, mark: str, words: Words) -> tuple[ReceiptLine, ...]:
    """The frame at the foot; an empty mark leaves its place out."""
    return filled(
        (
            (words.gettext("Receipt number"), number),
            (words.gettext("Case number"), case),
            (words.gettext("Control mark"), mark),
        )
    )


def basis_line(decider: Decider | None, words: Words) -> tuple[str, str]:
    """What gives somebody the right to speak for another; empty for the person."""
    label = words.pgettext("right to answer for another", "Basis")
    return label, "" if decider is None else basis_text(decider, words)


def participants_line(participants: Iterable[str], words: Words) -> tuple[str, str]:
    """Who took part without deciding; empty for nobody."""
    people = sentence_case(participants_list(participants, words))
    return words.gettext("Taking part"), people


def later_notes(story: ReceiptStory, words: Words) -> tuple[str, ...]:
    """What happened to a receipt afterwards (arkivforskrifta § 11); empty for nothing."""
    fixed = story.corrected
    return (
        *(_start(each, words) for each in story.agreed),
        *(() if fixed is None else (_corrected(fixed, words),)),
        *(_taken_back(back, words) for back in story.taken_back),
    )


def _corrected(ref: ReceiptRef, words: Words) -> str:
    text = words.gettext("Corrected {date}. Receipt {number} holds instead.")
    return text.format(date=words.full_date(ref.on), number=ref.number)


def _start(agreement: Agreement, words: Words) -> str:
    name = agreement.provider_name or agreement.service_name
    text = words.gettext("Agreed start: {provider} begins {date}.")
    return text.format(provider=words.local(name), date=words.weekday_and_date(agreement.start_on))


def _taken_back(ref: ReceiptRef, words: Words) -> str:
    text = words.gettext("Taken back {date}: {services}. See receipt {number}.")
    return text.format(
        date=words.full_date(ref.on),
        services=words.and_list(map(words.local, ref.services)),
        number=ref.number,
    )


def earlier_note(text: str, story: ReceiptStory, words: Words) -> tuple[str, ...]:
    """Names the receipt that another one is about; empty where there is none.

    Args:
        text: With places for the number and the date.
        story: Of the other one.
        words: The paper's language.
    """
    before = story.before
    if before is None:
        return ()
    return (text.format(number=before.number, date=words.full_date(before.on)),)


def switching(municipality: Municipality, services: Sequence[ServiceId], words: Words) -> str:
    """That another provider can be chosen, and whom to tell.

    Args:
        municipality: Whose rules hold today.
        services: Those that the receipt tells of; may be empty.
        words: The paper's language.
    """
    freely = words.gettext("You can switch whenever you want, and you need not say why.")
    if is_limited(municipality, services):
        freely = words.gettext("You can switch, and you need not say why.")
    return sentences(freely, call_office(municipality, words))


def choosing(municipality: Municipality, words: Words) -> str:
    """That a service without an answer can be chosen for, and whom to tell."""
    freely = words.gettext("You can choose whenever you want.")
    return sentences(freely, call_office(municipality, words))


def complaining(municipality: Municipality, words: Words) -> str:
    """How a receipt is corrected, and how to complain."""
    return sentences(
        words.gettext("If something on the receipt is wrong, we correct it and you get a new one."),
        # pbrl § 7-5: four weeks from when the person was told of the decision.
        words.gettext(
            "A complaint about the decision goes in writing to the municipality, "
            "within 4\u00a0weeks after you got it."
        ),
        _where_to_write(municipality, words),
    )


def _where_to_write(municipality: Municipality, words: Words) -> str:
    address = municipality.office.contact.address
    if address is None:
        return ""
    return words.gettext("The address is {address}.").format(address=address)
