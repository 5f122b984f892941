"""The letter about what the rule gave: as information, or as a decision that can be appealed.

Whether the assignment of a provider is a decision in the law's sense is open, so a municipality
chooses the form (domain 5). Both tell the same; the decision adds how to complain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app.announcement_texts import announcement_text
from kiosk.app.compose_facts import phone
from kiosk.app.names import name_or_key
from kiosk.app.nonchoice.reason_texts import Given, reason_text, state_text
from kiosk.app.nonchoice_texts import how_to_change, what_is_same, whom_to_ask, why
from kiosk.app.phrases import sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import filled, name_line, number_line
from kiosk.domain.allocation_events import ServiceAllocated
from kiosk.domain.case import Case
from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import announce, announce_keeping
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.silence import LetterForm
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.provider import Contact
from kiosk.domain.service import ProviderId, ServiceId


@dataclass(frozen=True, slots=True)
class AllocatedUnder:
    """An allocation and what it was made with.

    Attributes:
        rule: As it was on the day of the run.
        supply: Who could be picked on that day.
        on: The day of the run.
    """

    allocated: ServiceAllocated
    rule: NonchoiceRule
    supply: Supply
    on: date


@dataclass(frozen=True, slots=True)
class AllocationPlan:
    """What the letter is made from.

    Attributes:
        allocations: Order of the case; at least one.
        officer: Who confirmed it.
    """

    municipality: Municipality
    case: Case
    allocations: tuple[AllocatedUnder, ...]
    form: LetterForm
    officer: str


def allocation_title(form: LetterForm, words: Words) -> str:
    """Title of the letter; free of personal data."""
    if form is LetterForm.DECISION:
        return words.gettext("Decision about who helps you")
    return words.gettext("Who helps you")


def compose_allocation(plan: AllocationPlan, issued_on: date, words: Words) -> Sheet:
    """Put the letter into words; bokmål or nynorsk."""
    municipality = plan.municipality
    services = [each.allocated.answer.service for each in plan.allocations]
    rules = [_rule_lines(each, plan, words) for each in plan.allocations]
    is_shared = len(rules) > 1 and all(each == rules[0] for each in rules)
    told = [()] * len(rules) if is_shared else rules
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=allocation_title(plan.form, words),
        lead=_lead(plan, words),
        sections=(
            *(
                _service(each, rule, plan, words)
                for each, rule in zip(plan.allocations, told, strict=True)
            ),
            SheetSection(
                words.pgettext("heading of a letter", "What is the same, and what you can do"),
                (*(rules[0] if is_shared else ()), *_rights(plan, services, words)),
                may_break=True,
            ),
        ),
        frame=_frame(plan, words),
        foot=plan.case.reference,
        issued_on=issued_on,
    )


def _lead(plan: AllocationPlan, words: Words) -> str:
    """Why there is no choice; by service where that differs."""
    services: dict[NonchoiceState, list[str]] = {}
    for each in plan.allocations:
        phrase = _phrase(each.allocated.answer, plan.municipality, words)
        services.setdefault(each.allocated.applicant.state, []).append(phrase)
    told = (
        state_text(state, words)
        if len(services) == 1
        else f"{sentence_case(words.and_list(of))}: {state_text(state, words)}"
        for state, of in services.items()
    )
    return sentences(
        *told, words.gettext("Therefore the municipality's rule decides who helps you.")
    )


def _phrase(answer: ServiceAnswer, municipality: Municipality, words: Words) -> str:
    """A service inside a sentence; as it was called then where it has left the content."""
    services = (each for each in municipality.services if each.id == answer.service)
    found = next((each.phrase for each in services), answer.service_name)
    return _name(found, words) or answer.service


def _rule_lines(
    under: AllocatedUnder, plan: AllocationPlan, words: Words
) -> tuple[ReceiptLine, ...]:
    """By what rule it was decided, and whose rule that is."""
    return filled(
        (
            (words.pgettext("label of a letter", "The rule"), _rule(under, plan, words)),
            (
                words.pgettext("label of a letter", "Who decided it"),
                why(under.rule.decision, words),
            ),
        )
    )


def _service(
    under: AllocatedUnder, rule: Sequence[ReceiptLine], plan: AllocationPlan, words: Words
) -> SheetSection:
    """Who helps with a service; its rule only where other services have another one."""
    answer = under.allocated.answer
    given = Given(
        under.allocated.way,
        _name(answer.provider_name, words),
        _name(answer.interim_name, words),
        has_passed=bool(under.allocated.passed),
    )
    lines = filled(
        (
            (words.pgettext("label of a letter", "Helps you"), given.provider),
            (
                words.pgettext("field of a provider", "Telephone"),
                _phone(under.allocated.answer.provider, plan.municipality, words),
            ),
            (words.pgettext("label of a letter", "From"), _start(under, words)),
            (words.pgettext("label of a letter", "Until then"), given.interim),
            (words.pgettext("label of a reason", "Why"), reason_text(given, words)),
            (words.pgettext("label of a letter", "The draw"), _draw(under, plan, words)),
        )
    )
    title = _name(answer.service_name, words) or str(answer.service)
    return SheetSection(title, (*lines, *rule), may_break=True)


def _phone(helper: ProviderId | None, municipality: Municipality, words: Words) -> str:
    """Of whoever helps; empty where the content has none."""
    providers = (each for each in municipality.providers if each.id == helper)
    contact = next((each.contact for each in providers), Contact())
    if contact.phone is None:
        return ""
    if contact.hours is None:
        return words.phone(contact.phone)
    return phone(contact, words)


def _start(under: AllocatedUnder, words: Words) -> str:
    answer = under.allocated.answer
    start_on = answer.start_on
    if answer.awaits_date:
        return words.gettext("We agree on the date with you.")
    if start_on is not None:
        return words.weekday_and_date(start_on)
    if under.allocated.way is Way.KEEPS:
        return ""
    return words.pgettext("when a provider begins", "At once")


def _draw(under: AllocatedUnder, plan: AllocationPlan, words: Words) -> str:
    """Who could come, and what anybody needs to repeat the draw; empty for ways without one."""
    allocated = under.allocated
    if allocated.way not in {Way.LOT, Way.SHARE_LOT}:
        return ""
    able = [name_or_key(plan.municipality, each, words) for each in allocated.could_come]
    if len(able) == 1:
        return words.gettext("Only {provider} could come.").format(provider=able[0])
    return sentences(
        words.gettext("These could come: {providers}.").format(providers=words.and_list(able)),
        _lot(allocated, words),
        words.gettext("The office shows you how."),
    )


def _lot(allocated: ServiceAllocated, words: Words) -> str:
    if not allocated.lot:
        text = words.gettext("Key {seed}, place {place}. With these, anybody can draw again.")
        return text.format(seed=allocated.seed, place=words.number(allocated.position))
    text = words.gettext("Your lot is {lot}. With it, anybody can draw again.")
    return text.format(lot=allocated.lot)


def _rule(under: AllocatedUnder, plan: AllocationPlan, words: Words) -> str:
    """The same sentences as were told the person beforehand, from the rule of that day.

    Without those that the letter tells by itself: that it holds for this person, and who helps
    until the start. The days until the rule was applied are over.
    """
    applicant = under.allocated.applicant
    if under.allocated.way is Way.KEEPS:
        announced = announce_keeping(under.rule)
        return announcement_text(announced, plan.municipality, words, tells_states=False)
    announced = announce(
        under.rule,
        under.supply,
        under.on,
        present=applicant.present,
        known=applicant.known,
        objects_to=applicant.objects_to,
    ).in_state(applicant.state)
    return announcement_text(
        announced,
        plan.municipality,
        words,
        tells_states=False,
        tells_meanwhile=False,
    )


def _rights(
    plan: AllocationPlan, services: Sequence[ServiceId], words: Words
) -> tuple[ReceiptLine, ...]:
    return filled(_rights_of(plan, services, words))


def _rights_of(
    plan: AllocationPlan, services: Sequence[ServiceId], words: Words
) -> Iterator[tuple[str, str]]:
    municipality = plan.municipality
    yield words.gettext("What is the same"), what_is_same(municipality, services, words)
    yield words.gettext("Can you switch"), how_to_change(municipality, services, words)
    if plan.form is LetterForm.DECISION:
        yield words.pgettext("label of a letter", "Complaint"), _complaint(municipality, words)
    yield words.gettext("Whom can you ask"), whom_to_ask(municipality, words)


def _complaint(municipality: Municipality, words: Words) -> str:
    # pbrl §§ 7-2 and 7-5: to the county governor, sent to the municipality, within four weeks.
    return sentences(
        words.gettext(
            "You can complain within 4\u00a0weeks after you got this letter. Write to {office}."
        ).format(office=words.local(municipality.office.phrase)),
        words.gettext(
            "If the municipality does not change this decision, the county governor decides."
        ),
        words.gettext("The office, or the patient and user ombud, can help you."),
    )


def _frame(plan: AllocationPlan, words: Words) -> tuple[ReceiptLine, ...]:
    by = filled(((words.pgettext("label of a letter", "Confirmed by"), plan.officer),))
    return (name_line(plan.case, words), number_line(plan.case, words), *by)


def _name(name: LocalText | None, words: Words) -> str:
    return "" if name is None else words.local(name)
