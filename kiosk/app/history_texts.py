"""What happened in a case, in whole sentences; no personal data beyond the case's own."""

from kiosk.app.compose_receipt import who_answered
from kiosk.app.compose_withdrawal import who_took_back
from kiosk.app.names import service_name
from kiosk.app.nonchoice.event_texts import rule_event_text
from kiosk.app.paper_history_texts import paper_made_text, sent_text
from kiosk.app.phrases import ended, sentences
from kiosk.app.ports.words import Words
from kiosk.app.waiting_texts import waiting_event_text
from kiosk.app.wording import basis_text, participants_list
from kiosk.domain.asked_view import ViewAsked, ViewKind
from kiosk.domain.case import Closing
from kiosk.domain.choice import (
    Agreement,
    Channel,
    Correction,
    Outcome,
    RecordedChoice,
    ServiceAnswer,
)
from kiosk.domain.decider import OWN_ROLES, Decider
from kiosk.domain.delivery_events import CaseDelivered, DeliveryFailed
from kiosk.domain.event import (
    PROGRAM,
    CaseChanged,
    CaseClosed,
    CaseImported,
    ChoiceRecorded,
    ChoiceWithdrawn,
    DocumentIssued,
    Event,
    HandOverCalledOff,
    InformationNoted,
    ScreenHandedOver,
    StartAgreed,
    Understood,
    VisitEndedWithoutAnswers,
)
from kiosk.domain.handling import AccessGiven, CaseHeld, CaseRead, HoldReleased
from kiosk.domain.later_event import LaterEvent
from kiosk.domain.municipality import Municipality


def what_happened(event: Event, municipality: Municipality, words: Words) -> str:
    """One event as a sentence; empty for events that say nothing to staff."""
    match event.body:
        case ChoiceRecorded() | ChoiceWithdrawn() | StartAgreed() as answers:
            return _answers(answers, municipality, words)
        case InformationNoted() as noted:
            return _noted(noted, words)
        case DocumentIssued() | CaseDelivered() | DeliveryFailed() as sent:
            return sent_text(sent, words)
        case ScreenHandedOver() | HandOverCalledOff() | VisitEndedWithoutAnswers() as hands:
            return _change_of_hands(hands, words)
        case _:
            return (
                _handled(event, words)
                or _view(event, words)
                or _from_list(event, municipality, words)
                or rule_event_text(event.body, municipality, words)
                or waiting_event_text(event.body, words)
                or _later(event, words)
            )


def _later(event: Event, words: Words) -> str:
    if not isinstance(event.body, LaterEvent):
        return ""
    return words.gettext(
        "A newer version of the program stored something here that this version cannot read. "
        "It is kept."
    )


def _handled(event: Event, words: Words) -> str:
    match event.body:
        case CaseRead():
            return words.gettext("The case was read.")
        case AccessGiven():
            return words.gettext("What is stored about the person was written out.")
        case CaseHeld(reason):
            text = words.gettext("The case is kept, whatever the rules say: {reason}")
            return text.format(reason=reason)
        case HoldReleased():
            return words.gettext("The rules of retention hold for the case again.")
        case _:
            return ""


def _answers(
    told: ChoiceRecorded | ChoiceWithdrawn | StartAgreed, municipality: Municipality, words: Words
) -> str:
    if isinstance(told, StartAgreed):
        return _agreed(told.agreement, words)
    if isinstance(told, ChoiceWithdrawn):
        back = told.withdrawal
        names = words.and_list(words.local(named.name) for named in back.services)
        text = words.gettext("Answers taken back: {services}.").format(services=names)
        return sentences(
            text, _for_another(back.decider, who_took_back(back.person, back, words), words)
        )
    signed = "" if told.choice.signature is None else words.gettext("Signed on the screen.")
    return sentences(
        _how(told.choice, told.correction, words),
        answers_text(told.choice, municipality, words),
        _for_another(
            told.choice.decider, who_answered(told.choice.person, told.choice.decider, words), words
        ),
        signed,
    )


def _for_another(decider: Decider | None, who: str, words: Words) -> str:
    """Who answered for the person, and by what right; empty where the person did."""
    if decider is None or decider.role in OWN_ROLES:
        return ""
    basis = basis_text(decider, words)
    return sentences(ended(who), ended(basis) if basis else "")


def answers_text(choice: RecordedChoice, municipality: Municipality, words: Words) -> str:
    """What a choice says for each service; empty for one that says nothing."""
    return sentences(*(_answer(answer, municipality, words) for answer in choice.answers))


def _how(choice: RecordedChoice, correction: Correction | None, words: Words) -> str:
    if correction is None and choice.received_on is not None:
        paper = words.gettext("Answers on paper, received {date}.")
        return paper.format(date=words.full_date(choice.received_on))
    if correction is None:
        return {
            Channel.HOME_VISIT: words.gettext("Answers stored."),
            Channel.CASE_PAGE: words.gettext("Entered on the case page."),
        }[choice.channel]
    text = words.gettext(
        "Answers received {date} were corrected. The wrong ones stay in the history. "
        "What was wrong: {reason}"
    )
    return text.format(date=words.full_date(correction.received), reason=ended(correction.reason))


def who_and_when(event: Event, words: Words) -> str:
    """For example ``17. november kl. 13.40, Kari Eksempel``."""
    return words.gettext("{date} at {time}, {who}").format(
        date=words.full_date(event.at.date()),
        time=words.time(event.at),
        who=actor_name(event.actor, words),
    )


def actor_name(actor: str, words: Words) -> str:
    """Name of a staff member, or of the program."""
    return words.gettext("The program") if actor == PROGRAM else actor


def _from_list(event: Event, municipality: Municipality, words: Words) -> str:
    match event.body:
        case CaseImported():
            return words.gettext("The case came in from a case list.")
        case CaseChanged():
            return words.gettext("The case was updated from a case list.")
        case CaseClosed(closing=closing):
            return _closed(closing, words)
        case _:
            return paper_made_text(event.body, municipality, words)


def _closed(closing: Closing, words: Words) -> str:
    if not closing.reason:
        return words.gettext("The case was closed.")
    return words.gettext("The case was closed: {reason}").format(reason=closing.reason)


def _change_of_hands(
    hands: ScreenHandedOver | HandOverCalledOff | VisitEndedWithoutAnswers, words: Words
) -> str:
    if isinstance(hands, VisitEndedWithoutAnswers):
        return words.gettext("The visit ended. Nothing was stored.")
    if isinstance(hands, HandOverCalledOff):
        return words.gettext("The screen was not handed over after all.")
    begun = words.gettext("The screen was handed over.")
    if not hands.participants:
        return begun
    who = words.gettext("Taking part: {people}.").format(
        people=participants_list(hands.participants, words)
    )
    return sentences(begun, who)


def _view(event: Event, words: Words) -> str:
    if not isinstance(event.body, ViewAsked):
        return ""
    return {
        ViewKind.A_TO_Z: words.gettext("The person asked for the providers from A to Å."),
        ViewKind.SOME: words.gettext("The person asked to see only some of the providers."),
        ViewKind.COMPARED: words.gettext("The person asked to see providers side by side."),
    }[event.body.view]


def _answer(answer: ServiceAnswer, municipality: Municipality, words: Words) -> str:
    provider = "" if answer.provider_name is None else words.local(answer.provider_name)
    text = {
        Outcome.CHOSEN: words.gettext("{service}: has chosen {provider}."),
        Outcome.KEEPS: words.gettext("{service}: keeps {provider}."),
        Outcome.DOES_NOT_WISH: words.gettext("{service}: does not want to choose."),
        Outcome.CANNOT: words.gettext("{service}: cannot choose."),
        Outcome.POSTPONED: words.gettext("{service}: postponed."),
        Outcome.NO_REPLY: words.gettext("{service}: has not answered."),
        Outcome.NOT_OFFERED: words.gettext("{service}: not offered."),
    }[answer.outcome]
    today = service_name(municipality, answer.service, words)
    name = today if answer.service_name is None else words.local(answer.service_name)
    decision = ""
    if answer.decision_reference:
        decision = words.gettext("Decision: {reference}.").format(
            reference=answer.decision_reference
        )
    return sentences(text.format(service=name, provider=provider), decision)


def _agreed(agreement: Agreement, words: Words) -> str:
    text = words.gettext("{service}: start agreed on, {date}.")
    return text.format(
        service=words.local(agreement.service_name),
        date=words.weekday_and_date(agreement.start_on),
    )


def _noted(noted: InformationNoted, words: Words) -> str:
    understood = {
        Understood.YES: words.gettext("Note: the information was given and understood."),
        Understood.NO: words.gettext("Note: the information was given, but not understood."),
        Understood.UNSURE: words.gettext("Note: unsure whether the information was understood."),
    }[noted.understood]
    interpreter = ""
    if noted.interpreter:
        interpreter = words.gettext("Interpreter: {language}.").format(language=noted.interpreter)
    return sentences(understood, noted.how, interpreter)
