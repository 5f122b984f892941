"""Everything a brochure says, from the same blocks and in the same order as the screen (N13)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.app.compose_comparison import compose_comparison
from kiosk.app.compose_overview import Reader, compose_overview
from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.app.easy_lines import has_easy_texts
from kiosk.app.phrases import call_office, sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.app.prose_texts import filled
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.edition import Edition
from kiosk.domain.municipality import Municipality, Prose, ProseKey
from kiosk.domain.ordering import Order
from kiosk.domain.service import ProviderId

MOST_NAMED = 5
"""Of more services than this a cover tells how many they are; the overview names them."""

ComposeProvider = Callable[[ProviderId, ProviderScope, Words], ProviderBlock]


@dataclass(frozen=True, slots=True)
class BrochurePlan:
    """What a brochure is made from.

    Attributes:
        order: All providers of the scope in the dealt order.
        nonchoice: As the screen explains it, for the same services.
        edition: In which form it is printed.
    """

    scope: ProviderScope
    order: Order
    reader: Reader
    nonchoice: NonchoiceBlock
    edition: Edition = Edition.STANDARD


def compose_brochure(
    plan: BrochurePlan, words: Words, block: ComposeProvider = compose_provider
) -> Brochure:
    """Put a brochure into words; bokmål or nynorsk.

    Args:
        plan: What it is made from.
        words: Of the brochure.
        block: Puts each provider into words, as ``compose_provider`` does.
    """
    scope = plan.scope
    municipality = scope.municipality
    providers = tuple(block(each, scope, words) for each in plan.order)
    code = brochure_code(scope)
    return Brochure(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        code=code,
        title=words.gettext("Who will help you at home?"),
        subtitle=words.gettext("Free choice of provider"),
        scope=scope_line(scope, words),
        other_forms=other_forms_line(municipality, plan.edition, words),
        approved=approved_line(code, municipality, words),
        services=tuple(words.local(municipality.service(each).name) for each in scope.services),
        what=_prose(ProseKey.WHAT, scope, words),
        same=_prose(ProseKey.SAME, scope, words),
        nonchoice=as_questions(plan.nonchoice, words),
        overview=compose_overview(providers, scope, plan.reader, words),
        providers=providers,
        comparisons=tuple(
            compose_comparison(each, plan.order, scope, words) for each in scope.services
        ),
        choose=_prose(ProseKey.HOW_TO_CHOOSE, scope, words),
        switch=_prose(ProseKey.HOW_TO_SWITCH, scope, words),
        complain=_prose(ProseKey.COMPLAIN, scope, words),
        questions=_prose(ProseKey.QUESTIONS, scope, words),
        privacy=_prose(ProseKey.PRIVACY, scope, words),
        contact=contact_lines(municipality, words),
        short_scope=short_scope_line(scope, words),
    )


def _prose(key: ProseKey, scope: ProviderScope, words: Words) -> Prose:
    prose = scope.municipality.prose_in(key, words.language)[1]
    return filled(prose, scope.municipality, words, scope.services)


def brochure_code(scope: ProviderScope) -> str:
    """Which brochure it is, for example ``EV-2026-11-NORD``."""
    approved = scope.municipality.approved_on
    prefix = scope.municipality.receipt_prefix
    return f"{prefix}-{approved:%Y-%m}-{scope.zone.upper()}"


def scope_line(scope: ProviderScope, words: Words) -> str:
    """The services and where they are given; how many, where a cover has no room for the names."""
    if len(scope.services) > MOST_NAMED:
        return short_scope_line(scope, words)
    zone = words.local(scope.municipality.zone(scope.zone).phrase)
    phrases = [words.local(scope.municipality.service(each).phrase) for each in scope.services]
    services = sentence_case(words.and_list(phrases))
    return words.gettext("{service} in {zone}").format(service=services, zone=zone)


def short_scope_line(scope: ProviderScope, words: Words) -> str:
    """How many services, and where they are given; empty for a single one."""
    count, zone = len(scope.services), words.local(scope.municipality.zone(scope.zone).phrase)
    if count == 1:
        return ""
    return words.gettext("{count} services in {zone}").format(count=count, zone=zone)


def other_forms_line(municipality: Municipality, edition: Edition, words: Words) -> str:
    """How to get the brochure in another form."""
    # Nothing is offered here that the municipality may not have, such as sound.
    other_norwegian = (
        words.gettext("The brochure also exists in the other form of Norwegian.")
        if edition is Edition.LARGE_PRINT
        else words.gettext(
            "The brochure also exists in large print, and in the other form of Norwegian."
        )
    )
    is_easy = edition is Edition.EASY_READ or not has_easy_texts(municipality, words.language)
    return sentences(
        other_norwegian,
        "" if is_easy else words.gettext("It also exists as easy reading."),
        words.gettext("We can also read it to you."),
        call_office(municipality, words),
    )


def approved_line(code: str, municipality: Municipality, words: Words) -> str:
    """Which brochure it is, and who answers for it.

    The mark covers what was approved: the content, alike in every copy. The order of the providers
    is dealt anew for each reader (neutrality 1.2) and approved by nobody, so that copies with other
    orders bear the same mark. Each copy shows its order in full, and the log of dealt orders, or
    for a letter its ``LetterProduced``, says where and when it was dealt.
    """
    return words.gettext(
        "Brochure {code}, {edition}, version {version}. Approved by {municipality} on {date}."
    ).format(
        code=code,
        edition=municipality.edition,
        version=municipality.version,
        municipality=municipality.name,
        date=words.full_date(municipality.approved_on),
    )


def as_questions(block: NonchoiceBlock, words: Words) -> NonchoiceBlock:
    """The same texts under headings that stand alone on a page."""
    headings = {
        NonchoiceKey.WHO: words.gettext("Who helps you then?"),
        NonchoiceKey.WHY: words.gettext("Who has decided this?"),
        NonchoiceKey.SAME: words.gettext("What is the same?"),
        NonchoiceKey.LATER: words.gettext("Can you choose or switch later?"),
        NonchoiceKey.ASK: words.gettext("Whom can you ask?"),
    }
    return replace(
        block,
        title=words.gettext("What happens if you do not choose?"),
        rows=tuple(replace(row, label=headings[row.key]) for row in block.rows),
    )


def contact_lines(municipality: Municipality, words: Words) -> tuple[str, ...]:
    """How to reach the office, one way a line; only what the municipality has stated."""
    contact = municipality.office.contact
    name = words.local(municipality.office.name)
    lines = [name if contact.address is None else f"{name}, {contact.address}"]
    if contact.phone is not None:
        phone = words.gettext("Telephone {phone}").format(phone=words.phone(contact.phone))
        hours = "" if contact.hours is None else f", {words.local(contact.hours)}"
        lines.append(phone + hours)
    lines += [each for each in (contact.email, contact.web) if each is not None]
    return tuple(lines)
