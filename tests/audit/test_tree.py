"""What assistive technology sees (access E)."""

from collections import Counter

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from kiosk.devtools.accessible import name_of, press
from kiosk.theme.tokens import TextSize
from tests.audit.hands import finger
from tests.audit.programs import steady_program
from tests.audit.setups import NB
from tests.audit.snapshot import Snapshot, item_of
from tests.audit.walk import Visitor, whole_visit
from tests.stage import SOLVEIG, Stage, open_stage

Role = QAccessible.Role
LABEL = QAccessible.RelationFlag.Label
FRESH = {
    "welcome", "what", "nonchoice", "overview", "answer keep", "answer provider", "who", "basis",
    "review", "signature", "stored", "receipt print", "give back",
}  # fmt: skip


def test_e01_every_control_has_a_name(walked):
    assert [str(page.place) for page, node in walked.controls() if not node.name.strip()] == []


def test_e01_every_text_that_is_read_out_has_words(walked):
    silent = [
        f"{page.place}: {node.role.name}"
        for page in walked.pages
        for node in page.nodes
        if node.role in {Role.StaticText, Role.Heading} and not node.name.strip()
    ]

    assert silent == []


def test_e02_no_two_controls_of_a_role_share_a_name(walked):
    shared = [
        f"{page.place}: {role.name} {name}"
        for page in walked.pages
        for (role, name), count in Counter((node.role, node.name) for node in page.controls).items()
        if count > 1
    ]

    assert shared == []


def test_e03_what_is_written_on_a_control_is_in_its_name(walked):
    chosen = walked.say("Chosen. %1").partition("%1")[0]
    unsaid = []
    for page, node in walked.controls():
        spoken = f"{node.name} {node.description}"
        # That it is chosen is said by its state.
        texts = (ink.text.removeprefix(chosen) for ink in page.inks_of(node))
        unsaid += [f"{page.place}: {text!r} on {node}" for text in texts if text not in spoken]

    assert unsaid == []


def test_e04_every_visible_text_can_be_found(walked):
    lost = [
        f"{page.place}: {ink}"
        for page, ink in walked.inks()
        if ink.owner is None or not _speaks_for(page, ink.owner, ink.text)
    ]

    assert lost == []


def test_e04_no_text_is_read_out_twice(walked):
    doubled = [
        f"{page.place}: {node.name}"
        for page in walked.pages
        for node, following in zip(page.nodes, page.nodes[1:], strict=False)
        if node.role is following.role is Role.StaticText
        and node.rect.contains(following.rect)
        and following.name in node.name
    ]

    assert doubled == []


def test_e05_nothing_can_be_touched_that_nothing_speaks_for(walked):
    assert [str(page.place) for page in walked.pages if page.bare] == []


def test_e06_every_page_has_one_title(walked):
    # Three ways to begin, each under a heading in its own language.
    titled = {
        str(page.place): _titles(page)
        for page in walked.pages
        if page.place.page != "public attract"
    }

    assert {place: names for place, names in titled.items() if len(names) != 1} == {}


def test_e06_pages_have_titles_of_their_own(walked):
    titles = {
        page.place.page: _titles(page)[0]
        for page in walked.first_turns()
        if page.place.page
        in {"welcome", "what", "nonchoice", "overview", "who", "review", "stored"}
    }

    assert len(set(titles.values())) == len(titles)


def test_e07_every_choice_can_be_checked(walked):
    fixed = [
        f"{page.place}: {node}"
        for page, node in walked.controls()
        if node.role is Role.RadioButton and not node.is_checkable
    ]

    assert fixed == []


def test_e07_every_choice_belongs_to_a_named_group(walked):
    alone = [
        f"{page.place}: {node}"
        for page, node in walked.controls()
        if node.role is Role.RadioButton and not (node.groups and node.groups[0].strip())
    ]

    assert alone == []


def test_e07_of_every_setting_exactly_one_choice_is_checked(walked):
    pages = walked.named("welcome")
    checked = Counter(node.groups[0] for page in pages for node in page.controls if node.is_checked)
    groups = {node.groups[0] for page in pages for node in page.controls if node.is_checkable}

    assert checked == Counter(groups)


def test_e07_the_answer_is_still_checked_when_its_page_is_opened_again(qapp):
    with open_stage(steady_program()) as stage:
        visitor = _at_the_cards(stage)
        name = visitor.sections()[0].providers[0].name
        visitor.open_card(name)
        visitor.press(visitor.say("This is my answer"))
        visitor.all_answers()

        visitor.open_card(name)

        assert stage.reader.find(visitor.say("Your answer")).state().checked


def test_e08_a_screen_reader_does_what_a_finger_does(qapp):
    stored = []
    for hand in (lambda window: press, finger):
        with open_stage(steady_program(), "kiosk-21") as stage:
            stage.visit()
            places = [
                str(place) for place in whole_visit(Visitor(stage, NB, hand(stage.open.window)))
            ]
            states = stage.program.record.case_file(SOLVEIG).states
            stored.append((places, [state.outcome for state in states]))

    assert stored[0] == stored[1]


def test_e09_every_picture_has_a_name(walked):
    nameless = [
        str(page.place)
        for page in walked.pages
        for node in page.nodes
        if node.role is Role.Graphic and not node.name
    ]

    assert nameless == []


def test_e10_every_field_says_which_text_is_its_label(qapp):
    with open_stage(steady_program(), "kiosk-21") as stage:
        stage.visit()
        fields = [
            (name_of(node), [name_of(other) for other, _ in node.relations(LABEL)])
            for _ in whole_visit(Visitor(stage, NB))
            for node in stage.reader.nodes()
            if node.role() is Role.EditableText
        ]

    assert fields
    assert [name for name, labels in fields if labels != [name]] == []


def test_e15_the_title_has_the_focus_on_every_new_page(walked):
    astray = [
        f"{page.place}: {page.focused}"
        for page in walked.first_turns()
        if page.place.page in FRESH and page.focused not in _titles(page)
    ]

    assert astray == []


@pytest.mark.parametrize("size", [TextSize.M, TextSize.XL])
def test_e11_what_is_not_on_the_screen_is_not_in_the_tree(qapp, size):
    with open_stage(steady_program(), size=size) as stage:
        stage.visit()
        exposed = [
            f"{place}: {name_of(node)}"
            for place in whole_visit(Visitor(stage, NB))
            for node in _everything(stage)
            if not node.state().invisible and not item_of(node).isVisible()
        ]

    assert exposed == []


def test_e11_earlier_turns_are_hidden_from_the_tree(qapp):
    with open_stage(steady_program(), size=TextSize.XL) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        first, second = [stage.reader.names(Role.RadioButton) for _ in visitor.turns("welcome")][:2]

    assert set(first).isdisjoint(second)


def _at_the_cards(stage: Stage) -> Visitor:
    stage.visit()
    visitor = Visitor(stage, NB)
    for page in ("welcome", "what", "nonchoice"):
        list(visitor.turns(page))
        visitor.forward()
    return visitor


def _titles(page: Snapshot) -> list[str]:
    """Headings in the largest type."""
    headings = [node for node in page.nodes if node.role is Role.Heading and node.name]
    sizes = {node.name: page.inks_of(node)[0].font_px for node in headings}
    return [name for name, px in sizes.items() if px == max(sizes.values())]


def _speaks_for(page: Snapshot, owner: int, text: str) -> bool:
    node = page.nodes[owner]
    return node.is_control or text in f"{node.name} {node.description}"


def _everything(stage: Stage) -> list[QAccessibleInterface]:
    """The whole tree, what is invisible too."""
    found: list[QAccessibleInterface] = []
    waiting = [QAccessible.queryAccessibleInterface(stage.open.window)]
    while waiting:
        node = waiting.pop()
        below = [node.child(index) for index in range(node.childCount())]
        found += below
        waiting += below
    return found
