"""Nobody is put at a provider that has stopped by paper, by a day that is agreed on, or by a rule."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.agree_start import AgreeStart
from kiosk.app.case_story import CaseStory
from kiosk.app.correct_choice import CorrectChoice, Mistake
from kiosk.app.enter_answer import EnterAnswer, PaperAnswer
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.refusals import refusal_text
from kiosk.app.withdraw_choice import Wish, WithdrawChoice
from kiosk.domain.choice import Chooses, DoesNotWish, EventId, Keeps
from kiosk.domain.errors import RefusedError, StorageError, StorageFault
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.nonchoice.parts import MunicipalDefault
from kiosk.domain.notice import AgreedDate, DaysNotice, NoticeRule
from tests.unit.app import factory as make
from tests.unit.app.exits.test_provider_exits import FIRST, IDS, PLAN, exits, person, record_of
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING, TODAY
from tests.unit.app.flow import choice_of

CAME = TODAY - timedelta(days=3)
HERE = replace(PLAN, services=(NURSING,))
SOON = replace(HERE, last_day=TODAY + timedelta(days=5))
AGREED = NoticeRule("avtale", AgreedDate())


def entered(answer, present=LIND, plan=HERE, days=1, content=None):
    """Somebody wrote on paper before a provider announced that it stops; it is entered later."""
    content = content or make.municipality()
    record = record_of(person(FIRST, present))
    exits(record, content).announce(plan, ACTOR)
    joined = with_exits(content, standing_exits(record))
    clock = make.FixedClock(make.NOW + timedelta(days=days))
    use = EnterAnswer(joined, record, clock, make.WORKING)
    return use, use.store(
        PaperAnswer(FIRST, {NURSING: answer}, make.SELF, CAME), EventId("paper"), ACTOR
    )


@pytest.mark.parametrize("days", [0, 1, 5, 6, 10])
@pytest.mark.parametrize("plan", [HERE, SOON], ids=["stops", "stopped"])
@pytest.mark.parametrize(
    ("answer", "present"), [(Chooses(LIND), None), (Chooses(LIND), FJORDHEIM), (Keeps(), LIND)]
)
def test_paper_that_names_one_that_stops_is_refused_with_what_to_do(answer, present, plan, days):
    with pytest.raises(RefusedError) as caught:
        entered(answer, present, plan, days)

    (found,) = caught.value.refusals
    assert found.code == "answer.provider_stops"
    assert "Ring personen" in refusal_text(found, make.words())


@pytest.mark.parametrize("answer", [Chooses(FJORDHEIM), DoesNotWish()])
def test_other_answers_on_paper_are_taken_in(answer):
    _, stored = entered(answer, plan=SOON, days=10)

    assert stored.answers[0].provider != LIND


def test_who_has_stopped_stands_where_the_paper_names_it():
    use, _ = entered(Chooses(FJORDHEIM), plan=SOON, days=10)

    (answerable,) = use.services(FIRST, CAME)

    assert Chooses(LIND) in answerable.answers


def test_a_rule_gives_nobody_to_one_that_stopped_since_the_paper_came():
    content = make.municipality(rules=make.rules(False, MunicipalDefault(LIND)))

    _, stored = entered(DoesNotWish(), FJORDHEIM, replace(HERE, backup=MUNICIPAL), content=content)

    assert stored.answers[0].provider is None


def agreeing(start_on):
    content = make.municipality(notice=AGREED)
    record = record_of(person(FIRST, FJORDHEIM))
    case = record.case_file(FIRST).case_on(TODAY)
    choice_of({NURSING: Chooses(LIND)}, case=case, municipality=content, record=record)
    made = exits(record, content).announce(HERE, ACTOR)
    joined = with_exits(content, (made,))
    use = AgreeStart(joined, record, make.FixedClock(), make.WORKING)
    return use.store(FIRST, NURSING, start_on, IDS.event_id(), ACTOR)


def test_a_start_is_agreed_on_up_to_the_last_day_and_not_after_it():
    friday, monday = date(2027, 1, 29), date(2027, 2, 1)

    assert agreeing(friday).start_on == friday
    with pytest.raises(RefusedError, match=r"agreement\.provider_stops"):
        agreeing(monday)


@pytest.mark.parametrize(
    ("days", "ending"), [(0, "Ingenting endrer seg."), (80, "fra 11. februar 2027.")]
)
def test_the_story_tells_of_a_break_only_where_there_was_one(days, ending):
    record = record_of(person(FIRST))
    made = exits(record).announce(HERE, ACTOR)
    later = exits(record, at=make.NOW + timedelta(days=days))
    later.call_off(made.id, "Avtalen er forlenget.", ACTOR)

    events = [event for _, event in record.history(FIRST)]
    story = CaseStory(events, make.municipality(), make.words())
    last = make.plain([each.what for each in story.lines()][-1])

    assert last.endswith(ending)


def chose_fjordheim(content):
    """Lind helps; Fjordheim was chosen in time before Lind announced that it stops."""
    record = record_of(person(FIRST, LIND))
    case = record.case_file(FIRST).case_on(TODAY)
    choice = choice_of(
        {NURSING: Chooses(FJORDHEIM)}, case=case, municipality=content, record=record
    )
    exits(record, content).announce(HERE, ACTOR)
    return record, choice


def on_the_first_day_without(record):
    (help_,) = record.case_file(FIRST).helps.values()
    return help_.on(HERE.last_day + timedelta(days=1))


def test_who_takes_a_choice_back_after_the_announcement_gets_a_stand_in():
    content = make.municipality()
    record, choice = chose_fjordheim(content)
    see_to = exits(record, content).see_to_case
    use = WithdrawChoice(content, record, make.FixedClock(), see_to)
    assert on_the_first_day_without(record) == FJORDHEIM

    use.store(Wish(FIRST, choice.id, (NURSING,), make.SELF), EventId("back"), ACTOR)

    assert on_the_first_day_without(record) == MUNICIPAL


def test_a_correction_that_names_one_that_stops_is_followed_by_a_stand_in():
    content = make.municipality()
    record, choice = chose_fjordheim(content)
    see_to = exits(record, content).see_to_case
    use = CorrectChoice(content, record, make.FixedClock(), make.WORKING, see_to)

    mistake = Mistake(FIRST, choice.id, {NURSING: Keeps()}, "Feil kryss.")
    use.store(mistake, EventId("right"), ACTOR)

    assert on_the_first_day_without(record) == MUNICIPAL


def test_a_new_choice_that_begins_after_the_last_day_is_followed_by_a_stand_in():
    content = make.municipality()
    record, _ = chose_fjordheim(content)
    see_to = exits(record, content).see_to_case
    slow = with_exits(
        make.municipality(notice=NoticeRule("lenge", DaysNotice(90))), standing_exits(record)
    )
    clock = make.FixedClock(make.NOW + timedelta(days=1))
    use = EnterAnswer(slow, record, clock, make.WORKING, see_to)

    paper = PaperAnswer(FIRST, {NURSING: Chooses(MUNICIPAL)}, make.SELF, clock.now().date())
    use.store(paper, EventId("paper"), ACTOR)

    assert on_the_first_day_without(record) not in {LIND, None}


def test_where_nothing_can_be_stored_for_the_exit_the_answer_holds():
    record, _ = chose_fjordheim(make.municipality())

    def broken(events):
        raise StorageError(StorageFault.DISK_FULL)

    record.append = broken
    told_of = exits(record).see_to_case

    assert told_of(FIRST, ACTOR) is None


def test_a_start_that_is_agreed_on_for_after_the_last_day_is_followed_by_a_stand_in():
    content = make.municipality(notice=AGREED)
    record, _ = chose_fjordheim(content)
    see_to = exits(record, content).see_to_case
    joined = with_exits(content, standing_exits(record))
    use = AgreeStart(joined, record, make.FixedClock(), make.WORKING, see_to)
    for start_on in (date(2026, 12, 7), date(2027, 2, 15)):
        use.store(FIRST, NURSING, start_on, IDS.event_id(), ACTOR)

    (help_,) = record.case_file(FIRST).helps.values()
    assert on_the_first_day_without(record) == MUNICIPAL
    assert help_.on(date(2027, 2, 15)) == FJORDHEIM
