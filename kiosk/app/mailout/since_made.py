"""What has happened to somebody since the letter was made that lies there."""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.app.mailout.choose_recipients import CHANGES_THE_WAY
from kiosk.app.mailout.known_batch import KnownBatch
from kiosk.app.ports.record import Record
from kiosk.domain.allocation_events import LetterReturned
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError
from kiosk.domain.event import CaseChanged, ChoiceRecorded, EventBody, LetterProduced
from kiosk.domain.mail_events import NotPosted


class Changed(Enum):
    """What is worth a look before a letter is posted; it can be posted all the same."""

    ADDRESS = "address"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class SinceMade:
    """The letters of a batch, judged by what holds now.

    Attributes:
        barred: Letters that must not be posted, with the reason.
        changed: Numbers of other letters that are worth a look, by what has changed.
    """

    barred: dict[CaseRef, NotPosted] = field(default_factory=dict)
    changed: dict[Changed, set[int]] = field(default_factory=dict)


def since_made(record: Record, known: KnownBatch) -> SinceMade:
    """Look at every letter of a batch.

    Raises:
        StorageError: The record could not be read.
    """
    since = SinceMade()
    for case, letter in known.made.items():
        happened = _happened(record, case, known.key)
        why = _barred(record, case, happened)
        if why is not None:
            since.barred[case] = why
            continue
        for what in Changed:
            if any(_is(body, what) for body in happened):
                since.changed.setdefault(what, set()).add(letter.number)
    return since


def _barred(record: Record, case: CaseRef, happened: list[EventBody]) -> NotPosted | None:
    try:
        now = record.case_file(case).case
    except NotFoundError:
        return NotPosted.CLOSED
    if not now.is_open:
        return NotPosted.CLOSED
    if now.is_address_protected:
        return NotPosted.PROTECTED
    came_back = any(isinstance(body, LetterReturned) for body in happened)
    return NotPosted.RETURNED if came_back else None


def _is(body: EventBody, what: Changed) -> bool:
    match body, what:
        case CaseChanged(fields=fields), Changed.ADDRESS:
            return bool(CHANGES_THE_WAY & set(fields))
        case ChoiceRecorded(), Changed.ANSWERED:
            return True
        case _:
            return False


def _happened(record: Record, case: CaseRef, batch: str) -> list[EventBody]:
    """What was stored about a case after its letter."""
    bodies = [event.body for _, event in record.history(case)]
    places = [
        place
        for place, body in enumerate(bodies)
        if isinstance(body, LetterProduced) and body.batch == batch
    ]
    return bodies[places[-1] + 1 :] if places else []
