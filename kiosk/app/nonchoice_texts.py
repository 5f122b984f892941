"""The sentences of the non-choice text, each made from the rule or the office that it tells of."""

from collections.abc import Sequence

from kiosk.app.notice_texts import notice_text
from kiosk.app.phrases import sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import PoliticalDecision
from kiosk.domain.service import ServiceId


def why(decision: PoliticalDecision, words: Words) -> str:
    """Whose rule it is and that it recommends nothing (neutrality 1.3)."""
    decided = words.gettext("{organ} decided this on {date}, case\u00a0{reference}.").format(
        organ=sentence_case(words.local(decision.organ)),
        date=words.full_date(decision.decided_on),
        reference=decision.reference,
    )
    return sentences(
        decided,
        words.gettext("It is the rule in the municipality."),
        words.gettext("It is not a recommendation."),
    )


def what_is_same(municipality: Municipality, services: Sequence[ServiceId], words: Words) -> str:
    """What no choice changes; the fee in the municipality's own sentences, each once."""
    fees = [words.local(fee) for fee in fees_of(municipality, services)]
    return sentences(
        words.gettext("Your decision and the number of hours are the same with all providers."),
        *dict.fromkeys(fees),
    )


def fees_of(municipality: Municipality, services: Sequence[ServiceId]) -> list[LocalText]:
    """The municipality's sentence about the fee of each service that is still in the content."""
    fees = {each.id: each.fee for each in municipality.services}
    return [fees[service] for service in services if service in fees]


def how_to_change(municipality: Municipality, services: Sequence[ServiceId], words: Words) -> str:
    """That one may choose or switch later, where to say so, and how long it takes."""
    return sentences(
        words.gettext("You can choose or switch later."),
        tell(municipality, words),
        notice_text(municipality, services, words),
    )


def tell(municipality: Municipality, words: Words) -> str:
    """Which office to tell, with its number where it has one."""
    office = words.local(municipality.office.phrase)
    phone = municipality.office.contact.phone
    if phone is None:
        return words.gettext("Tell {office}.").format(office=office)
    return words.gettext("Tell {office}, telephone {phone}.").format(
        office=office, phone=words.phone(phone)
    )


def whom_to_ask(municipality: Municipality, words: Words) -> str:
    """Whom to ask; the officer sits at the table, the office answers later."""
    contact = municipality.office.contact
    asking = words.gettext("Please ask us.")
    if contact.phone is None:
        return sentences(asking, words.gettext("You can also ask later."))
    phone = words.phone(contact.phone)
    if contact.hours is None:
        return sentences(asking, words.gettext("You can also call {phone}.").format(phone=phone))
    call = words.gettext("You can also call {phone}, {hours}.")
    return sentences(asking, call.format(phone=phone, hours=words.local(contact.hours)))
