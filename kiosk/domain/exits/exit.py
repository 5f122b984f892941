"""A provider that stops, for some services in some zones; tells about nobody (domain 6.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kiosk.domain.nonchoice.silence import Patience
from kiosk.domain.notice import NoticeRule, WorkingCalendar, working_day_from
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

PLANNED_DAYS = 56
SHORT_DAYS = 28
LEAST_REPLY_DAYS = 7


class ExitCause(Enum):
    """Why a provider stops; told to staff, never judged."""

    CONTRACT_ENDS = "contract_ends"
    PROVIDER_ENDS_IT = "provider_ends_it"
    WITHDRAWN_FOR_BREACH = "withdrawn_for_breach"
    BANKRUPTCY = "bankruptcy"
    MERGER = "merger"
    MUNICIPALITY_STOPS = "municipality_stops"
    SCHEME_ENDS = "scheme_ends"


class ExitMode(Enum):
    """How much time there is, from the announcement to the last day.

    Attributes:
        PLANNED: Eight weeks or more.
        TIGHT: Less than eight weeks, but four or more: done as a planned one, with a warning to
            staff that letters and reminders fill all the time there is.
        SHORT: Less than four weeks.
        ACUTE: It has stopped already; somebody else helps from today, the choice comes later.
    """

    PLANNED = "planned"
    TIGHT = "tight"
    SHORT = "short"
    ACUTE = "acute"


@dataclass(frozen=True, slots=True)
class ProviderExit:
    """An exit as it was announced.

    Attributes:
        id: Key in the record.
        services, zones: Where it stops; at least one of each, by key.
        announced_on: From this day nobody new comes to it.
        last_day: Last day on which it helps; before ``announced_on`` in an acute exit.
        answer_by: Last day for the new answer of those whom it helps.
        backup: Who takes over where nobody else has been found; None for whoever the
            municipality's rule names until a choice.
    """

    id: str
    provider: ProviderId
    services: tuple[ServiceId, ...]
    zones: tuple[ZoneId, ...]
    announced_on: date
    last_day: date
    cause: ExitCause
    answer_by: date
    backup: ProviderId | None = None

    @property
    def mode(self) -> ExitMode:
        """How much time there is."""
        return mode_of(self.announced_on, self.last_day)

    @property
    def takes_over_on(self) -> date:
        """First day on which somebody else must help."""
        return first_day_without(self.announced_on, self.last_day)

    def covers(self, service: ServiceId, zone: ZoneId) -> bool:
        """Whether it stops with a service in a zone."""
        return service in self.services and zone in self.zones


def mode_of(announced_on: date, last_day: date) -> ExitMode:
    """Which kind of exit it is; the weeks are a judgement, see domain 6.6."""
    days = (last_day - announced_on).days
    if days < 0:
        return ExitMode.ACUTE
    if days < SHORT_DAYS:
        return ExitMode.SHORT
    return ExitMode.TIGHT if days < PLANNED_DAYS else ExitMode.PLANNED


def first_day_without(announced_on: date, last_day: date) -> date:
    """The day after the last one; never in the past, which nobody can change."""
    return max(announced_on, last_day + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """What the last day for a new answer is worked out with.

    Attributes:
        patience: The municipality's.
        notices: Of the services that the exit is about; may be empty.
        working: The Norwegian calendar.
    """

    patience: Patience
    notices: tuple[NoticeRule, ...]
    working: WorkingCalendar

    def answer_by(self, announced_on: date, last_day: date) -> date:
        """Last day for a new answer, a working day.

        As long as the municipality gives for every choice; earlier where the new provider would
        else begin after the last day, but never so that a letter leaves less than a week. A
        service that cannot be in time anyway shortens nobody's time: somebody takes over there.
        """
        arrived = announced_on + timedelta(days=self.patience.postal)
        wished = arrived + timedelta(days=max(self.patience.reply, LEAST_REPLY_DAYS))
        least = self.least_from(announced_on)
        begins_on = first_day_without(announced_on, last_day)
        can = [each for each in self.notices if self._begins_by(begins_on, each, least)]
        day = self._on(wished)
        while day > least and not self._is_good(day, begins_on, can):
            day -= timedelta(days=1)
        return day

    def least_from(self, posted_on: date) -> date:
        """The earliest last day for an answer to a letter that is posted on a day; a working day."""
        return self._on(posted_on + timedelta(days=self.patience.postal + LEAST_REPLY_DAYS))

    def _is_good(self, day: date, begins_on: date, notices: Sequence[NoticeRule]) -> bool:
        return self.working.is_working_day(day) and all(
            self._begins_by(begins_on, each, day) for each in notices
        )

    def _begins_by(self, begins_on: date, notice: NoticeRule, answered_on: date) -> bool:
        start = notice.start_after(answered_on, self.working)
        return start is None or start <= begins_on

    def _on(self, day: date) -> date:
        return working_day_from(day, self.working)
