"""One provider in words: the same fields in the same order for everybody."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.language import Language
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
        no_choice: Why it cannot be chosen for the services asked for; empty where it can.
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
    no_choice: str = ""
