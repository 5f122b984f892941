"""The page after storing: that it is stored, what happens now, and how to change it."""

from collections.abc import Sequence

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.notice_texts import notice_text
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.app.signed import signature_label
from kiosk.domain.case import Case
from kiosk.domain.choice import Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.municipality import Municipality
from kiosk.domain.review import StoredBlock, StoredLine, StoredLineKey


def stored_page(
    municipality: Municipality, case: Case, choice: RecordedChoice, words: Words
) -> StoredBlock:
    """Put a stored choice into words.

    Args:
        municipality: Whose names, notice rule and office stand on the page.
        case: The case that the choice belongs to.
        choice: As the record gave it back, with its receipt number.
        words: The page's language.
    """
    texts = AnswerTexts(municipality, words)
    return StoredBlock(
        title=words.gettext("Your answers are stored"),
        lead=_lead(choice, words),
        lines=(
            *_service_lines(choice.answers, texts),
            StoredLine(StoredLineKey.SWITCH, _switching(municipality, choice, words)),
            StoredLine(
                StoredLineKey.COMPLAIN,
                words.gettext("Do you want to complain? See the receipt."),
            ),
        ),
        receipt_title=words.pgettext("heading of the document", "Receipt"),
        receipt=_receipt(case, choice, texts),
    )


def _switching(municipality: Municipality, choice: RecordedChoice, words: Words) -> str:
    phone = municipality.office.contact.phone
    asked = words.gettext("Do you want to switch?")
    call = "" if phone is None else words.gettext("Call {phone}.").format(phone=words.phone(phone))
    services = [answer.service for answer in choice.answers]
    return sentences(asked, call, notice_text(municipality, services, words))


def _receipt(case: Case, choice: RecordedChoice, texts: AnswerTexts) -> tuple[ReceiptLine, ...]:
    words = texts.words
    answered = {answer.service: answer for answer in choice.answers}
    open_ = words.gettext("Not chosen yet")
    services = (
        ReceiptLine(name, texts.short(answered[service]) if service in answered else open_)
        for service, name in texts.services(choice).items()
    )
    signed = ReceiptLine(signature_label(words), words.gettext("Written on the screen"))
    return (
        ReceiptLine(words.pgettext("of a receipt", "Number"), choice.receipt_number),
        ReceiptLine(words.pgettext("of a person", "Name"), choice.person or case.name),
        ReceiptLine(words.pgettext("time of storing", "Stored"), stored_at(choice, words)),
        *services,
        *(() if choice.signature is None else (signed,)),
    )


def stored_at(choice: RecordedChoice, words: Words) -> str:
    """Day and time of storing."""
    return words.gettext("{date} at\u00a0{time}").format(
        date=words.full_date(choice.at.date()), time=words.time(choice.at)
    )


def _lead(choice: RecordedChoice, words: Words) -> str:
    answered = {answer.service for answer in choice.answers}
    is_open = set(choice.shown) - answered
    is_postponed = [answer.outcome is Outcome.POSTPONED for answer in choice.answers]
    if all(is_postponed):
        return words.gettext("You can answer later.")
    if is_open or any(is_postponed):
        return words.gettext("You can answer the rest later.")
    return words.gettext("You need not do anything more now.")


def _service_lines(answers: Sequence[ServiceAnswer], texts: AnswerTexts) -> list[StoredLine]:
    """One line per answer; the service is named where there are several."""
    lines = []
    for answer in answers:
        text = _what_happens(answer, texts)
        if len(answers) > 1:
            text = f"{texts.service_name(answer)}: {text}"
        lines.append(StoredLine(StoredLineKey.SERVICE, text))
    return lines


def _what_happens(answer: ServiceAnswer, texts: AnswerTexts) -> str:
    words = texts.words
    if answer.outcome is Outcome.CHOSEN and answer.start_on is not None:
        starts = words.gettext("{provider} begins on {date}.").format(
            provider=texts.helper(answer), date=words.weekday_and_date(answer.start_on)
        )
        return sentences(starts, texts.meanwhile(answer))
    if answer.outcome is Outcome.CHOSEN and answer.awaits_date:
        chosen = words.gettext("You have chosen {provider}.").format(provider=texts.helper(answer))
        return sentences(chosen, texts.consequence(answer))
    if answer.waits_for_place:
        waits = words.gettext("{provider} begins when there is room.")
        terms = words.gettext(
            "You are offered the place when it is your turn. "
            "You can leave the waiting list at any time."
        )
        begins = waits.format(provider=texts.helper(answer))
        return sentences(begins, terms, texts.meanwhile(answer))
    if answer.provider is not None and answer.provider == answer.previous_provider:
        return words.gettext("{provider} helps you as now.").format(provider=texts.helper(answer))
    return texts.consequence(answer)
