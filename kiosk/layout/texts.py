"""Finds the file of a pack in which a text stands; the program itself knows values only."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from kiosk.domain.municipality import Municipality, Prose

_HARD_SPACE = "\u00a0"
_ELSEWHERE = "municipality.toml"


def texts_by_file(municipality: Municipality) -> Iterator[tuple[str, str, str]]:
    """Every text of the pack: file, field as far as it is known, and the text."""
    for provider in municipality.providers:
        yield from _within(f"providers/{provider.id}.toml", "", provider)
    yield from _within("zones.toml", "zones", municipality.zones)
    yield from _within("services.toml", "services", municipality.services)
    yield from _within("rules.toml", "rules", municipality.rules)
    for (key, language), prose in municipality.prose.items():
        yield from _prose(f"prose/{language.value}/{key.value}.md", prose)
    for (easy, language), prose in municipality.easy.items():
        yield from _prose(f"prose/{language.value}/easy/{easy.value}.md", prose)
    for name in ("name", "edition", "zone_word", "office"):
        yield from _within(_ELSEWHERE, name, getattr(municipality, name))


def place_of(municipality: Municipality, *texts: str) -> tuple[str, str]:
    """File and field that hold the first of these texts that is found; they may be shortened."""
    for wanted in map(_plain, texts):
        for file, field, text in texts_by_file(municipality):
            if wanted and wanted in _plain(text):
                return file, field
    return _ELSEWHERE, ""


def _prose(file: str, prose: Prose) -> Iterator[tuple[str, str, str]]:
    for part in prose:
        yield file, "", part.text


def _within(file: str, field: str, value: object) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, str):
        yield file, field, value
    elif is_dataclass(value):
        for part in fields(value):
            name = f"{field}.{part.name}" if field else part.name
            yield from _within(file, name, getattr(value, part.name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _within(file, field, each)
    elif isinstance(value, tuple | frozenset):
        for each in value:
            key = getattr(each, "id", getattr(each, "service", ""))
            yield from _within(file, f"{field}[{key}]" if key else field, each)


def _plain(text: str) -> str:
    return " ".join(text.replace(_HARD_SPACE, " ").split())
