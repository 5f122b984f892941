"""From millimetres to pixels."""

import math
from dataclasses import dataclass

from kiosk.theme.tokens import Device, Family, TextSize, Tokens

_LEAST_FONT_PX = 14


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
        # On a coarse screen letters of few pixels are grey; the citizen's are never so small.
        return max(_LEAST_FONT_PX, self.at_least_px(cap_mm / self.tokens.cap_height_em))

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
        """Usual number of cards side by side on the overview."""
        columns: int = self.tokens.by_device("card", "columns", self.device, self.size)
        return columns

    @property
    def card_rows(self) -> int:
        """Usual number of cards one under another on a page of the overview."""
        rows: int = self.tokens.by_device("card", "rows", self.device, self.size)
        return rows

    @property
    def card_gap_px(self) -> int:
        """Pixels between two cards."""
        return self.px(self.tokens.by_device("space", "card_gap", self.device, self.size))

    def card_mm(self) -> tuple[float, float]:
        """Usual width and height of a card; a page with many answers or long names has others."""
        sizes = self.tokens.by_device("card", "size", self.device, self.size)
        return sizes[0], sizes[1]
