"""Design tokens read from TOML: devices, type scale, lengths, colours."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any


class TextSize(Enum):
    """The four text sizes of the citizen's pages, by capital height."""

    S = "S"
    M = "M"
    L = "L"
    XL = "XL"


class Contrast(Enum):
    """The four colour modes; the value is the name used on the command line."""

    STANDARD = "standard"
    HIGH_LIGHT = "high-light"
    HIGH_DARK = "high-dark"
    LOW = "low"


class Family(Enum):
    """Devices whose layout is alike."""

    LAPTOP = "laptop-14"
    KIOSK = "kiosk-21"
    KIOSK_PORTRAIT = "kiosk-21-portrait"


PORTRAIT = "-portrait"


@dataclass(frozen=True, slots=True)
class Device:
    """A screen whose real size is known; Qt's own guess is never trusted.

    Attributes:
        width_px, height_px: Device pixels.
        view_mm: Distance from eye to screen.
    """

    name: str
    px_per_mm: float
    width_px: int
    height_px: int
    view_mm: float

    @property
    def family(self) -> Family:
        """The family whose layout values hold here; whatever stands upright is laid out alike."""
        if self.name.endswith(PORTRAIT):
            return Family.KIOSK_PORTRAIT
        return Family.KIOSK if self.is_kiosk else Family.LAPTOP

    @property
    def is_kiosk(self) -> bool:
        """A touch screen that people use alone; no keyboard is expected at it."""
        return not self.name.startswith("laptop")

    @property
    def turned(self) -> "Device":
        """The same screen standing upright, or lying again."""
        is_upright = self.name.endswith(PORTRAIT)
        name = self.name.removesuffix(PORTRAIT) if is_upright else self.name + PORTRAIT
        return replace(self, name=name, width_px=self.height_px, height_px=self.width_px)

    def fitted(self, width_px: int, height_px: int) -> "Device":
        """This device in a window that may be smaller: the layout shrinks, nothing is cut off."""
        factor = min(width_px / self.width_px, height_px / self.height_px)
        if factor >= 1 or factor <= 0:
            return self
        return replace(
            self, px_per_mm=self.px_per_mm * factor, width_px=width_px, height_px=height_px
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colour roles that may stand on each other.

    Attributes:
        kind: ``text`` or ``mark``.
        declared: Contrast ratio per mode as the design computed it.
    """

    kind: str
    foreground: str
    background: str
    declared: Mapping[Contrast, float]


class Tokens:
    """The tokens file as looked-up values; lengths in millimetres.

    Attributes:
        devices: Every device profile by name.
        pairs: Every allowed pair of colours.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._raw: dict[str, Any] = tomllib.load(file)
        lying = [
            Device(name, value["px_per_mm"], value["width"], value["height"], value["view_mm"])
            for name, value in self._raw["device"].items()
        ]
        # A kiosk may stand upright; a laptop lies (WCAG 1.3.4 lets a fixed device be).
        upright = (device.turned for device in lying if device.is_kiosk)
        self.devices = {device.name: device for device in (*lying, *upright)}
        self.pairs = tuple(
            Pair(
                pair["kind"],
                pair["fg"],
                pair["bg"],
                {mode: pair[_key(mode)] for mode in Contrast},
            )
            for pair in self._raw["pair"]
        )

    def colours(self, mode: Contrast) -> Mapping[str, str]:
        """Colour per role, as #RRGGBB."""
        colours: dict[str, str] = self._raw["color"][_key(mode)]
        return colours

    def text_range(self, mode: Contrast) -> tuple[float, float]:
        """Lowest and highest contrast ratio that text may have in a mode."""
        low, high = self._raw["meta"]["text_range"][_key(mode)]
        return low, high

    def cap_mm(self, size: TextSize, role: str, device: Device) -> float:
        """Capital height of ``body``, ``support``, ``h2`` or ``h1``."""
        nearer = self._raw["text"][size.value].get(device.family.value, {})
        value: float = nearer.get(role, self._raw["text"][size.value][role])
        return value

    def staff_cap_mm(self, role: str) -> float:
        """Capital height on the staff's pages."""
        value: float = self._raw["text"]["staff"][role]
        return value

    def number(self, table: str, key: str) -> float:
        """A length, factor or time that is alike on all devices."""
        value: float = self._raw[table][key]
        return value

    def by_device(self, table: str, key: str, device: Device, size: TextSize) -> Any:
        """A value that differs by device, most specific name first."""
        values = self._raw[table][key]
        family = device.family.value
        broad = family.split("-")[0]
        for name in (f"{family}-{size.value}", family, broad):
            if name in values:
                return values[name]
        raise KeyError(key)

    @property
    def cap_height_em(self) -> float:
        """Capital height of the font in em."""
        return self.number("font", "cap_height_em")


def _key(mode: Contrast) -> str:
    return mode.value.replace("-", "_")


@lru_cache(maxsize=1)
def tokens_in(assets: Path) -> Tokens:
    """The tokens of a folder of assets; read once, since several rooms ask for them at the start."""
    return Tokens(assets / "theme" / "tokens.toml")
