"""Screens, text sizes, colours and languages that the citizen's pages are looked at in."""

import itertools
from dataclasses import dataclass

from kiosk.domain.language import Language
from kiosk.settings import Resources
from kiosk.theme.tokens import Contrast, Device, TextSize, Tokens

NB, NN, EN = Language.BOKMAL, Language.NYNORSK, Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Setup:
    """One way of showing the pages."""

    device: str
    size: TextSize
    contrast: Contrast
    language: Language

    def __str__(self) -> str:
        return f"{self.device}-{self.size.value}-{self.contrast.value}-{self.language.value}"


SLICE = (
    Setup("laptop-14", TextSize.M, Contrast.STANDARD, NB),
    Setup("laptop-14", TextSize.XL, Contrast.STANDARD, NN),
    Setup("laptop-14", TextSize.L, Contrast.HIGH_DARK, NB),
    Setup("laptop-15", TextSize.S, Contrast.HIGH_LIGHT, NN),
    Setup("laptop-15", TextSize.XL, Contrast.LOW, NB),
    Setup("kiosk-21", TextSize.M, Contrast.STANDARD, NN),
    Setup("kiosk-21", TextSize.XL, Contrast.HIGH_LIGHT, NB),
    Setup("kiosk-21", TextSize.L, Contrast.LOW, NN),
    Setup("kiosk-24", TextSize.S, Contrast.STANDARD, NB),
    Setup("kiosk-24", TextSize.XL, Contrast.STANDARD, NN),
    Setup("kiosk-21-portrait", TextSize.M, Contrast.LOW, NB),
    Setup("kiosk-21-portrait", TextSize.XL, Contrast.HIGH_DARK, NN),
    Setup("kiosk-24-portrait", TextSize.L, Contrast.STANDARD, NB),
    Setup("kiosk-32", TextSize.XL, Contrast.STANDARD, NN),
    Setup("kiosk-32", TextSize.S, Contrast.LOW, NB),
    Setup("kiosk-32-portrait", TextSize.M, Contrast.HIGH_LIGHT, NN),
    Setup("kiosk-21", TextSize.XL, Contrast.STANDARD, EN),
)
"""Every device, size, colour mode and language at least once; small enough for every run."""

PUBLIC_SLICE = (
    Setup("kiosk-21", TextSize.M, Contrast.STANDARD, NN),
    Setup("kiosk-24", TextSize.XL, Contrast.STANDARD, NN),
    Setup("kiosk-21-portrait", TextSize.XL, Contrast.HIGH_DARK, NN),
    Setup("kiosk-32", TextSize.S, Contrast.LOW, NB),
    Setup("kiosk-21", TextSize.XL, Contrast.STANDARD, EN),
)
"""Of the slice, where a stranger's session is looked at too; in the whole matrix on every kiosk."""

SHOWN = (
    "laptop-14-M-standard-nb",
    "kiosk-21-M-standard-nn",
    "kiosk-21-XL-high-light-nb",
    "kiosk-21-portrait-XL-high-dark-nn",
)
"""Setups of which the report shows every page."""

TOKENS = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")

IN_ENGLISH = (
    Setup("laptop-14", TextSize.M, Contrast.STANDARD, EN),
    Setup("laptop-15", TextSize.XL, Contrast.HIGH_DARK, EN),
    Setup("kiosk-24", TextSize.L, Contrast.LOW, EN),
    Setup("kiosk-21-portrait", TextSize.XL, Contrast.HIGH_LIGHT, EN),
    Setup("kiosk-32", TextSize.S, Contrast.STANDARD, EN),
)
"""English words are no longer than those of the two Norwegian forms: a few setups are enough."""

REST = (
    *(
        setup
        for setup in (
            Setup(device, size, contrast, language)
            for device, size, contrast, language in itertools.product(
                TOKENS.devices, TextSize, Contrast, (NB, NN)
            )
        )
        if setup not in SLICE
    ),
    *IN_ENGLISH,
)
"""Everything else; together with the slice the whole matrix of the two Norwegian forms."""


def device_of(setup: Setup) -> Device:
    """The screen profile, whose millimetres are the true ones."""
    return TOKENS.devices[setup.device]
