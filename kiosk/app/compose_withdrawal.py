"""The receipt of answers that were taken back: which, by whom, and what happens now."""

from dataclasses import dataclass, field
from datetime import date

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.compose_receipt import outcome_text
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import (
    basis_line,
    choosing,
    complaining,
    earlier_note,
    filled,
    numbers,
    participants_line,
)
from kiosk.app.receipt_story import ReceiptStory
from kiosk.app.wording import role_noun
from kiosk.domain.case import Case
from kiosk.domain.choice import ServiceAnswer, TakenBack, Withdrawal
from kiosk.domain.decider import OWN_ROLES, DeciderRole
from kiosk.domain.document.receipt import Receipt, ReceiptLine, ReceiptService
from kiosk.domain.municipality import Municipality


@dataclass(frozen=True, slots=True)
class WithdrawalPlan:
    """What the receipt of a withdrawal is made from; names are those of the day.

    Attributes:
        mark: The record's mark of the withdrawal; empty where the receipt is not the real one.
        story: Names the receipt whose answers were taken back.
    """

    municipality: Municipality
    case: Case
    withdrawal: Withdrawal
    mark: str = ""
    story: ReceiptStory = field(default_factory=ReceiptStory)


def compose_withdrawal(plan: WithdrawalPlan, issued_on: date, words: Words) -> Receipt:
    """Put a withdrawal into words; bokmål or nynorsk."""
    municipality, withdrawal = plan.municipality, plan.withdrawal
    return Receipt(
        language=words.language,
        municipality=withdrawal.municipality or municipality.name,
        office=words.local(withdrawal.office or municipality.office.name),
        is_example=municipality.is_example,
        number=withdrawal.receipt_number,
        title=words.pgettext("heading of the document", "Receipt"),
        stored=_stored(withdrawal, words),
        notes=earlier_note(
            words.gettext("The answers stand on receipt {number} of {date}."), plan.story, words
        ),
        services=tuple(_service(each, plan, words) for each in withdrawal.services),
        about_title=words.gettext("Whom this is about"),
        about=_about(plan, words),
        next_title=words.gettext("If you want to choose, correct or complain"),
        next_text=(choosing(municipality, words), complaining(municipality, words)),
        frame=numbers(withdrawal.receipt_number, plan.case.reference, plan.mark, words),
        issued_on=issued_on,
    )


def _stored(withdrawal: Withdrawal, words: Words) -> str:
    text = words.ngettext(
        "The municipality stored on {date} at\u00a0{time} that this answer is taken back.",
        "The municipality stored on {date} at\u00a0{time} that these answers are taken back.",
        len(withdrawal.services),
    )
    at = withdrawal.at
    return text.format(date=words.full_date(at.date()), time=words.time(at))


def _service(taken: TakenBack, plan: WithdrawalPlan, words: Words) -> ReceiptService:
    texts = AnswerTexts(plan.municipality, words)
    was = "" if taken.answer is None else was_text(taken.answer, texts)
    return ReceiptService(
        words.local(taken.name),
        filled(
            (
                (words.pgettext("label of an answer", "Taken back"), was),
                (words.pgettext("label of a state", "Now"), now_text(taken, words)),
            )
        ),
    )


def was_text(answer: ServiceAnswer, texts: AnswerTexts) -> str:
    """An answer in a few words, for example ``Har valgt leverandør: Lind AS``."""
    words, helper = texts.words, texts.helper(answer)
    said = outcome_text(answer.outcome, words)
    if not helper:
        return said
    return words.gettext("{answer}: {provider}").format(answer=said, provider=helper)


def now_text(taken: TakenBack, words: Words) -> str:
    """Where the service stands, and who helps."""
    state = (
        words.gettext("The service is open again.")
        if taken.is_open
        else words.gettext("The earlier answer holds again.")
    )
    if taken.helper_name is None:
        return sentences(state, words.gettext("Nobody helps with it yet."))
    goes_on = words.gettext("{provider} goes on helping.")
    return sentences(state, goes_on.format(provider=words.local(taken.helper_name)))


def _about(plan: WithdrawalPlan, words: Words) -> tuple[ReceiptLine, ...]:
    withdrawal = plan.withdrawal
    person = withdrawal.person or plan.case.name
    return filled(
        (
            (words.pgettext("of a person", "Name"), person),
            (words.gettext("Who took it back"), who_took_back(person, withdrawal, words)),
            basis_line(withdrawal.decider, words),
            participants_line(withdrawal.participants, words),
        )
    )


def who_took_back(person: str, withdrawal: Withdrawal, words: Words) -> str:
    """Who took answers back; no whole sentence."""
    decider = withdrawal.decider
    if decider.role is DeciderRole.SELF_WITH_SUPPORT:
        return words.gettext("{name}, with support").format(name=person)
    if decider.role in OWN_ROLES:
        return words.gettext("{name} personally").format(name=person)
    return words.gettext("{name} ({role}) on behalf of {person}").format(
        name=decider.name.strip(), role=role_noun(decider.role, words), person=person
    )
