"""One look at every case: who is due, and how much each provider has (domain 6.2)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.nonchoice.due_nonchoosers import Due, DueNonchoosers, unknown_language
from kiosk.app.ports.record import CaseFile, CaseFilter, Record
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.choice import Outcome
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.minutes import minutes_of
from kiosk.domain.nonchoice.noted import is_meanwhile
from kiosk.domain.nonchoice.standing import Standing, private_of
from kiosk.domain.nonchoice.stored import StoredQueue, restore_queues
from kiosk.domain.service import ProviderId, ServiceId

Progress = Callable[[int, int], bool]
"""Is told how many of how many cases are read, and says whether to go on."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What one look found.

    Attributes:
        due: By case number.
        standing: Of everybody who has help, or is promised a provider, and of the rules.
        is_whole: False where somebody stopped it; then nothing may be built on it.
        queues: How far the rules had come.
        events: How many events were stored when the look began.
    """

    due: tuple[Due, ...]
    standing: Standing = field(compare=False)
    is_whole: bool = True
    queues: tuple[StoredQueue, ...] = ()
    events: int = 0


def survey(
    municipality: Municipality,
    record: Record,
    today: date,
    watch: Progress = lambda _read, _total: True,
    language_code: Callable[[str], str] = unknown_language,
) -> Surveyed:
    """Read every open case once.

    Raises:
        StorageError: The record could not be read.
    """
    kinds = {provider.id: provider.kind for provider in municipality.providers}
    standing = Standing(private=private_of(kinds))
    events, queues = record.event_count, record.queues()
    restore_queues(standing, queues)
    judge, exits = DueNonchoosers(municipality, record, language_code), standing_exits(record)
    references = sorted(record.find_cases("", CaseFilter.ALL, today))
    due: list[Due] = []
    for number, reference in enumerate(references):
        if not watch(number, len(references)):
            return Surveyed((), standing, is_whole=False)
        file = record.case_file(reference)
        case = file.case_on(today)
        due.extend(judge.of_known(file, case, today, exits))
        _count(file, case, today, standing)
    return Surveyed(tuple(due), standing, queues=queues, events=events)


def _count(file: CaseFile, case: Case, today: date, standing: Standing) -> None:
    """Count a person to whoever helps, or is promised."""
    if not case.is_open:
        return
    for granted in case.services:
        waited_for = _waited_for(file, granted.service)
        if waited_for is not None:
            spot = (granted.service, case.zone, waited_for)
            standing.waits(spot, minutes_of(granted.hours_per_week))
        help_ = file.helps.get(granted.service)
        provider = granted.present_provider if help_ is None else help_.counted_to
        # Whoever waits for the rule is counted when it has been applied.
        if provider is not None and not (is_meanwhile(granted) and _is_open(file, granted)):
            is_new = _is_new(file, granted, provider, today)
            spot = (granted.service, case.zone, provider)
            minutes = minutes_of(granted.hours_per_week)
            standing.helps(spot, minutes, is_new_this_year=is_new)


def _is_open(file: CaseFile, granted: GrantedService) -> bool:
    state = next((each for each in file.states if each.service == granted.service), None)
    return state is None or state.answer is None or state.answer.provider is None


def _waited_for(file: CaseFile, service: ServiceId) -> ProviderId | None:
    """Whose place the person waits for."""
    answers = (state.answer for state in file.states if state.service == service)
    answer = next(answers, None)
    return None if answer is None or not answer.waits_for_place else answer.provider


def _is_new(file: CaseFile, granted: GrantedService, provider: ProviderId, today: date) -> bool:
    """Whether the person got the provider this year, by the answer that holds or by the list."""
    state = next((each for each in file.states if each.service == granted.service), None)
    if state is None or state.answer is None or state.answered_on is None:
        since = granted.present_since
        is_listed = granted.present_provider == provider
        return is_listed and since is not None and since.year == today.year
    answer = state.answer
    if answer.provider != provider or answer.waits_for_place:
        return False
    moved = answer.previous_provider != answer.provider and answer.outcome is not Outcome.KEEPS
    return moved and state.answered_on.year == today.year
