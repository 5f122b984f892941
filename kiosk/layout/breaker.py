"""A line breaker that remembers: most texts stand in every edition of a brochure."""

from brochures.lines import Line, LineBreaker, Place
from brochures.styles import TextStyle
from brochures.typeface import Typeface


class RememberingBreaker(LineBreaker):
    """Breaks each text once for each style and width."""

    def __init__(self, typeface: Typeface) -> None:
        super().__init__(typeface)
        self._remembered: dict[tuple[str, TextStyle, float], tuple[Line, ...]] = {}

    def break_text(
        self, text: str, style: TextStyle, width_pt: float, place: Place
    ) -> tuple[Line, ...]:
        """The lines of a text, see ``LineBreaker``; a fault is found again every time."""
        key = (text, style, width_pt)
        if key not in self._remembered:
            self._remembered[key] = super().break_text(text, style, width_pt, place)
        return self._remembered[key]
