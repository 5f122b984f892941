"""The record as the use cases see it: events in, cases as they stand out."""

from __future__ import annotations  # most of what is named below is needed by types alone

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Protocol, TypedDict

from kiosk.domain.delivery import Delivery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from kiosk.app.ports.content import Offering
    from kiosk.app.ports.outline import CaseOutline
    from kiosk.domain.allocation_events import WishesNoted
    from kiosk.domain.case import Case, CaseRef, GrantedService
    from kiosk.domain.choice import EventId, Outcome, RecordedChoice, ServiceAnswer, Withdrawal
    from kiosk.domain.event import Event, Stored
    from kiosk.domain.helping import Help
    from kiosk.domain.nonchoice.silence import Letter
    from kiosk.domain.nonchoice.stored import StoredQueue
    from kiosk.domain.nonchoice.taken import Taken
    from kiosk.domain.ordering import Block, DealtOrder
    from kiosk.domain.record_events import RecordBound
    from kiosk.domain.service import ProviderId, ServiceId, ZoneId
    from kiosk.domain.slip_code import SlipCode
    from kiosk.domain.soundness import Damage
    from kiosk.domain.staff import StaffEntry, StaffMember
    from kiosk.domain.waiting import Waiting


class CaseFilter(Enum):
    """The filters of the case list."""

    ALL = "all"
    WAITING = "waiting"
    POSTPONED = "postponed"
    DUE_THIS_WEEK = "due_this_week"
    UNFINISHED = "unfinished"
    UNDELIVERED = "undelivered"
    DONE = "done"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ServiceState:
    """Where one service of a case stands.

    Attributes:
        outcome: None for an open service; NOT_OFFERED is worked out, never stored here.
        answer: The answer that holds, after later ones, corrections and withdrawals.
        answered_on: Day on which the municipality received it.
    """

    service: ServiceId
    outcome: Outcome | None = None
    answer: ServiceAnswer | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with everything folded from the record.

    Attributes:
        states: One per granted service, order of the case.
        order: The order of providers dealt to this case; None before the first presentation.
        note_pending_for: The oldest stored choice whose information note is still missing.
        choice: The choice that was stored last, a correction too; None without one.
        helps: Per granted service what is stored about who helps.
        delivery: How far the case has come on its way to the case system.
        letters: Letters that were posted to the person, oldest first.
        wishes: What was noted last for the rule, per service.
        taken: How much others have of the providers' room, per granted service and zone.
        slip_code: By which reply slips name the case; None before one was dealt.
        unclear: Per service the day on which a slip came that nobody can read, until there is an
            answer.
        asked_again: Days on which the office asked the person again, in the order of the notes.
    """

    case: Case
    states: tuple[ServiceState, ...]
    order: DealtOrder | None = None
    note_pending_for: EventId | None = None
    choice: RecordedChoice | None = None
    helps: Mapping[ServiceId, Help] = field(default_factory=dict)
    delivery: Delivery = field(default_factory=Delivery)
    letters: tuple[Letter, ...] = ()
    wishes: Mapping[ServiceId, WishesNoted] = field(default_factory=dict)
    taken: Mapping[tuple[ServiceId, ZoneId], Mapping[ProviderId, Taken]] = field(
        default_factory=dict
    )
    slip_code: SlipCode | None = None
    unclear: Mapping[ServiceId, date] = field(default_factory=dict)
    asked_again: tuple[date, ...] = ()

    def case_on(self, day: date) -> Case:
        """The case with those who help on a day, by the list and by the stored answers.

        Services know what was noted of them for the rule, and which places are taken.
        """
        services = (replace(item, **self._help(item, day)) for item in self.case.services)
        return replace(self.case, services=tuple(self._noted(item, day) for item in services))

    def _noted(self, granted: GrantedService, day: date) -> GrantedService:
        noted = self.wishes.get(granted.service)
        taken = self.taken.get((granted.service, self.case.zone))
        help_ = self.helps.get(granted.service)
        is_only_meanwhile = help_ is not None and help_.is_meanwhile(day)
        stopped = None if help_ is None else help_.stopped_on(day)
        given = self._given(granted.service)
        nothing = noted is None and not taken and not is_only_meanwhile
        if nothing and stopped is None and given is None:
            return granted
        # Slow to import; a case that nothing was noted of needs none of it.
        from kiosk.domain.nonchoice.noted import (  # noqa: PLC0415
            as_given,
            as_meanwhile,
            as_stood_in,
            with_notes,
            with_taken,
        )

        if noted is not None:
            granted = with_notes(granted, noted.known, frozenset(noted.objects_to))
        if is_only_meanwhile:
            granted = as_meanwhile(granted)
        if stopped is not None:
            granted = as_stood_in(granted, stopped)
        if given is not None:
            granted = as_given(granted, given)
        return with_taken(granted, taken or {})

    def _given(self, service: ServiceId) -> ServiceAnswer | None:
        """The answer that holds, where a rule gave its provider."""
        answers = (each.answer for each in self.states if each.service == service)
        answer = next(answers, None)
        is_given = answer is not None and answer.rule and answer.provider is not None
        return answer if is_given else None

    def _help(self, granted: GrantedService, day: date) -> _Present:
        who = self.helps[granted.service].on(day) if granted.service in self.helps else None
        is_listed = granted.service not in self.helps or who == granted.present_provider
        return {} if is_listed else {"present_provider": who, "present_since": None}


class _Present(TypedDict, total=False):
    present_provider: ProviderId | None
    present_since: date | None


class Record(Protocol):
    """The record: append-only events, and the documents folded from them.

    Values handed out are the caller's own; changing them changes nothing here. Safe to call from
    any thread.
    """

    @property
    def device(self) -> str:
        """Id of this machine in the record."""
        ...

    @property
    def signed_by(self) -> str:
        """Fingerprint of the key that signs the record; empty where nothing is signed."""
        ...

    @property
    def damage(self) -> Damage | None:
        """What does not fit in the record; it can be read then, and not be written to."""
        ...

    @property
    def keys_destroyed_again(self) -> int:
        """How many keys that a disposal had destroyed were back, and were destroyed once more."""
        ...

    @property
    def has_older_slots(self) -> bool:
        """Whether a passphrase or another way to open it is back that was replaced or removed."""
        ...

    @property
    def later_events(self) -> int:
        """How many events a newer version stored; they are kept, and this one cannot read them."""
        ...

    @property
    def bound_to(self) -> RecordBound | None:
        """Whose the record is; None before a content pack opened it."""
        ...

    def check_some(self) -> bool:
        """Check a part of what the opening did not read; whether some is left.

        What does not fit is ``damage`` from then on.
        """
        ...

    @property
    def last_at(self) -> datetime | None:
        """When the last event was stored that this machine had stored before the opening.

        None without one, and where it was erased.
        """
        ...

    def append(self, events: Sequence[Event]) -> tuple[Stored, ...]:
        """Store all events durably, or none.

        An event whose id is stored already is skipped, and its first place is returned.

        Raises:
            StorageError: Nothing was stored; with ``UNSURE`` that is not known.
        """
        ...

    @property
    def event_count(self) -> int:
        """How many events are stored; another number tells that something came in."""
        ...

    def append_at(self, count: int, events: Sequence[Event]) -> bool:
        """Store all events durably, or none, unless something came in since somebody looked.

        Args:
            count: How many events were stored then.
            events: What follows from what was seen.

        Returns:
            Whether they were stored.

        Raises:
            StorageError: As ``append``.
        """
        ...

    def fingerprint(self, text: str) -> bytes:
        """The same text always gives the same bytes, which tell nothing without the record."""
        ...

    def dispose(
        self,
        cases: Sequence[CaseRef],
        event_id: EventId,
        tell: Callable[[tuple[Stored, ...]], Event],
    ) -> Event:
        """Dispose of cases for good, and store the event that tells of it.

        Args:
            cases: At least one.
            event_id: Id of that event.
            tell: Makes the event; gets every place that will be erased.

        Returns:
            The event.

        Raises:
            StorageError: Nothing was disposed of; or, once the event is stored, what is left is
                done at the next opening.
        """
        ...

    def queues(self) -> tuple[StoredQueue, ...]:
        """How far the rules for non-choosers have come, by rule, service and zone."""
        ...

    def taken(self, service: ServiceId, zone: ZoneId) -> Mapping[ProviderId, Taken]:
        """How much of each provider's room in a zone is spoken for; without those nobody has."""
        ...

    def waiting(self) -> tuple[Waiting, ...]:
        """Everybody who waits for a place, by service and in the order of the lists."""
        ...

    def runs(self) -> tuple[str, ...]:
        """Keys of the runs of these rules, oldest first; may be empty."""
        ...

    def run(self, run: str) -> tuple[Event, ...]:
        """The events of a run, oldest first; those of cases that were disposed of are gone.

        Raises:
            NotFoundError: There is no such run.
        """
        ...

    def batches(self) -> tuple[str, ...]:
        """Keys of the batches of letters, oldest first; may be empty."""
        ...

    def batch(self, batch: str) -> tuple[Event, ...]:
        """The events of a batch, oldest first; those of cases that were disposed of are gone.

        Raises:
            NotFoundError: There is no such batch.
        """
        ...

    def disposals(self) -> tuple[Event, ...]:
        """Every event that tells of a disposal, oldest first; may be empty."""
        ...

    def exits(self) -> tuple[Event, ...]:
        """Every event that tells of a provider that stops, or goes on after all, oldest first."""
        ...

    def explained_headings(self) -> tuple[Event, ...]:
        """Every event that tells what headings of case lists mean, oldest first; may be empty."""
        ...

    def history(self, case: CaseRef) -> tuple[tuple[Stored, Event], ...]:
        """All events of a case, oldest first; may be empty."""
        ...

    def case_file(self, case: CaseRef) -> CaseFile:
        """The case as it stands.

        Raises:
            NotFoundError: There is no such case.
        """
        ...

    def outlines(self) -> Iterator[CaseOutline]:
        """Every open case in outline, by case number, all as they stood at the same moment."""
        ...

    def is_delivered(self, case: CaseRef) -> bool:
        """Whether the case system has everything of a case; also where nothing was to deliver.

        A visit whose note is missing is not seen here: see ``CaseFile.note_pending_for``.
        """
        ...

    def find_cases(self, text: str, filter_: CaseFilter, today: date) -> tuple[CaseRef, ...]:
        """Cases whose name, case number or zone holds ``text``, earliest deadline first.

        Closed cases are found by ``CaseFilter.CLOSED`` and ``CaseFilter.UNDELIVERED`` only. Empty
        text finds all.
        """
        ...

    def take_in_offering(self, offering: Offering) -> None:
        """From now on this can be chosen, for the lists of cases.

        What the record itself tells, such as that a provider has stopped, changes it.
        """
        ...

    def count_cases(self, filter_: CaseFilter, today: date) -> int:
        """How many cases a filter holds."""
        ...

    def case_refs(self) -> frozenset[CaseRef]:
        """Every known case, closed ones too."""
        ...

    def case_of_slip(self, code: SlipCode) -> CaseRef:
        """Whom a reply slip is about.

        Raises:
            NotFoundError: No case has this code.
        """
        ...

    def receipt_by_number(self, number: str) -> RecordedChoice | Withdrawal:
        """What was stored under a receipt number, with that number.

        Raises:
            NotFoundError: There is no such receipt.
        """
        ...

    def receipt_mark(self, number: str) -> str:
        """The mark that every copy of a receipt bears; it proves that the record is the same.

        Raises:
            NotFoundError: There is no such receipt.
        """
        ...

    def open_block(self, providers: frozenset[ProviderId]) -> tuple[Block, int] | None:
        """The newest block of exactly this set and how many of its rows are dealt.

        None once that block is closed.
        """
        ...

    def open_blocks(self) -> tuple[tuple[Block, int], ...]:
        """The newest block of every set, without closed ones, and how many rows are dealt."""
        ...

    def staff(self) -> tuple[StaffMember, ...]:
        """Those who can sign in, by name; may be empty."""
        ...

    def staff_entries(self) -> tuple[StaffEntry, ...]:
        """All who could ever sign in, by name; may be empty."""
        ...

    def failed_tries(self, name: str) -> tuple[int, datetime | None]:
        """Wrong codes since the last right or new one, and when the last came."""
        ...
