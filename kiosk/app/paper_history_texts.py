"""What happened to paper in a case, in whole sentences."""

from kiosk.app.delivery_texts import reason_text
from kiosk.app.mailout.unmade_texts import unmade_text
from kiosk.app.names import service_name
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.delivery_events import CaseDelivered, DeliveryFailed
from kiosk.domain.event import (
    AnswerUnclear,
    DocumentChannel,
    DocumentIssued,
    DocumentKind,
    EventBody,
    LetterNotMade,
    LetterProduced,
    OrderDealt,
    SlipCodeDealt,
)
from kiosk.domain.municipality import Municipality


def paper_made_text(body: EventBody, municipality: Municipality, words: Words) -> str:
    """What was drawn or made for paper; empty for an event about anything else."""
    match body:
        case OrderDealt():
            return words.gettext("The order of the providers was drawn.")
        case SlipCodeDealt():
            return words.gettext("The code for reply slips was drawn.")
        case AnswerUnclear(service=service, received_on=day):
            text = words.gettext("{service}: a reply slip of {date} was unclear.")
            name = service_name(municipality, service, words)
            return text.format(service=name, date=words.full_date(day))
        case LetterProduced() | LetterNotMade():
            return _of_mail_out(body, words)
        case _:
            return ""


def _of_mail_out(body: LetterProduced | LetterNotMade, words: Words) -> str:
    if isinstance(body, LetterProduced):
        text = words.gettext("A letter was made: number {number} in the mail-out {batch}.")
        return text.format(number=words.number(body.number), batch=body.batch)
    text = words.gettext("The letter in the mail-out {batch} was not made.")
    return sentences(text.format(batch=body.batch), unmade_text(body, words))


def sent_text(sent: DocumentIssued | CaseDelivered | DeliveryFailed, words: Words) -> str:
    """What left the house, or could not."""
    match sent:
        case CaseDelivered(run):
            return words.gettext("Delivered to the case system in {folder}.").format(folder=run)
        case DeliveryFailed(_, _, reason):
            failed = words.gettext("Not delivered to the case system.")
            return sentences(failed, reason_text(reason, words))
        case _:
            return _issued(sent, words)


def _issued(issued: DocumentIssued, words: Words) -> str:
    printed, saved = {
        DocumentKind.BROCHURE: (
            words.gettext("Brochure printed."),
            words.gettext("Brochure saved as a file."),
        ),
        DocumentKind.RECEIPT: (
            words.gettext("Receipt printed."),
            words.gettext("Receipt saved as a file."),
        ),
        DocumentKind.ACCESS: (
            words.gettext("The overview was printed."),
            words.gettext("The overview was saved as a file."),
        ),
        DocumentKind.ALLOCATION: (
            words.gettext("The letter about the result was printed."),
            words.gettext("The letter about the result was saved as a file."),
        ),
        DocumentKind.EXIT: (
            words.gettext("The letter about the provider that stops was printed."),
            words.gettext("The letter about the provider that stops was saved as a file."),
        ),
        DocumentKind.INVITATION: (
            words.gettext("The letter about the choice was printed."),
            words.gettext("The letter about the choice was saved as a file."),
        ),
        DocumentKind.REMINDER: (
            words.gettext("The reminder was printed."),
            words.gettext("The reminder was saved as a file."),
        ),
        DocumentKind.PLACE: (
            words.gettext("The letter about the free place was printed."),
            words.gettext("The letter about the free place was saved as a file."),
        ),
        DocumentKind.SWITCH: (
            words.gettext("The switch form was printed."),
            words.gettext("The switch form was saved as a file."),
        ),
    }[issued.kind]
    return {DocumentChannel.PRINTER: printed, DocumentChannel.FILE: saved}[issued.channel]
