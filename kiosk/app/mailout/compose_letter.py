"""The letter that asks for an answer, and its reminder (domain 6.3, neutrality 1.3).

What happens without an answer stands in the type of everything else, from the same rule that is
applied afterwards. No provider is named but by that rule.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app.mailout.around_text import about_another, closing_of, post_of, references_of
from kiosk.app.mailout.how_to_answer import enclosed, enclosed_text, how_to_answer
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.case import Case
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey, NonchoiceRow
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.mailing import Recipient
from kiosk.domain.municipality import Municipality, ProseKind, ProsePart
from kiosk.domain.service import ServiceId

_HEADING_LEVEL = 1


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What the letter is made from.

    Attributes:
        services: What the person can choose for, order of the case; at least one.
        nonchoice: As the screen explains it, for the same services.
        recipient: Who gets it; None for a letter that is handed over.
        reply_by: The last day for an answer.
        asked_on: Day on which the letter was posted that this one reminds of; None for the first.
        has_brochure: The brochure comes with it.
    """

    municipality: Municipality
    case: Case
    services: tuple[ServiceId, ...]
    nonchoice: NonchoiceBlock
    recipient: Recipient | None
    reply_by: date
    asked_on: date | None = None
    has_brochure: bool = True


def letter_title(*, is_reminder: bool, words: Words) -> str:
    """Title of the letter; free of personal data."""
    if is_reminder:
        return words.gettext("We have not had an answer from you")
    return words.gettext("You can choose who helps you at home")


def compose_letter(plan: LetterPlan, issued_on: date, words: Words) -> WindowLetter:
    """Put the letter into words; bokmål or nynorsk."""
    municipality = plan.municipality
    office = words.local(municipality.office.name)
    reply_by = words.weekday_and_date(plan.reply_by)
    return WindowLetter(
        language=words.language,
        municipality=municipality.name,
        office=office,
        is_example=municipality.is_example,
        post=post_of(plan.recipient, municipality, words),
        references=references_of(plan.case, plan.recipient, issued_on, plan.reply_by, words),
        title=letter_title(is_reminder=plan.asked_on is not None, words=words),
        parts=(tuple(_body(plan, words)),),
        strong=(reply_by,),
        closing=closing_of(municipality, words),
        foot=words.gettext("Case {number}").format(number=plan.case.reference),
        issued_on=issued_on,
    )


def _body(plan: LetterPlan, words: Words) -> Iterator[ProsePart]:
    yield from about_another(plan.recipient, words)
    yield _paragraph(_opening(plan, words))
    yield _heading(words.gettext("What can you do now?"))
    beside = enclosed(has_brochure=plan.has_brochure)
    yield _paragraph(how_to_answer(plan.municipality, plan.reply_by, beside, words))
    yield _heading(words.gettext("What happens if you do not answer?"))
    yield from map(_paragraph, _without_answer(plan.nonchoice))
    yield _paragraph(
        words.gettext("We can read this to you, or send it in the other form of Norwegian.")
    )


def _opening(plan: LetterPlan, words: Words) -> str:
    services = words.and_list(
        words.local(plan.municipality.service(each).phrase) for each in plan.services
    )
    beside = enclosed(has_brochure=plan.has_brochure)
    if plan.asked_on is None:
        return sentences(
            words.gettext("You have a decision about {services}.").format(services=services),
            words.gettext("You can choose which provider gives you the help."),
            words.gettext("You can also leave it to choose."),
            enclosed_text(beside, words),
        )
    asked = words.gettext("We wrote to you on {date} and asked who shall give you {services}.")
    return sentences(
        asked.format(date=words.full_date(plan.asked_on), services=services),
        words.gettext("We do not know what you want."),
        words.gettext("If you have sent your answer, you need not do anything more."),
        enclosed_text(beside, words),
    )


def _without_answer(nonchoice: NonchoiceBlock) -> Iterator[str]:
    """Four of the five parts of neutrality 1.3; whom to ask stands in what to do now."""
    for key in (NonchoiceKey.WHO, NonchoiceKey.WHY):
        yield from _told_once([row for row in nonchoice.rows if row.key is key])
    rest = {NonchoiceKey.SAME, NonchoiceKey.LATER}
    yield sentences(*(row.text for row in nonchoice.rows if row.key in rest))


def _told_once(rows: Sequence[NonchoiceRow]) -> Iterator[str]:
    """Each text with the services for which it holds; without them where it holds for all."""
    named: dict[str, list[str]] = {}
    for row in rows:
        named.setdefault(row.text, []).append(row.service_name)
    for text, services in named.items():
        names = ", ".join(filter(None, services))
        yield f"{names}: {text}" if names and len(named) > 1 else text


def _heading(text: str) -> ProsePart:
    return ProsePart(ProseKind.HEADING, text, _HEADING_LEVEL)


def _paragraph(text: str) -> ProsePart:
    return ProsePart(ProseKind.PARAGRAPH, text)
