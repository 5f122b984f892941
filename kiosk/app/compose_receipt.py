"""The receipt in words: what was answered, by whom, from when, and how to change it."""

from dataclasses import dataclass
from datetime import date

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.phrases import call_office, sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.app.wording import basis_text, participants_list, role_noun
from kiosk.domain.case import Case
from kiosk.domain.choice import Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.decider import OWN_ROLES, Decider, DeciderRole
from kiosk.domain.document.receipt import Receipt, ReceiptLine, ReceiptService
from kiosk.domain.municipality import Municipality

_BY_RULE = frozenset({Outcome.DOES_NOT_WISH, Outcome.CANNOT})


@dataclass(frozen=True, slots=True)
class ReceiptPlan:
    """What a receipt is made from; the birth date and the address are never taken from it.

    Everything about the answer comes from ``choice``, so that a receipt that is printed again
    says the same after a change of the content or of the case. Only whom to call or write to is
    today's: nobody reaches an office at its old number.

    Attributes:
        mark: The record's mark of the choice; empty where the receipt is not the real one.
    """

    municipality: Municipality
    case: Case
    choice: RecordedChoice
    mark: str = ""


def compose_receipt(plan: ReceiptPlan, issued_on: date, words: Words) -> Receipt:
    """Put a stored choice into words; bokmål or nynorsk."""
    municipality, case, choice = plan.municipality, plan.case, plan.choice
    stored = words.gettext("The municipality stored this answer on {date} at\u00a0{time}.")
    return Receipt(
        language=words.language,
        municipality=choice.municipality or municipality.name,
        office=words.local(choice.office or municipality.office.name),
        is_example=municipality.is_example,
        number=choice.receipt_number,
        title=words.pgettext("heading of the document", "Receipt"),
        stored=stored.format(date=words.full_date(choice.at.date()), time=words.time(choice.at)),
        services=_services(plan, words),
        about_title=words.gettext("Whom the answer holds for"),
        about=_about(case, choice, words),
        next_title=words.gettext("If you want to switch, correct or complain"),
        next_text=_next(municipality, words),
        frame=_frame(plan, words),
        issued_on=issued_on,
    )


def _frame(plan: ReceiptPlan, words: Words) -> tuple[ReceiptLine, ...]:
    values = (
        (words.gettext("Receipt number"), plan.choice.receipt_number),
        (words.gettext("Case number"), plan.case.reference),
        (words.gettext("Control mark"), plan.mark),
    )
    return tuple(ReceiptLine(label, value) for label, value in values if value)


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
        (words.pgettext("what was said", "Answer"), _outcome(answer.outcome, words)),
        (words.pgettext("who helps", "Provider"), texts.helper(answer)),
        (words.gettext("Holds from"), _from(answer, words)),
        (words.gettext("Answer by"), _date(answer.postponed_until, words)),
        (words.gettext("Helps until then"), texts.interim(answer)),
    )
    return tuple(ReceiptLine(label, value) for label, value in values if value)


def _outcome(outcome: Outcome, words: Words) -> str:
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
        return words.gettext("Waiting list. Begins when there is room.")
    if answer.provider is not None and answer.provider == answer.previous_provider:
        return words.gettext("As now")
    if answer.start_on is None and answer.outcome in _BY_RULE:
        # Nobody helps now, so that the rule holds at once; or it asks for a choice first.
        at_once, when_chosen = (
            words.pgettext("from when", "At once"),
            words.gettext("When a provider is chosen"),
        )
        return when_chosen if answer.provider is None else at_once
    return _date(answer.start_on, words)


def _date(day: date | None, words: Words) -> str:
    return "" if day is None else sentence_case(words.weekday_and_date(day))


def _about(case: Case, choice: RecordedChoice, words: Words) -> tuple[ReceiptLine, ...]:
    decider = choice.decider
    person = choice.person or case.name
    values = (
        (words.pgettext("of a person", "Name"), person),
        (words.gettext("Who answered"), _who_answered(person, decider, words)),
        (
            words.pgettext("right to answer for another", "Basis"),
            "" if decider is None else basis_text(decider, words),
        ),
        (
            words.gettext("Taking part"),
            sentence_case(participants_list(choice.participants, words)),
        ),
        (words.pgettext("what was shown", "Information"), _information(choice, words)),
    )
    return tuple(ReceiptLine(label, value) for label, value in values if value)


def _who_answered(person: str, decider: Decider | None, words: Words) -> str:
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


def _information(choice: RecordedChoice, words: Words) -> str:
    return words.gettext("Version {version}, {language}").format(
        version=choice.content_version, language=words.language_name(choice.language.value)
    )


def _next(municipality: Municipality, words: Words) -> tuple[str, ...]:
    switching = sentences(
        words.gettext("You can switch whenever you want, and you need not say why."),
        call_office(municipality, words),
    )
    complaining = sentences(
        words.gettext("If something on the receipt is wrong, we correct it and you get a new one."),
        # pbrl § 7-5: four weeks from when the person was told of the decision.
        words.gettext(
            "A complaint about the decision goes in writing to the municipality, "
            "within 4\u00a0weeks after you got it."
        ),
        _where_to_write(municipality, words),
    )
    return switching, complaining


def _where_to_write(municipality: Municipality, words: Words) -> str:
    address = municipality.office.contact.address
    if address is None:
        return ""
    return words.gettext("The address is {address}.").format(address=address)
