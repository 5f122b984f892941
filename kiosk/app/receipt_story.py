"""What became of a receipt: what it corrects, what corrects it, and what was taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.domain.agreeing import agreements
from kiosk.domain.choice import Agreement, EventId, RecordedChoice, Withdrawal
from kiosk.domain.event import ChoiceRecorded, ChoiceWithdrawn, Event, Stored
from kiosk.domain.language import LocalText

Kept = RecordedChoice | Withdrawal


@dataclass(frozen=True, slots=True)
class ReceiptRef:
    """Another receipt of the same case.

    Attributes:
        on: Day on which it was stored.
        services: Names of what it took back; empty for a receipt of answers.
    """

    number: str
    on: date
    services: tuple[LocalText, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiptStory:
    """The other receipts that one receipt has to name.

    Attributes:
        before: What it corrects, or whose answers it takes back; None for answers given then.
        corrected: What holds instead; None while nothing does.
        taken_back: What was taken back of it, oldest first; may be empty.
        agreed: The newest day that was agreed on per service, order of the agreements; may be
            empty.
    """

    before: ReceiptRef | None = None
    corrected: ReceiptRef | None = None
    taken_back: tuple[ReceiptRef, ...] = ()
    agreed: tuple[Agreement, ...] = ()


def story_of(history: Iterable[tuple[Stored, Event]], about: EventId) -> ReceiptStory:
    """The story of one receipt.

    Args:
        history: All events of the case, oldest first.
        about: The event that the receipt tells of.
    """
    events = list(history)
    links = list(_links(events))
    days = {
        each.service: each
        for each in agreements(event for _, event in events)
        if each.choice == about
    }
    kept = {receipt.id: receipt for receipt, _ in links}
    earlier = next((of for receipt, of in links if receipt.id == about), None)
    later = [receipt for receipt, of in links if of == about]
    return ReceiptStory(
        before=_ref(kept[earlier]) if earlier in kept else None,
        corrected=next((_ref(each) for each in later if isinstance(each, RecordedChoice)), None),
        taken_back=tuple(_ref(each) for each in later if isinstance(each, Withdrawal)),
        agreed=tuple(days.values()),
    )


def _links(history: Iterable[tuple[Stored, Event]]) -> Iterator[tuple[Kept, EventId | None]]:
    """Everything with a receipt, and the event that it is about."""
    for place, event in history:
        match event.body:
            case ChoiceRecorded(correction=correction) as body:
                yield body.numbered(place), None if correction is None else correction.choice
            case ChoiceWithdrawn() as body:
                yield body.numbered(place), body.withdrawal.choice
            case _:
                pass


def _ref(kept: Kept) -> ReceiptRef:
    services = kept.services if isinstance(kept, Withdrawal) else ()
    return ReceiptRef(kept.receipt_number, kept.at.date(), tuple(named.name for named in services))
