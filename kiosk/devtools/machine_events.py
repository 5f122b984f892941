"""Writes ``docs/machine-events.md`` from the catalogue: ``python -m kiosk.devtools.machine_events``."""

from pathlib import Path

from kiosk.domain.machine_event import CATALOGUE, TIMED, Allowed, FieldKind, MachineEventId
from kiosk.domain.machine_event_about import ABOUT

PAGE = Path(__file__).parents[2] / "docs" / "machine-events.md"
_HEAD = """# What a public machine writes down

Made from `kiosk/domain/machine_event.py` by `python -m kiosk.devtools.machine_events`; a test holds
the two together. Nothing else can be written: a field that is not here, free text, a name, a place on
the screen or a provider that was picked is refused when the event is made.

`machine-log.jsonl` holds sessions and orders by the day. `machine-operation.jsonl` holds what has a
time of day, to the minute, so that no line about a session lies between two times. Both are put away
each month or at 2 MB, and thrown away after 400 days. `kiosk log export --out FILE` writes both with
type, role, outcome and source; `--errors-only` leaves out all but failures.

| event | when | type | role | source | outcome | fields | says |
|---|---|---|---|---|---|---|---|
"""


def catalogue_page() -> str:
    """The page, in Markdown."""
    return _HEAD + "".join(_row(kind) for kind in MachineEventId)


def _row(kind: MachineEventId) -> str:
    about = ABOUT[kind]
    fields = "<br>".join(f"{name}: {_told(allowed)}" for name, allowed in CATALOGUE[kind].items())
    cells = (
        f"`{kind.value}`",
        "minute" if kind in TIMED else "day",
        about.type.value,
        about.role.value,
        about.source.value,
        "by its field" if {"outcome", "why"} & CATALOGUE[kind].keys() else about.outcome.value,
        fields or "none",
        about.says,
    )
    return f"| {' | '.join(cells)} |\n"


def _told(allowed: Allowed) -> str:
    if allowed.kind is FieldKind.WORD:
        return ", ".join(f"`{word}`" for word in sorted(allowed.words))
    return str(allowed.kind.value)


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(catalogue_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
