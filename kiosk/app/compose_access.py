"""What the municipality has stored about a person, for the person (GDPR article 15)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.app.case_story import CaseStory, StoryLine
from kiosk.app.names import service_name
from kiosk.app.phrases import provider_name, sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.app.prose_texts import filled
from kiosk.app.signed import signatures_in
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.event import Event
from kiosk.domain.municipality import Municipality, ProseKey, ProseKind
from kiosk.domain.retention import RetentionRule


@dataclass(frozen=True, slots=True)
class AccessPlan:
    """What the sheet is made from.

    Attributes:
        events: Everything that is stored about the case, oldest first.
    """

    municipality: Municipality
    case: Case
    events: Sequence[Event]
    made_at: datetime


def compose_access(plan: AccessPlan, words: Words) -> Sheet:
    """Everything in plain words; what the person told, what was done, and who has read it."""
    municipality = plan.municipality
    lead = words.gettext(
        "This is everything that {municipality} has stored about you for the choice of provider, "
        "as of {date}."
    )
    lines = CaseStory(plan.events, municipality, words).lines()
    happened = [_happened(line, words) for line in lines if not line.is_reading]
    readings = [_happened(line, words) for line in lines if line.is_reading]
    signed = tuple(signatures_in(plan.events, plan.case.name, words))
    sections = (
        (words.gettext("About you"), tuple(_person(plan.case, municipality, words)), ()),
        *(
            (_service_name(plan, each, words), _service(plan, each, words), ())
            for each in plan.case.services
        ),
        (words.gettext("What has happened"), tuple(happened), signed),
        (words.gettext("Who has read your case"), tuple(readings), ()),
        (words.gettext("How long it is kept"), tuple(_kept(municipality, words)), ()),
        (words.gettext("Your rights"), tuple(_privacy(municipality, words)), ()),
    )
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=words.gettext("What is stored about you"),
        lead=lead.format(municipality=municipality.name, date=words.full_date(plan.made_at.date())),
        sections=tuple(
            SheetSection(heading, lines, may_break=True, signatures=signatures)
            for heading, lines, signatures in sections
            if lines
        ),
        frame=(ReceiptLine(words.gettext("Case number"), plan.case.reference),),
        foot=plan.case.reference,
        issued_on=plan.made_at.date(),
    )


def _happened(line: StoryLine, words: Words) -> ReceiptLine:
    """The day alone stands beside it: the column is narrow."""
    return ReceiptLine(words.full_date(line.on), sentences(line.what, f"{line.by}."))


def _person(case: Case, municipality: Municipality, words: Words) -> Iterator[ReceiptLine]:
    zone = next((each.name for each in municipality.zones if each.id == case.zone), case.zone)
    language = case.written_language
    values = (
        (words.pgettext("of a person", "Name"), case.name),
        (words.pgettext("case field", "Birth date"), words.full_date(case.birth_date)),
        (sentence_case(words.local(municipality.zone_word)), zone),
        (words.pgettext("case field", "Address"), _address(case, words)),
        (words.pgettext("case field", "Telephone"), case.phone),
        (
            words.pgettext("case field", "Written language"),
            "" if language is None else sentence_case(words.language_name(language.value)),
        ),
        (words.pgettext("case field", "Interpreter"), case.interpreter),
        (words.pgettext("case field", "Who receives the post"), _post(case)),
        (words.pgettext("case field", "Closed"), _closing(case, words)),
    )
    return (ReceiptLine(label, value) for label, value in values if value)


def _address(case: Case, words: Words) -> str:
    if case.is_address_protected:
        return words.gettext("Protected. It is stored, but not printed.")
    address = case.address
    if address is None:
        return ""
    return ", ".join(filter(None, (*address.lines, f"{address.postcode} {address.town}".strip())))


def _post(case: Case) -> str:
    return "" if case.post is None else ", ".join(filter(None, (case.post.name, case.post.role)))


def _closing(case: Case, words: Words) -> str:
    if case.closing is None:
        return ""
    return ", ".join(filter(None, (words.full_date(case.closing.on), case.closing.reason)))


def _service_name(plan: AccessPlan, granted: GrantedService, words: Words) -> str:
    return service_name(plan.municipality, granted.service, words)


def _service(plan: AccessPlan, granted: GrantedService, words: Words) -> tuple[ReceiptLine, ...]:
    decided = words.full_date(granted.decided_on)
    helper = granted.present_provider
    name = "" if helper is None else str(helper)
    if helper in {provider.id for provider in plan.municipality.providers}:
        name = provider_name(plan.municipality, helper, words)
    values = (
        (
            words.pgettext("of a granted service", "Decision"),
            ", ".join(filter(None, (decided, granted.decision_reference))),
        ),
        (
            words.gettext("Hours a week"),
            "" if granted.hours_per_week is None else words.number(granted.hours_per_week),
        ),
        (words.gettext("Who helps by the list"), name),
        (words.gettext("Helps since"), _day(granted.present_since, words)),
        (words.gettext("Reply deadline"), _day(granted.reply_by, words)),
    )
    return tuple(ReceiptLine(label, value) for label, value in values if value)


def _day(day: date | None, words: Words) -> str:
    return "" if day is None else words.full_date(day)


def _kept(municipality: Municipality, words: Words) -> Iterator[ReceiptLine]:
    label = words.pgettext("how long something is kept", "Time")
    for rule in municipality.retention:
        decision = words.gettext("Decision {reference}").format(reference=rule.decision.reference)
        yield ReceiptLine(label, sentences(_rule(rule, words), f"{decision}."))
    if not municipality.retention:
        text = words.gettext("The municipality has decided no time. Nothing is deleted by itself.")
        yield ReceiptLine(label, text)


def _rule(rule: RetentionRule, words: Words) -> str:
    if rule.is_shed:
        text = words.ngettext(
            "May be deleted here {count} day after everything was delivered to the case system, "
            "which keeps it.",
            "May be deleted here {count} days after everything was delivered to the case system, "
            "which keeps it.",
            rule.days,
        )
        return text.format(count=rule.days)
    text = words.ngettext(
        "May be deleted {count} year after the case was closed.",
        "May be deleted {count} years after the case was closed.",
        rule.years,
    )
    return text.format(count=rule.years)


def _privacy(municipality: Municipality, words: Words) -> Iterator[ReceiptLine]:
    """The municipality's own approved words about privacy, under their headings."""
    _language, prose = municipality.prose_in(ProseKey.PRIVACY, words.language)
    heading, texts = "", list[str]()
    for part in filled(prose, municipality, words):
        if part.kind is ProseKind.HEADING:
            if texts:
                yield ReceiptLine(heading, " ".join(texts))
            heading, texts = part.text, []
        else:
            texts.append(part.text)
    if texts:
        yield ReceiptLine(heading, " ".join(texts))
