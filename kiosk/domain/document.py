"""Blocks in words: what a page on the screen and a page on paper render alike."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.domain.language import Language
from kiosk.domain.municipality import Prose
from kiosk.domain.provider import Coverage, ProviderKind
from kiosk.domain.service import DayPart, ProviderId, ServiceId


class FactKey(Enum):
    """Fields of a provider after the coverage strip, in the order in which all media show them."""

    OTHERWISE = "otherwise"
    EXCEPTIONS = "exceptions"
    ZONES = "zones"
    CAPACITY = "capacity"
    START = "start"
    COMPETENCE = "competence"
    CONTINUITY = "continuity"
    LANGUAGES = "languages"
    WISHES = "wishes"
    ACCESSIBILITY = "accessibility"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    ADDRESS = "address"
    PRESENTATION = "presentation"
    EXTRAS = "extras"


CONTACT_KEYS = (FactKey.PHONE, FactKey.EMAIL, FactKey.WEB, FactKey.ADDRESS)


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled field; a missing value is the words "not stated", never an empty text.

    Attributes:
        language: Language of the value when it differs from the page's; else None.
    """

    key: FactKey
    label: str
    value: str
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One of the four cells of a strip.

    Attributes:
        label: Name of the part, for example ``Natt``.
        hours: Its hours, for example ``22.30–07.30``.
        comes: For the sign beside the words.
        words: For example ``Kommer ikke``.
        short: The same for narrow cells on paper, for example ``Nei``.
    """

    part: DayPart
    label: str
    hours: str
    comes: Coverage
    words: str
    short: str


@dataclass(frozen=True, slots=True)
class CoverageStrip:
    """When a provider comes, for one service.

    Attributes:
        cells: Four, in the order of ``DayPart``; empty when the provider lacks the service.
        absent: The sentence shown instead of cells; empty otherwise.
    """

    service: ServiceId
    service_name: str
    cells: tuple[CoverageCell, ...]
    absent: str = ""


@dataclass(frozen=True, slots=True)
class ProviderBlock:
    """One provider, the same fields in the same order for everybody and on all media (N03).

    Attributes:
        name: Registered name with hard spaces before company forms.
        support: Short line of the card, for example ``Kommersiell, har plass``.
        kind_line: For example ``Privat kommersiell leverandør, i Eksempelvik siden 2019``.
        owner_line: For example ``Eier: Granly Holding AS. Org.nr. 000 000 019``.
        owner, org_number: Halves of ``owner_line``, for a page on which it needs two lines.
        strips: One per service asked for, order of the case.
        facts: One per ``FactKey``, in its order.
        approval: Who approved the facts and when.
        version: Version of the profile.
    """

    id: ProviderId
    name: str
    kind: ProviderKind
    support: str
    kind_line: str
    owner_line: str
    owner: str
    org_number: str
    strips: tuple[CoverageStrip, ...]
    facts: tuple[Fact, ...]
    approval: str
    version: str


class NonchoiceKey(Enum):
    """The five parts that must be told before any provider is shown (neutrality 1.3)."""

    WHO = "who"
    WHY = "why"
    SAME = "same"
    LATER = "later"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class NonchoiceRow:
    """One of the five parts.

    Attributes:
        label: For example ``Hvem kommer``.
        text: One or a few sentences, without the service's name.
        service: Set where the row holds for one service only.
        service_name: Heading form of that service; empty otherwise.
        language: Language of the text when it differs from the page's; else None.
    """

    key: NonchoiceKey
    label: str
    text: str
    service: ServiceId | None = None
    service_name: str = ""
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class NonchoiceBlock:
    """What happens without a choice, for the services asked for.

    Attributes:
        title: Heading.
        lead: One sentence that one may leave it.
        rows: All five parts in order; "who" once per service, "why" once per decision.
    """

    title: str
    lead: str
    rows: tuple[NonchoiceRow, ...]


class OptionKey(Enum):
    """The answers that are not a provider, in the order of their cards; never merged."""

    KEEP = "keep"
    DOES_NOT_WISH = "does_not_wish"
    THINK = "think"


@dataclass(frozen=True, slots=True)
class OptionBlock:
    """An answer that is not a provider: same card, same page, same button.

    Attributes:
        title: Words of the card, for example ``Jeg vil ikke velge``.
        support: One short line.
        rows: Label and text, five for every option.
    """

    key: OptionKey
    title: str
    support: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ServiceSection:
    """A service with everything that can be answered for it.

    Attributes:
        title: Question of the overview.
        zone_line: For example ``Hjemmesykepleie i sone Nord``.
        count_line: For example ``6 leverandører i tilfeldig rekkefølge``.
        providers: In the order dealt to the case.
        options: Keep (where there is present help), do not choose, think it over.
    """

    service: ServiceId
    name: str
    phrase: str
    title: str
    zone_line: str
    count_line: str
    providers: tuple[ProviderBlock, ...]
    options: tuple[OptionBlock, ...]


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
    overview: "OverviewTable"
    providers: tuple[ProviderBlock, ...]
    comparisons: tuple["Comparison", ...]
    choose: Prose
    switch: Prose
    complain: Prose
    questions: Prose
    privacy: Prose
    contact: tuple[str, ...]


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
    """

    name: str
    cells: tuple[str, ...]
    page_of: ProviderId | None
    see: BrochurePart | None = None
    ticks: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewTable:
    """All names on one page, before any details.

    Attributes:
        lead: One or two sentences.
        headings: First column, one per service, page column.
        about_order: How the order came about.
        how_to_read: What the words on the pages mean.
    """

    title: str
    lead: str
    headings: tuple[str, ...]
    rows: tuple[OverviewRow, ...]
    about_order: tuple[str, str]
    how_to_read: tuple[str, str]


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
class ReceiptLine:
    """A labelled line of a receipt."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ReceiptService:
    """What was answered for one service."""

    name: str
    lines: tuple[ReceiptLine, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt in words.

    Attributes:
        stored: Sentence with date and time.
        services: One per answered or open service, order of the case.
        about: Whom the answer holds for, who gave it, on what basis, who took part.
        next_title, next_text: How to switch, correct and complain.
        frame: Receipt number and case number; never an address or a birth date.
    """

    language: Language
    municipality: str
    office: str
    is_example: bool
    number: str
    title: str
    stored: str
    services: tuple[ReceiptService, ...]
    about_title: str
    about: tuple[ReceiptLine, ...]
    next_title: str
    next_text: tuple[str, ...]
    frame: tuple[ReceiptLine, ...]
    issued_on: date
