"""Visits whose answers are stored, past the citizen's pages."""

from collections.abc import Mapping

from kiosk.domain.choice import Answer, EventId, Keeps
from kiosk.domain.language import Language
from kiosk.ui.tasks import ImmediateTasks
from kiosk.ui.viewmodels.review_page import ReviewPage
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, StaffWorld


def stored_visit(world: StaffWorld) -> EventId:
    """The case's person keeps who helps with nursing; the note is still missing."""
    state = world.state
    begun = world.program.hand_over.begin(factory.CASE, Language.BOKMAL, (), KARI)
    state.begin(begun, KARI)
    visit = state.visit.with_nonchoice_shown().answered(factory.NURSING, Keeps())
    review = ReviewPage(state, ImmediateTasks())
    state.update(visit.decided_by(factory.SELF))
    review.store()
    assert state.choice is not None
    stored = state.choice.id
    state.end()
    return stored


def answered(world: StaffWorld, answers: Mapping[str, Answer]) -> EventId:
    """A whole visit with these answers of the person, by ``nursing`` and ``practical``."""
    services = {"nursing": factory.NURSING, "practical": factory.PRACTICAL}
    state = world.state
    begun = world.program.hand_over.begin(factory.CASE, Language.BOKMAL, (), KARI)
    state.begin(begun, KARI)
    visit = state.visit.with_nonchoice_shown()
    for key, answer in answers.items():
        visit = visit.answered(services[key], answer)
    review = ReviewPage(state, ImmediateTasks())
    state.update(visit.decided_by(factory.SELF))
    review.store()
    assert state.choice is not None
    stored = state.choice.id
    state.end()
    return stored
