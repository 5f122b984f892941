"""The dated note of a conversation, for the case system."""

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.app.compose_receipt import information_shown, who_answered
from kiosk.app.phrases import sentence_case
from kiosk.app.ports.words import Words
from kiosk.app.wording import participants_list
from kiosk.domain.case import Case
from kiosk.domain.choice import Channel, RecordedChoice
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.event import InformationNoted, Understood
from kiosk.domain.municipality import Municipality


@dataclass(frozen=True, slots=True)
class NotePlan:
    """What a note is made from.

    Attributes:
        choice: What the conversation led to.
        noted_at: When the note was stored.
        noted_by: Who wrote it.
    """

    municipality: Municipality
    case: Case
    choice: RecordedChoice
    noted: InformationNoted
    noted_at: datetime
    noted_by: str


def note_title(words: Words) -> str:
    """Title of the note; free of personal data."""
    return words.gettext("Note about information given")


def compose_note(plan: NotePlan, issued_on: date, words: Words) -> Sheet:
    """The note that information was given and understood (pbrl §§ 3-2, 3-5)."""
    choice = plan.choice
    lead = words.gettext("The conversation was stored on {date} at\u00a0{time}.")
    return Sheet(
        language=words.language,
        municipality=choice.municipality or plan.municipality.name,
        office=words.local(choice.office or plan.municipality.office.name),
        is_example=plan.municipality.is_example,
        title=note_title(words),
        lead=_at(lead, choice.at, words),
        sections=(
            SheetSection(
                words.pgettext("heading of a note", "The conversation"), _talk(plan, words)
            ),
            SheetSection(words.pgettext("heading of a note", "The note"), _noted(plan, words)),
        ),
        frame=_frame(plan.case, choice.receipt_number, words),
        foot=choice.receipt_number,
        issued_on=issued_on,
    )


def _talk(plan: NotePlan, words: Words) -> tuple[ReceiptLine, ...]:
    choice = plan.choice
    person = choice.person or plan.case.name
    language = sentence_case(words.language_name(choice.language.value))
    return _lines(
        (
            (words.pgettext("of a person", "Name"), person),
            (words.pgettext("where somebody answered", "Where"), _where(choice.channel, words)),
            (words.gettext("Led by"), choice.recorded_by),
            (words.gettext("Language"), language),
            (
                words.gettext("Interpreter"),
                sentence_case(plan.noted.interpreter) or words.pgettext("interpreter", "None"),
            ),
            (
                words.gettext("Taking part"),
                sentence_case(participants_list(choice.participants, words)),
            ),
            (words.gettext("Who answered"), who_answered(person, choice.decider, words)),
            (words.pgettext("what was shown", "Information"), information_shown(choice, words)),
        )
    )


def _noted(plan: NotePlan, words: Words) -> tuple[ReceiptLine, ...]:
    noted_at = words.gettext("{date} at\u00a0{time}")
    return _lines(
        (
            (words.gettext("Understood"), _understood(plan.noted.understood, words)),
            (words.gettext("How we made sure"), plan.noted.how),
            (words.gettext("Written by"), plan.noted_by),
            (words.gettext("Written on"), _at(noted_at, plan.noted_at, words)),
        )
    )


def _where(channel: Channel, words: Words) -> str:
    return {
        Channel.HOME_VISIT: words.pgettext("where somebody answered", "Visit"),
        Channel.CASE_PAGE: words.pgettext("where somebody answered", "Entered by staff"),
    }[channel]


def _understood(understood: Understood, words: Words) -> str:
    return {
        Understood.YES: words.pgettext("information understood", "Yes"),
        Understood.NO: words.pgettext("information understood", "No"),
        Understood.UNSURE: words.pgettext("information understood", "Unsure"),
    }[understood]


def _frame(case: Case, receipt_number: str, words: Words) -> tuple[ReceiptLine, ...]:
    return _lines(
        (
            (words.gettext("Receipt number"), receipt_number),
            (words.gettext("Case number"), case.reference),
        )
    )


def _lines(values: tuple[tuple[str, str], ...]) -> tuple[ReceiptLine, ...]:
    return tuple(ReceiptLine(label, value) for label, value in values if value)


def _at(text: str, moment: datetime, words: Words) -> str:
    return text.format(date=words.full_date(moment.date()), time=words.time(moment))
