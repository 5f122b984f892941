"""How high a card must be for its texts, as Qt breaks them into lines."""

import math
import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from kiosk.theme.cards import Need
from kiosk.theme.scale import Scale

FAMILY = "Source Sans 3"
_NAME_LINES = 2
_DESCENDER_EM = 0.21
_BREAK = re.compile(r" |(?<=-)")


@dataclass(frozen=True, slots=True)
class CardLook:
    """Distances inside a card.

    Attributes:
        pad_px: Least white above the capitals and below the descenders.
        name_line: Distance of the name's lines, in heights of the font's own line.
    """

    pad_px: int
    spacing_px: int
    name_line: float
    support_line: float


@dataclass(frozen=True, slots=True)
class CardMeasure:
    """The cards of one visit, measured in one text size.

    Attributes:
        texts: Name and support line of every card; a support line that may be shown instead
            stands here too.
    """

    scale: Scale
    look: CardLook
    texts: frozenset[tuple[str, str]]

    def needed(self, card_width_px: int) -> Need | None:
        """What the fullest card needs at a width; None where a word is wider."""
        scale = self.scale
        name_width = card_width_px - 2 * _pad_px(scale)
        support_width = name_width - _sign_px(scale)
        names = _Type(scale.font_px("body"), is_strong=True)
        supports = _Type(scale.font_px("support"), is_strong=False)
        highest, is_crowded = 0.0, False
        for name, support in self.texts:
            if names.widest(name) > name_width or supports.widest(support) > support_width:
                return None
            name_lines = names.line_count(name, name_width)
            support_lines = supports.line_count(support, support_width)
            is_crowded = is_crowded or name_lines > _NAME_LINES or support_lines > 1
            height = (
                names.block_px(name_lines, self.look.name_line)
                + supports.block_px(support_lines, self.look.support_line)
                - names.above_px(scale.tokens.cap_height_em)
                - supports.below_px
            )
            highest = max(highest, height)
        words = math.ceil(highest) + self.look.spacing_px + 2 * self.look.pad_px
        least = scale.at_least_px(scale.tokens.number("target", "primary"))
        return Need(max(least, words), is_crowded)


def _pad_px(scale: Scale) -> int:
    side = scale.tokens.by_device("space", "card_padding_side", scale.device, scale.size)
    return scale.px(side)


def _sign_px(scale: Scale) -> int:
    """Width of the sign beside the support line, with the white before it."""
    return round(scale.font_px("support") * 1.05) + scale.px(scale.tokens.number("space", "s"))


@dataclass(frozen=True, slots=True)
class _Type:
    """One size and weight of type."""

    size_px: int
    is_strong: bool

    def block_px(self, lines: int, line: float) -> float:
        """Height of a text; Qt gives its first line the font's own height, whatever is asked."""
        natural = _metrics(self).height()
        return natural + (lines - 1) * natural * line if lines else 0.0

    def above_px(self, cap_height_em: float) -> float:
        """White over the capitals of the first line."""
        return _metrics(self).ascent() - cap_height_em * self.size_px

    @property
    def below_px(self) -> float:
        """White under the descenders of the last line."""
        return _metrics(self).descent() - _DESCENDER_EM * self.size_px

    def widest(self, text: str) -> float:
        """Width of the widest word."""
        return max(_metrics(self).horizontalAdvance(word) for word in _BREAK.split(text))

    def line_count(self, text: str, width_px: int) -> int:
        """Lines of a text that is broken between words; 0 without a text."""
        layout = QTextLayout(text, _font(self))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width_px)
            count += 1
        layout.endLayout()
        return count if text else 0


def _font(kind: _Type) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(kind.size_px)
    font.setWeight(QFont.Weight.DemiBold if kind.is_strong else QFont.Weight.Normal)
    return font


@cache
def _metrics(kind: _Type) -> QFontMetricsF:
    return QFontMetricsF(_font(kind))
