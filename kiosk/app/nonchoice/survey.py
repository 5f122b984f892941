"""One look at every case: who is due, and how much each provider has (domain 6.2)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from kiosk.app.nonchoice.due_nonchoosers import Due, DueNonchoosers, unknown_language
from kiosk.app.ports.record import CaseFile, Record
from kiosk.domain.choice import Outcome
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import minutes_of
from kiosk.domain.nonchoice.standing import Standing, private_of
from kiosk.domain.nonchoice.stored import restore_queues
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
    """

    due: tuple[Due, ...]
    standing: Standing = field(compare=False)
    is_whole: bool = True


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
    restore_queues(standing, record.queues())
    judge = DueNonchoosers(municipality, record, language_code)
    references = sorted(record.case_refs())
    due: list[Due] = []
    for number, reference in enumerate(references):
        if not watch(number, len(references)):
            return Surveyed((), standing, is_whole=False)
        file = record.case_file(reference)
        due.extend(judge.of_case(file, today))
        _count(file, today, standing)
    return Surveyed(tuple(due), standing)


def _count(file: CaseFile, today: date, standing: Standing) -> None:
    """Count a person to whoever helps, or is promised."""
    case = file.case_on(today)
    if not case.is_open:
        return
    for granted in case.services:
        promised, is_new = _promised(file, granted.service, today)
        provider = promised or granted.present_provider
        if provider is not None:
            spot = (granted.service, case.zone, provider)
            minutes = minutes_of(granted.hours_per_week)
            standing.helps(spot, minutes, is_new_this_year=is_new)


def _promised(file: CaseFile, service: ServiceId, today: date) -> tuple[ProviderId | None, bool]:
    """The provider of the answer that holds, and whether it is a new one of this year."""
    state = next((each for each in file.states if each.service == service), None)
    if state is None or state.answer is None or state.answered_on is None:
        return None, False
    answer = state.answer
    if answer.provider is None or answer.waits_for_place:
        return None, False
    moved = answer.previous_provider != answer.provider and answer.outcome is not Outcome.KEEPS
    return answer.provider, moved and state.answered_on.year == today.year
