import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, Keeps
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.errors import RefusedError
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.session import Visit

SERVICES = (ServiceId("a"), ServiceId("b"), ServiceId("c"))
ANSWERS = st.one_of(st.just(Keeps()), st.just(DoesNotWish()), st.just(Chooses(ProviderId("lind"))))


def visit(**changes):
    return Visit(CaseRef("1"), SERVICES, **{"nonchoice_shown": True, **changes})


def test_refuses_an_answer_before_the_consequences_were_on_the_screen():
    with pytest.raises(RefusedError) as refused:
        visit(nonchoice_shown=False).answered(SERVICES[0], Keeps())

    assert [each.code for each in refused.value.refusals] == ["visit.nonchoice_not_shown"]


def test_answers_are_possible_once_the_consequences_were_on_the_screen():
    shown = visit(nonchoice_shown=False).with_nonchoice_shown()

    assert shown.answered(SERVICES[0], Keeps()).answers == {SERVICES[0]: Keeps()}


@given(st.lists(st.tuples(st.sampled_from(SERVICES), ANSWERS)))
def test_the_last_answer_for_a_service_holds_and_no_other_is_lost(given_answers):
    current = visit()
    for service, answer in given_answers:
        current = current.answered(service, answer)

    assert current.answers == dict(given_answers)


def test_clearing_takes_one_answer_away():
    both = visit().answered(SERVICES[0], Keeps()).answered(SERVICES[1], DoesNotWish())

    assert both.cleared(SERVICES[0]).answers == {SERVICES[1]: DoesNotWish()}


def test_unanswered_services_have_no_outcome_at_all():
    answered = visit().answered(SERVICES[1], Keeps())

    assert answered.unanswered() == (SERVICES[0], SERVICES[2])


def test_a_decider_can_be_changed_without_losing_answers():
    answered = visit().answered(SERVICES[0], Keeps()).decided_by(Decider(DeciderRole.SELF))

    again = answered.decided_by(Decider(DeciderRole.GUARDIAN, "Ola Prøve"))

    assert again.answers == {SERVICES[0]: Keeps()}


@pytest.mark.parametrize(
    "change",
    [
        lambda stored: stored.answered(SERVICES[0], Keeps()),
        lambda stored: stored.cleared(SERVICES[0]),
        lambda stored: stored.decided_by(None),
    ],
)
def test_nothing_changes_after_storing(change):
    with pytest.raises(RefusedError):
        change(visit().stored())
