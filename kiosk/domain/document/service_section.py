"""A service with every answer that can be given for it, in words."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.service import ProviderId, ServiceId


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
        left_out: How many more there are, whom the person asked not to see.
        is_narrowed: The person asked for "only those who …", whether or not anybody is left out.
        limit: Why no other provider can be chosen now; empty where one can.
        present: Who helps now, and may be chosen whatever the limit says; None for nobody.
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
    limit: str = ""
    present: ProviderId | None = None
    left_out: int = 0
    is_narrowed: bool = False
