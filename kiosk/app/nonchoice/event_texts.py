"""What happened to somebody who has not chosen, as sentences of the case's history."""

from kiosk.app.names import service_name
from kiosk.app.nonchoice.reason_texts import Given, reason_text, state_label
from kiosk.app.nonchoice.wish_texts import wishes_text
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.allocation_events import (
    AllocationSetAside,
    AskedAgain,
    LetterPosted,
    LetterReturned,
    ServiceAllocated,
    WishesNoted,
)
from kiosk.domain.event import EventBody
from kiosk.domain.exits.events import HelpTakenOver
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.silence import LetterKind


def rule_event_text(body: EventBody, municipality: Municipality, words: Words) -> str:
    """One event as sentences; empty for events of other kinds."""
    match body:
        case LetterPosted() | LetterReturned() | AskedAgain():
            return _asked(body, words)
        case WishesNoted() | AllocationSetAside():
            return _noted(body, municipality, words)
        case ServiceAllocated() | HelpTakenOver():
            return _helped(body, municipality, words)
        case _:
            return ""


def _asked(body: LetterPosted | LetterReturned | AskedAgain, words: Words) -> str:
    match body:
        case LetterPosted(letter, posted_on, is_copy_only=True):
            text = words.gettext(
                "{letter}: posted on {date} to somebody else only, since the person has no address."
            )
            return text.format(letter=letter_name(letter, words), date=words.full_date(posted_on))
        case LetterPosted(letter, posted_on):
            text = words.gettext("{letter}: posted on {date}.")
            return text.format(letter=letter_name(letter, words), date=words.full_date(posted_on))
        case LetterReturned(letter, returned_on):
            text = words.gettext("{letter}: came back on {date}.")
            return text.format(letter=letter_name(letter, words), date=words.full_date(returned_on))
        case AskedAgain(asked_on):
            text = words.gettext("Asked again on {date}.")
            return text.format(date=words.full_date(asked_on))


def _noted(body: WishesNoted | AllocationSetAside, municipality: Municipality, words: Words) -> str:
    name = service_name(municipality, body.service, words)
    if isinstance(body, WishesNoted):
        text = words.gettext("{service}: noted for the rule. {text}")
        return text.format(service=name, text=wishes_text(body, municipality, words))
    text = words.gettext("{service}: set aside from the rule. {reason}")
    return text.format(service=name, reason=body.reason)


def _allocated(allocated: ServiceAllocated, municipality: Municipality, words: Words) -> str:
    answer = allocated.answer
    given = Given(
        allocated.way,
        _name(answer.provider_name, words),
        _name(answer.interim_name, words),
        has_passed=bool(allocated.passed),
    )
    result = words.gettext("{service}: the rule was applied ({state}). {provider} helps.")
    return sentences(
        result.format(
            service=service_name(municipality, answer.service, words, answer.service_name),
            state=state_label(allocated.applicant.state, words),
            provider=given.provider,
        ),
        words.gettext("Reason: {reason}").format(reason=reason_text(given, words)),
    )


def _helped(
    body: ServiceAllocated | HelpTakenOver, municipality: Municipality, words: Words
) -> str:
    if isinstance(body, ServiceAllocated):
        return _allocated(body, municipality, words)
    return _taken_over(body, municipality, words)


def _taken_over(taken: HelpTakenOver, municipality: Municipality, words: Words) -> str:
    until = taken.take_over.until
    if until is None:
        text = words.gettext("{service}: {leaving} stops. {helper} helps from {date}.")
        day = taken.take_over.from_on
    elif until <= taken.take_over.from_on:
        text = words.gettext("{service}: {leaving} goes on after all. Nothing changes.")
        day = until
    else:
        text = words.gettext("{service}: {leaving} goes on after all, from {date}.")
        day = until
    return text.format(
        service=service_name(municipality, taken.service, words),
        leaving=words.local(taken.leaving_name),
        helper=words.local(taken.helper_name),
        date=words.full_date(day),
    )


def _name(name: LocalText | None, words: Words) -> str:
    return "" if name is None else words.local(name)


def letter_name(letter: LetterKind, words: Words) -> str:
    """What a letter is called at the beginning of a sentence."""
    return {
        LetterKind.INVITATION: words.gettext("The letter about the choice"),
        LetterKind.REMINDER: words.gettext("The reminder"),
        LetterKind.ALLOCATION: words.gettext("The letter about the result"),
        LetterKind.EXIT: words.gettext("The letter about the provider that stops"),
    }[letter]
