"""One case for the case system as JSON, form 1.

The file ``sak.json`` is UTF-8 and one object:

- ``form``: ``brukervalg-kiosk/delivery``; ``version``: 1. A later version may add names, and counts
  up when a name changes its meaning.
- ``delivery``: ``run`` (name of the folder) and ``made_at``.
- ``case``: ``number`` in the case system, ``name`` of the person. Nothing else of the person stands
  here: the case system knows it, and is the master.
- ``municipality``: its name.
- ``documents``: one per file beside this one: ``file``, ``event`` (its id), and ``metadata``, the
  six of arkivforskrifta § 15 (FOR-2025-12-17-2647): ``document_id``, ``context`` (case number and
  activity), ``title`` (free of personal data), ``sender`` and ``recipient``, ``date`` of the
  document, ``registered_at``.
- ``events``: what happened, oldest first; ``delivery_event_json`` tells what each holds.

Days are ISO dates, moments ISO with time zone. Names of services and providers are an object with
``nb``, ``nn`` and ``en``, as they were called that day.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.app.delivery_event_json import Json, event_json
from kiosk.domain.event import Event, Stored

FORM = "brukervalg-kiosk/delivery"
VERSION = 1
ACTIVITY = "fritt brukervalg"


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """A document beside the JSON, with the metadata of arkivforskrifta § 15.

    Attributes:
        name: Of the file; never a name of a person or a case number.
        content: The whole file.
        event: The event that it tells of.
        document_id: Receipt number, or the id of the event.
        title: Free of personal data.
        dated: Date of the document; ``registered_at`` is when it was stored.
    """

    name: str
    content: bytes
    event: str
    document_id: str
    title: str
    sender: str
    recipient: str
    dated: date
    registered_at: datetime


@dataclass(frozen=True, slots=True)
class DeliveredCase:
    """What stands in the JSON of a case.

    Attributes:
        mark_of: Control mark of a receipt number.
    """

    run: str
    made_at: datetime
    number: str
    person: str
    municipality: str
    files: Sequence[DeliveredFile]
    events: Sequence[tuple[Stored, Event]]
    mark_of: Callable[[str], str]


def case_json(case: DeliveredCase) -> bytes:
    """The file of a case; the same case gives the same bytes.

    Raises:
        StorageError: A control mark could not be read.
    """
    value = {
        "form": FORM,
        "version": VERSION,
        "delivery": {"run": case.run, "made_at": case.made_at.isoformat()},
        "case": {"number": case.number, "name": case.person},
        "municipality": case.municipality,
        "documents": [_document(file, case.number) for file in case.files],
        "events": [event_json(place, event, case.mark_of) for place, event in case.events],
    }
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _document(file: DeliveredFile, number: str) -> Json:
    return {
        "file": file.name,
        "event": file.event,
        "metadata": {
            "document_id": file.document_id,
            "context": {"case": number, "activity": ACTIVITY},
            "title": file.title,
            "sender": file.sender,
            "recipient": file.recipient,
            "date": file.dated.isoformat(),
            "registered_at": file.registered_at.isoformat(),
        },
    }
