"""A start whose day is agreed on: unknown until staff enter it, and a start like any other then."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.agree_start import AgreeStart
from kiosk.app.case_story import CaseStory
from kiosk.app.compose_receipt import ReceiptPlan, compose_receipt
from kiosk.app.correct_choice import CorrectChoice, Mistake
from kiosk.app.delivery_due import due_of
from kiosk.app.receipt_story import story_of
from kiosk.app.withdraw_choice import Wish, WithdrawChoice
from kiosk.domain.case import Closing
from kiosk.domain.choice import Answer, Chooses, DoesNotWish, EventId, Keeps
from kiosk.domain.delivery_events import CaseDelivered
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event, StaffAdded
from kiosk.domain.language import Language
from kiosk.domain.notice import AgreedDate, NoticeRule
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    ACTOR,
    CASE,
    FJORDHEIM,
    FULL,
    LIND,
    NOW,
    NURSING,
    PRACTICAL,
    TODAY,
    plain,
)
from tests.unit.app.flow import choice_of

ID, LATER = EventId("0193-agreed"), EventId("0193-later")
CHOSEN = Chooses(FJORDHEIM)
START = date(2026, 12, 14)
AGREED = make.municipality(notice=NoticeRule("avtale", AgreedDate()))


class Desk:
    """A case whose answer is stored, with one member of staff."""

    def __init__(self, answer=CHOSEN, municipality=AGREED, role=StaffRole.CASE_OFFICER):
        self.record = make.record_with(make.case())
        member = StaffMember(ACTOR, role, "hash")
        self.record.append([Event(EventId("staff"), NOW, "program", None, StaffAdded(member))])
        self.clock = make.FixedClock()
        self.municipality = municipality
        self.choice = choice_of({NURSING: answer}, municipality=municipality, record=self.record)
        self.agreeing = AgreeStart(municipality, self.record, self.clock, make.WORKING)

    def agree(self, start_on=START, event_id=ID, service=NURSING, actor=ACTOR):
        return self.agreeing.store(CASE, service, start_on, event_id, actor)

    def refused(self, *details, **named):
        with pytest.raises(RefusedError) as found:
            self.agree(*details, **named)
        return [each.code for each in found.value.refusals]

    def helping(self, day):
        nursing, *_ = self.record.case_file(CASE).case_on(day).services
        return nursing.present_provider

    def answer(self):
        return self.record.case_file(CASE).states[0].answer

    def receipt(self, language=Language.BOKMAL):
        story = story_of(self.record.history(CASE), self.choice.id)
        plan = ReceiptPlan(self.municipality, make.case(), self.choice, story=story)
        return compose_receipt(plan, TODAY, make.words(language))


def test_until_the_day_is_agreed_on_the_old_provider_helps():
    desk = Desk()

    assert desk.agreeing.open_services(CASE) == {NURSING}
    assert desk.helping(TODAY + timedelta(days=200)) == LIND
    assert desk.answer().awaits_date


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.BOKMAL, "Vi avtaler datoen med deg."),
        (Language.NYNORSK, "Vi avtalar datoen med deg."),
    ],
)
def test_the_receipt_says_that_the_day_is_agreed_on(language, said):
    (service, *_) = Desk().receipt(language).services

    assert said in [plain(line.value) for line in service.lines]


def test_the_agreed_day_is_the_start():
    desk = Desk()
    desk.agree()

    assert (desk.helping(START - timedelta(days=1)), desk.helping(START)) == (LIND, FJORDHEIM)
    assert (desk.answer().start_on, desk.answer().awaits_date) == (START, False)


def test_a_receipt_that_is_printed_again_tells_of_the_day():
    desk = Desk()
    desk.agree()

    assert [plain(note) for note in desk.receipt().notes] == [
        "Avtalt start: Stiftelsen Fjordheim begynner mandag 14. desember 2026."
    ]


def test_the_day_can_be_agreed_on_anew_until_the_provider_has_begun():
    desk = Desk()
    desk.agree()
    desk.agree(date(2026, 12, 15), LATER)

    assert desk.helping(START) == LIND
    assert desk.answer().start_on == date(2026, 12, 15)
    desk.clock.moment += timedelta(days=30)
    assert desk.agreeing.open_services(CASE) == frozenset()
    assert desk.refused(date(2027, 1, 4), EventId("0193-3")) == ["agreement.nothing_open"]


def test_the_same_attempt_again_stores_nothing():
    desk = Desk()
    desk.agree()
    before = desk.record.history(CASE)

    assert desk.agree().start_on == START
    assert desk.record.history(CASE) == before
    assert desk.refused(date(2026, 12, 15)) == ["visit.stored_otherwise"]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (TODAY - timedelta(days=1), "agreement.before_answer"),
        (date(2026, 12, 25), "agreement.red_day"),
        (date(2026, 12, 13), "agreement.red_day"),
        (TODAY + timedelta(days=366), "agreement.too_late"),
    ],
)
def test_a_day_that_cannot_be_a_start_is_refused(day, code):
    desk = Desk()

    assert desk.refused(day) == [code]
    assert desk.answer().awaits_date


def test_a_red_day_may_be_agreed_on_where_the_rule_lets_starts_stay_there():
    rule = NoticeRule("avtale", AgreedDate(), moves_to_working_day=False)
    desk = Desk(municipality=make.municipality(notice=rule))
    desk.agree(date(2026, 12, 25))

    assert desk.answer().start_on == date(2026, 12, 25)


@pytest.mark.parametrize("answer", [Keeps(), DoesNotWish(), Chooses(LIND), Chooses(FULL)])
def test_what_has_no_open_start_has_no_day_to_agree_on(answer):
    desk = Desk(answer)

    assert desk.agreeing.open_services(CASE) == frozenset()
    assert desk.refused() == ["agreement.nothing_open"]
    assert desk.refused(service=PRACTICAL) == ["agreement.nothing_open"]


def test_an_answer_that_was_taken_back_has_no_start():
    desk = Desk()
    withdraw = WithdrawChoice(AGREED, desk.record, desk.clock)
    wish = Wish(CASE, desk.choice.id, (NURSING,), make.SELF)
    withdraw.store(wish, EventId("0193-back"), ACTOR)

    assert desk.refused() == ["agreement.nothing_open"]


def test_only_those_with_the_right_enter_it():
    assert Desk(role=StaffRole.FRONT_DESK).refused() == ["staff.may_not_agree"]
    assert Desk().refused(actor="Ukjent") == ["staff.unknown"]


def test_nothing_is_agreed_on_in_a_closed_case():
    desk = Desk()
    desk.record.append([make.closed_event(CASE, Closing(TODAY, "flyttet"))])

    assert desk.agreeing.open_services(CASE) == frozenset()
    assert desk.refused() == ["choice.case_closed"]


def test_a_correction_of_something_else_keeps_the_agreed_day():
    desk = Desk()
    desk.agree()
    correct = CorrectChoice(AGREED, desk.record, desk.clock, make.WORKING)
    answers: dict[ServiceId, Answer] = {NURSING: CHOSEN, PRACTICAL: DoesNotWish()}
    correct.store(Mistake(CASE, desk.choice.id, answers, "Glemte en tjeneste."), LATER, ACTOR)

    assert desk.answer().start_on == START
    assert desk.helping(START) == FJORDHEIM


def test_the_case_system_and_both_providers_hear_of_the_day():
    desk = Desk()
    told = due_of(desk.record, CASE)
    delivered = CaseDelivered("levering-1", told.covers)
    desk.record.append([Event(EventId("0193-run"), NOW, ACTOR, CASE, delivered)])
    desk.agree()
    due = due_of(desk.record, CASE)

    assert told.changes == ()
    assert [(each.turn.provider, each.turn.day, each.turn.is_start) for each in due.changes] == [
        (FJORDHEIM, START, True),
        (LIND, START, False),
    ]


def test_the_history_tells_of_it():
    desk = Desk()
    desk.agree()
    events = [event for _, event in desk.record.history(CASE)]

    lines = CaseStory(events, AGREED, make.words()).lines()
    assert plain(lines[-1].what) == (
        "Hjemmesykepleie: Start er avtalt til mandag 14. desember 2026."
    )


def test_the_right_to_enter_it_does_not_depend_on_what_the_service_is_called_today():
    desk = Desk()
    gone = replace(AGREED, services=AGREED.services[1:])
    agreeing = AgreeStart(gone, desk.record, desk.clock, make.WORKING)

    assert agreeing.store(CASE, NURSING, START, ID, ACTOR).service_name.nb == "Hjemmesykepleie"
