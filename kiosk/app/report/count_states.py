"""How many people stand in every state of the choice; no two states are ever merged (domain 6.3).

A person who expressly wants the municipality's own provider is counted with those who chose it,
never with those who did not choose.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kiosk.app.exits.standing_exits import helped_with, leaving, standing_exits
from kiosk.app.nonchoice.letters_about import letters_about
from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.record import Record
from kiosk.domain.allocation_events import Step, StepsTaken
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.choice import Outcome
from kiosk.domain.eligibility import reason_against, reply_deadline
from kiosk.domain.event import RunOpened
from kiosk.domain.exits.affected import silent_as
from kiosk.domain.exits.asking import reached_after
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.silence import Reach, asking_about, reached
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

Progress = Callable[[int, int], bool]
"""Is told how many of how many cases are read, and says whether to go on."""


class State(Enum):
    """Where a service of a person stands; one for each outcome, and one for the open ones.

    Attributes:
        WAITING: Nobody has answered, and there is still time, or no letter has reached the person.
        NO_REPLY: The deadline and that of the reminder have passed, or the rule was applied since.
    """

    CHOSEN = "chosen"
    KEEPS = "keeps"
    DOES_NOT_WISH = "does_not_wish"
    CANNOT = "cannot"
    NO_REPLY = "no_reply"
    NOT_OFFERED = "not_offered"
    POSTPONED = "postponed"
    WAITING = "waiting"


Spot = tuple[ServiceId, ZoneId]
Group = tuple[State, ProviderId | None]
"""A state; with the provider for those who chose one."""


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day; None for no bound."""

    first: date | None = None
    last: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has no bounds."""
        return self.first is None and self.last is None

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        begun = self.first is None or self.first <= day
        return begun and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Counted:
    """People, one for every service of a case.

    Attributes:
        states: Per service and zone, in every state.
        ways: Per service and zone, how a rule settled it for those whom it gave a provider.
        is_whole: False where somebody stopped it; then nothing may be told.
    """

    states: dict[Spot, Counter[Group]] = field(default_factory=dict)
    ways: dict[Spot, Counter[Way]] = field(default_factory=dict)
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class CountStates:
    """Counts everybody in the record."""

    municipality: Municipality
    record: Record

    def count(
        self,
        today: date,
        period: Period = Period(),
        watch: Progress = lambda _read, _total: True,
    ) -> Counted:
        """Read every case once.

        Args:
            today: Silence is judged on this day.
            period: Without bounds, open cases are counted as they stand. With them, everybody whose
                state began in the period is: by the day on which an answer was received, else by
                the day of the decision; closed cases too.
            watch: Who looks on.

        Raises:
            StorageError: The record could not be read.
        """
        counted = Counted()
        references, exits = sorted(self.record.case_refs()), standing_exits(self.record)
        for number, reference in enumerate(references):
            if not watch(number, len(references)):
                return Counted(is_whole=False)
            file = self.record.case_file(reference)
            for spot, group in self._of_case(file, today, period, exits):
                counted.states.setdefault(spot, Counter())[group] += 1
        for step in self._steps(period):
            if step.way is not None and step.provider is not None:
                counted.ways.setdefault((step.service, step.zone), Counter())[step.way] += 1
        return counted

    def _of_case(
        self, file: CaseFile, today: date, period: Period, exits: Sequence[ProviderExit]
    ) -> Iterator[tuple[Spot, Group]]:
        case = file.case
        if period.is_open and not case.is_open:
            return
        states = {state.service: state for state in file.states}
        for granted in case.services:
            state = states.get(granted.service, ServiceState(granted.service))
            if period.holds(state.answered_on or granted.decided_on):
                stopped = self._after_exit(file, granted, state, today, exits)
                group = stopped or self._group(file, case, granted, state, today)
                yield (granted.service, case.zone), group

    def _group(
        self,
        file: CaseFile,
        case: Case,
        granted: GrantedService,
        state: ServiceState,
        today: date,
    ) -> Group:
        if state.outcome is not None:
            chosen = None if state.answer is None else state.answer.provider
            is_choice = state.outcome is Outcome.CHOSEN
            return _OF_OUTCOME[state.outcome], chosen if is_choice else None
        if reason_against(self.municipality, case, granted.service, today) is not None:
            return State.NOT_OFFERED, None
        return (State.NO_REPLY if self._is_silent(file, granted, today) else State.WAITING), None

    def _after_exit(
        self,
        file: CaseFile,
        granted: GrantedService,
        state: ServiceState,
        today: date,
        exits: Sequence[ProviderExit],
    ) -> Group | None:
        """Where somebody stands whose provider has stopped, as the work list judges it.

        None where no exit concerns the person, and for who still has the provider that stops.
        """
        helped = helped_with(file, granted, state, today)
        exit_ = leaving(helped, exits)
        if exit_ is None or helped.has_spoken_since(exit_):
            return None
        if reason_against(self.municipality, file.case, granted.service, today) is not None:
            return None
        letters = asking_about(file.letters, granted.service)
        where = reached_after(letters, exit_, self.municipality.patience, today)
        if where.reach is Reach.SILENT:
            return _OF_SILENCE[silent_as(state.outcome)], None
        return (State.WAITING, None) if today >= exit_.takes_over_on else None

    def _is_silent(self, file: CaseFile, granted: GrantedService, today: date) -> bool:
        letters = letters_about(self.record, file, granted)
        deadline = reply_deadline(self.municipality, granted)
        where = reached(letters, deadline, self.municipality.patience, today)
        return where.reach is Reach.SILENT

    def _steps(self, period: Period) -> Iterable[Step]:
        """What runs of the rules gave in the period; tells about nobody."""
        for run in self.record.runs():
            bodies = [event.body for event in self.record.run(run)]
            days = (body.on for body in bodies if isinstance(body, RunOpened))
            if period.holds(next(days, date.min)):
                for body in bodies:
                    if isinstance(body, StepsTaken):
                        yield from body.steps


_OF_SILENCE = {
    NonchoiceState.NO_REPLY: State.NO_REPLY,
    NonchoiceState.DOES_NOT_WISH: State.DOES_NOT_WISH,
    NonchoiceState.CANNOT: State.CANNOT,
}

_OF_OUTCOME = {
    Outcome.CHOSEN: State.CHOSEN,
    Outcome.KEEPS: State.KEEPS,
    Outcome.DOES_NOT_WISH: State.DOES_NOT_WISH,
    Outcome.CANNOT: State.CANNOT,
    Outcome.NO_REPLY: State.NO_REPLY,
    Outcome.NOT_OFFERED: State.NOT_OFFERED,
    Outcome.POSTPONED: State.POSTPONED,
}
