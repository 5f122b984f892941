"""One look at every case: who is due, and how much each provider has (domain 6.2)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.nonchoice.due_nonchoosers import Due, DueNonchoosers, unknown_language
from kiosk.app.nonchoice.outlined import as_counted, count, may_be_due
from kiosk.app.ports.case_file import CaseFilter
from kiosk.app.ports.record import Record
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.standing import Standing, private_of
from kiosk.domain.nonchoice.stored import StoredQueue, restore_queues

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
    """Look at every open case once, and read those about which something may be due.

    Raises:
        StorageError: The record could not be read.
    """
    kinds = {provider.id: provider.kind for provider in municipality.providers}
    standing = Standing(private=private_of(kinds))
    events, queues = record.event_count, record.queues()
    restore_queues(standing, queues)
    judge, exits = DueNonchoosers(municipality, record, language_code), standing_exits(record)
    total = record.count_cases(CaseFilter.ALL, today)
    due: list[Due] = []
    for number, outline in enumerate(record.outlines()):
        if not watch(number, total):
            return Surveyed((), standing, is_whole=False)
        count(outline, today, standing)
        if may_be_due(outline, municipality, exits, today):
            file = record.case_file(outline.reference)
            found = judge.of_known(file, file.case_on(today), today, exits)
            due.extend(as_counted(each, outline, today) for each in found)
    return Surveyed(tuple(due), standing, queues=queues, events=events)
