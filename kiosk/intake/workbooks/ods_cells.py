"""What stands in one cell of an ODS sheet."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from kiosk.intake.grid import CellKind
from kiosk.intake.workbooks.package import local
from kiosk.intake.workbooks.values import FALSE, TRUE, Cell, number_text

# Notes, drawings and reading aids hold texts that stand in no cell.
_PASSED_OVER = frozenset({"annotation", "frame", "custom-shape", "control", "g", "ruby-text"})
_NUMBERS = frozenset({"float", "percentage", "currency"})
_SPACES = {"tab": "\t", "line-break": "\n"}
_MOST_SPACES = 1000
_TIME = re.compile(r"-?PT(\d+)H(\d+)M.*", re.ASCII)


def attributes_of(element: Element) -> Mapping[str, str]:
    """Attributes by their local names; the later one of two."""
    return {local(name): text for name, text in element.attrib.items()}


def count_in(attributes: Mapping[str, str], name: str) -> int:
    """How often something is repeated, at least once.

    Raises:
        ValueError: It is no number.
    """
    return max(1, int(attributes.get(name, "1")))


def read_cell(element: Element, said: Mapping[str, str]) -> Cell:
    """A text, and what it was unless it was one.

    Args:
        element: The cell.
        said: Its attributes. Of the two that tell the kind LibreOffice writes last the one that
            knows of faults, which the other calls texts or numbers.

    Raises:
        ValueError: A number is none.
    """
    kind = said.get("value-type", "")
    shown = "\n".join("".join(_pieces(each)) for each in element if local(each.tag) == "p")
    if shown.startswith(("#", "Err:")) and ("formula" in said or kind == "error"):
        return shown, None
    if kind in _NUMBERS:
        return _number(said.get("value", ""), shown)
    found: Cell
    match kind:
        case "date":
            found = said.get("date-value", ""), CellKind.DATE
        case "time":
            found = _TIME.sub(_hours, said.get("time-value", "")), CellKind.DATE
        case "boolean":
            found = TRUE if said.get("boolean-value") == "true" else FALSE, None
        case _:
            is_unknown = not kind and "formula" in said and not shown
            text = shown or said.get("string-value", "")
            found = text, CellKind.NO_RESULT if is_unknown else None
    return found


def _pieces(paragraph: Element) -> Iterator[str]:
    yield paragraph.text or ""
    for child in paragraph:
        name = local(child.tag)
        if name == "s":
            yield " " * min(count_in(attributes_of(child), "c"), _MOST_SPACES)
        elif name in _SPACES:
            yield _SPACES[name]
        elif name not in _PASSED_OVER:
            yield from _pieces(child)
        yield child.tail or ""


def _hours(match: re.Match[str]) -> str:
    return f"{int(match[1])}:{int(match[2]):02}"


def _number(written: str, shown: str) -> Cell:
    text = number_text(written)
    is_padded = shown.isascii() and shown.isdigit() and len(shown) > len(text)
    if is_padded and shown.lstrip("0") in {text, text.lstrip("0")}:
        # The zeros in front belong to what everybody sees: nothing is lost.
        return shown, None
    return text, CellKind.NUMBER
