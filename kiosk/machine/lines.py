"""An event of a public machine as one line of JSON, and back."""

import json
from datetime import date, time

from kiosk.domain.machine_event import CATALOGUE, MachineEvent, MachineEventId, Value
from kiosk.domain.machine_event_about import ABOUT, outcome_of


def line_of(event: MachineEvent) -> str:
    """What stands in the log; without the end of the line."""
    said = {"event": event.id.value, **_when(event), **event.fields}
    return json.dumps(said, ensure_ascii=False)


def full_line_of(event: MachineEvent) -> str:
    """The same with all that is known of its kind, for those who read it elsewhere."""
    about = ABOUT[event.id]
    described = {
        "type": about.type.value,
        "role": about.role.value,
        "outcome": outcome_of(event).value,
        "source": about.source.value,
        "fields": dict(event.fields),
    }
    return json.dumps({"event": event.id.value, **_when(event), **described}, ensure_ascii=False)


def event_in(line: str) -> MachineEvent | None:
    """The event of a line; None where it is torn, or holds what the catalogue does not have."""
    try:
        said = json.loads(line)
        kind = MachineEventId(said["event"])
        fields = {name: _value(said[name]) for name in CATALOGUE[kind]}
        at = time.fromisoformat(said["time"]) if "time" in said else None
        return MachineEvent(kind, date.fromisoformat(said["day"]), fields, at)
    except (ValueError, KeyError, TypeError):
        return None


def _when(event: MachineEvent) -> dict[str, str]:
    when = {"day": event.day.isoformat()}
    if event.at is not None:
        when["time"] = event.at.strftime("%H:%M")
    return when


def _value(written: object) -> Value:
    if isinstance(written, list):
        return tuple(str(each) for each in written)
    if isinstance(written, str | int):
        return written
    raise TypeError
