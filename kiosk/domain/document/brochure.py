"""A printed brochure in words."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.document.nonchoice_block import NonchoiceBlock
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.language import Language
from kiosk.domain.municipality import Prose
from kiosk.domain.service import ProviderId


class BrochurePart(Enum):
    """Pages of a brochure that an answer without a provider refers to."""

    NONCHOICE = "nonchoice"
    CHOOSE = "choose"


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One option on the overview page.

    Attributes:
        cells: One short word per service.
        page_of: The provider whose page number is printed; None for the other answers.
        see: For the other answers, the part whose page number is printed instead.
        ticks: Per cell whether a tick stands beside the word; empty for none.
        held: For how many of the services it holds, where there is no room for their names; empty
            for one service or none.
    """

    name: str
    cells: tuple[str, ...]
    page_of: ProviderId | None
    see: BrochurePart | None = None
    ticks: tuple[bool, ...] = ()
    held: str = ""


@dataclass(frozen=True, slots=True)
class OverviewTable:
    """All names on one page, before any details.

    Attributes:
        lead: One or two sentences.
        headings: First column, one per service, page column.
        services: Head of one column that names services, where there is no room for one each.
        about_order: How the order came about; empty where there is only one provider.
        how_to_read: What the words on the pages mean.
    """

    title: str
    lead: str
    headings: tuple[str, ...]
    rows: tuple[OverviewRow, ...]
    about_order: tuple[str, str]
    how_to_read: tuple[str, str]
    services: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One service side by side, columns in the order dealt.

    Attributes:
        rows: Label and one cell per provider.
        note: Source of the figures.
        tick_rows: Per row, per cell, whether a tick stands beside the word; empty for none.
    """

    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    note: str
    tick_rows: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Brochure:
    """Everything that a printed brochure says, in reading order.

    Attributes:
        code: Identifies the edition, for example ``EV-2026-11-NORD``.
        scope: Services and zone of the cover.
        other_forms: How to get the brochure in another form.
        approved: Code, edition and approval in one line.
        services: Heading names of the services, order of the case.
        providers: One page each, in the order dealt.
        comparisons: One per service, all its providers; the page breaks them into tables.
        contact: Lines of the back page.
        short_scope: How many services and the zone, for a cover without room for ``scope``; empty
            for a single service.
    """

    language: Language
    municipality: str
    office: str
    is_example: bool
    code: str
    title: str
    subtitle: str
    scope: str
    other_forms: str
    approved: str
    services: tuple[str, ...]
    what: Prose
    same: Prose
    nonchoice: NonchoiceBlock
    overview: OverviewTable
    providers: tuple[ProviderBlock, ...]
    comparisons: tuple[Comparison, ...]
    choose: Prose
    switch: Prose
    complain: Prose
    questions: Prose
    privacy: Prose
    contact: tuple[str, ...]
    short_scope: str = ""
