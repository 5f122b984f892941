"""Every text of a municipality with its place, for whatever goes through all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Municipality


def pack_texts(municipality: Municipality, language: Language) -> Iterator[tuple[str, str]]:
    """Places such as ``providers.lind.presentation`` and the texts there, in the order of the pack.

    Things with an id stand under it, so that a place stays when others come and go.
    """
    yield from _below("", municipality, language)


def _below(place: str, value: object, language: Language) -> Iterator[tuple[str, str]]:
    if isinstance(value, LocalText):
        yield place, value.in_(language)
    elif isinstance(value, str):
        yield place, value
    else:
        for name, each in _children(value):
            yield from _below(_step(place, name), each, language)


def _children(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((_name(key), each) for key, each in value.items())
    elif isinstance(value, tuple | list):
        numbered = enumerate(value, start=1)
        yield from ((_name(getattr(each, "id", number)), each) for number, each in numbered)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from ((each.name, getattr(value, each.name)) for each in fields(value))


def _step(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _name(key: object) -> str:
    return str(key.value) if isinstance(key, Enum) else str(key)
