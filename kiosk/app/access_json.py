"""What is stored about a person as JSON, form 1.

The file is UTF-8 and one object:

- ``form``: ``brukervalg-kiosk/access``; ``version``: 1. A later version may add names, and counts
  up when a name changes its meaning.
- ``made_at``, ``municipality`` (its name), ``case`` (the case number).
- ``now``: the case as it stands, with the names of the program's own ``Case``.
- ``events``: everything that is stored about the case, oldest first: ``id``, ``kind``, ``at``,
  ``actor`` (name of a staff member, or ``program``) and ``body`` with what the event holds.

Days are ISO dates, moments ISO with time zone. Names of services and providers are an object with
``nb``, ``nn`` and ``en``. A signature is ``strokes`` of points, each to the right and down in
hundredths of a millimetre, in the order drawn. Secrets that lots were drawn with are left out:
they are not about the person.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from kiosk.app.compose_access import AccessPlan
from kiosk.domain.event import EventBody
from kiosk.domain.later_event import LaterEvent

FORM = "brukervalg-kiosk/access"
VERSION = 1
_SECRETS = frozenset({"seed"})


def access_json(plan: AccessPlan) -> bytes:
    """The file."""
    values = {
        "form": FORM,
        "version": VERSION,
        "made_at": plan.made_at.isoformat(),
        "municipality": plan.municipality.name,
        "case": plan.case.reference,
        "now": _plain(plan.case),
        "events": [
            {
                "id": event.id,
                "kind": event.kind_name,
                "at": event.at.isoformat(),
                "actor": event.actor,
                "body": _body(event.body),
            }
            for event in plan.events
        ],
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _body(body: EventBody) -> Any:
    # What only a newer version can read is the person's all the same, and written out as it is.
    return _plain(json.loads(body.contents) if isinstance(body, LaterEvent) else body)


def _plain(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items() if key not in _SECRETS}
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        names = (each.name for each in fields(value) if each.name not in _SECRETS)
        return {name: _plain(getattr(value, name)) for name in names}
    return _leaf(value)


def _leaf(value: object) -> Any:
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            return value
