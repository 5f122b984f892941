"""The switch form: a reply slip for somebody who has a provider and wants another (domain 6.5).

It asks for no reason and names no last day. Its code is that of the case's slips, so that it is
read and entered as one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.notice_texts import notice_sentence, rule_text
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.app.slips.compose_slip import (
    SlipPlan,
    SlipWording,
    cannot_write_text,
    slip_form,
    what_is_stored,
)
from kiosk.app.switch_limit import left_text
from kiosk.domain.case import Case
from kiosk.domain.document.service_section import OptionKey, ServiceSection
from kiosk.domain.document.slip import Slip
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId
from kiosk.domain.slip_code import SlipCode, printed_code


@dataclass(frozen=True, slots=True)
class SwitchPlan:
    """What a switch form is made from.

    Attributes:
        sections: The services with a provider, as the screen shows them to this person; at least
            one.
        left: Switches that are left this year, for the services where the next one counts.
    """

    municipality: Municipality
    case: Case
    code: SlipCode
    sections: tuple[ServiceSection, ...]
    left: Mapping[ServiceId, int]


def switch_title(words: Words) -> str:
    """Title of the form; free of personal data."""
    return words.gettext("Switch form")


def compose_switch(plan: SwitchPlan, issued_on: date, words: Words) -> Slip:
    """Put the form into words; bokmål or nynorsk."""
    asked = [_asked(each) for each in plan.sections]
    slip_plan = SlipPlan(plan.municipality, plan.case, plan.code, asked, None)
    wording = SlipWording(
        title=switch_title(words),
        how_to_answer=_how_to_answer(len(asked), words),
        cannot_write=(_whom_to_ask(plan.municipality, words), what_is_stored(words)),
        foot=words.gettext("Switch form {code}").format(code=printed_code(plan.code)),
    )
    slip = slip_form(slip_plan, wording, issued_on, words)
    services = (
        replace(service, note=service.note or _how_long(section, plan, words))
        for service, section in zip(slip.services, plan.sections, strict=True)
    )
    return replace(slip, services=tuple(services))


def _asked(section: ServiceSection) -> ServiceSection:
    """Any provider, or the one that helps now for who thinks better of it.

    Who has a provider need not be asked whether to choose at all, or when.
    """
    kept = tuple(each for each in section.options if each.key is OptionKey.KEEP)
    return replace(section, options=kept)


def _how_to_answer(services: int, words: Words) -> str:
    crosses = words.ngettext(
        "Put one cross beside the one you want.",
        "Put one cross for each service where you want to switch. Leave the others empty.",
        services,
    )
    return sentences(
        crosses,
        words.gettext("You need not say why you switch."),
        words.gettext("The day on which the sheet comes to us counts."),
        words.gettext("The one you have helps you until the new one begins."),
    )


def _how_long(section: ServiceSection, plan: SwitchPlan, words: Words) -> str:
    """When the new provider begins, and how many switches there are."""
    rule = plan.municipality.notice_of(section.service)
    left = plan.left.get(section.service)
    if left is None:
        return rule_text(rule, words)
    return sentences(notice_sentence(rule.period, words), left_text(left, words))


def _whom_to_ask(municipality: Municipality, words: Words) -> str:
    phone = municipality.office.contact.phone
    if phone is None:
        return cannot_write_text(municipality, words)
    return words.gettext("Questions, or can you not write? Call {phone}.").format(
        phone=words.phone(phone)
    )
