"""The pages of a visit: made ahead, shown from the top, thrown away with the visit."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.devtools.accessible import name_of
from kiosk.domain.case import CaseRef
from kiosk.ui.shell import VISIT_PAGES, Page
from kiosk.ui.turner import Turner
from tests.audit.focus import tab_round
from tests.stage import memory_program, open_stage

OTHER = CaseRef("EV-1017")


@pytest.fixture
def stage(qapp, tmp_path):
    with open_stage(memory_program(), home=tmp_path) as opened:
        opened.visit()
        yield opened


def page_frames(stage):
    """One turner for each citizen's page that there is."""
    return [turner for turner in stage.open.window.findChildren(Turner) if turner.parentItem()]


def throw_away():
    """Delete what was dropped, as the event loop does."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def focused_name(stage):
    item = stage.open.window.activeFocusItem()
    return name_of(QAccessible.queryAccessibleInterface(item))


def test_every_page_is_made_while_the_first_is_read(stage):
    assert len(page_frames(stage)) == len(VISIT_PAGES)


def test_only_the_page_that_is_shown_can_be_seen_heard_or_reached(stage):
    assert sum(turner.isVisible() for turner in page_frames(stage)) == 1
    assert stage.reader.names(QAccessible.Role.Heading) == ["Velkommen, Solveig"]
    assert all(item.isVisible() for item in tab_round(stage.open.window))


def test_making_a_page_leaves_the_focus_where_it_is(stage):
    assert focused_name(stage) == "Velkommen, Solveig"


def test_a_page_that_is_shown_again_has_its_title_in_focus(stage):
    for _ in range(2):
        stage.reader.press("Videre")
        assert focused_name(stage) == stage.reader.names(QAccessible.Role.Heading)[0]
        stage.reader.press("Tilbake")
    assert focused_name(stage) == "Velkommen, Solveig"


def test_the_same_pages_serve_the_whole_visit(stage):
    before = {id(turner) for turner in page_frames(stage)}

    for page in VISIT_PAGES:
        stage.open.shell.show(page)
        stage.reader.settle()

    assert {id(turner) for turner in page_frames(stage)} == before


def test_an_answer_is_shown_as_it_is_now(stage):
    answer, section = stage.open.citizen.answer, stage.open.state.sections[0]
    for provider in section.providers:
        answer.show(section.service, provider.id)
        stage.open.shell.show(Page.ANSWER)
        stage.reader.settle()
        facts = [fact.value for fact in provider.facts]
        assert focused_name(stage) == provider.name
        assert [row["value"] for row in answer.facts.rows()] == facts


def test_nothing_of_a_visit_is_left_on_the_staffs_side(stage):
    stage.open.shell.show(Page.SIGN_IN)
    throw_away()

    assert stage.open.window.findChildren(Turner) == []


def test_the_next_visit_has_pages_of_its_own(stage):
    first = page_frames(stage)[0]

    stage.visit(OTHER)
    throw_away()

    assert first not in page_frames(stage)
    assert "Solveig" not in " ".join(texts(stage.open.window.contentItem()))


def texts(item: QQuickItem) -> list[str]:
    """Every text of an item and below, whether it is shown or not."""
    own = item.property("text")
    below = [text for child in item.childItems() for text in texts(child)]
    return [own, *below] if isinstance(own, str) else below
