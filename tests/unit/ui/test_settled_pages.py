"""Pages come to rest: no turn gives room to a block and takes it back when the block is shown."""

import pytest

from kiosk.domain.choice import DoesNotWish
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.theme.tokens import TextSize
from kiosk.ui.shell import Page
from kiosk.ui.turner import Turner
from tests.stage import memory_program, open_stage

MANY = 300


@pytest.fixture
def plans(monkeypatch):
    """How often blocks were planned; beyond many no more, so that a test ends."""
    counted: list[Turner] = []
    plan = Turner.updatePolish

    def counting(turner):
        counted.append(turner)
        if len(counted) < MANY:
            plan(turner)

    monkeypatch.setattr(Turner, "updatePolish", counting)
    return counted


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("device", ["laptop-14", "kiosk-21", "kiosk-21-portrait"])
def test_the_stored_page_comes_to_rest(qapp, plans, device, size):
    with open_stage(memory_program(), device, size) as stage:
        stage.visit()
        state = stage.open.state
        visit = state.visit.with_nonchoice_shown()
        visit = visit.answered(visit.services[0], DoesNotWish())
        state.update(visit.decided_by(Decider(DeciderRole.SELF)))
        stage.open.shell.show(Page.REVIEW)
        stage.reader.settle()
        plans.clear()

        stage.open.citizen.review.store()
        stage.reader.settle()

    assert len(plans) < MANY
