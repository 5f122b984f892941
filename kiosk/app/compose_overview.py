"""The brochure's page with all answers on it, before any details (N14)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.app.compose_options import option_title
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.document.brochure import BrochurePart, OverviewRow, OverviewTable
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.document.service_section import OptionKey
from kiosk.domain.service import ServiceId

Kept = frozenset[ServiceId]


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a brochure is made.

    Attributes:
        keeps: Services whose present provider can be kept; None for nobody in particular.
    """

    keeps: Kept | None

    @property
    def is_known(self) -> bool:
        """Whether the order is the one that this person meets on the screen too."""
        return self.keeps is not None


def compose_overview(
    providers: Sequence[ProviderBlock],
    scope: ProviderScope,
    reader: Reader,
    words: Words,
) -> OverviewTable:
    """One row per answer, equal rows: providers in the dealt order, then the others."""
    names = (words.local(scope.municipality.service(each).name) for each in scope.services)
    return OverviewTable(
        title=words.gettext("What you can choose between"),
        lead=_lead(len(providers), scope, words),
        headings=(
            words.pgettext("heading of a column", "Answer"),
            *names,
            words.pgettext("heading of a column", "Page"),
        ),
        rows=(
            *(_provider_row(block, words) for block in providers),
            *_keep_row(scope.services, reader, words),
            _option_row(OptionKey.DOES_NOT_WISH, BrochurePart.NONCHOICE, scope, words),
            _option_row(OptionKey.THINK, BrochurePart.CHOOSE, scope, words),
        ),
        about_order=(
            (words.gettext("About the order of the providers"), _about_order(reader, words))
            if len(providers) > 1
            else ("", "")
        ),
        how_to_read=(words.gettext("How to read the pages"), _how_to_read(scope, words)),
        services=words.pgettext("heading", "Services"),
    )


def _lead(count: int, scope: ProviderScope, words: Words) -> str:
    zone = words.local(scope.municipality.zone(scope.zone).phrase)
    return sentences(
        words.ngettext(
            "{count} provider gives help in {zone}.",
            "{count} providers give help in {zone}.",
            count,
        ).format(count=count, zone=zone),
        words.gettext("The pages about the providers are set up in the same way.")
        if count > 1
        else "",
        words.gettext("You can also leave it to choose."),
    )


def _provider_row(block: ProviderBlock, words: Words) -> OverviewRow:
    given = tuple(bool(strip.cells) for strip in block.strips)
    held = _held(given, words)
    return OverviewRow(block.name, _cells(given, words), block.id, None, given, held)


def _held(given: Sequence[bool], words: Words) -> str:
    """How many of several services; empty where there is only one."""
    if len(given) <= 1:
        return ""
    return words.gettext("{count} of {total}").format(count=sum(given), total=len(given))


def _cells(given: Sequence[bool], words: Words) -> tuple[str, ...]:
    yes, no = words.pgettext("coverage", "Yes"), words.pgettext("coverage", "No")
    return tuple(yes if each else no for each in given)


def _keep_row(
    services: Sequence[ServiceId], reader: Reader, words: Words
) -> tuple[OverviewRow, ...]:
    """Only for who has something to keep, or for a reader who may have."""
    title = option_title(OptionKey.KEEP, words)
    if reader.keeps is None:
        text = words.gettext("If you have help")
        cells, none = (text,) * len(services), (False,) * len(services)
        held = text if len(services) > 1 else ""
        return (OverviewRow(title, cells, None, BrochurePart.CHOOSE, none, held),)
    if not reader.keeps:
        return ()
    kept = tuple(service in reader.keeps for service in services)
    yes, other = words.pgettext("coverage", "Yes"), words.gettext("Does not apply")
    cells = tuple(yes if each else other for each in kept)
    held = _held(kept, words)
    return (OverviewRow(title, cells, None, BrochurePart.CHOOSE, kept, held),)


def _option_row(
    key: OptionKey, see: BrochurePart, scope: ProviderScope, words: Words
) -> OverviewRow:
    everywhere = (True,) * len(scope.services)
    title, cells, held = (
        option_title(key, words),
        _cells(everywhere, words),
        _held(everywhere, words),
    )
    return OverviewRow(title, cells, None, see, everywhere, held)


def _about_order(reader: Reader, words: Words) -> str:
    same = words.gettext("The screen has the same order.") if reader.is_known else ""
    return sentences(
        words.gettext("The order is drawn, so that all stand equally often in every place."),
        words.gettext("It says nothing about quality."),
        same,
    )


def _how_to_read(scope: ProviderScope, words: Words) -> str:
    return sentences(
        words.gettext("What stands under “Written by the provider” is the provider's own text."),
        words.gettext("“Not stated” means that the provider has not told the municipality."),
        about_outside(scope, words),
        words.gettext("Extras are something you buy yourself, outside your decision."),
    )


def about_outside(scope: ProviderScope, words: Words) -> str:
    """What the word for hours that the choice does not cover means; empty where it is not used."""
    services = (scope.municipality.service(each) for each in scope.services)
    if not any(service.outside_choice for service in services):
        return ""
    return sentences(
        words.gettext("“Outside” means that the choice does not hold at that time."),
        words.gettext("“Otherwise comes” tells who comes then."),
    )
