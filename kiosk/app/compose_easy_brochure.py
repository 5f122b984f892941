"""The easy-read brochure: the order, rules and facts of the other, one sentence a line (N13)."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.app.compose_brochure import (
    BrochurePlan,
    approved_line,
    as_questions,
    brochure_code,
    contact_lines,
    other_forms_line,
    scope_line,
    short_scope_line,
)
from kiosk.app.compose_options import option_title
from kiosk.app.compose_overview import Reader, about_outside
from kiosk.app.compose_provider import ProviderScope, compose_provider, kind_long
from kiosk.app.easy_lines import in_lines, lacking_easy_texts, one_a_line
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.app.prose_texts import filled
from kiosk.domain.document.brochure import BrochurePart, OverviewRow, OverviewTable
from kiosk.domain.document.easy_brochure import EASY_FACTS, EasyBrochure
from kiosk.domain.document.nonchoice_block import NonchoiceBlock
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.document.service_section import OptionKey
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.language import Language
from kiosk.domain.municipality import EasyKey, Municipality, Prose
from kiosk.domain.service import ProviderId


def compose_easy_brochure(plan: BrochurePlan, words: Words) -> EasyBrochure:
    """Put an easy-read brochure into words; bokmål or nynorsk.

    Args:
        plan: Its explanation of the rules made with ``words`` too.
        words: The easy ones, see ``EasyWords``.

    Raises:
        RefusedError: The pack lacks easy-read texts; names their files.
    """
    scope = plan.scope
    municipality = scope.municipality
    require_easy_texts(municipality, words.language)
    code = brochure_code(scope)
    return EasyBrochure(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        code=code,
        title=words.gettext("Who will help you at home?"),
        subtitle=words.gettext("Free choice of provider"),
        easy=words.gettext("Easy to read"),
        scope=scope_line(scope, words),
        other_forms=one_a_line(other_forms_line(municipality, plan.edition, words)),
        approved=approved_line(code, municipality, words),
        what=_prose(EasyKey.WHAT, scope, words),
        nonchoice=_lined(as_questions(plan.nonchoice, words)),
        overview=_overview(plan, words),
        providers=tuple(_provider(each, scope, words) for each in plan.order),
        choose=_prose(EasyKey.HOW_TO_CHOOSE, scope, words),
        switch=_prose(EasyKey.HOW_TO_SWITCH, scope, words),
        ask=_prose(EasyKey.ASK, scope, words),
        contact=contact_lines(municipality, words),
        short_scope=short_scope_line(scope, words),
    )


def require_easy_texts(municipality: Municipality, language: Language) -> None:
    """Refuse an edition whose texts nobody has written.

    Raises:
        RefusedError: A text is missing; names the files of all that are.
    """
    lacking = ", ".join(lacking_easy_texts(municipality, language))
    if lacking:
        raise RefusedError([Refusal("document.no_easy_texts", {"files": lacking})])


def _prose(key: EasyKey, scope: ProviderScope, words: Words) -> Prose:
    prose = scope.municipality.easy[key, words.language]
    return in_lines(filled(prose, scope.municipality, words, scope.services))


def _lined(block: NonchoiceBlock) -> NonchoiceBlock:
    rows = tuple(replace(row, text=one_a_line(row.text)) for row in block.rows)
    return replace(block, lead=one_a_line(block.lead), rows=rows)


def _provider(key: ProviderId, scope: ProviderScope, words: Words) -> ProviderBlock:
    block = compose_provider(key, scope, words)
    facts = {fact.key: fact for fact in block.facts}
    return replace(
        block,
        kind_line=kind_long(block.kind, words),
        owner_line="",
        owner="",
        org_number="",
        facts=tuple(
            replace(facts[each], value=one_a_line(facts[each].value)) for each in EASY_FACTS
        ),
    )


def _overview(plan: BrochurePlan, words: Words) -> OverviewTable:
    """Names and pages only: which services a provider gives stands at the provider."""
    municipality = plan.scope.municipality
    names = (words.local(municipality.provider(each).name) for each in plan.order)
    return OverviewTable(
        title=words.gettext("What you can choose between"),
        lead=one_a_line(_lead(len(plan.order), plan.scope, words)),
        headings=(
            words.pgettext("heading of a column", "Answer"),
            words.pgettext("heading of a column", "Page"),
        ),
        rows=(
            *(OverviewRow(name, (), key) for name, key in zip(names, plan.order, strict=True)),
            *_others(plan.reader, words),
        ),
        about_order=(
            (words.gettext("About the order of the providers"), _about_order(plan.reader, words))
            if len(plan.order) > 1
            else ("", "")
        ),
        how_to_read=(
            words.gettext("How to read the pages"),
            one_a_line(_how_to_read(plan.scope, words)),
        ),
    )


def _lead(count: int, scope: ProviderScope, words: Words) -> str:
    zone = words.local(scope.municipality.zone(scope.zone).phrase)
    return sentences(
        words.ngettext(
            "{count} provider gives help in {zone}.",
            "{count} providers give help in {zone}.",
            count,
        ).format(count=count, zone=zone),
        words.gettext("You can also leave it to choose."),
    )


def _how_to_read(scope: ProviderScope, words: Words) -> str:
    return sentences(
        words.gettext("“Not stated” means that the provider has not told the municipality."),
        about_outside(scope, words),
    )


def _others(reader: Reader, words: Words) -> Sequence[OverviewRow]:
    """The answers that are not a provider; keeping only for who has, or may have, something."""
    keys = {
        OptionKey.KEEP: BrochurePart.CHOOSE,
        OptionKey.DOES_NOT_WISH: BrochurePart.NONCHOICE,
        OptionKey.THINK: BrochurePart.CHOOSE,
    }
    if reader.keeps is not None and not reader.keeps:
        del keys[OptionKey.KEEP]
    return [OverviewRow(option_title(key, words), (), None, see) for key, see in keys.items()]


def _about_order(reader: Reader, words: Words) -> str:
    same = words.gettext("The screen has the same order.") if reader.is_known else ""
    return one_a_line(
        sentences(
            words.gettext("The order is drawn, so that all stand equally often in every place."),
            words.gettext("It says nothing about quality."),
            same,
        )
    )
