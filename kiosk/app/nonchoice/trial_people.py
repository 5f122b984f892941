"""Whom a rule is tried on, and who stays where they are (domain 6.2)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kiosk.app.exits.standing_exits import helped_with, leaving, standing_exits
from kiosk.app.nonchoice.outlined import count, counted_in
from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.outline import CaseOutline, ServiceOutline
from kiosk.app.ports.record import Record
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.eligibility import offered_services, present_help, reply_deadline
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant, Counted
from kiosk.domain.nonchoice.applying import in_order
from kiosk.domain.nonchoice.minutes import minutes_of
from kiosk.domain.nonchoice.noted import notes_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.stored import restore_queues
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.situations import settled_help


class Tryout(Enum):
    """On whom a rule is tried."""

    LIST = "list"
    """Everybody in a case list; whoever has help there has it from the provider of the list."""
    UNANSWERED = "unanswered"
    """The open cases of the record without an answer that holds; all others stay as they stand."""
    EVERYBODY = "everybody"
    """The open cases of the record as if nobody had help, had answered or had been given one."""


@dataclass(frozen=True, slots=True)
class Stays:
    """A service of somebody whom no rule is tried on; it counts where the shares are counted.

    Attributes:
        provider: Who helps, or is promised to; None for nobody.
        is_new: Whether the person got that provider this year.
    """

    service: ServiceId
    zone: ZoneId
    provider: ProviderId | None
    minutes_per_week: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class TrialPeople:
    """Everybody whom a trial is about.

    Attributes:
        applicants: Whom the rules are applied to, in the order of a run.
        staying: The others.
        standing: What each provider has before the rules, and how far these have come; of all.
    """

    tryout: Tryout
    applicants: tuple[Applicant, ...]
    staying: tuple[Stays, ...]
    standing: Standing


def people_of_list(
    municipality: Municipality, cases: Iterable[Case], state: NonchoiceState, today: date
) -> TrialPeople:
    """Everybody in a case list, each as if there were no answer.

    Args:
        municipality: Of today.
        cases: As the list has them.
        state: Why nobody of them chooses.
        today: The day of the trial.
    """
    applicants: list[Applicant] = []
    staying: list[Stays] = []
    for case in cases:
        if not case.is_open:
            continue
        offered = offered_services(municipality, case, today)
        for granted in case.services:
            present = present_help(municipality, granted)
            since = granted.present_since
            is_new = present is not None and since is not None and since.year == today.year
            if granted in offered:
                made = _applicant(municipality, case, granted, state, present)
                applicants.append(replace(made, counted=Counted(present, is_new)))
            elif present is not None:
                staying.append(_staying(case, granted, Counted(present, is_new)))
    counted = (each.counted for each in applicants if each.counted is not None)
    standing = Standing()
    for applicant, place in zip(applicants, counted, strict=True):
        _count(standing, applicant, place.provider, place.is_new)
    for each in staying:
        _count(standing, each, each.provider, each.is_new)
    return TrialPeople(Tryout.LIST, in_order(applicants), tuple(staying), standing)


def people_of_record(
    municipality: Municipality,
    record: Record,
    state: NonchoiceState,
    today: date,
    tryout: Tryout,
    watch: Watch = ALONE,
) -> TrialPeople:
    """The open cases of the record; languages as the cases name them.

    Args:
        municipality: Of today, with the exits of providers.
        record: Is only read.
        state: Why nobody of them chooses.
        today: The day of the trial.
        tryout: Not of a list.
        watch: Who looks on; is only asked whether to go on.

    Raises:
        CancelledError: ``watch`` said so.
        StorageError: The record could not be read.
    """
    finder = _Finder(municipality, state, today, standing_exits(record), tryout)
    applicants: list[Applicant] = []
    staying: list[Stays] = []
    standing = Standing()
    if tryout is Tryout.UNANSWERED:
        restore_queues(standing, record.queues())
    for outline in record.outlines():
        watch.heed()
        file = record.case_file(outline.reference)
        if tryout is Tryout.UNANSWERED:
            count(outline, today, standing)
        for found in finder.of_case(file, outline):
            if isinstance(found, Stays):
                staying.append(found)
            else:
                applicants.append(found)
    return TrialPeople(tryout, in_order(applicants), tuple(staying), standing)


@dataclass(frozen=True, slots=True)
class _Finder:
    municipality: Municipality
    state: NonchoiceState
    today: date
    exits: Sequence[ProviderExit]
    tryout: Tryout

    def of_case(self, file: CaseFile, outline: CaseOutline) -> Iterator[Applicant | Stays]:
        case = file.case_on(self.today)
        offered = {each.service for each in offered_services(self.municipality, case, self.today)}
        states = {each.service: each for each in file.states}
        outlined = {each.service: each for each in outline.services}
        for granted in case.services:
            state = states.get(granted.service, ServiceState(granted.service))
            if granted.service not in offered:
                yield from self._left(case, granted, outlined[granted.service])
            elif self.tryout is Tryout.EVERYBODY:
                yield _applicant(self.municipality, case, granted, self.state, None)
            else:
                yield self._of_service(file, case, granted, state, outlined[granted.service])

    def _of_service(
        self,
        file: CaseFile,
        case: Case,
        granted: GrantedService,
        state: ServiceState,
        outlined: ServiceOutline,
    ) -> Applicant | Stays:
        counted = counted_in(outlined, self.today)
        helped = helped_with(file, granted, state, self.today)
        exit_ = leaving(helped, self.exits)
        asked_anew = exit_ is not None and not helped.has_spoken_since(exit_)
        if state.answer is not None and state.answer.provider is not None and not asked_anew:
            return _staying(case, granted, counted)
        if exit_ is not None:
            before = helped.help.before(exit_.id).on(self.today)
            granted = replace(granted, present_provider=before)
        present = settled_help(self.municipality, granted)
        made = _applicant(self.municipality, case, granted, self.state, present)
        return replace(made, counted=counted)

    def _left(
        self, case: Case, granted: GrantedService, outlined: ServiceOutline
    ) -> Iterator[Stays]:
        """Whoever has help that cannot be chosen takes room and part in shares all the same."""
        counted = counted_in(outlined, self.today)
        if self.tryout is Tryout.UNANSWERED and counted.provider is not None:
            yield _staying(case, granted, counted)


def _applicant(
    municipality: Municipality,
    case: Case,
    granted: GrantedService,
    state: NonchoiceState,
    present: ProviderId | None,
) -> Applicant:
    known, objects_to = notes_of(granted)
    return Applicant(
        case=case.reference,
        service=granted.service,
        zone=case.zone,
        state=state,
        due=reply_deadline(municipality, granted),
        decided_on=granted.decided_on,
        present=present,
        known=known,
        minutes_per_week=minutes_of(granted.hours_per_week),
        needs=granted.needs,
        language=case.interpreter,
        objects_to=objects_to,
    )


def _staying(case: Case, granted: GrantedService, counted: Counted) -> Stays:
    minutes = minutes_of(granted.hours_per_week)
    return Stays(granted.service, case.zone, counted.provider, minutes, counted.is_new)


def _count(
    standing: Standing, each: Applicant | Stays, provider: ProviderId | None, is_new: bool
) -> None:
    if provider is not None:
        spot = (each.service, each.zone, provider)
        standing.helps(spot, each.minutes_per_week, is_new_this_year=is_new)
