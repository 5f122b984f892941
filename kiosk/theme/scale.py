"""From millimetres to pixels, and which cards stand together on a page."""

import math
from dataclasses import dataclass

from kiosk.theme.tokens import Device, Family, TextSize, Tokens

_TWO = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes for one device and one text size.

    Attributes:
        size: Text size of the citizen's pages; the staff's pages have one size.
    """

    tokens: Tokens
    device: Device
    size: TextSize

    def px(self, length_mm: float) -> int:
        """Pixels of a distance."""
        return round(length_mm * self.device.px_per_mm)

    def at_least_px(self, length_mm: float) -> int:
        """Pixels of a target or border, never smaller than asked for."""
        return math.ceil(length_mm * self.device.px_per_mm - 1e-9)

    def font_px(self, role: str) -> int:
        """Font pixel size of ``body``, ``support``, ``h2``, ``h1`` or ``staff.`` and one of them."""
        if role.startswith("staff."):
            cap_mm = self.tokens.staff_cap_mm(role.removeprefix("staff."))
        else:
            cap_mm = self.tokens.cap_mm(self.size, role, self.device)
        return self.at_least_px(cap_mm / self.tokens.cap_height_em)

    @property
    def is_compact(self) -> bool:
        """The largest text on the laptop: the help strip gives its height to the content."""
        return self.device.family is Family.LAPTOP and self.size is TextSize.XL

    @property
    def has_short_titles(self) -> bool:
        """The largest text where height is scarce: titles carry what stands in a note elsewhere."""
        if self.device.family is Family.LAPTOP:
            return self.size in {TextSize.L, TextSize.XL}
        return self.size is TextSize.XL and self.device.family is Family.KIOSK

    @property
    def card_columns(self) -> int:
        """Cards side by side on the overview."""
        columns: int = self.tokens.by_device("card", "columns", self.device, self.size)
        return columns

    @property
    def card_rows(self) -> int:
        """Cards one under another on a page of the overview."""
        rows: int = self.tokens.by_device("card", "rows", self.device, self.size)
        return rows

    @property
    def card_height_px(self) -> int:
        """Height of every card."""
        return self.at_least_px(self.card_mm()[1])

    @property
    def card_gap_px(self) -> int:
        """Pixels between two cards."""
        return self.px(self.tokens.by_device("space", "card_gap", self.device, self.size))

    def card_mm(self) -> tuple[float, float]:
        """Width and height of a card; the width is the most that it may take."""
        sizes = self.tokens.by_device("card", "size", self.device, self.size)
        return sizes[0], sizes[1]


def card_pages(
    provider_count: int, option_count: int, columns: int, rows: int
) -> tuple[tuple[int, ...], ...]:
    """Which cards stand together: providers in their order, then the other answers.

    Where all fit on one page there is one page. With several columns the other answers keep their
    row on every page of providers; with one column or two they have a page of their own. Pages of
    providers are as even as possible.

    Args:
        provider_count: Providers on offer; at least 1.
        option_count: Answers that are not a provider; 2 or 3.
        columns: Cards side by side.
        rows: Cards one under another.

    Returns:
        Per page the indices of its cards: 0 for the first provider, ``provider_count`` for the
        first other answer.
    """
    options = tuple(range(provider_count, provider_count + option_count))
    option_rows = math.ceil(option_count / columns)
    provider_rows = math.ceil(provider_count / columns)
    if provider_rows + option_rows <= rows:
        return ((*range(provider_count), *options),)
    shares_page = rows > option_rows and columns > _TWO
    room = (rows - option_rows if shares_page else rows) * columns
    groups = _even_groups(provider_count, room)
    if shares_page:
        return tuple((*group, *options) for group in groups)
    return (*groups, options)


def _even_groups(count: int, room: int) -> tuple[tuple[int, ...], ...]:
    pages = math.ceil(count / room)
    base, extra = divmod(count, pages)
    groups = []
    start = 0
    for page in range(pages):
        size = base + (1 if page < extra else 0)
        groups.append(tuple(range(start, start + size)))
        start += size
    return tuple(groups)
