"""Reads what the commands of CUPS answer in English: queues, states and abilities."""

import re
from collections.abc import Sequence

from kiosk.app.ports.printer import PaperSize, PrinterAbilities, Sides
from kiosk.app.ports.printer_state import PrinterState

_PRINTER = re.compile(r"^printer (?P<name>\S+) (?P<rest>.*)")
_DETAIL = re.compile(r"^\s+(?P<key>Description|Alerts): (?P<text>.*\S)")
_OPTION = re.compile(r"^(?P<key>[^/:\s]+)(?:/(?P<text>[^:]*))?: (?P<choices>.*)")
_CLOSED = re.compile(r"^(?P<name>\S+) not accepting requests", re.MULTILINE)

_SIDES_OPTIONS = frozenset({
    "sides", "duplex", "efduplex", "efduplexing", "kd03duplex", "jclduplex", "arduplex",
})  # fmt: skip
"""Names by which printer descriptions call printing on both sides; CUPS maps the same ones."""

_SIDES_CHOICES = {
    "duplexnotumble": Sides.LONG_EDGE,
    "longedge": Sides.LONG_EDGE,
    "top": Sides.LONG_EDGE,
    "two-sided-long-edge": Sides.LONG_EDGE,
    "duplextumble": Sides.SHORT_EDGE,
    "shortedge": Sides.SHORT_EDGE,
    "bottom": Sides.SHORT_EDGE,
    "two-sided-short-edge": Sides.SHORT_EDGE,
}
_SIZE_OPTIONS = frozenset({"pagesize", "media"})
_SIZE = re.compile(r"(?:iso_)?(?P<size>a[45])(?![0-9])", re.IGNORECASE)
_NOT_FITTED = frozenset({"*False", "*NotInstalled", "*None", "*NotPresent", "*No"})
_FITTED = frozenset({"True", "Installed", "Present", "Yes"})

_REASONS = (
    ("media-jam", PrinterState.JAMMED),
    ("cover-open", PrinterState.OPEN),
    ("door-open", PrinterState.OPEN),
    ("interlock-open", PrinterState.OPEN),
    ("media-empty", PrinterState.NO_PAPER),
    ("media-needed", PrinterState.NO_PAPER),
    ("input-tray-missing", PrinterState.NO_PAPER),
    ("toner-empty", PrinterState.NO_TONER),
    ("marker-supply-empty", PrinterState.NO_TONER),
    ("offline", PrinterState.OFFLINE),
    ("connecting-to-device", PrinterState.OFFLINE),
    ("timed-out", PrinterState.OFFLINE),
    ("shutdown", PrinterState.OFFLINE),
)
"""Keywords of RFC 8011 ``printer-state-reasons``; the one that people must mend first is first."""


def descriptions(answer: str) -> dict[str, str]:
    """Descriptions by queue name from ``lpstat -l -p``; printers without one are left out."""
    return {name: text for name, key, text in _details(answer) if key == "Description"}


def states(answer: str, accepting: str) -> dict[str, PrinterState]:
    """States by queue name; printers that are ready are left out.

    Args:
        answer: Of ``lpstat -l -p``.
        accepting: Of ``lpstat -a``.
    """
    found: dict[str, PrinterState] = {}
    for name, key, text in _details(answer):
        if key == "Alerts" and (state := state_of_reasons(text.split())) is not PrinterState.READY:
            found[name] = state
        elif key == "" and text.startswith("disabled "):
            found[name] = PrinterState.PAUSED
    for closed in closed_queues(accepting):
        found[closed] = PrinterState.CLOSED
    return found


def closed_queues(accepting: str) -> frozenset[str]:
    """Queues that take no documents, from ``lpstat -a``."""
    return frozenset(match["name"] for match in _CLOSED.finditer(accepting))


def abilities(answer: str) -> PrinterAbilities | None:
    """What a printer can do, from ``lpoptions -l``; None where that says nothing.

    A unit for two sides that is listed as not fitted counts, whatever else is offered.
    """
    sides, sizes = {Sides.ONE}, set[PaperSize]()
    tells, has_unit = False, True
    for line in answer.splitlines():
        option = _OPTION.match(line)
        if option is None:
            continue
        tells = True
        key, choices = option["key"].lower(), option["choices"].split()
        if key in _SIDES_OPTIONS:
            plain = (choice.lstrip("*").lower() for choice in choices)
            sides.update(_SIDES_CHOICES[each] for each in plain if each in _SIDES_CHOICES)
        elif key in _SIZE_OPTIONS:
            matches = (_SIZE.match(choice.lstrip("*")) for choice in choices)
            sizes.update(PaperSize(match["size"].upper()) for match in matches if match)
        elif "duplex" in f"{key} {option['text'] or ''}".lower() and _is_unfitted(choices):
            has_unit = False
    if not tells:
        return None
    return PrinterAbilities(frozenset(sides if has_unit else {Sides.ONE}), frozenset(sizes))


def _is_unfitted(choices: list[str]) -> bool:
    return bool(_NOT_FITTED.intersection(choices)) and bool(_FITTED.intersection(choices))


def state_of_reasons(reasons: Sequence[str]) -> PrinterState:
    """What people must mend first, by the keywords of a printer; ``READY`` without a reason."""
    for keyword, state in _REASONS:
        if any(reason.startswith(keyword) for reason in reasons if not reason.endswith("-warning")):
            return state
    is_fault = any(reason.endswith("-error") for reason in reasons)
    return PrinterState.FAULT if is_fault else PrinterState.READY


def _details(answer: str) -> list[tuple[str, str, str]]:
    """Queue name, key and text of each line that matters; the key of a queue's head is empty."""
    found: list[tuple[str, str, str]] = []
    name = ""
    for line in answer.splitlines():
        if head := _PRINTER.match(line):
            name = head["name"]
            found.append((name, "", head["rest"]))
        elif (detail := _DETAIL.match(line)) and name:
            found.append((name, detail["key"], detail["text"]))
    return found
