"""The receipt in words: what was answered, by whom, from when, and how to change it."""

from dataclasses import dataclass, field
from datetime import date

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.phrases import agreeing, sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import (
    basis_line,
    choosing,
    complaining,
    earlier_note,
    filled,
    later_notes,
    numbers,
    participants_line,
    switching,
)
from kiosk.app.receipt_story import ReceiptStory
from kiosk.app.signed import signature_block, signature_label
from kiosk.app.wording import role_noun
from kiosk.domain.case import Case
from kiosk.domain.choice import Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.decider import OWN_ROLES, Decider, DeciderRole
from kiosk.domain.document.receipt import Receipt, ReceiptLine, ReceiptService
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId

_BY_RULE = frozenset({Outcome.DOES_NOT_WISH, Outcome.CANNOT})


@dataclass(frozen=True, slots=True)
class ReceiptPlan:
    """What a receipt is made from; the birth date and the address are never taken from it.

    Everything about the answer comes from ``choice``, so that a receipt that is printed again
    says the same after a change of the content or of the case. Only whom to call or write to is
    today's: nobody reaches an office at its old number.

    Attributes:
        mark: The record's mark of the choice; empty where the receipt is not the real one.
        story: What the choice corrects, and what became of it.
    """

    municipality: Municipality
    case: Case
    choice: RecordedChoice
    mark: str = ""
    story: ReceiptStory = field(default_factory=ReceiptStory)


def compose_receipt(plan: ReceiptPlan, issued_on: date, words: Words) -> Receipt:
    """Put a stored choice into words; bokmål or nynorsk."""
    municipality, case, choice = plan.municipality, plan.case, plan.choice
    return Receipt(
        language=words.language,
        municipality=choice.municipality or municipality.name,
        office=words.local(choice.office or municipality.office.name),
        is_example=municipality.is_example,
        number=choice.receipt_number,
        title=words.pgettext("heading of the document", "Receipt"),
        stored=_stored(plan, words),
        notes=_notes(plan.story, words),
        services=_services(plan, words),
        about_title=_about_title(choice, words),
        about=_about(case, choice, words),
        next_title=_next_title(choice, words),
        next_text=(_going_on(choice, municipality, words), complaining(municipality, words)),
        frame=numbers(choice.receipt_number, case.reference, plan.mark, words),
        issued_on=issued_on,
        signature=signature_block(choice, choice.person or case.name, signature_label(words)),
    )


def _about_title(choice: RecordedChoice, words: Words) -> str:
    if not choice.answers:
        return words.gettext("Whom this is about")
    return words.gettext("Whom the answer holds for")


def _next_title(choice: RecordedChoice, words: Words) -> str:
    if not choice.answers:
        return words.gettext("If you want to choose, correct or complain")
    return words.gettext("If you want to switch, correct or complain")


def _going_on(choice: RecordedChoice, municipality: Municipality, words: Words) -> str:
    if not choice.answers:
        return choosing(municipality, words)
    return switching(municipality, _services_of(choice), words)


def _services_of(choice: RecordedChoice) -> tuple[ServiceId, ...]:
    return tuple(answer.service for answer in choice.answers)


def _stored(plan: ReceiptPlan, words: Words) -> str:
    choice = plan.choice
    text = words.gettext("The municipality stored this answer on {date} at\u00a0{time}.")
    if not choice.answers:
        # A correction of what should not have been stored at all.
        text = words.gettext(
            "The municipality stored on {date} at\u00a0{time} that nothing is answered."
        )
    stored = text.format(date=words.full_date(choice.at.date()), time=words.time(choice.at))
    if choice.received_on is None:
        return stored
    paper = words.gettext("It came on paper on {date}.")
    return sentences(stored, paper.format(date=words.full_date(choice.received_on)))


def _notes(story: ReceiptStory, words: Words) -> tuple[str, ...]:
    corrects = words.gettext("Corrects receipt {number} of {date}.")
    return (*earlier_note(corrects, story, words), *later_notes(story, words))


def _services(plan: ReceiptPlan, words: Words) -> tuple[ReceiptService, ...]:
    """One per service that was answered or shown; an open one is told as open."""
    answered = {answer.service: answer for answer in plan.choice.answers}
    texts = AnswerTexts(plan.municipality, words)
    return tuple(
        ReceiptService(
            name, _answered(answered[service], texts) if service in answered else _open(words)
        )
        for service, name in texts.services(plan.choice).items()
    )


def _open(words: Words) -> tuple[ReceiptLine, ...]:
    label = words.pgettext("what was said", "Answer")
    return (ReceiptLine(label, words.gettext("Not chosen yet")),)


def _answered(answer: ServiceAnswer, texts: AnswerTexts) -> tuple[ReceiptLine, ...]:
    words = texts.words
    values = (
        (words.pgettext("what was said", "Answer"), outcome_text(answer.outcome, words)),
        (words.pgettext("who helps", "Provider"), texts.helper(answer)),
        (words.gettext("Holds from"), _from(answer, words)),
        (words.gettext("Answer by"), _date(answer.postponed_until, words)),
        (words.gettext("Helps until then"), texts.interim(answer)),
        (words.gettext("We tell"), texts.told(answer)),
    )
    return filled(values)


def outcome_text(outcome: Outcome, words: Words) -> str:
    """What was said, in a few words."""
    return {
        Outcome.CHOSEN: words.gettext("Has chosen a provider"),
        Outcome.KEEPS: words.gettext("Keeps the provider"),
        Outcome.DOES_NOT_WISH: words.gettext("Does not want to choose"),
        Outcome.CANNOT: words.gettext("Cannot choose"),
        Outcome.NO_REPLY: words.gettext("Has not answered"),
        Outcome.NOT_OFFERED: words.gettext("Outside the choice"),
        Outcome.POSTPONED: words.gettext("Wants to think about it"),
    }[outcome]


def _from(answer: ServiceAnswer, words: Words) -> str:
    if answer.waits_for_place:
        return words.gettext("Waiting list. You are offered the place when it is your turn.")
    if answer.awaits_date:
        return agreeing(words)
    if answer.provider is not None and answer.provider == answer.previous_provider:
        return words.gettext("As now")
    if answer.start_on is None and answer.outcome in _BY_RULE:
        # Nobody helps now, so that the rule holds at once; or it asks for a choice first.
        at_once, when_chosen = (
            words.pgettext("from when", "At once"),
            words.gettext("When it is decided who helps you"),
        )
        return when_chosen if answer.provider is None else at_once
    return _date(answer.start_on, words)


def _date(day: date | None, words: Words) -> str:
    return "" if day is None else sentence_case(words.weekday_and_date(day))


def _about(case: Case, choice: RecordedChoice, words: Words) -> tuple[ReceiptLine, ...]:
    decider = choice.decider
    person = choice.person or case.name
    name = (words.pgettext("of a person", "Name"), person)
    if not choice.answers:
        # Nobody has said anything that holds.
        return filled((name,))
    values = (
        name,
        (words.gettext("Who answered"), who_answered(person, decider, words)),
        basis_line(decider, words),
        participants_line(choice.participants, words),
        (words.pgettext("what was shown", "Information"), information_shown(choice, words)),
    )
    return filled(values)


def who_answered(person: str, decider: Decider | None, words: Words) -> str:
    """Who gave an answer, in a whole sentence; nobody did where staff entered a decision."""
    if decider is None:
        return words.gettext("Entered by the municipality")
    if decider.role in OWN_ROLES:
        with_support = decider.role is DeciderRole.SELF_WITH_SUPPORT
        text = (
            words.gettext("{name} answered with support")
            if with_support
            else words.gettext("{name} answered personally")
        )
        return text.format(name=person)
    return words.gettext("Chosen by {name} ({role}) on behalf of {person}").format(
        name=decider.name.strip(), role=role_noun(decider.role, words), person=person
    )


def information_shown(choice: RecordedChoice, words: Words) -> str:
    """Which content was shown, and in which language."""
    return words.gettext("Version {version}, {language}").format(
        version=choice.content_version, language=words.language_name(choice.language.value)
    )
