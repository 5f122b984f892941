"""The reply slip: the answers of the screen as boxes, in the same words and the same order (N13).

It bears a name and a code, but no birth date, no telephone number and no number of the case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app.mailout.around_text import parts_of_address
from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.case import Case
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.service_section import OptionBlock, OptionKey, ServiceSection
from kiosk.domain.document.slip import Slip, SlipService, SlipSignature
from kiosk.domain.document.window_letter import PostalLines
from kiosk.domain.municipality import Municipality
from kiosk.domain.slip_code import SlipCode, SlipMark, printed_code, scanned_text, slip_edition


@dataclass(frozen=True, slots=True)
class SlipPlan:
    """What a slip is made from.

    Attributes:
        sections: What can be answered, as the screen shows it to this person; at least one.
        reply_by: The last day; None where nothing runs out.
    """

    municipality: Municipality
    case: Case
    code: SlipCode
    sections: Sequence[ServiceSection]
    reply_by: date | None


@dataclass(frozen=True, slots=True)
class SlipWording:
    """In what kinds of slips differ; see ``Slip``."""

    title: str
    how_to_answer: str
    cannot_write: tuple[str, str]
    foot: str


def slip_title(words: Words) -> str:
    """Title of the slip; free of personal data."""
    return words.gettext("Reply slip")


def compose_slip(plan: SlipPlan, issued_on: date, words: Words) -> Slip:
    """Put the slip into words; bokmål or nynorsk."""
    wording = SlipWording(
        title=slip_title(words),
        how_to_answer=_how_to_answer(len(plan.sections), words),
        cannot_write=(cannot_write_text(plan.municipality, words), _what_for(words)),
        foot=words.gettext("Reply slip {code}").format(code=printed_code(plan.code)),
    )
    return slip_form(plan, wording, issued_on, words)


def slip_form(plan: SlipPlan, wording: SlipWording, issued_on: date, words: Words) -> Slip:
    """What all slips have in common: code, address, boxes and signature."""
    municipality = plan.municipality
    mark = SlipMark(plan.code, slip_edition(municipality.version))
    code = printed_code(plan.code)
    return Slip(
        language=words.language,
        municipality=municipality.name,
        is_example=municipality.is_example,
        title=wording.title,
        how_to_send=_how_to_send(municipality, words),
        post=PostalLines("", office_lines(municipality, words)),
        scanned=scanned_text(mark),
        scanned_as=words.gettext("Code for the municipality's machine: {code}").format(code=code),
        codes=(
            ReceiptLine(words.pgettext("on a reply slip", "Code"), code),
            ReceiptLine(words.pgettext("on a reply slip", "Brochure"), mark.edition),
        ),
        person=(
            ReceiptLine(words.pgettext("of a person", "Name"), plan.case.name),
            ReceiptLine(words.pgettext("on a reply slip", "Date of birth"), ""),
        ),
        reply_by=_reply_by(plan.reply_by, words),
        how_to_answer=wording.how_to_answer,
        services=tuple(_service(each, municipality, words) for each in plan.sections),
        signature=_signature(words),
        cannot_write=wording.cannot_write,
        back=words.gettext("This page is empty. You can send the whole sheet."),
        foot=wording.foot,
        issued_on=issued_on,
    )


def office_lines(municipality: Municipality, words: Words) -> tuple[str, ...]:
    """Municipality, office and the parts of its address, as far as there are; one or more."""
    office = words.local(municipality.office.name)
    return (municipality.name, office, *parts_of_address(municipality))


def _how_to_send(municipality: Municipality, words: Words) -> str:
    if municipality.office.contact.address is None:
        return words.gettext("Give the sheet to somebody from the municipality.")
    return words.gettext("Fold the sheet in the middle, and send it here:")


def _reply_by(day: date | None, words: Words) -> ReceiptLine | None:
    if day is None:
        return None
    label = words.pgettext("on a reply slip", "Answer by")
    return ReceiptLine(label, words.weekday_and_date(day))


def _how_to_answer(services: int, words: Words) -> str:
    return words.ngettext("Put one cross.", "Put one cross for each service.", services)


def _service(section: ServiceSection, municipality: Municipality, words: Words) -> SlipService:
    stays = section.present if section.limit else None
    meant = (each for each in section.providers if not section.limit or each.id == stays)
    # The brochure says of the others why they cannot be chosen.
    shown = (each for each in meant if not each.no_choice)
    titles = (_answer(each, section, municipality, words) for each in section.options)
    return SlipService(section.name, (*(each.name for each in shown), *titles), section.limit)


def _answer(
    option: OptionBlock, section: ServiceSection, municipality: Municipality, words: Words
) -> str:
    """The words of a card; a slip has no room for its other lines, such as whom one keeps."""
    if option.key is not OptionKey.KEEP or section.present is None:
        return option.title
    name = provider_name(municipality, section.present, words)
    return words.gettext("{answer}: {provider}").format(answer=option.title, provider=name)


def _signature(words: Words) -> SlipSignature:
    return SlipSignature(
        title=words.gettext("Who answers?"),
        own=words.gettext("I answer for myself"),
        other=words.gettext("I answer for somebody else, as:"),
        capacities=(
            words.pgettext("box on a reply slip", "representative"),
            words.pgettext("box on a reply slip", "guardian"),
            words.pgettext("box on a reply slip", "parent"),
            words.pgettext("box on a reply slip", "lasting representative"),
        ),
        enclosed=words.gettext("The power of attorney is enclosed"),
        fields=(
            words.gettext("Name, if you answer for somebody else"),
            words.pgettext("on a reply slip", "Date"),
            words.pgettext("on a reply slip", "Signature"),
        ),
    )


def cannot_write_text(municipality: Municipality, words: Words) -> str:
    """What to do instead of writing."""
    phone = municipality.office.contact.phone
    if phone is None:
        return words.gettext("Can you not write? Ask somebody to help you.")
    return words.gettext("Can you not write? Call {phone}.").format(phone=words.phone(phone))


def _what_for(words: Words) -> str:
    return sentences(
        words.gettext("You can switch later."),
        what_is_stored(words),
    )


def what_is_stored(words: Words) -> str:
    """What the answer is used for."""
    return words.gettext(
        "The municipality stores the answer, so that the right provider helps you."
    )
