"""The fold against a plain dictionary, and against itself after reopening."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.ports.case_file import CaseFile, CaseFilter
from kiosk.domain.case import Case, CaseRef, Closing, GrantedService
from kiosk.domain.choice import Channel, Correction, EventId
from kiosk.domain.event import (
    CaseChanged,
    CaseClosed,
    ChoiceRecorded,
    ChoiceWithdrawn,
    Event,
    InformationNoted,
    Understood,
)
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.memory import MemoryLog
from tests.record_samples import (
    NURSING,
    PRACTICAL,
    TODAY,
    case,
    choice,
    chosen,
    event,
    fresh_id,
    imported,
    recorded,
    withdrawal,
)

REFERENCES = st.sampled_from(["1", "2", "3"])
PROVIDERS = st.sampled_from(["a", "b"])
SERVICES = st.sampled_from([NURSING, PRACTICAL])


class Model:
    """What a record should hold, as plainly as it can be written."""

    def __init__(self):
        self.cases: dict[str, Case] = {}
        self.answers: dict[tuple[str, ServiceId], list[Given]] = {}
        self.pending: dict[str, list[EventId]] = {}

    def view(self, reference: str):
        known = self.cases[reference]
        services = [item.service for item in known.services]
        answers = [self.standing(reference, service) for service in services]
        return known, answers, next(iter(self.pending.get(reference, [])), None)

    def standing(self, reference: str, service: ServiceId) -> ProviderId | None:
        """Read from the end: a withdrawn answer counts only as what replaced a mere plan."""
        replaced_on = None
        for item in reversed(self.answers.get((reference, service), [])):
            if item.is_withdrawn:
                replaced_on = item.on
            else:
                begins = item.start_on or item.on
                was_plan = replaced_on is not None and begins > replaced_on
                return None if was_plan else item.provider
        return None

    def choices(self, reference: str) -> list[EventId]:
        found = (v for (key, _), v in self.answers.items() if key == reference)
        return sorted({given.choice for given_list in found for given in given_list})


@dataclass
class Given:
    choice: EventId
    provider: ProviderId
    on: date
    start_on: date | None
    is_withdrawn: bool = False


def view(file: CaseFile):
    answers = [state.answer and state.answer.provider for state in file.states]
    return file.case, answers, file.note_pending_for


def put_case(model: Model, draw) -> Event:
    reference = draw(REFERENCES)
    days = draw(st.integers(0, 20))
    services = draw(st.lists(SERVICES, min_size=1, max_size=2, unique=True))
    granted = [
        GrantedService(service, TODAY, reply_by=TODAY + timedelta(days)) for service in services
    ]
    value = case(reference, services=tuple(granted), phone=draw(st.text(max_size=5)))
    known = reference in model.cases
    model.cases[reference] = value
    return event(CaseChanged(value, ("phone",)), reference) if known else imported(value)


def close_case(model: Model, draw) -> Event:
    reference = draw(REFERENCES)
    closing = Closing(TODAY, draw(st.sampled_from(["", "flyttet"])))
    if reference in model.cases:
        known = model.cases[reference]
        model.cases[reference] = case(
            reference, services=known.services, phone=known.phone, closing=closing
        )
    return event(CaseClosed(closing), reference)


def choose(model: Model, draw) -> Event:
    reference, service, provider = draw(REFERENCES), draw(SERVICES), draw(PROVIDERS)
    channel = draw(st.sampled_from(Channel))
    value = choice(reference, chosen(service, provider), channel=channel)
    if reference in model.cases:
        given = Given(value.id, provider, TODAY, START)
        model.answers.setdefault((reference, service), []).append(given)
        if channel is Channel.HOME_VISIT:
            model.pending.setdefault(reference, []).append(value.id)
    return recorded(value)


def withdraw(model: Model, draw) -> Event:
    reference, service = draw(REFERENCES), draw(SERVICES)
    known = model.choices(reference)
    taken = draw(st.sampled_from(known)) if known else fresh_id()
    for item in model.answers.get((reference, service), []):
        item.is_withdrawn |= item.choice == taken
    return event(ChoiceWithdrawn(withdrawal(taken, service, reference=reference), "EV"), reference)


def correct(model: Model, draw) -> Event:
    reference, service, provider = draw(REFERENCES), draw(SERVICES), draw(PROVIDERS)
    known = model.choices(reference)
    wrong = draw(st.sampled_from(known)) if known else fresh_id()
    received = TODAY + timedelta(draw(st.integers(-9, 9)))
    value = choice(reference, chosen(service, provider), channel=Channel.CASE_PAGE)
    if reference in model.cases:
        right = Given(value.id, provider, received, START)
        for each in (NURSING, PRACTICAL):
            put_right(
                model.answers.setdefault((reference, each), []), wrong, right, each == service
            )
    return event(
        ChoiceRecorded(value, "EV", Correction(wrong, "feil", received)), reference, id=value.id
    )


def put_right(answers: list[Given], wrong: EventId, right: Given, is_given: bool) -> None:
    """Change a service's answers in place: the right one stands where the wrong one stood."""
    places = [number for number, item in enumerate(answers) if item.choice == wrong]
    if places:
        place = places[0]
        if answers[place].is_withdrawn:
            place += 1
        else:
            del answers[place]
    else:
        place = sum(1 for _ in takewhile(lambda item: item.on <= right.on, answers))
    if is_given:
        answers.insert(place, right)


def note(model: Model, draw) -> Event:
    reference = draw(REFERENCES)
    is_right = draw(st.booleans())
    waiting = model.pending.get(reference, [])
    choice_id = draw(st.sampled_from(waiting)) if is_right and waiting else None
    if choice_id is not None:
        waiting.remove(choice_id)
    return event(InformationNoted(choice_id or fresh_id(), Understood.YES, ""), reference)


START = date(2026, 11, 17)
STEPS = st.sampled_from([put_case, close_case, choose, choose, withdraw, correct, note])


@given(st.data())
def test_the_fold_equals_a_plain_model_at_every_step(data):
    follow(data, FoldedRecord(MemoryLog("7F3K")), data.draw(st.integers(1, 25)))


def follow(data, record: FoldedRecord, steps: int) -> None:
    """Store one event after the other, and compare with a plain model after each."""
    model = Model()

    for _ in range(steps):
        record.append([data.draw(STEPS)(model, data.draw)])

        assert record.case_refs() == model.cases.keys()
        for reference in model.cases:
            assert view(record.case_file(CaseRef(reference))) == model.view(reference)


@given(st.data())
def test_a_reopened_record_equals_the_one_that_was_closed(data):
    model, log = Model(), MemoryLog("7F3K")
    record = FoldedRecord(log)
    steps = data.draw(st.lists(STEPS, min_size=1, max_size=25))

    record.append([step(model, data.draw) for step in steps])

    again = FoldedRecord(log)
    assert everything(again) == everything(record)


def everything(record: FoldedRecord):
    today = date(2026, 11, 10)
    files = {reference: record.case_file(reference) for reference in record.case_refs()}
    found = {filter_: record.find_cases("", filter_, today) for filter_ in CaseFilter}
    return files, found, {reference: record.history(reference) for reference in files}
