"""Lays out what a checked pack will be shown and printed as: measuring decides, not counting."""

from collections.abc import Iterator
from datetime import datetime

from brochures.typeface import FontFiles, Typeface
from kiosk.app.program import Program
from kiosk.bootstrap import wire
from kiosk.domain.errors import ContentProblem, DoesNotFitError, MissingGlyphError
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.record.memory import MemoryRecord
from kiosk.settings import Resources
from kiosk.theme.scale import Scale
from kiosk.theme.tokens import TextSize, Tokens

_PAPER_LANGUAGES = (Language.BOKMAL, Language.NYNORSK)
_NAME_LINES = 2
_PACK = "check"


class FixedTime:
    """The moment of the check."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """That moment."""
        return self._moment


def layout_problems(
    municipality: Municipality, resources: Resources, now: datetime
) -> tuple[ContentProblem, ...]:
    """Texts that have no room on the smallest card or in a printed box; may be empty.

    Every zone is printed with all its services and with each alone, in both Norwegian languages.
    """
    program = wire(resources, municipality, MemoryRecord(), FixedTime(now))
    found: list[ContentProblem] = []
    for problem in (*_names(municipality, resources), *_brochures(program, now)):
        if problem not in found:
            found.append(problem)
    return tuple(found)


def _names(municipality: Municipality, resources: Resources) -> Iterator[ContentProblem]:
    fonts = resources.fonts
    # The bold cut of paper is a little wider than the screen's semi-bold.
    typeface = Typeface(
        FontFiles(fonts / "SourceSans3_400Regular.ttf", fonts / "SourceSans3_700Bold.ttf")
    )
    room_em = _card_room_em(Tokens(resources.assets / "theme" / "tokens.toml"))
    for provider in municipality.providers:
        for language in _PAPER_LANGUAGES:
            lines = _line_count(provider.name.in_(language), typeface, room_em)
            if lines > _NAME_LINES:
                values = {"lines": str(lines), "most": str(_NAME_LINES)}
                yield ContentProblem(
                    f"providers/{provider.id}.toml",
                    f"name.{language.value}",
                    "name_too_long",
                    values,
                )


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


def _brochures(program: Program, now: datetime) -> Iterator[ContentProblem]:
    for zone, services in _editions(program.municipality, now):
        for language in _PAPER_LANGUAGES:
            try:
                program.documents.brochure_for_zone(zone, services, language, _PACK)
            except DoesNotFitError as error:
                values = {"lines": str(error.lines_over), "language": language.value}
                yield _problem(program.municipality, error.owner, error.field, "no_room", values)
            except MissingGlyphError as error:
                values = {"character": error.character}
                yield _problem(program.municipality, "", error.field, "no_glyph", values)


def _editions(
    municipality: Municipality, now: datetime
) -> Iterator[tuple[ZoneId, tuple[ServiceId, ...]]]:
    for zone in municipality.zones:
        offered = tuple(
            service.id
            for service in municipality.services
            if municipality.offered(service.id, zone.id, now.date())
        )
        if offered:
            yield zone.id, offered
        if len(offered) > 1:
            yield from ((zone.id, (service,)) for service in offered)


def _problem(
    municipality: Municipality, owner: str, field: str, code: str, values: dict[str, str]
) -> ContentProblem:
    """The fault at the provider's own file, where one provider is the owner."""
    plain = owner.replace("\u00a0", " ")
    for provider in municipality.providers:
        if plain in {provider.name.nb, provider.name.nn}:
            return ContentProblem(f"providers/{provider.id}.toml", field, code, values)
    return ContentProblem("municipality.toml", field or owner, code, values)
