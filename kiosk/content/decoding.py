"""Turns a table of TOML into a form, field by field, so that every fault in it is told.

``msgspec`` converts each value; asked for a whole table it would stop at the first fault.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from msgspec import Meta, Struct, ValidationError, convert, structs

from kiosk.content.faults import explain, labels_of
from kiosk.content.forms import Form
from kiosk.content.leaves import Kind, Leaf, LocalLeaf
from kiosk.content.localized import read_local
from kiosk.content.problems import Place

F = TypeVar("F", bound=Form)
Known = Mapping[Kind, frozenset[str] | None]


class Shape(Struct, frozen=True):
    """An annotation taken apart.

    Attributes:
        types: What the value may be, without None; more than one for a union.
        meta: Limits that ``msgspec`` checks.
        leaf: What the type does not say.
        local: Set for a text in several languages.
        whole: What ``msgspec`` converts to.
    """

    types: tuple[object, ...]
    meta: Meta
    leaf: Leaf
    local: LocalLeaf | None
    whole: object


def decode(form: type[F], raw: object, place: Place, known: Known, label: str = "") -> F | None:
    """Read one table.

    Args:
        form: What it should look like.
        raw: As parsed; anything.
        place: Where faults are logged.
        known: Keys that references may name; None where these could not be found out.
        label: How the table is named inside its list.

    Returns:
        None when ``raw`` is no table. Otherwise a form in which faulty optional fields have their
        default, and faulty required ones are None in spite of their type: ask
        ``place.are_sound(…)`` before reading them.
    """
    if not isinstance(raw, dict):
        place.fault("expects_table")
        return None
    shapes = _fields(form)
    for name in raw:
        if name not in shapes:
            place.at(str(name)).fault("unknown_field", allowed=", ".join(shapes))
    values: dict[str, object] = {"label": label}
    for name, (shape, is_required) in shapes.items():
        field = place.at(name)
        value = _value(shape, raw[name], field, known, label) if name in raw else None
        if value is not None or is_required:
            values[name] = value
        if name not in raw and is_required:
            field.fault("missing")
    make: Callable[..., F] = form
    return make(**values)


@cache
def _fields(form: type[Form]) -> Mapping[str, tuple[Shape, bool]]:
    return {
        field.name: (_shape(field.type), field.required)
        for field in structs.fields(form)
        if field.name != "label"
    }


def _shape(annotation: object) -> Shape:
    types: list[object] = []
    marks: list[object] = []
    for kind in _alternatives(annotation):
        if get_origin(kind) is Annotated:
            base, *rest = get_args(kind)
            types += _alternatives(base)
            marks += rest
        elif kind is not NoneType:
            types.append(kind)
    return Shape(
        tuple(types),
        next((mark for mark in marks if isinstance(mark, Meta)), Meta()),
        next((mark for mark in marks if isinstance(mark, Leaf)), Leaf()),
        next((mark for mark in marks if isinstance(mark, LocalLeaf)), None),
        annotation,
    )


def _alternatives(annotation: object) -> list[object]:
    if get_origin(annotation) in {Union, UnionType}:
        return list(get_args(annotation))
    return [annotation]


def _value(shape: Shape, raw: object, place: Place, known: Known, label: str) -> object:
    if shape.local is not None:
        return read_local(shape.local, raw, place)
    listed = next((kind for kind in shape.types if get_origin(kind) is list), None)
    if listed is not None and (isinstance(raw, list) or len(shape.types) == 1):
        return _items(_shape(get_args(listed)[0]), shape.meta, raw, place, known)
    kind = shape.types[0]
    if get_origin(kind) is dict:
        return _pairs(kind, shape.meta, raw, place, known)
    if isinstance(kind, type) and issubclass(kind, Form):
        return decode(kind, raw, place, known, label)
    return _leaf(shape, raw, place, known)


def _items(shape: Shape, meta: Meta, raw: object, place: Place, known: Known) -> object:
    if not isinstance(raw, list):
        place.fault("expects_list")
        return None
    if len(raw) < (meta.min_length or 0):
        place.fault("empty_list")
    labels = labels_of(raw)
    for index, item in enumerate(raw):
        if isinstance(item, str) and item in raw[:index]:
            place.item(labels[index]).fault("listed_twice", value=item)
    values = [
        _value(shape, item, place.item(label), known, label)
        for label, item in zip(labels, raw, strict=True)
    ]
    return [value for value in values if value is not None]


def _pairs(kind: object, meta: Meta, raw: object, place: Place, known: Known) -> object:
    """A table whose names are not ours: each is read like a value, in the order of the file."""
    if not isinstance(raw, dict):
        place.fault("expects_table")
        return None
    if len(raw) < (meta.min_length or 0):
        place.fault("empty_table")
    name_shape, value_shape = (_shape(part) for part in get_args(kind))
    pairs = [
        (
            _value(name_shape, name, place.at(name), known, ""),
            _value(value_shape, value, place.at(name), known, ""),
        )
        for name, value in raw.items()
    ]
    return {name: value for name, value in pairs if name is not None and value is not None}


def _leaf(shape: Shape, raw: object, place: Place, known: Known) -> object:
    try:
        value: object = convert(raw, shape.whole, strict=True)
    except ValidationError:
        code, values = explain(shape.types[0], shape.meta, shape.leaf, raw)
        place.fault(code, **values)
        return None
    if isinstance(value, str) and shape.leaf.check is not None and not shape.leaf.check(value):
        place.fault(shape.leaf.code, value=value)
        return None
    return _referred(shape.leaf.refers_to, value, place, known)


def _referred(kind: Kind | None, value: object, place: Place, known: Known) -> object:
    keys = None if kind is None else known[kind]
    if kind is None or keys is None or value in keys:
        return value
    place.fault(f"unknown_{kind.value}", value=value, allowed=", ".join(sorted(keys)))
    return None
