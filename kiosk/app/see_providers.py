"""The providers of a service as somebody asked to see them: from A to Å, or only some.

Works on what is shown, so that screen and filter cannot tell different things about a provider.
"""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.app.compose_comparison import compose_comparison
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.compose_strip import view as seen_from
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.asked_view import AskedView
from kiosk.domain.document.brochure import Comparison
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.document.service_section import ServiceSection
from kiosk.domain.narrowing import Candidate, narrowed


def as_asked(
    section: ServiceSection, view: AskedView, scope: ProviderScope, words: Words
) -> ServiceSection:
    """A section with its providers as asked for; everything else stays.

    Args:
        section: All providers, in the dealt order.
        view: What was asked for; the same section for nothing.
        scope: What the section was made from.
        words: The page's language.
    """
    providers = a_to_z(section.providers) if view.is_a_to_z else section.providers
    wishes = view.wishes_for(section.service)
    if not wishes:
        line = count_line(len(providers), words, is_a_to_z=view.is_a_to_z)
        return replace(section, providers=providers, count_line=line)
    found = narrowed(candidates(providers, section, scope), wishes)
    shown = tuple(each for each in providers if each.id in found.shown)
    return replace(
        section,
        providers=shown,
        left_out=len(providers) - len(shown),
        is_narrowed=True,
        count_line=shown_line(len(shown), len(providers), view, words),
    )


def side_by_side(
    section: ServiceSection, view: AskedView, scope: ProviderScope, words: Words
) -> Comparison:
    """Those whom the person picked, in the dealt order (N25).

    Args:
        section: All providers, in the dealt order.
        view: What was asked for.
        scope: What the section was made from.
        words: The page's language.
    """
    order = tuple(each.id for each in section.providers if each.id in view.compared)
    table = compose_comparison(section.service, order, scope, words)
    if not scope.municipality.service(section.service).outside_choice:
        return table
    # Paper tells it on the page before.
    outside = words.gettext("“Outside” means that the choice does not hold at that time.")
    return replace(table, note=sentences(outside, table.note))


def candidates(
    providers: Sequence[ProviderBlock], section: ServiceSection, scope: ProviderScope
) -> tuple[Candidate, ...]:
    """What the providers of a section have stated, in the order given."""
    municipality = scope.municipality
    views = (
        seen_from(municipality, municipality.provider(block.id), section.service, scope.zone)
        for block in providers
    )
    return tuple(
        Candidate(each.provider, each.offer, frozenset(each.service.outside_choice))
        for each in views
        if each.offer is not None
    )


def a_to_z(providers: Sequence[ProviderBlock]) -> tuple[ProviderBlock, ...]:
    """By name; those of one name stay in the order given."""
    return tuple(sorted(providers, key=lambda each: alphabetic(each.name)))


def count_line(count: int, words: Words, *, is_a_to_z: bool) -> str:
    """How many providers, and in which order they stand."""
    if is_a_to_z:
        return words.ngettext(
            "{count} provider from A to Å", "{count} providers from A to Å", count
        ).format(count=count)
    return words.ngettext("{count} provider", "{count} providers in random order", count).format(
        count=count
    )


def shown_line(shown: int, of: int, view: AskedView, words: Words) -> str:
    """How many of how many are shown (N23); short, so that it stands beside the title."""
    text = (
        words.gettext("{shown} of {count} providers from A to Å")
        if view.is_a_to_z
        else words.gettext("{shown} of {count} providers are shown")
    )
    return text.format(shown=shown, count=of)
