"""Breaks the texts that stand in every letter once."""

from collections.abc import Sequence
from typing import Any

from brochures.lines import Line, LineBreaker, Place
from brochures.styles import TextStyle
from brochures.typeface import Typeface

MOST = 5000


class RememberingBreaker(LineBreaker):
    """Gives the lines that ``LineBreaker`` gives; what is too long is refused each time anew."""

    def __init__(self, typeface: Typeface) -> None:
        super().__init__(typeface)
        self._lines: dict[tuple[str, TextStyle, float, tuple[str, ...]], tuple[Line, ...]] = {}
        self._widths: dict[tuple[str, TextStyle], float] = {}

    def break_text(
        self,
        text: str,
        style: TextStyle,
        width_pt: float,
        place: Place,
        strong: Sequence[str] = (),
    ) -> tuple[Line, ...]:
        """As in ``LineBreaker``."""
        key = (text, style, width_pt, tuple(strong))
        known = self._lines.get(key)
        if known is None:
            known = super().break_text(text, style, width_pt, place, strong)
            _make_room(self._lines)
            self._lines[key] = known
        return known

    def text_width_pt(self, text: str, style: TextStyle) -> float:
        """As in ``LineBreaker``."""
        known = self._widths.get((text, style))
        if known is None:
            known = super().text_width_pt(text, style)
            _make_room(self._widths)
            self._widths[text, style] = known
        return known


def _make_room(remembered: dict[Any, Any]) -> None:
    """Names and addresses come once each: forget all of it rather than grow."""
    if len(remembered) >= MOST:
        remembered.clear()
