"""Finds out what is wrong with a single value."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum

from msgspec import Meta

from kiosk.content.leaves import Leaf

LONGEST_SHOWN = 40
EXPECTS = {str: "expects_text", int: "expects_number", bool: "expects_yes_no", date: "expects_date"}


def explain(kind: object, meta: Meta, leaf: Leaf, raw: object) -> tuple[str, Mapping[str, object]]:
    """Why ``raw`` cannot be read as ``kind``: problem code and its values."""
    shown = {"value": _shown(raw)[:LONGEST_SHOWN]}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "not_one_of", shown | {"allowed": ", ".join(str(item.value) for item in kind)}
    if kind is int and type(raw) is int:
        return "out_of_range", shown | {"least": str(meta.ge), "most": str(meta.le)}
    if kind is str and isinstance(raw, str):
        return text_fault(raw, meta.max_length) or (leaf.code, shown)
    return next(code for expected, code in EXPECTS.items() if expected is kind), shown


def _shown(raw: object) -> str:
    """A value as its writer knows it, not as the program holds it."""
    match raw:
        case bool():
            return "true" if raw else "false"
        case dict():
            return f"{{ {', '.join(f'{name} = {_quoted(each)}' for name, each in raw.items())} }}"
        case list():
            return f"[{', '.join(_quoted(each) for each in raw)}]"
        case _:
            return str(raw)


def _quoted(raw: object) -> str:
    return f'"{raw}"' if isinstance(raw, str) else _shown(raw)


def text_fault(text: str, most: int | None) -> tuple[str, Mapping[str, object]] | None:
    """What is wrong with the length or the line breaks of a text; None when nothing is."""
    if not text.strip():
        return "empty", {}
    if most is not None and len(text) > most:
        return "too_long", {"length": len(text), "most": most}
    if text != text.strip() or not text.isprintable():
        return "one_line", {}
    return None


def labels_of(items: Sequence[object]) -> list[str]:
    """How the items of a list are named in faults; each differently, in order."""
    labels = [_label_of(item, index) for index, item in enumerate(items)]
    return [
        f"{label}, {index + 1}" if label in labels[:index] else label
        for index, label in enumerate(labels)
    ]


def _label_of(item: object, index: int) -> str:
    """How an item of a list is named in a fault: its key, or its number from 1."""
    if isinstance(item, dict):
        for name in ("id", "service", "name"):
            key = item.get(name)
            if isinstance(key, str) and key:
                return key
    return str(index + 1)
