"""A case as it stands: what is folded from the record, and the filters of the case list."""

from __future__ import annotations  # types alone need most of what is named below

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, TypedDict

from kiosk.domain.delivery import Delivery

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kiosk.domain.allocation_events import WishesNoted
    from kiosk.domain.case import Case, GrantedService
    from kiosk.domain.choice import EventId, Outcome, RecordedChoice, ServiceAnswer
    from kiosk.domain.helping import Help
    from kiosk.domain.nonchoice.silence import Letter
    from kiosk.domain.nonchoice.taken import Taken
    from kiosk.domain.ordering import DealtOrder
    from kiosk.domain.service import ProviderId, ServiceId, ZoneId
    from kiosk.domain.slip_code import SlipCode


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
