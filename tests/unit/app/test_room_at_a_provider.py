"""The last place: what the screen says, what the review says, and what is stored are one fact."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.correct_choice import CorrectChoice, Mistake
from kiosk.app.nonchoice.survey import survey
from kiosk.app.present_providers import PresentProviders
from kiosk.app.record_choice import CHANGED_SINCE_READ, Presented, RecordChoice
from kiosk.app.review import ReviewAnswers
from kiosk.app.withdraw_choice import Wish, WithdrawChoice
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, EventId
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event, Medium, StaffAdded
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.nonchoice.stored import restore_standing, store_standing
from kiosk.domain.session import Visit
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NORTH, NOW, NURSING, SOUTH
from tests.unit.domain.test_places import limited

FIRST, SECOND, THIRD = CaseRef("2026/1"), CaseRef("2026/2"), CaseRef("2026/3")
SHOWN = {NURSING: (FJORDHEIM, MUNICIPAL, LIND)}


class Office:
    """A few people, and one place at Fjordheim in each zone."""

    def __init__(self, limit=1, zones=(NORTH, NORTH, NORTH)):
        cases = [
            make.case(make.granted(NURSING), reference=reference, zone=zone)
            for reference, zone in zip((FIRST, SECOND, THIRD), zones, strict=True)
        ]
        self.record = make.record_with(*cases)
        member = StaffMember(ACTOR, StaffRole.CASE_OFFICER, "hash")
        self.record.append([Event(EventId("staff"), NOW, "program", None, StaffAdded(member))])
        self.municipality = limited(limit)
        self.clock = make.FixedClock()
        self.ids = (EventId(f"0193-{number:04}") for number in range(1, 100))

    def read(self, reference, provider=FJORDHEIM):
        visit = Visit(
            reference, (NURSING,), {NURSING: Chooses(provider)}, make.SELF, nonchoice_shown=True
        )
        review = ReviewAnswers(self.municipality, self.clock, make.WORKING)
        file = self.record.case_file(reference)
        return visit, review.consequences(file.case_on(self.clock.now().date()), visit)

    def store(self, visit, read):
        use_case = RecordChoice(self.municipality, self.record, self.clock, make.WORKING)
        presented = Presented(SHOWN, Language.BOKMAL, tuple(read.values()))
        return use_case.store(visit, presented, next(self.ids), ACTOR)

    def choose(self, reference, provider=FJORDHEIM):
        return self.store(*self.read(reference, provider))

    def room(self, reference, provider=FJORDHEIM):
        present = PresentProviders(
            self.municipality, self.record, self.clock, make.CountingIds(), make.WORKING
        )
        sections = present.sections(reference, make.words(Language.BOKMAL), Medium.SCREEN, ACTOR)
        blocks = {each.id: each for each in sections[0].providers}
        return next(f.value for f in blocks[provider].facts if f.key is FactKey.CAPACITY)


def test_the_second_who_wants_the_last_place_waits_and_hears_it_on_the_screen():
    office = Office()
    before = office.room(SECOND)

    first, second = office.choose(FIRST).answers[0], office.choose(SECOND).answers[0]

    assert "Ja" in before
    assert not first.waits_for_place
    assert second.waits_for_place
    assert second.interim == MUNICIPAL
    assert "Venteliste" in office.room(SECOND)
    assert "23.\u00a0november 2026" in office.room(SECOND)


def test_a_full_provider_of_one_zone_has_room_in_another():
    office = Office(zones=(NORTH, SOUTH, NORTH))

    office.choose(FIRST)

    assert not office.choose(SECOND).answers[0].waits_for_place
    assert office.choose(THIRD).answers[0].waits_for_place


def test_a_place_that_went_while_somebody_read_is_told_before_it_is_stored():
    office = Office()
    visit, read = office.read(SECOND)
    office.choose(FIRST)

    with pytest.raises(RefusedError) as found:
        office.store(visit, read)

    assert [refusal.code for refusal in found.value.refusals] == [CHANGED_SINCE_READ]
    assert office.choose(SECOND).answers[0].waits_for_place


def test_a_place_that_is_given_back_is_free_again():
    office = Office()
    choice = office.choose(FIRST)

    withdraw = WithdrawChoice(office.municipality, office.record, office.clock)
    withdraw.store(Wish(FIRST, choice.id, (NURSING,), make.SELF), EventId("w"), ACTOR)

    assert not office.choose(SECOND).answers[0].waits_for_place


def test_nobody_who_asks_now_comes_before_who_waits():
    office = Office()
    office.choose(FIRST)
    office.choose(SECOND)
    office.municipality = limited(2)

    assert office.choose(THIRD).answers[0].waits_for_place


def test_choosing_again_needs_no_second_place():
    office = Office()
    office.choose(FIRST)

    assert not office.choose(FIRST).answers[0].waits_for_place


def test_a_correction_is_judged_by_the_same_room():
    office = Office()
    office.choose(FIRST)
    wrong = office.choose(SECOND, LIND)
    office.clock.moment += timedelta(days=1)

    use_case = CorrectChoice(office.municipality, office.record, office.clock, make.WORKING)
    mistake = Mistake(SECOND, wrong.id, {NURSING: Chooses(FJORDHEIM)}, "Feil leverandør.")
    right = use_case.store(mistake, next(office.ids), ACTOR)

    assert right.answers[0].waits_for_place


def test_the_rules_count_what_the_desk_counts():
    office = Office(limit=2)
    office.choose(FIRST)
    office.choose(SECOND)
    office.choose(THIRD)

    standing = survey(office.municipality, office.record, make.TODAY).standing
    taken = office.record.taken(NURSING, NORTH)

    counted = {key[2]: load.users for key, load in standing.stock.items()}
    assert counted == {key: each.users for key, each in taken.items() if each.users}
    assert taken[FJORDHEIM].waiting_users == 1
    assert standing.waiting[NURSING, NORTH, FJORDHEIM].users == 1
    assert standing.spoken_for((NURSING, NORTH, FJORDHEIM), Unit.USERS) == 3
    assert restore_standing(store_standing(standing)).waiting == standing.waiting
    assert standing.copy().waiting == standing.waiting


def test_who_does_not_wish_to_choose_is_not_told_of_a_place():
    office = Office()
    office.choose(FIRST)
    visit, _ = office.read(SECOND)
    visit = replace(visit, answers={NURSING: DoesNotWish()})

    review = ReviewAnswers(office.municipality, office.clock, make.WORKING)
    case = office.record.case_file(SECOND).case_on(make.TODAY)

    assert not review.consequences(case, visit)[NURSING].waits_for_place
