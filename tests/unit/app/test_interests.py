"""Who may record choices, by what they stated about themselves (neutrality N34)."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from kiosk.app.hand_over_screen import HandOverScreen
from kiosk.app.interests import Interests, interest_objections
from kiosk.app.record_cannot import RecordCannot
from kiosk.domain.choice import Chooses, EventId
from kiosk.domain.errors import NotFoundError, RefusedError
from kiosk.domain.event import Event, ScreenHandedOver, StaffAdded, StaffRemoved
from kiosk.domain.interests import valid_until
from kiosk.domain.language import Language
from kiosk.domain.service import ProviderId
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, FJORDHEIM, ISLAND, LIND, NOW, NURSING
from tests.unit.app.test_enter_answer import Office
from tests.unit.app.test_life_of_a_choice import Desk as Story
from tests.unit.app.test_life_of_a_choice import codes
from tests.unit.app.test_record_cannot import use_case as cannot
from tests.unit.app.test_room_at_a_provider import SECOND
from tests.unit.app.test_waiting_lists import Queue


@pytest.fixture
def desk():
    """A municipality that asks each year, and somebody who can sign in."""
    return Desk(make.municipality(interests_months=12))


class Desk:
    def __init__(self, municipality):
        self.municipality = municipality
        self.record = make.record_with(make.case())
        member = StaffMember(ACTOR, StaffRole.CASE_OFFICER, "hash")
        self.record.append([Event(EventId("staff"), NOW, "kiosk", None, StaffAdded(member))])
        self.clock = Clock()
        self.ids = make.CountingIds()

    @property
    def interests(self):
        return Interests(self.municipality, self.record, self.clock, self.ids)

    def hand_over(self):
        parts = self.municipality, self.record, self.clock, self.ids
        HandOverScreen(*parts).begin(CASE, Language.BOKMAL, (), ACTOR)

    def codes(self, case=None):
        found = interest_objections(
            self.municipality, self.record, ACTOR, case or make.case(), self.clock.time.date()
        )
        return [refusal.code for refusal in found]


class Clock:
    def __init__(self):
        self.time: datetime = NOW

    def now(self):
        return self.time


def test_whoever_has_stated_nothing_hands_no_screen_over(desk):
    with pytest.raises(RefusedError) as refused:
        desk.hand_over()

    assert [refusal.code for refusal in refused.value.refusals] == ["interests.missing"]
    bodies = [event.body for _, event in desk.record.history(CASE)]
    assert not any(isinstance(body, ScreenHandedOver) for body in bodies)


def test_a_statement_without_ties_opens_the_way(desk):
    desk.interests.state((), ACTOR)

    desk.hand_over()

    _, event = desk.record.history(CASE)[-1]
    assert isinstance(event.body, ScreenHandedOver)


def test_a_statement_holds_for_a_year_and_not_a_day_longer(desk):
    statement = desk.interests.state((), ACTOR)
    last = statement.valid_until
    assert last == valid_until(NOW, 12)

    desk.clock.time = NOW + (last - NOW.date())
    assert desk.codes() == []
    desk.clock.time += timedelta(days=1)
    assert desk.codes() == ["interests.too_old"]
    desk.interests.state((), ACTOR)
    assert desk.codes() == []


def test_whoever_has_ties_to_one_on_offer_leaves_the_case_to_a_colleague(desk):
    desk.interests.state([LIND], ACTOR)

    assert desk.codes() == ["interests.tied"]
    assert desk.codes(make.case(zone=ISLAND)) == []


def test_the_refusal_names_the_provider_in_every_language(desk):
    desk.interests.state([LIND], ACTOR)

    (refusal,) = interest_objections(desk.municipality, desk.record, ACTOR, make.case(), NOW.date())

    name = desk.municipality.provider(LIND).name
    assert refusal.values == {
        f"provider_{language.value}": name.in_(language) for language in Language
    }


def test_the_newest_statement_counts(desk):
    desk.interests.state([LIND, FJORDHEIM], ACTOR)
    desk.interests.state((), ACTOR)

    assert desk.interests.of(ACTOR).ties == ()
    assert desk.codes() == []


def test_nobody_is_asked_where_the_municipality_asks_for_nothing(desk):
    desk.municipality = make.municipality()

    desk.hand_over()

    assert not desk.interests.is_asked
    with pytest.raises(RefusedError):
        desk.interests.state((), ACTOR)


def test_a_tie_to_a_provider_that_has_left_the_content_stands_in_nobody_s_way(desk):
    desk.interests.state([LIND], ACTOR)
    others = tuple(each for each in desk.municipality.providers if each.id != LIND)
    desk.municipality = replace(desk.municipality, providers=others)

    assert desk.codes() == []
    assert desk.interests.of(ACTOR).ties == (LIND,)


def test_an_unknown_provider_or_an_unknown_name_states_nothing(desk):
    with pytest.raises(NotFoundError):
        desk.interests.state([ProviderId("nobody")], ACTOR)
    with pytest.raises(NotFoundError):
        desk.interests.state((), "Ukjent Eksempel")

    assert desk.interests.of(ACTOR).stated_on is None


def test_those_who_were_removed_are_on_no_list(desk):
    assert [each.name for each in desk.interests.statements()] == [ACTOR]

    desk.record.append([Event(EventId("gone"), NOW, "kiosk", None, StaffRemoved(ACTOR))])

    assert desk.interests.statements() == ()


def without_offers(municipality, provider):
    """The same, where one of them still exists and can be chosen for nothing."""
    return replace(
        municipality,
        providers=tuple(
            replace(each, offers=()) if each.id == provider else each
            for each in municipality.providers
        ),
    )


class TestEveryWayToRecord:
    """Whoever has stated nothing is refused wherever a choice comes into the record, or changes."""

    def asking(self, office):
        changed = replace(office.municipality, interests_months=12)
        office.municipality = changed
        return office

    def test_paper(self):
        office = Office()
        content = replace(office.content, interests_months=12)
        office.enter = replace(office.enter, municipality=content)

        assert "interests.missing" in office.refused()

    def test_a_withdrawal(self):
        office = Story()
        choice = office.answer(nursing=Chooses(LIND))

        asking = self.asking(office)

        assert "interests.missing" in codes(lambda: asking.withdraw(choice))

    def test_a_correction(self):
        office = Story()
        choice = office.answer(nursing=Chooses(LIND))

        asking = self.asking(office)

        answers = {NURSING: Chooses(FJORDHEIM)}
        assert "interests.missing" in codes(lambda: asking.correct(choice, answers))

    @pytest.mark.parametrize("change", ["withdraw", "correct", "cannot", "hand over"])
    def test_a_tie_to_whom_was_chosen_counts_when_they_offer_nothing_any_more(self, change):
        office = Story()
        choice = office.answer(nursing=Chooses(LIND))
        tied = Desk(self.asking(office).municipality)
        tied.record = office.record
        tied.interests.state([LIND], ACTOR)
        office.municipality = without_offers(office.municipality, LIND)

        attempt = {
            "withdraw": lambda: office.withdraw(choice),
            "correct": lambda: office.correct(choice, {NURSING: Chooses(FJORDHEIM)}),
            "cannot": lambda: RecordCannot(
                office.municipality, office.record, tied.clock, make.WORKING
            ).store(CASE, NURSING, "26/9-1", EventId("cannot"), ACTOR),
            "hand over": lambda: HandOverScreen(
                office.municipality, office.record, tied.clock, tied.ids
            ).begin(CASE, Language.BOKMAL, (), ACTOR),
        }[change]

        assert "interests.tied" in codes(attempt)

    def test_that_somebody_cannot_choose(self):
        desk = cannot()
        asking = replace(desk, municipality=replace(desk.municipality, interests_months=12))

        attempt = partial(asking.store, CASE, NURSING, "26/9-1", EventId("1"), ACTOR)

        assert codes(attempt) == ["interests.missing"]

    def test_a_place(self):
        queue = Queue()
        queue.frees()

        asking = self.asking(queue)

        assert codes(lambda: asking.offer(SECOND)) == ["interests.missing"]

    def test_a_place_at_a_provider_that_offers_nothing_any_more(self):
        queue = Queue()
        queue.frees()
        tied = Desk(self.asking(queue).municipality)
        tied.record = queue.record
        tied.interests.state([FJORDHEIM], ACTOR)

        queue.municipality = without_offers(queue.municipality, FJORDHEIM)

        assert codes(lambda: queue.offer(SECOND)) == ["interests.tied"]
