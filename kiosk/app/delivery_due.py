"""What the case system and the providers have to hear of one case."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.record import Record
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.delivery_events import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event, Stored
from kiosk.domain.start_stop import Change, Turn, answers_after, changes, take_overs_after, turns

_Ids = frozenset[EventId]


@dataclass(frozen=True, slots=True)
class Due:
    """What is delivered of a case.

    Attributes:
        events: With their places, oldest first; at least one.
        history: All events of the case, for what the delivered ones refer to.
        changes: What there is to hear for providers; may be empty.
        turns: All starts and stops, as they stand and as they were told.
    """

    case: Case
    events: tuple[tuple[Stored, Event], ...]
    history: tuple[tuple[Stored, Event], ...]
    changes: tuple[Change, ...]
    turns: frozenset[Turn]

    @property
    def covers(self) -> tuple[EventId, ...]:
        """Ids of the delivered events."""
        return tuple(event.id for _, event in self.events)


def due_of(record: Record, reference: CaseRef, *, again: bool = False) -> Due:
    """What is not delivered of a case.

    Args:
        record: Where the case is.
        reference: Which case.
        again: Whether the last delivery is repeated as well.

    Raises:
        NotFoundError: There is no such case.
        RefusedError: Nothing of the case can be delivered.
        StorageError: The case could not be read.
    """
    file = record.case_file(reference)
    history = record.history(reference)
    heard = _heard((event for _, event in history), again=again)
    wanted = frozenset(file.delivery.waiting) | (heard.last if again else frozenset())
    covered = tuple((place, event) for place, event in history if event.id in wanted)
    if not covered:
        raise RefusedError([Refusal("choice.nothing_to_deliver")])

    def turns_after(known: _Ids) -> frozenset[Turn]:
        return _turns(file, (event for _, event in history if event.id in known))

    told = [turns_after(heard.before | ids) for ids in heard.maybe]
    before = turns_after(heard.before)
    now, maybe = turns_after(heard.before | wanted), before.union(*told)
    found = changes(now, before, maybe)
    return Due(file.case, covered, history, _of_open_case(file.case, found), now | maybe)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What reached somebody.

    Attributes:
        before: Events of deliveries that succeeded; without the last one when it is repeated.
        last: Events of the last delivery that succeeded.
        maybe: Events per delivery that may have reached somebody after ``before``; the last one
            is among them when it is repeated.
    """

    before: _Ids = frozenset()
    last: _Ids = frozenset()
    maybe: tuple[_Ids, ...] = ()


def _heard(history: Iterable[Event], *, again: bool) -> _Heard:
    delivered: list[_Ids] = []
    begun: dict[str, _Ids] = {}
    for event in history:
        match event.body:
            case DeliveryBegun(run, covers):
                begun[run] = frozenset(covers)
            case DeliveryFailed(run):
                begun.pop(run, None)
            case CaseDelivered(_, covers):
                delivered.append(frozenset(covers))
            case _:
                pass
    last: _Ids = delivered[-1] if delivered else frozenset()
    before = frozenset[EventId]().union(*(delivered[:-1] if again else delivered))
    return _Heard(before, last, tuple(ids for ids in begun.values() if not ids <= before))


def _turns(file: CaseFile, events: Iterable[Event]) -> frozenset[Turn]:
    known = tuple(events)
    answers, taken = answers_after(known), take_overs_after(known)
    return turns(
        {
            service: replace(
                each, answers=answers.get(service, ()), take_overs=taken.get(service, ())
            )
            for service, each in file.helps.items()
        }
    )


def _of_open_case(case: Case, found: tuple[Change, ...]) -> tuple[Change, ...]:
    """For a closed case nobody starts or stops by an answer; what was cancelled still is."""
    if case.is_open:
        return found
    return tuple(change for change in found if change.is_cancelled and change.turn.is_start)
