"""Cards are never cut: more providers, a lower window and long titles turn into pages."""

from dataclasses import replace

import pytest

from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId
from kiosk.theme.tokens import TextSize
from kiosk.ui.turner import Turner
from tests.stage import example, memory_program, open_stage


def with_more(count):
    """The example with so many further providers in the zone of the visit."""
    base = next(p for p in example().providers if p.id == "granly")
    more = tuple(
        replace(base, id=ProviderId(f"more-{n}"), name=LocalText.same(f"Fjellheim omsorg {n} AS"))
        for n in range(count)
    )
    return replace(example(), providers=example().providers + more)


def overflow_px(stage):
    """By how much the cards are taller than the room that they have; 0 when they fit."""
    turners = stage.open.window.findChildren(Turner)
    turner = next(turner for turner in turners if turner.isVisible())
    return max(0.0, turner.property("shownHeight") - turner.property("room"))


def shown_first_service(stage):
    stage.visit()
    stage.open.flow._show_service(0)
    stage.reader.settle()


@pytest.mark.parametrize("more", [0, 1, 6])
@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("device", ["laptop-14", "laptop-15", "kiosk-21", "kiosk-21-portrait"])
def test_n17_cards_fit_however_many_providers_there_are(qapp, device, size, more):
    with open_stage(memory_program(with_more(more)), device, size) as stage:
        shown_first_service(stage)

        assert overflow_px(stage) == 0


@pytest.mark.parametrize("lost_px", [40, 84, 150])
def test_n17_cards_fit_in_a_window_that_is_lower_than_the_screen(qapp, lost_px):
    with open_stage(memory_program()) as stage:
        window = stage.open.window
        window.setHeight(window.height() - lost_px)
        shown_first_service(stage)

        assert overflow_px(stage) == 0


@pytest.mark.parametrize("more", [0, 1, 6])
def test_n17_not_choosing_is_on_every_page_of_cards_at_the_usual_size(qapp, more):
    with open_stage(memory_program(with_more(more))) as stage:
        shown_first_service(stage)
        overview = stage.open.citizen.overview

        pages = 1
        while overview.hasMoreCards:
            assert len(overview.options.rows()) == 3
            overview.goOn()
            pages += 1

        assert len(overview.options.rows()) == 3
        assert pages == (1 if more == 0 else 2)


def test_n14_every_name_is_on_one_page_at_the_usual_size(qapp):
    with open_stage(memory_program()) as stage:
        shown_first_service(stage)

        assert len(stage.open.citizen.overview.providers.rows()) == 6
