"""What happens without a choice, in words."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.language import Language
from kiosk.domain.service import ServiceId


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
