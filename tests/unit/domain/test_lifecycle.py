"""Who helps on a day after choices, changes, switches and withdrawals, and what can be undone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.choice import EventId, Outcome
from kiosk.domain.helping import Listed, helping_on
from kiosk.domain.lifecycle import Held, objection_to_withdrawing, standing
from kiosk.domain.service import ProviderId

TOWN, FJORD, LIND = ProviderId("town"), ProviderId("fjord"), ProviderId("lind")
NOBODY = Listed(None, date(2026, 10, 1))
HAS_TOWN = Listed(TOWN, date(2026, 10, 1))


def day(number: int) -> date:
    return date(2026, 11, number)


def chosen(provider, on, start, interim=None, **changes) -> Held:
    name = EventId(f"{provider}-{on}")
    held = Held(name, Outcome.CHOSEN, day(on), provider, start and day(start), interim=interim)
    return replace(held, **changes)


FJORD_FROM_17 = chosen(FJORD, on=3, start=17, interim=TOWN)
LIND_FROM_24 = chosen(LIND, on=10, start=24, interim=TOWN)


FJORD_SOME_DAY = chosen(FJORD, on=3, start=None, interim=TOWN, awaits_date=True)


def test_whoever_helps_goes_on_until_a_date_is_agreed_on():
    assert FJORD_SOME_DAY.begins_on is None
    assert helping_on(HAS_TOWN, [FJORD_SOME_DAY], day(30)) == TOWN
    assert objection_to_withdrawing([FJORD_SOME_DAY], FJORD_SOME_DAY.choice, day(30)) is None


def test_the_agreed_date_is_a_start_like_any_other():
    agreed = replace(FJORD_SOME_DAY, start_on=day(20), awaits_date=False)

    assert helping_on(HAS_TOWN, [agreed], day(19)) == TOWN
    assert helping_on(HAS_TOWN, [agreed], day(20)) == FJORD


def test_without_an_answer_the_list_knows_who_helps():
    assert helping_on(HAS_TOWN, [], day(3)) == TOWN
    assert helping_on(NOBODY, [], day(3)) is None


def test_the_old_provider_delivers_until_the_new_start():
    who = [helping_on(HAS_TOWN, [FJORD_FROM_17], day(number)) for number in (3, 16, 17, 30)]

    assert who == [TOWN, TOWN, FJORD, FJORD]


def test_a_new_service_has_the_interim_helper_until_the_start():
    assert helping_on(NOBODY, [FJORD_FROM_17], day(5)) == TOWN


def test_a_changed_plan_never_begins():
    plan = [FJORD_FROM_17, LIND_FROM_24]

    assert [helping_on(HAS_TOWN, plan, day(n)) for n in (12, 17, 23, 24)] == [TOWN] * 3 + [LIND]


def test_after_a_switch_the_first_choice_delivers_until_the_second_begins():
    switched = chosen(LIND, on=20, start=28, interim=FJORD)

    who = [helping_on(HAS_TOWN, [FJORD_FROM_17, switched], day(n)) for n in (20, 27, 28)]

    assert who == [FJORD, FJORD, LIND]


def test_who_waits_for_a_place_has_the_interim_helper():
    waiting = chosen(FJORD, on=3, start=None, interim=LIND, waits_for_place=True)

    assert helping_on(HAS_TOWN, [waiting], day(30)) == LIND


def test_a_later_list_has_the_word_until_a_later_start():
    listed = Listed(LIND, day(10))

    assert helping_on(listed, [FJORD_FROM_17], day(12)) == LIND
    assert helping_on(listed, [FJORD_FROM_17], day(17)) == FJORD
    assert helping_on(Listed(LIND, day(20)), [FJORD_FROM_17], day(20)) == LIND


def test_a_withdrawn_plan_never_begins_and_leaves_the_service_open():
    withdrawn = replace(FJORD_FROM_17, is_withdrawn=True)

    assert standing([withdrawn]) is None
    assert helping_on(HAS_TOWN, [withdrawn], day(20)) == TOWN


def test_withdrawing_a_switch_leaves_the_choice_that_had_begun():
    switch = chosen(LIND, on=20, start=28, interim=FJORD, is_withdrawn=True)

    assert standing([FJORD_FROM_17, switch]) == FJORD_FROM_17
    assert helping_on(HAS_TOWN, [FJORD_FROM_17, switch], day(30)) == FJORD


def test_withdrawing_does_not_revive_a_plan_that_was_replaced():
    change = replace(LIND_FROM_24, is_withdrawn=True)

    assert standing([FJORD_FROM_17, change]) is None
    assert helping_on(HAS_TOWN, [FJORD_FROM_17, change], day(30)) == TOWN


@pytest.mark.parametrize(
    ("answers", "choice", "on", "code"),
    [
        ([FJORD_FROM_17], FJORD_FROM_17, 16, None),
        ([FJORD_FROM_17], FJORD_FROM_17, 17, "withdrawal.has_begun"),
        ([FJORD_FROM_17, LIND_FROM_24], FJORD_FROM_17, 12, "withdrawal.not_standing"),
        ([FJORD_FROM_17, LIND_FROM_24], LIND_FROM_24, 12, None),
        ([replace(FJORD_FROM_17, is_withdrawn=True)], FJORD_FROM_17, 5, "withdrawal.not_standing"),
        ([], FJORD_FROM_17, 5, "withdrawal.not_standing"),
        ([replace(FJORD_FROM_17, waits_for_place=True)], FJORD_FROM_17, 30, None),
        (
            [chosen(FJORD, on=3, start=None)],
            chosen(FJORD, on=3, start=None),
            3,
            "withdrawal.has_begun",
        ),
        (
            [Held(EventId("k"), Outcome.KEEPS, day(3), TOWN)],
            Held(EventId("k"), Outcome.KEEPS, day(3)),
            9,
            None,
        ),
    ],
)
def test_only_a_standing_answer_that_has_not_begun_can_be_taken_back(answers, choice, on, code):
    objection = objection_to_withdrawing(answers, choice.choice, day(on))

    assert (objection and objection.code) == code


PROVIDERS = st.sampled_from([TOWN, FJORD, LIND])


@st.composite
def lives(draw):
    """Answers of one service, oldest first, each judged when it came."""
    answers: list[Held] = []
    received = date(2026, 11, 1)
    for number in range(draw(st.integers(1, 6))):
        received += timedelta(days=draw(st.integers(0, 20)))
        notice = timedelta(days=draw(st.integers(0, 30)))
        interim = helping_on(HAS_TOWN, answers, received)
        answers.append(
            Held(
                EventId(str(number)),
                Outcome.CHOSEN,
                received,
                draw(PROVIDERS),
                received + notice,
                interim=interim,
            )
        )
        if (
            draw(st.booleans())
            and objection_to_withdrawing(answers, EventId(str(number)), received) is None
        ):
            answers[-1] = replace(answers[-1], is_withdrawn=True)
    return answers


@given(lives(), st.integers(0, 60))
def test_somebody_always_helps_who_has_help(answers, later):
    assert helping_on(HAS_TOWN, answers, answers[-1].on + timedelta(days=later)) is not None


@given(lives())
def test_the_standing_answer_delivers_once_it_has_begun(answers):
    held = standing(answers)
    if held is not None and held.begins_on is not None:
        assert helping_on(HAS_TOWN, answers, max(held.begins_on, answers[-1].on)) == held.provider


@given(lives())
def test_nobody_is_without_help_or_moved_by_a_withdrawal(answers):
    *earlier, last = answers
    if last.is_withdrawn:
        assert helping_on(HAS_TOWN, answers, last.on) == helping_on(HAS_TOWN, earlier, last.on)
