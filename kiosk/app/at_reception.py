"""What the record knows of the day on which the municipality received a stored choice."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.record import Record
from kiosk.domain.allocation_events import WishesNoted
from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.choice import EventId, RecordedChoice
from kiosk.domain.consequence import Situation
from kiosk.domain.eligibility import offered_services
from kiosk.domain.event import CaseChanged, CaseImported, ChoiceRecorded, Event, Stored
from kiosk.domain.helping import Help, Listed
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.situations import situation_of

History = Sequence[tuple[Stored, Event]]


class Doubt(Enum):
    """What the record does not know of that day.

    Attributes:
        NO_LIST: No case list had named the case yet; the oldest one is taken.
        OTHER_CONTENT: Another version of the content was shown; what today's says of that day is
            taken.
    """

    NO_LIST = "no_list"
    OTHER_CONTENT = "other_content"


@dataclass(frozen=True, slots=True)
class Reception:
    """A stored choice, and what held when it was received.

    Attributes:
        choice: As it was stored, with its receipt number.
        stored_received: Day of reception by the record.
        received: Day that is asked about; the same unless it is being corrected.
        recorded_on: Day on which it was stored first; it was received no later.
        case: Zone, services and who helped on the day, before this choice.
        doubts: What the record does not know; may be empty.
    """

    choice: RecordedChoice
    stored_received: date
    received: date
    recorded_on: date
    case: Case
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether another day is asked about than the one that is stored."""
        return self.received != self.stored_received

    def situations(
        self, municipality: Municipality, working: WorkingCalendar
    ) -> dict[ServiceId, Situation]:
        """What answers are judged against, per service that could be chosen, order of the case."""
        case, day = self.case, self.received
        return {
            granted.service: situation_of(municipality, case, granted, day, working)
            for granted in offered_services(municipality, case, day)
        }

    def offered(self, situation: Situation) -> frozenset[ProviderId]:
        """Providers that could be chosen for a service; on the stored day only those shown."""
        offered = situation.municipality.offered(
            situation.service, situation.zone, situation.received
        )
        shown = self.choice.shown.get(situation.service)
        return offered if self.is_moved or shown is None else offered & frozenset(shown)


def reception_of(
    record: Record,
    municipality: Municipality,
    reference: CaseRef,
    choice: EventId,
    day: date | None = None,
) -> Reception | None:
    """What held when a choice was received.

    Args:
        record: Knows the case.
        municipality: The content of today.
        reference: The case.
        choice: Id of a stored choice of the case.
        day: Another day of reception; None for the stored one.

    Returns:
        None where the case has no such choice.

    Raises:
        NotFoundError: There is no such case.
    """
    history = record.history(reference)
    firsts = _firsts(history)
    place, body = _choice(history, choice)
    if place is None or body is None:
        return None
    told, first, stored = body.numbered(place), firsts[choice], body.received
    received = day or stored
    known = _listed(history, first.id, received)
    file = replace(record.case_file(reference), wishes=_noted(history, first.id))
    case = _with_help(file, known, _before(firsts, choice), received)
    doubts = [
        *([] if known.is_of_that_day else [Doubt.NO_LIST]),
        *([] if first.content_version == municipality.version else [Doubt.OTHER_CONTENT]),
    ]
    case = case if received != stored else _as_told(case, told)
    return Reception(told, stored, received, first.at.date(), case, tuple(doubts))


def _choice(history: History, choice: EventId) -> tuple[Stored, ChoiceRecorded] | tuple[None, None]:
    for place, event in history:
        if event.id == choice and isinstance(event.body, ChoiceRecorded):
            return place, event.body
    return None, None


def _firsts(history: History) -> dict[EventId, RecordedChoice]:
    """Per choice, in the order of storing, the one that was stored before any correction."""
    firsts: dict[EventId, RecordedChoice] = {}
    for _, event in history:
        if isinstance(event.body, ChoiceRecorded):
            corrects = event.body.correction
            firsts[event.id] = event.body.choice if corrects is None else firsts[corrects.choice]
    return firsts


def _before(firsts: Mapping[EventId, RecordedChoice], choice: EventId) -> frozenset[EventId]:
    """Choices that were given before one, also when they were corrected after it."""
    given = [each for each, first in firsts.items() if each == first.id]
    earlier = given[: given.index(firsts[choice].id)]
    return frozenset(each for each, first in firsts.items() if first.id in earlier)


@dataclass(frozen=True, slots=True)
class _Known:
    """The case by the newest list of a day, and since when lists name who helps with what."""

    case: Case
    since: dict[ServiceId, date]
    is_of_that_day: bool


def _listed(history: History, before: EventId, day: date) -> _Known:
    """What lists told before an event, up to a day; the oldest one where none had come."""
    known: _Known | None = None
    for _, event in history:
        if event.id == before:
            break
        if isinstance(event.body, CaseImported | CaseChanged):
            on = event.at.date()
            if known is not None and on > day:
                break
            known = _Known(event.body.case, _since(known, event.body.case, on), on <= day)
    if known is None:
        # A choice is stored for a case that a list has named.
        raise TypeError
    return known


def _noted(history: History, before: EventId) -> dict[ServiceId, WishesNoted]:
    """What was noted for the rule before an event."""
    noted: dict[ServiceId, WishesNoted] = {}
    for _, event in history:
        if event.id == before:
            break
        if isinstance(event.body, WishesNoted):
            noted[event.body.service] = event.body
    return noted


def _since(known: _Known | None, case: Case, on: date) -> dict[ServiceId, date]:
    before = {} if known is None else {each.service: each for each in known.case.services}
    return {
        each.service: known.since[each.service]
        if known is not None
        and each.service in before
        and before[each.service].present_provider == each.present_provider
        else on
        for each in case.services
    }


def _with_help(file: CaseFile, known: _Known, earlier: Container[EventId], day: date) -> Case:
    """The case of a day with those who helped, by the list and by earlier choices."""
    helps = {each.service: _help(file, known, each, earlier, day) for each in known.case.services}
    return replace(file, case=known.case, helps=helps).case_on(day)


def _help(
    file: CaseFile, known: _Known, granted: GrantedService, earlier: Container[EventId], day: date
) -> Help:
    now = file.helps.get(granted.service)
    answers = () if now is None else now.answers
    held = tuple(each for each in answers if each.choice in earlier and each.on <= day)
    taken = () if now is None else now.take_overs
    return Help(Listed(granted.present_provider, known.since[granted.service]), held, taken)


def _as_told(case: Case, choice: RecordedChoice) -> Case:
    """The case with those who helped when a choice was stored, as the choice itself tells."""
    then = {answer.service: answer.previous_provider for answer in choice.answers}
    services = (
        replace(granted, present_provider=then[granted.service], present_since=None)
        if granted.service in then and then[granted.service] != granted.present_provider
        else granted
        for granted in case.services
    )
    return replace(case, services=tuple(services))
