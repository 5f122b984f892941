"""Two switches, one that moves and one that selects, write with the keys of the screen (access D05)."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import Role
from kiosk.domain.decider import DeciderRole
from kiosk.theme.tokens import TextSize
from tests.audit.hands import centre, click
from tests.audit.programs import steady_program
from tests.audit.setups import NB, NN
from tests.audit.snapshot import item_of, rect_of
from tests.stage import CODE, OFFICER, Stage, open_stage

SCREENS = ("kiosk-21", "kiosk-21-portrait")
SIZES = (TextSize.M, TextSize.XL)
LAST = "Skjul tastene"


@pytest.fixture
def device() -> str:
    """The usual screen; a test may name others."""
    return "kiosk-21"


@pytest.fixture
def size() -> TextSize:
    """The usual size; a test may name others."""
    return TextSize.M


@pytest.fixture
def stage(device: str, size: TextSize, qapp: object) -> Iterator[Stage]:
    """The sign-in page."""
    with open_stage(steady_program(), device, size) as opened:
        yield opened


@pytest.fixture
def search(stage: Stage) -> QQuickItem:
    """The search field of the case list, with the focus in it."""
    stage.open.staff.desk.signIn.pick(OFFICER)
    stage.open.staff.desk.signIn.signIn(CODE)
    return _write_in_field(stage)


@pytest.fixture
def name(stage: Stage) -> QQuickItem:
    """The name of a guardian, on a page for citizens, with the focus in it."""
    stage.visit()
    who = stage.open.citizen.who
    who.start()
    who.pickRole(DeciderRole.GUARDIAN.value)
    who.goOn()
    stage.reader.settle()
    return _write_in_field(stage)


def test_tab_goes_from_the_field_through_the_keys_to_the_next_control(stage, search):
    after = _next(stage, search)
    search.forceActiveFocus()

    reached = [_tab(stage) for _ in _keys(stage)]

    assert [_name(item) for item in reached] == [_name(item) for item in _keys(stage)]
    assert _name(reached[-1]) == LAST
    assert _tab(stage) is after


def test_and_back_the_same_way(stage, search):
    there = [search, *(_tab(stage) for _ in range(len(_keys(stage)) + 1))]

    back = [_tab(stage, Qt.Key.Key_Backtab) for _ in there[1:]]

    assert back == there[-2::-1]


def test_the_field_before_is_reached_from_the_field(stage, search):
    _tab(stage)
    assert _tab(stage, Qt.Key.Key_Backtab) is search
    assert not _tab(stage, Qt.Key.Key_Backtab).property("isKey")


def test_tab_comes_round_and_meets_the_keys_once(stage, search):
    reached = list(itertools.takewhile(lambda item: item is not search, _tabs(stage)))

    names = [_name(item) for item in reached if item.property("isKey")]
    assert names == [_name(item) for item in _keys(stage)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return], ids=["space", "return"])
def test_two_switches_write_a_name(stage, name, key):
    for wanted in ("Stor bokstav", "Ø", "y"):
        _move_to(stage, wanted)
        QTest.keyClick(stage.open.window, key)

    assert name.property("text") == "Øy"


def test_two_switches_hide_the_keys_and_go_on(stage, search):
    _move_to(stage, LAST)
    QTest.keyClick(stage.open.window, Qt.Key.Key_Space)
    stage.reader.settle()

    assert stage.open.window.activeFocusItem() is search
    assert not stage.reader.has("q", Role.Button)
    assert not _tab(stage).property("isKey")


def test_the_other_characters_are_reached_where_the_letters_were(stage, search):
    for wanted in ("Andre tegn", "š"):
        _move_to(stage, wanted)
        QTest.keyClick(stage.open.window, Qt.Key.Key_Space)

    assert search.property("text") == "š"


def test_what_follows_the_keys_is_never_covered_by_them(stage, name):
    for item in itertools.takewhile(lambda item: item is not name, _tabs(stage)):
        stage.reader.settle()
        tops = [rect_of(each).top() for each in _keys(stage)]

        assert item.property("isKey") or not tops or rect_of(item).bottom() <= min(tops)


def test_a_keyboard_puts_the_keys_away_and_a_tap_in_the_field_brings_them_back(stage, search):
    QTest.keyClick(stage.open.window, Qt.Key.Key_B)
    stage.reader.settle()
    away = not stage.reader.has("q", Role.Button)
    click(stage.open.window, centre(search))
    stage.reader.settle()

    assert search.property("text") == "b"
    assert away
    assert stage.reader.has("q", Role.Button)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("device", SCREENS)
@pytest.mark.parametrize("field", ["search", "name"])
def test_d07_field_and_focus_stay_whole_in_sight(stage, field, request):
    item = request.getfixturevalue(field)
    stage.reader.settle()

    for key in itertools.chain([item], _some(_tabs(stage, LAST))):
        stage.reader.settle()
        top = min(rect_of(each).top() for each in _keys(stage))
        shown = rect_of(item)
        assert shown.top() >= 0
        assert shown.bottom() <= top
        assert stage.open.window.contentItem().contains(rect_of(key).center())
        assert key is item or key.property("visualFocus")


@pytest.mark.parametrize("language", [NB, NN], ids=lambda language: language.value)
def test_every_key_says_what_it_does(stage, search, language):
    stage.open.settings.set_language(language)
    stage.reader.settle()

    names = [_name(item) for item in _keys(stage)]

    assert len(set(names)) == len(names)
    assert {"æ", "ø", "å", "7"} <= set(names)
    assert all(name and (len(name) == 1 or name[0].isupper()) for name in names)


def _tabs(stage: Stage, last: str = "") -> Iterator[QQuickItem]:
    """What Tab reaches, to the control of this name."""
    for _ in range(200):
        item = _tab(stage)
        yield item
        if last and _name(item) == last:
            return


def _some(items: Iterator[QQuickItem]) -> Iterator[QQuickItem]:
    return (item for number, item in enumerate(items) if number % 12 == 0 or _name(item) == LAST)


def _move_to(stage: Stage, name: str) -> None:
    assert next((item for item in _tabs(stage, name) if _name(item) == name), None)


def _next(stage: Stage, field: QQuickItem) -> QQuickItem:
    """What follows the field where no keys are."""
    stage.reader.press(LAST, Role.Button)
    field.forceActiveFocus()
    stage.reader.settle()
    following = field.nextItemInFocusChain(True)
    field.parentItem().forceActiveFocus()
    item_of(stage.reader.find("Saker")).forceActiveFocus()
    return following


def _tab(stage: Stage, key: Qt.Key = Qt.Key.Key_Tab) -> QQuickItem:
    QTest.keyClick(stage.open.window, key)
    item = stage.open.window.activeFocusItem()
    assert item is not None
    return item


def _name(item: QQuickItem) -> str:
    return str(item.property("text"))


def _keys(stage: Stage) -> list[QQuickItem]:
    return [
        item_of(node)
        for node in stage.reader.nodes()
        if node.role() is Role.Button and item_of(node).property("isKey")
    ]


def _write_in_field(stage: Stage) -> QQuickItem:
    (node,) = (node for node in stage.reader.nodes() if node.role() is Role.EditableText)
    field = item_of(node)
    field.forceActiveFocus()
    stage.reader.settle()
    return field
