"""Places that are waited for: whose turn it is, offers, and what becomes of them (domain 6.4).

Nothing happens by itself: a person confirms every offer, and that one has run out.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.app.interests import concerned_by, interest_objections
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId, ServiceAnswer
from kiosk.domain.consequence import placed
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event, EventBody, PlaceDeclined, PlaceOffered, PlaceTaken
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.provider import Capacity
from kiosk.domain.service import ServiceId
from kiosk.domain.situations import situation_of
from kiosk.domain.staff import StaffRight
from kiosk.domain.waiting import InLine, Spot, Step, Waiting, lines, next_for, room_in, still_waits


@dataclass(frozen=True, slots=True)
class WaitingLists:
    """The lists as they stand today, and what staff do about them."""

    municipality: Municipality
    record: Record
    clock: Clock
    working: WorkingCalendar

    def lists(self) -> tuple[InLine, ...]:
        """Everybody who waits, by service and in the order of the lists; may be empty.

        Without those who wait for a provider that stops: they are asked to choose anew.
        """
        today = self._today()

        def room_at(spot: Spot) -> tuple[Capacity | None, Taken]:
            service, zone, provider = spot
            taken = self.record.taken(service, zone).get(provider, Taken())
            return room_in(self.municipality, spot, today), taken

        waiting = [each for each in self.record.waiting() if self._still_waits(each)]
        return lines(waiting, room_at, today)

    def due(self) -> tuple[InLine, ...]:
        """Those about whom something can be done now: an offer, or the end of one."""
        return tuple(each for each in self.lists() if each.step in {Step.OFFER, Step.EXPIRED})

    def offer(
        self, case: CaseRef, service: ServiceId, event_id: EventId, actor: str
    ) -> PlaceOffered:
        """Offer the next free place to the first in line; the same attempt again stores nothing.

        Raises:
            RefusedError: Nobody may do that, no place is free, or somebody else is the next one.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        earlier = self._earlier(case, event_id)
        if isinstance(earlier, PlaceOffered):
            return earlier
        waiting, answer = self._waiting(case, service, actor)
        if waiting.reply_by is not None:
            date_told = {"date": waiting.reply_by.isoformat()}
            raise RefusedError([Refusal("waiting.offered_already", date_told)])
        following = next_for(self.lists(), waiting.spot)
        if following is None or following.waiting != waiting:
            raise RefusedError([Refusal("waiting.not_next")])
        today, content = self._today(), self.municipality
        offered = PlaceOffered(
            choice_id=waiting.choice,
            service=service,
            provider=waiting.provider,
            offered_on=today,
            reply_by=self._reply_by(today),
            service_name=self._service_name(service, answer),
            provider_name=content.provider(waiting.provider).name,
        )
        self._append(case, event_id, actor, offered)
        return offered

    def take(
        self,
        case: CaseRef,
        service: ServiceId,
        event_id: EventId,
        actor: str,
        *,
        came_on: date | None = None,
    ) -> PlaceTaken:
        """The person takes the place; it begins by the notice rule, counted from the reply.

        An offer that has run out stands until somebody enters that. A start that has passed when
        a reply is entered late is agreed on, as with an answer on paper.

        Args:
            case: Who takes it.
            service: For which service.
            event_id: The same for a repeated attempt.
            actor: Who enters it.
            came_on: Day on which the reply came; None for today.

        Raises:
            RefusedError: Nobody may do that, there is no offer, the provider has left, or no reply
                can have come on that day.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        earlier = self._earlier(case, event_id)
        if isinstance(earlier, PlaceTaken):
            return earlier
        waiting, answer = self._waiting(case, service, actor)
        if not waiting.is_offered:
            raise RefusedError([Refusal("waiting.no_offer")])
        today = self._today()
        if room_in(self.municipality, waiting.spot, today) is None:
            raise RefusedError([Refusal("waiting.provider_left")])
        taken_on = today if came_on is None else came_on
        if taken_on > today:
            raise RefusedError([Refusal("answer.received_ahead")])
        if taken_on < self._offered_on(waiting):
            raise RefusedError([Refusal("waiting.reply_before_offer")])
        taken = PlaceTaken(waiting.choice, taken_on, self._started(case, answer, taken_on))
        self._append(case, event_id, actor, taken)
        return taken

    def decline(
        self,
        case: CaseRef,
        service: ServiceId,
        event_id: EventId,
        actor: str,
        *,
        is_expired: bool = False,
    ) -> PlaceDeclined:
        """The person does not take the place, or has not replied in time.

        Who has not replied goes on waiting, last in line; whether somebody who says no does, is
        the municipality's choice.

        Raises:
            RefusedError: Nobody may do that, there is no offer, or there is time left for a reply.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        earlier = self._earlier(case, event_id)
        if isinstance(earlier, PlaceDeclined):
            return earlier
        waiting, answer = self._waiting(case, service, actor)
        today = self._today()
        if waiting.reply_by is None:
            raise RefusedError([Refusal("waiting.no_offer")])
        if is_expired and waiting.reply_by >= today:
            raise RefusedError([Refusal("waiting.time_left")])
        declined = PlaceDeclined(
            choice_id=waiting.choice,
            service=service,
            provider=waiting.provider,
            declined_on=today,
            is_expired=is_expired,
            stays=is_expired or self.municipality.declined_place_stays,
            service_name=self._service_name(service, answer),
            provider_name=answer.provider_name or LocalText.same(waiting.provider),
        )
        self._append(case, event_id, actor, declined)
        return declined

    def _waiting(
        self, case: CaseRef, service: ServiceId, actor: str
    ) -> tuple[Waiting, ServiceAnswer]:
        """Who waits, and the answer that the place is waited for by."""
        file = self.record.case_file(case)
        refusals = rights_objections(self.record, actor, StaffRight.OFFER_PLACE)
        if not refusals and not file.case.is_open:
            refusals = [Refusal("choice.case_closed")]
        refusals = refusals or interest_objections(
            self.municipality, self.record, actor, file.case, self._today(), concerned_by(file)
        )
        if refusals:
            raise RefusedError(refusals)
        key = (case, service)
        found = (each for each in self.record.waiting() if (each.case, each.service) == key)
        waiting, answer = next(found, None), _answer(file, service)
        if waiting is None or answer is None:
            raise RefusedError([Refusal("waiting.not_waiting")])
        if not self._still_waits(waiting):
            raise RefusedError([Refusal("waiting.provider_left")])
        return waiting, answer

    def _still_waits(self, waiting: Waiting) -> bool:
        return still_waits(self.municipality, waiting, self._today())

    def _offered_on(self, waiting: Waiting) -> date:
        """The day of the offer that stands."""
        bodies = (event.body for _, event in self.record.history(waiting.case))
        offers = [
            each.offered_on
            for each in bodies
            if isinstance(each, PlaceOffered) and each.choice_id == waiting.choice
        ]
        return offers[-1] if offers else date.min

    def _started(self, reference: CaseRef, answer: ServiceAnswer, came_on: date) -> ServiceAnswer:
        today = self._today()
        case = self.record.case_file(reference).case_on(today)
        granted = case.granted(answer.service)
        if granted is None:
            raise RefusedError([Refusal("waiting.not_waiting")])
        situation = situation_of(self.municipality, case, granted, came_on, self.working)
        return placed(answer, replace(situation, full=frozenset(), stored_on=today))

    def _reply_by(self, offered_on: date) -> date:
        """The last day for a reply, a working day; the letter is there some days after today."""
        days = self.municipality.postal_days + self.municipality.place_reply_days
        day = offered_on + timedelta(days=days)
        while not self.working.is_working_day(day):
            day += timedelta(days=1)
        return day

    def _service_name(self, service: ServiceId, answer: ServiceAnswer) -> LocalText:
        return answer.service_name or self.municipality.service(service).name

    def _earlier(self, case: CaseRef, event_id: EventId) -> EventBody | None:
        events = (event for _, event in self.record.history(case) if event.id == event_id)
        return next((event.body for event in events), None)

    def _append(self, case: CaseRef, event_id: EventId, actor: str, body: EventBody) -> None:
        self.record.append([Event(event_id, self.clock.now(), actor, case, body)])

    def _today(self) -> date:
        return self.clock.now().date()


def _answer(file: CaseFile, service: ServiceId) -> ServiceAnswer | None:
    return next((state.answer for state in file.states if state.service == service), None)
