"""What each provider hears: starts, stops, moved days, and what is cancelled."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.choice import Correction, EventId, Outcome
from kiosk.domain.event import ChoiceRecorded, ChoiceWithdrawn
from kiosk.domain.helping import Help, Listed, helping_on
from kiosk.domain.lifecycle import Held
from kiosk.domain.service import ProviderId
from kiosk.domain.start_stop import Change, Turn, answers_after, changes, turns
from tests.record_samples import NURSING, TODAY, choice, chosen, event, recorded, withdrawal

OLD, FJORD, LIND = ProviderId("gammel"), ProviderId("fjord"), ProviderId("lind")
LONG_AGO = date(2024, 1, 1)
START = date(2026, 11, 17)
LATER = date(2026, 12, 1)


def held(provider, start_on=START, on=TODAY, **changes_):
    return Held(EventId(f"{provider}-{on}"), Outcome.CHOSEN, on, provider, start_on, **changes_)


def planned(*answers, listed=OLD):
    return turns({NURSING: Help(Listed(listed, LONG_AGO), answers)})


def start(provider, day=START):
    return Turn(day, NURSING, provider, is_start=True)


def stop(provider, day=START):
    return Turn(day, NURSING, provider, is_start=False)


BEFORE = planned()


def test_a_switch_is_a_start_and_a_stop_on_one_day():
    told = changes(planned(held(FJORD)), BEFORE)

    assert set(told) == {Change(start(FJORD)), Change(stop(OLD))}


def test_who_keeps_helping_hears_nothing():
    assert changes(planned(held(OLD, None)), BEFORE) == ()


def test_a_first_provider_starts_and_nobody_stops():
    told = changes(planned(held(FJORD), listed=None), planned(listed=None))

    assert told == (Change(start(FJORD)),)


def test_who_helps_until_then_starts_at_once_and_stops_on_the_day():
    plan = held(FJORD, interim=LIND)

    told = changes(planned(plan, listed=None), planned(listed=None))

    assert set(told) == {
        Change(start(LIND, TODAY)),
        Change(stop(LIND)),
        Change(start(FJORD)),
    }


def test_a_place_that_is_waited_for_is_told_to_nobody():
    waiting = held(FJORD, None, waits_for_place=True, interim=OLD)

    assert changes(planned(waiting), BEFORE) == ()


def test_a_start_that_was_told_and_replaced_is_cancelled():
    first = held(FJORD)
    second = held(LIND, LATER, TODAY + timedelta(days=2))

    told = changes(planned(first, second), planned(first))

    assert set(told) == {
        Change(start(FJORD), is_cancelled=True),
        Change(stop(OLD, LATER), instead_of=START),
        Change(start(LIND, LATER)),
    }


def test_a_start_that_was_never_told_and_replaced_is_told_to_nobody():
    second = held(LIND, LATER, TODAY + timedelta(days=2))

    told = changes(planned(held(FJORD), second), BEFORE)

    assert FJORD not in {change.turn.provider for change in told}


def test_a_start_that_may_have_been_told_is_cancelled_too():
    first = held(FJORD)
    second = held(LIND, LATER, TODAY + timedelta(days=2))

    told = changes(planned(first, second), BEFORE, planned(first))

    assert Change(start(FJORD), is_cancelled=True) in told
    assert Change(start(LIND, LATER)) in told


def test_what_may_have_been_told_and_still_holds_is_told_again():
    plan = planned(held(FJORD))

    assert set(changes(plan, BEFORE, plan)) == {Change(start(FJORD)), Change(stop(OLD))}


def test_what_is_taken_back_is_cancelled_for_both():
    plan = held(FJORD)

    told = changes(planned(held(FJORD, is_withdrawn=True)), planned(plan))

    assert set(told) == {
        Change(start(FJORD), is_cancelled=True),
        Change(stop(OLD), is_cancelled=True),
    }


def test_who_has_begun_stops_when_the_next_one_begins():
    first = held(FJORD)
    second = held(LIND, LATER, START + timedelta(days=1))

    told = changes(planned(first, second), planned(first))

    assert set(told) == {Change(stop(FJORD, LATER)), Change(start(LIND, LATER))}


def test_a_corrected_answer_leaves_and_its_correction_stands_on_the_same_day():
    wrong = choice("2026/1", chosen(NURSING, "fjord"))
    right = choice("2026/1", chosen(NURSING, "lind"))
    body = ChoiceRecorded(right, "EV", Correction(wrong.id, "feil", TODAY - timedelta(days=3)))

    answers = answers_after([recorded(wrong), event(body, id=right.id)])

    (only,) = answers[NURSING]
    assert (only.choice, only.provider, only.on) == (right.id, LIND, TODAY - timedelta(days=3))


def test_a_withdrawn_answer_stays_and_is_marked():
    value = choice()
    back = withdrawal(value.id)

    answers = answers_after([recorded(value), event(ChoiceWithdrawn(back, "EV"), id=back.id)])

    assert [each.is_withdrawn for each in answers[NURSING]] == [True]


PLANS = st.lists(
    st.tuples(
        st.sampled_from([OLD, FJORD, LIND, None]),
        st.integers(0, 9),
        st.none() | st.integers(0, 20),
        st.booleans(),
    ),
    max_size=5,
)


@given(PLANS, st.integers(0, 40))
def test_the_turns_add_up_to_who_helps(plans, after):
    answers = tuple(
        held(
            provider,
            None if wait is None else TODAY + timedelta(days=day + wait),
            TODAY + timedelta(days=day),
            is_withdrawn=is_withdrawn,
        )
        for provider, day, wait, is_withdrawn in sorted(plans, key=lambda plan: plan[1])
    )
    listed = Listed(OLD, LONG_AGO)
    day = TODAY + timedelta(days=after)

    helping: set[ProviderId] = set()
    for turn in sorted(turns({NURSING: Help(listed, answers)})):
        if turn.day <= day:
            (helping.add if turn.is_start else helping.discard)(turn.provider)

    who = helping_on(listed, answers, day)
    assert helping == ({who} if who else set())
