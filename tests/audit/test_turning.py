"""What does not fit waits for the next turn, and nothing is lost (access A11)."""

from collections.abc import Iterator

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.domain.language import Language
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.turner import Turner
from tests.audit.programs import steady_program
from tests.audit.setups import NB, NN
from tests.audit.snapshot import below
from tests.audit.walk import Place, Visitor, whole_visit
from tests.stage import Stage, open_stage

FLOOR_MM = 12.7
HELD = {"answer picked", "answer think picked"}


def test_a11_a_page_that_goes_on_says_so_with_a_button_of_full_size(walked):
    words = walked.say("Show more")
    pages = [page for page in walked.pages if page.place.page not in HELD]
    last_of = {page.place.page: page.place.turn for page in pages}
    missing = []
    for page in pages:
        buttons = [node for node in page.controls if node.name == words]
        goes_on = page.place.turn < last_of[page.place.page]
        sizes_mm = [walked.mm(min(node.rect.width(), node.rect.height())) for node in buttons]
        if goes_on != bool(buttons) or any(size_mm < FLOOR_MM for size_mm in sizes_mm):
            missing.append(str(page.place))

    assert missing == []


@pytest.mark.parametrize(
    ("device", "size", "language"),
    [
        ("laptop-14", TextSize.XL, NN),
        ("laptop-14", TextSize.M, NB),
        ("kiosk-21", TextSize.XL, NB),
        ("kiosk-21-portrait", TextSize.XL, NN),
    ],
)
def test_a11_every_text_of_a_page_stands_on_one_of_its_turns(qapp, device, size, language):
    wanted: dict[str, set[str]] = {}
    seen: dict[str, set[str]] = {}

    with open_stage(steady_program(), device, size, Contrast.STANDARD) as stage:
        stage.visit(language=language)
        for place in _turned_places(stage, language):
            wanted.setdefault(place.page, set()).update(_texts(stage, place, hidden_too=True))
            seen.setdefault(place.page, set()).update(_texts(stage, place, hidden_too=False))

    lost = {page: texts - seen[page] for page, texts in wanted.items() if texts - seen[page]}
    assert lost == {}


@pytest.mark.parametrize(
    ("device", "size"), [("laptop-14", TextSize.XL), ("kiosk-21", TextSize.XL)]
)
def test_a11_what_is_picked_after_a_refusal_stays_on_the_screen(qapp, device, size):
    with open_stage(steady_program(), device, size, Contrast.STANDARD) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        for place in whole_visit(visitor):
            if place.page == "who refused":
                break
        visitor.role("A guardian decides")

        picked = visitor.starting(f"{visitor.say('A guardian decides')}. ")
        assert picked is not None
        assert picked.state().checked


def _turned_places(stage: Stage, language: Language) -> Iterator[Place]:
    """Pages that are read to their end; those seen just after an answer are not."""
    places = whole_visit(Visitor(stage, language))
    return (place for place in places if place.page not in HELD)


def _texts(stage: Stage, place: Place, *, hidden_too: bool) -> set[str]:
    """Texts of the blocks that turn on the page that is shown; a text without height is not to be seen on any turn."""
    blocks = [
        block
        for item in below(stage.open.window.contentItem())
        if isinstance(item, Turner) and item.isVisible()
        for block in item.childItems()
        if block.height() > 0
    ]
    return {
        item.property("text")
        for block in blocks
        if hidden_too or block.isVisible()
        for item in below(block)
        if _is_text(item) and _is_shown_in(item, block)
    }


def _is_text(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and item.property("text") and item.height() > 0


def _is_shown_in(item: QQuickItem, block: QQuickItem) -> bool:
    """Whether an item is visible as soon as its block is."""
    inside = item
    while inside is not block:
        if block.isVisible() and not inside.isVisible():
            return False
        parent = inside.parentItem()
        assert parent is not None
        inside = parent
    return True
