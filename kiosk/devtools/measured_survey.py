"""How fast a look at every case is, against reading each of them.

The record is that of a municipality some months after its start: most people have chosen, some are
waited for, and about one in twenty is ready for the rule. All of them are invented.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers
from kiosk.app.nonchoice.outlined import count, outline_of
from kiosk.app.nonchoice.survey import survey
from kiosk.bootstrap.packs import open_municipality
from kiosk.devtools.torture.invented import OFFICER, Inventor
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.choice import EventId
from kiosk.domain.event import CaseImported, ChoiceRecorded, Event, EventBody
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.standing import Standing
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.ledger_record import open_trial_record
from kiosk.settings import Overrides, read_settings

_PEOPLE, _PAIRS, _AT_ONCE = 4000, 7, 1000
_BEGUN = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
_TODAY = date(2027, 1, 11)
_WAITED_FOR, _READY = 18, 19


class _Later:
    """The clock of the day on which somebody looks."""

    def now(self) -> datetime:
        """That morning."""
        return datetime(2027, 1, 11, 9, 0, tzinfo=UTC)


def survey_pairs() -> list[tuple[float, float]]:
    """Processor seconds of a look, and of reading every case, measured in turn."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        municipality = open_municipality(read_settings(Overrides(data=folder)), _Later())
        with closing(open_trial_record(folder / "data")) as record:
            _fill(record, municipality)
            pairs = [
                (_took_s(_look, municipality, record), _took_s(_read, municipality, record))
                for _ in range(_PAIRS + 1)
            ]
    # The first of each warms up.
    return pairs[1:]


def _took_s(
    work: Callable[[Municipality, FoldedRecord], None],
    municipality: Municipality,
    record: FoldedRecord,
) -> float:
    begun = time.process_time()
    work(municipality, record)
    return time.process_time() - begun


def _look(municipality: Municipality, record: FoldedRecord) -> None:
    survey(municipality, record, _TODAY)


def _read(municipality: Municipality, record: FoldedRecord) -> None:
    judge, exits = DueNonchoosers(municipality, record), standing_exits(record)
    standing = Standing()
    for reference in sorted(record.case_refs()):
        file = record.case_file(reference)
        list(judge.of_known(file, file.case_on(_TODAY), _TODAY, exits))
        count(outline_of(file), _TODAY, standing)


def _fill(record: FoldedRecord, municipality: Municipality) -> None:
    events = list(_events(municipality))
    for start in range(0, len(events), _AT_ONCE):
        record.append(events[start : start + _AT_ONCE])


def _events(municipality: Municipality) -> Iterator[Event]:
    invented = Inventor()
    for number in range(_PEOPLE):
        case = _case(number, municipality)
        yield _event(number, 0, case, CaseImported(case))
        kind = number % 20
        if kind < _WAITED_FOR:
            yield _chosen(number, case, municipality, invented)
        else:
            # Who is waited for got the letter late; whoever is ready was reminded, too.
            posted = _BEGUN.date() + timedelta(days=6 if kind == _READY else 60)
            yield _event(number, 2, case, LetterPosted(LetterKind.INVITATION, posted))
        if kind == _READY:
            reminded = _BEGUN.date() + timedelta(days=34)
            yield _event(number, 3, case, LetterPosted(LetterKind.REMINDER, reminded))


def _case(number: int, municipality: Municipality) -> Case:
    providers, zones = municipality.providers, municipality.zones
    present = providers[number % len(providers)].id if number % 4 else None
    granted = tuple(
        GrantedService(
            each.id,
            date(2026, 10, 20),
            hours_per_week=Decimal(number % 9),
            present_provider=present,
            present_since=None if present is None else date(2026, 2, 1),
        )
        for each in municipality.services[:2]
    )
    born = date(1930 + number % 40, 1 + number % 12, 3)
    zone = zones[number % len(zones)].id
    return Case(CaseRef(f"EV-{number:06}"), "Solveig", f"Eksempel {number}", born, zone, granted)


def _chosen(number: int, case: Case, municipality: Municipality, invented: Inventor) -> Event:
    event = invented.choice(number)
    assert isinstance(event.body, ChoiceRecorded)  # noqa: S101  it makes nothing else
    choice = event.body.choice
    provider = municipality.providers[number // 3 % len(municipality.providers)].id
    answers = tuple(
        replace(
            choice.answers[0],
            service=each.service,
            provider=provider,
            previous_provider=each.present_provider,
        )
        for each in case.services
    )
    choice = replace(choice, case=case.reference, answers=answers)
    return replace(event, case=case.reference, body=replace(event.body, choice=choice))


def _event(number: int, place: int, case: Case, body: EventBody) -> Event:
    return Event(EventId(f"survey-{number}-{place}"), _BEGUN, OFFICER, case.reference, body)
