"""A line breaker that remembers: most texts stand in every edition of a brochure."""

from collections.abc import Sequence

from brochures.lines import Line, LineBreaker, Place
from brochures.styles import TextStyle
from brochures.typeface import Typeface

_Key = tuple[str, TextStyle, float, tuple[str, ...]]


class RememberingBreaker(LineBreaker):
    """Breaks each text once for each style and width."""

    def __init__(self, typeface: Typeface) -> None:
        super().__init__(typeface)
        self._remembered: dict[_Key, tuple[Line, ...]] = {}

    def break_text(
        self,
        text: str,
        style: TextStyle,
        width_pt: float,
        place: Place,
        strong: Sequence[str] = (),
    ) -> tuple[Line, ...]:
        """The lines of a text, see ``LineBreaker``; a fault is found again every time."""
        key = (text, style, width_pt, tuple(strong))
        if key not in self._remembered:
            self._remembered[key] = super().break_text(text, style, width_pt, place, strong)
        return self._remembered[key]
