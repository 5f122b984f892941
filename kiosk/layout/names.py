"""Names of providers that have no room on the smallest card of the screen."""

from collections.abc import Iterator

from brochures.typeface import Typeface
from kiosk.domain.errors import ContentProblem
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.theme.scale import Scale
from kiosk.theme.tokens import TextSize, Tokens

_LANGUAGES = (Language.BOKMAL, Language.NYNORSK)
_MOST_LINES = 2


def long_names(
    municipality: Municipality, typeface: Typeface, tokens: Tokens
) -> Iterator[ContentProblem]:
    """A problem for every name that needs more lines than every card has for it."""
    room_em = _card_room_em(tokens)
    for provider in municipality.providers:
        for language in _LANGUAGES:
            lines = _line_count(provider.name.in_(language), typeface, room_em)
            if lines > _MOST_LINES:
                values = {"lines": str(lines), "most": str(_MOST_LINES)}
                file = f"providers/{provider.id}.toml"
                yield ContentProblem(file, f"name.{language.value}", "name_too_long", values)


def _card_room_em(tokens: Tokens) -> float:
    """Width for a name on the narrowest card, in em of its type."""
    scale = Scale(tokens, tokens.devices["laptop-14"], TextSize.M)
    padding_mm = float(tokens.by_device("space", "card_padding_side", scale.device, scale.size))
    room_mm = scale.card_mm()[0] - 2 * padding_mm
    return room_mm * scale.device.px_per_mm / scale.font_px("body")


def _line_count(text: str, typeface: Typeface, room_em: float) -> int:
    lines, used = 1, 0.0
    for word in text.split(" "):
        width = typeface.width_pt(word, 1.0, is_bold=True)
        blank = typeface.width_pt(" ", 1.0, is_bold=True) if used else 0.0
        if used and used + blank + width > room_em:
            lines, used, blank = lines + 1, 0.0, 0.0
        used += blank + width
    return lines
