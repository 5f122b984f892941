"""Waiting lists and providers that stop know each other (domain 6.4, 6.6)."""

from datetime import date, timedelta

import pytest

from kiosk.app.exits.exit_status import Stage, exit_status
from kiosk.app.exits.provider_exits import Planned, ProviderExits
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.domain.exits.affected import Touched
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.waiting import Step
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING
from tests.unit.app.test_room_at_a_provider import SECOND, THIRD
from tests.unit.app.test_waiting_lists import Queue, code_of

LAST_DAY = date(2027, 1, 31)


class StoppingQueue(Queue):
    """Fjordheim is full; the second and the third wait, and have help from the municipality."""

    def __init__(self):
        super().__init__()
        self.event_ids = make.CountingIds()

    def exits(self):
        return ProviderExits(
            self.municipality, self.record, self.clock, self.event_ids, make.WORKING
        )

    def frees(self, places=2):
        super().frees(places)
        self.municipality = with_exits(self.municipality, standing_exits(self.record))

    def stops(self, provider=FJORDHEIM, backup=None):
        self.before = self.municipality
        wanted = Planned(provider, LAST_DAY, ExitCause.CONTRACT_ENDS, (NURSING,), backup=backup)
        made = self.exits().announce(wanted, ACTOR)
        self.municipality = with_exits(self.before, standing_exits(self.record))
        return made

    def goes_on(self, made):
        self.municipality = self.before
        self.exits().call_off(made.id, "Avtalen er forlenget.", ACTOR)

    def touched(self, made):
        status = exit_status(self.municipality, self.record, made, self.clock.now().date())
        return {each.case: each.touched for each in status.people}


@pytest.fixture
def queue():
    return StoppingQueue()


def test_who_waits_for_a_provider_that_stops_leaves_the_list_and_is_asked_anew(queue):
    made = queue.stops()

    assert queue.steps() == []
    assert queue.touched(made)[SECOND] is Touched.WAITING
    status = exit_status(queue.municipality, queue.record, made, make.TODAY)
    assert {each.stage for each in status.people} == {Stage.LETTER_DUE}


def test_a_place_that_was_offered_there_cannot_be_taken_nor_declined(queue):
    queue.frees()
    queue.offer(SECOND)
    queue.stops()

    assert queue.steps() == []
    assert code_of(lambda: queue.take(SECOND)) == ["waiting.provider_left"]
    assert code_of(lambda: queue.decline(SECOND)) == ["waiting.provider_left"]


def test_a_place_freed_there_is_offered_to_nobody(queue):
    queue.stops()
    queue.frees()

    assert queue.lists.due() == ()
    assert code_of(lambda: queue.offer(SECOND)) == ["waiting.provider_left"]


def test_everybody_stands_where_they_stood_when_the_provider_goes_on_after_all(queue):
    before = queue.steps()
    made = queue.stops()
    queue.wait(3)

    queue.goes_on(made)

    assert queue.steps() == before


def test_only_those_who_wait_where_it_stops_leave(queue):
    before = queue.steps()

    queue.stops(LIND)

    assert queue.steps() == before


def test_whose_provider_stops_and_who_waits_for_another_keeps_the_place(queue):
    made = queue.stops(MUNICIPAL, backup=LIND)

    assert queue.steps() == [(SECOND, 1, Step.WAIT), (THIRD, 2, Step.WAIT)]
    assert queue.touched(made) == {SECOND: Touched.BETWEEN, THIRD: Touched.BETWEEN}
    helps = queue.record.case_file(SECOND).helps[NURSING]
    assert helps.on(LAST_DAY) == MUNICIPAL
    assert helps.on(LAST_DAY + timedelta(days=1)) == LIND


@pytest.mark.parametrize("taken_on", [date(2027, 1, 25), date(2027, 2, 10)])
def test_the_one_who_takes_the_place_then_has_help_every_day_until_it_begins(queue, taken_on):
    queue.stops(MUNICIPAL, backup=LIND)
    queue.frees()
    queue.wait((taken_on - make.TODAY).days)
    queue.offer(SECOND)

    answer = queue.take(SECOND).answer

    helps = queue.record.case_file(SECOND).helps[NURSING]
    assert answer.start_on is not None
    for offset in range((answer.start_on - taken_on).days):
        day = taken_on + timedelta(days=offset)
        assert helps.on(day) == (MUNICIPAL if day <= LAST_DAY else LIND)
    assert helps.on(answer.start_on) == FJORDHEIM
