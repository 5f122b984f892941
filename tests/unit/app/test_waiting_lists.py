"""From a wish to a place: whose turn it is, offers, replies, and who helps until then."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from kiosk.app.agree_start import AgreeStart
from kiosk.app.enter_answer import EnterAnswer, PaperAnswer
from kiosk.app.history_texts import what_happened
from kiosk.app.waiting_lists import WaitingLists
from kiosk.app.waiting_texts import list_lines
from kiosk.app.withdraw_choice import Wish, WithdrawChoice
from kiosk.domain.agreeing import with_agreements
from kiosk.domain.choice import Chooses, EventId, Outcome
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event, StaffAdded
from kiosk.domain.language import Language
from kiosk.domain.notice import AgreedDate, NoticeRule
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.domain.start_stop import answers_after
from kiosk.domain.waiting import Step
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NOW, NURSING
from tests.unit.app.test_room_at_a_provider import FIRST, SECOND, THIRD, Office
from tests.unit.domain.test_places import limited


class Queue(Office):
    """Fjordheim is full with the first; the second and the third wait, in this order."""

    def __init__(self):
        super().__init__()
        self.first = self.choose(FIRST)
        self.second = self.choose(SECOND)
        self.third = self.choose(THIRD)

    @property
    def lists(self):
        return WaitingLists(self.municipality, self.record, self.clock, make.WORKING)

    def steps(self):
        return [(each.waiting.case, each.place, each.step) for each in self.lists.lists()]

    def wait(self, days):
        self.clock.moment += timedelta(days=days)

    def frees(self, places=2):
        self.municipality = limited(places)

    def offer(self, case, event_id=None, actor=ACTOR):
        return self.lists.offer(case, NURSING, event_id or next(self.ids), actor)

    def take(self, case, event_id=None):
        return self.lists.take(case, NURSING, event_id or next(self.ids), ACTOR)

    def decline(self, case, **told):
        return self.lists.decline(case, NURSING, next(self.ids), ACTOR, **told)

    def state(self, case):
        return self.record.case_file(case).states[0]


@pytest.fixture
def queue():
    return Queue()


def code_of(attempt):
    with pytest.raises(RefusedError) as found:
        attempt()
    return [refusal.code for refusal in found.value.refusals]


def test_nothing_is_due_before_a_place_is_free(queue):
    assert queue.steps() == [(SECOND, 1, Step.WAIT), (THIRD, 2, Step.WAIT)]
    assert queue.lists.due() == ()
    assert code_of(lambda: queue.offer(SECOND)) == ["waiting.not_next"]


def test_one_free_place_is_offered_to_the_first_and_to_nobody_else(queue):
    queue.frees()
    assert [each.waiting.case for each in queue.lists.due()] == [SECOND]
    assert code_of(lambda: queue.offer(THIRD)) == ["waiting.not_next"]

    offered = queue.offer(SECOND)

    assert (offered.reply_by - offered.offered_on).days == 7 + 4
    assert queue.steps() == [(SECOND, 1, Step.AWAIT_REPLY), (THIRD, 2, Step.WAIT)]
    assert code_of(lambda: queue.offer(SECOND)) == ["waiting.offered_already"]


@pytest.mark.parametrize("days", range(7))
def test_the_last_day_for_a_reply_is_a_working_day_and_never_earlier(queue, days):
    queue.frees()
    queue.wait(days)

    offered = queue.offer(SECOND)

    assert make.WORKING.is_working_day(offered.reply_by)
    assert 11 <= (offered.reply_by - offered.offered_on).days <= 13


def test_a_place_that_somebody_gives_back_is_offered_next(queue):
    withdraw = WithdrawChoice(queue.municipality, queue.record, queue.clock)
    withdraw.store(Wish(FIRST, queue.first.id, (NURSING,), make.SELF), EventId("w"), ACTOR)

    assert [each.waiting.case for each in queue.lists.due()] == [SECOND]


def test_a_taken_place_begins_by_the_notice_rule_from_the_day_of_the_taking(queue):
    queue.frees()
    queue.wait(27)
    queue.offer(SECOND)
    queue.wait(3)

    answer = queue.take(SECOND).answer

    today = queue.clock.now().date()
    assert answer.start_on == today + timedelta(days=14)
    assert (answer.waits_for_place, answer.interim, answer.notice_rule) == (
        False,
        MUNICIPAL,
        "14-dager",
    )
    assert queue.state(SECOND).answer == answer
    helps = queue.record.case_file(SECOND).helps[NURSING]
    assert helps.on(today) == MUNICIPAL
    assert helps.on(answer.start_on) == FJORDHEIM
    assert queue.steps() == [(THIRD, 1, Step.WAIT)]


def test_the_life_of_the_answers_is_told_alike_from_the_events_and_from_the_fold(queue):
    queue.frees()
    queue.offer(SECOND)
    queue.take(SECOND)

    events = [event for _, event in queue.record.history(SECOND)]

    assert answers_after(events)[NURSING] == queue.record.case_file(SECOND).helps[NURSING].answers
    held = with_agreements(queue.second, events).answers[0]
    assert held == queue.state(SECOND).answer


def test_the_same_attempt_again_stores_nothing(queue):
    queue.frees()
    offered = queue.offer(SECOND, EventId("once"))
    taken_id = EventId("taken")

    assert queue.offer(SECOND, EventId("once")) == offered
    assert queue.take(SECOND, taken_id) == queue.take(SECOND, taken_id)


def test_who_says_no_leaves_the_list_and_chooses_anew(queue):
    queue.frees()
    queue.offer(SECOND)

    declined = queue.decline(SECOND)

    assert not declined.stays
    assert queue.state(SECOND).outcome is None
    assert queue.record.case_file(SECOND).helps[NURSING].on(make.TODAY) == MUNICIPAL
    assert queue.steps() == [(THIRD, 1, Step.OFFER)]


def test_a_municipality_may_let_who_says_no_wait_on_as_the_last(queue):
    queue.frees()
    queue.municipality = replace(queue.municipality, declined_place_stays=True)
    queue.offer(SECOND)

    assert queue.decline(SECOND).stays
    assert queue.steps() == [(THIRD, 1, Step.OFFER), (SECOND, 2, Step.WAIT)]


def test_silence_is_no_answer_and_costs_the_turn_only(queue):
    queue.frees()
    offered = queue.offer(SECOND)
    assert code_of(lambda: queue.decline(SECOND, is_expired=True)) == ["waiting.time_left"]
    queue.wait((offered.reply_by - offered.offered_on).days + 1)
    assert queue.steps() == [(SECOND, 1, Step.EXPIRED), (THIRD, 2, Step.WAIT)]

    queue.decline(SECOND, is_expired=True)

    assert queue.state(SECOND).outcome is Outcome.CHOSEN
    assert queue.steps() == [(THIRD, 1, Step.OFFER), (SECOND, 2, Step.WAIT)]


def test_an_offer_that_has_run_out_can_be_taken_until_somebody_enters_that(queue):
    queue.frees()
    queue.offer(SECOND)
    queue.wait(60)

    assert queue.take(SECOND).answer.provider == FJORDHEIM


def test_whoever_waits_may_leave_at_any_time(queue):
    queue.frees()
    queue.offer(SECOND)

    withdraw = WithdrawChoice(queue.municipality, queue.record, queue.clock)
    withdraw.store(Wish(SECOND, queue.second.id, (NURSING,), make.SELF), EventId("w"), ACTOR)

    assert queue.steps() == [(THIRD, 1, Step.OFFER)]


def test_the_same_wish_again_keeps_the_place_and_another_one_gives_it_up(queue):
    queue.choose(SECOND)
    assert [case for case, _, _ in queue.steps()] == [SECOND, THIRD]

    queue.choose(SECOND, LIND)
    queue.choose(SECOND)

    assert [case for case, _, _ in queue.steps()] == [THIRD, SECOND]


def test_an_offer_is_needed_and_so_is_somebody_who_waits(queue):
    assert code_of(lambda: queue.take(SECOND)) == ["waiting.no_offer"]
    assert code_of(lambda: queue.decline(SECOND)) == ["waiting.no_offer"]
    assert code_of(lambda: queue.take(FIRST)) == ["waiting.not_waiting"]


def test_a_provider_that_has_left_has_no_places(queue):
    queue.frees()
    queue.offer(SECOND)
    queue.municipality = replace(
        queue.municipality,
        providers=tuple(each for each in queue.municipality.providers if each.id != FJORDHEIM),
    )

    assert code_of(lambda: queue.take(SECOND)) == ["waiting.provider_left"]
    assert {step for _, _, step in queue.steps()} == {Step.AWAIT_REPLY, Step.WAIT}


def test_the_front_desk_offers_no_places(queue):
    queue.frees()
    member = StaffMember("Siv Skranke", StaffRole.FRONT_DESK, "hash")
    queue.record.append([Event(EventId("siv"), NOW, "program", None, StaffAdded(member))])

    assert code_of(lambda: queue.offer(SECOND, actor="Siv Skranke")) == [
        "staff.may_not_offer_places"
    ]


def test_lists_tell_names_and_case_numbers_and_nothing_else_of_a_person(queue):
    queue.frees()
    words = make.words(Language.BOKMAL)

    told = list(list_lines(queue.lists.lists(), queue.municipality, queue.record, words))

    assert make.plain(told[0]) == "Hjemmesykepleie, Nord: Stiftelsen Fjordheim"
    assert len(told) == 3
    assert SECOND in told[1]
    case = queue.record.case_file(SECOND).case
    assert case.name in told[1]
    assert str(case.birth_date.year) not in "".join(told)


def test_every_step_stands_in_the_history_in_words(queue):
    queue.frees()
    queue.offer(SECOND)
    queue.decline(SECOND)
    queue.offer(THIRD)
    queue.take(THIRD)

    for language in Language:
        words = make.words(language)
        for case in (SECOND, THIRD):
            told = [
                what_happened(event, queue.municipality, words)
                for _, event in queue.record.history(case)
            ]
            assert all("Fjordheim" in each for each in told[-2:])


def test_paper_from_before_a_place_was_taken_does_not_take_it_away(queue):
    queue.frees()
    queue.offer(SECOND)
    queue.wait(5)
    queue.take(SECOND)
    enter = EnterAnswer(queue.municipality, queue.record, queue.clock, make.WORKING)
    before = queue.clock.now().date() - timedelta(days=3)
    paper = PaperAnswer(SECOND, {NURSING: Chooses(MUNICIPAL)}, make.SELF, before)

    assert code_of(lambda: enter.store(paper, EventId("paper"), ACTOR)) == ["answer.newer_answer"]
    assert queue.state(SECOND).answer.provider == FJORDHEIM


def test_paper_from_before_an_answer_was_taken_back_does_not_bring_it_back(queue):
    queue.wait(5)
    withdraw = WithdrawChoice(queue.municipality, queue.record, queue.clock)
    withdraw.store(Wish(SECOND, queue.second.id, (NURSING,), make.SELF), EventId("w"), ACTOR)
    enter = EnterAnswer(queue.municipality, queue.record, queue.clock, make.WORKING)
    before = queue.clock.now().date() - timedelta(days=1)
    paper = PaperAnswer(SECOND, {NURSING: Chooses(MUNICIPAL)}, make.SELF, before)

    assert code_of(lambda: enter.store(paper, EventId("paper"), ACTOR)) == ["answer.newer_answer"]


def test_a_reply_in_time_that_is_entered_late_begins_in_time(queue):
    queue.frees()
    offered = queue.offer(SECOND)
    queue.wait(3)
    came_on = queue.clock.now().date()
    queue.wait(7)

    taken = queue.lists.take(SECOND, NURSING, EventId("taken"), ACTOR, came_on=came_on)

    assert offered.offered_on < came_on
    assert (taken.taken_on, taken.answer.start_on) == (came_on, came_on + timedelta(days=14))
    assert queue.record.case_file(SECOND).helps[NURSING].on(came_on) == MUNICIPAL


def test_a_start_that_has_passed_when_a_reply_is_entered_is_agreed_on(queue):
    queue.frees()
    queue.offer(SECOND)
    came_on = queue.clock.now().date()
    queue.wait(20)

    answer = queue.lists.take(SECOND, NURSING, EventId("taken"), ACTOR, came_on=came_on).answer

    assert (answer.start_on, answer.awaits_date, answer.interim) == (None, True, MUNICIPAL)


@pytest.mark.parametrize(
    ("days", "code"), [(1, "answer.received_ahead"), (-4, "waiting.reply_before_offer")]
)
def test_no_reply_comes_tomorrow_or_before_the_offer(queue, days, code):
    queue.frees()
    queue.offer(SECOND)
    queue.wait(3)
    came_on = queue.clock.now().date() + timedelta(days=days)

    def attempt():
        queue.lists.take(SECOND, NURSING, EventId("taken"), ACTOR, came_on=came_on)

    assert code_of(attempt) == [code]
    assert queue.state(SECOND).answer.waits_for_place


def test_no_start_is_agreed_on_before_the_place_was_taken(queue):
    agreed = NoticeRule("avtale", AgreedDate())
    queue.frees()
    queue.municipality = replace(queue.municipality, notice=agreed)
    queue.wait(28)
    queue.offer(SECOND)
    assert queue.take(SECOND).answer.awaits_date
    taken_on = queue.clock.now().date()
    agree = AgreeStart(queue.municipality, queue.record, queue.clock, make.WORKING)

    before = taken_on - timedelta(days=7)
    store = partial(agree.store, SECOND, NURSING)

    assert code_of(lambda: store(before, EventId("early"), ACTOR)) == ["agreement.before_answer"]
    assert store(taken_on, EventId("agreed"), ACTOR).start_on == taken_on
