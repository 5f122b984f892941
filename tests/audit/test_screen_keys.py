"""Keys on the screen of a machine without a keyboard (access C, D, E01, F05)."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import Role, name_of
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.shell import Page
from tests.audit.hands import centre, click
from tests.audit.programs import steady_program
from tests.audit.setups import NB, NN
from tests.audit.snapshot import item_of, rect_of
from tests.stage import CODE, OFFICER, Stage, open_stage

KEY_MM, FLOOR_MM, GAP_MM = 20.0, 16.0, 6.0
KIOSKS = ("kiosk-21", "kiosk-21-portrait", "kiosk-24-portrait", "kiosk-32", "kiosk-32-portrait")
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
SAMI = "áčđŋšŧž"


@pytest.fixture
def device() -> str:
    """The usual screen; a test may name others."""
    return "kiosk-21"


@pytest.fixture
def stage(device: str, qapp: object) -> Iterator[Stage]:
    """The sign-in page."""
    with open_stage(steady_program(), device) as opened:
        yield opened


@pytest.fixture
def search(stage: Stage) -> QQuickItem:
    """The search field of the case list, with the focus in it."""
    stage.open.staff.desk.signIn.pick(OFFICER)
    stage.open.staff.desk.signIn.signIn(CODE)
    return _write_in_field(stage)


def test_somebody_signs_in_with_one_finger(stage):
    _tap(stage, next(name for name in stage.reader.names() if name.startswith(OFFICER)))

    for character in CODE:
        _tap(stage, character)
    _tap(stage, "Ferdig")

    assert stage.open.shell.current is Page.CASES


def test_the_code_is_nowhere_in_the_tree(stage):
    _tap(stage, next(name for name in stage.reader.names() if name.startswith(OFFICER)))
    for character in CODE:
        _tap(stage, character)

    field = _field(stage)
    texts = [text for node in stage.reader.nodes() for text in _texts(node)]

    assert item_of(field).property("text") == "•" * len(CODE)
    assert [text for text in texts if CODE[2:] in text] == []


def test_a_search_is_written_with_the_letters_of_norwegian(stage, search):
    for name in ("å", "s", "e"):
        _tap(stage, name)

    assert search.property("text") == "åse"
    assert stage.open.staff.desk.cases.search == "åse"


def test_one_capital_letter_at_a_time(stage, search):
    for name in ("Stor bokstav", "Ø", "y"):
        _tap(stage, name)

    assert search.property("text") == "Øy"


@pytest.mark.parametrize("letter", SAMI)
def test_sami_letters_are_among_the_other_characters(stage, search, letter):
    for name in ("Andre tegn", letter):
        _tap(stage, name)

    assert search.property("text") == letter


def test_every_letter_has_a_key(stage, search):
    names = set(stage.reader.names(Role.Button))

    assert set(LETTERS + "0123456789") <= names


def test_the_last_character_is_deleted_then_all(stage, search):
    for name in ("a", "b", "c", "Slett siste tegn"):
        _tap(stage, name)
    first = search.property("text")

    _tap(stage, "Slett alt")

    assert (first, search.property("text")) == ("ab", "")


def test_a_masked_field_is_emptied_too(stage):
    stage.open.staff.desk.signIn.pick(OFFICER)
    stage.reader.settle()
    field = _write_in_field(stage)
    for name in ("1", "2", "Slett siste tegn", "Slett alt", "3"):
        _tap(stage, name)

    assert field.property("text") == "•"


def test_a_space_is_written(stage, search):
    for name in ("a", "Mellomrom", "b"):
        _tap(stage, name)

    assert search.property("text") == "a b"


def test_a_key_writes_where_the_cursor_is_and_over_what_is_selected(stage, search):
    for name in ("a", "c"):
        _tap(stage, name)
    search.setProperty("cursorPosition", 1)
    _tap(stage, "b")

    assert search.property("text") == "abc"


def test_keys_of_a_keyboard_go_on_working(stage, search):
    _tap(stage, "a")
    QTest.keyClick(stage.open.window, Qt.Key.Key_B)

    assert search.property("text") == "ab"


def test_the_focus_stays_in_the_field(stage, search):
    _tap(stage, "a")

    assert stage.open.window.activeFocusItem() is search


def test_d01_tab_and_space_write_as_well(stage, search):
    window = stage.open.window
    wanted = item_of(stage.reader.find("q", Role.Button))
    for _ in range(200):
        if window.activeFocusItem() is wanted:
            break
        QTest.keyClick(window, Qt.Key.Key_Tab)
    QTest.keyClick(window, Qt.Key.Key_Space)

    assert search.property("text") == "q"


def test_the_keys_can_be_put_away_and_come_back(stage, search):
    _tap(stage, "Skjul tastene")
    away = stage.reader.has("q", Role.Button)
    click(stage.open.window, centre(search))
    item_of(stage.reader.find("Saker")).forceActiveFocus()
    click(stage.open.window, centre(search))
    stage.reader.settle()

    assert not away
    assert stage.reader.has("q", Role.Button)


def test_whoever_is_done_searching_sees_the_whole_list(stage, search):
    for name in ("a", "Ferdig"):
        _tap(stage, name)

    assert not stage.reader.has("q", Role.Button)
    assert stage.open.staff.desk.cases.search == "a"


def test_another_page_begins_without_keys(stage, search):
    stage.open.staff.desk.openOffice()
    stage.reader.settle()

    assert not stage.reader.has("q", Role.Button)


@pytest.mark.parametrize("device", ["laptop-14", "laptop-15"])
def test_a_laptop_shows_no_keys(stage, search):
    assert not stage.reader.has("q", Role.Button)


@pytest.mark.parametrize("device", KIOSKS)
def test_c02_c03_keys_are_as_large_and_far_apart_as_they_must_be(stage, search):
    px_per_mm = stage.open.theme.device.px_per_mm
    rects = [rect_of(item) for item in _keys(stage)]

    narrowest = min(rect.width() for rect in rects) / px_per_mm
    lowest = min(rect.height() for rect in rects) / px_per_mm
    gap = min(
        max(
            one.left() - other.right(),
            other.left() - one.right(),
            one.top() - other.bottom(),
            other.top() - one.bottom(),
        )
        for one, other in itertools.combinations(rects, 2)
    )
    assert narrowest >= FLOOR_MM - 0.01
    assert lowest >= KEY_MM - 0.01
    assert gap / px_per_mm >= GAP_MM - 1 / px_per_mm


@pytest.mark.parametrize("device", KIOSKS)
def test_a10_keys_and_field_stand_whole_on_the_screen_together(stage, search):
    window = stage.open.window
    keys = [rect_of(item) for item in _keys(stage)]

    assert max(rect.right() for rect in keys) <= window.width()
    assert max(rect.bottom() for rect in keys) <= window.height()
    assert rect_of(search).bottom() < min(rect.top() for rect in keys)


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("device", KIOSKS)
def test_keys_with_words_fill_their_rows_whatever_they_write(stage, search, size):
    stage.open.theme.show(size, Contrast.STANDARD)
    stage.reader.settle()
    ends = {_ends_of_words(stage)}
    _tap(stage, "Andre tegn")
    ends.add(_ends_of_words(stage))

    (same,) = ends
    assert len(same) == 1


def _ends_of_words(stage: Stage) -> frozenset[float]:
    """Where each row of them ends."""
    rows: dict[float, float] = {}
    for key in _keys(stage):
        if len(str(key.property("text"))) > 1:
            rect = rect_of(key)
            rows[rect.top()] = max(rows.get(rect.top(), 0.0), rect.right())
    # Thirds of a width are cut to whole pixels.
    return frozenset(round(end / 4) for end in rows.values())


@pytest.mark.parametrize("language", [NB, NN], ids=lambda language: language.value)
def test_a08_no_word_leaves_its_key(stage, search, language):
    stage.open.settings.set_language(language)
    stage.reader.settle()

    wide = [
        name_of_key(item)
        for item in _keys(stage)
        if item.property("contentItem").property("implicitWidth") > item.width() - 4
    ]

    assert wide == []


def name_of_key(item: QQuickItem) -> str:
    """What is written on a key."""
    return str(item.property("text"))


def _keys(stage: Stage) -> list[QQuickItem]:
    return [
        item_of(node)
        for node in stage.reader.nodes()
        if node.role() is Role.Button and item_of(node).property("isKey")
    ]


def _tap(stage: Stage, name: str) -> None:
    click(stage.open.window, centre(item_of(stage.reader.find(name))))
    stage.reader.settle()


def _field(stage: Stage) -> QAccessibleInterface:
    (node,) = (node for node in stage.reader.nodes() if node.role() is Role.EditableText)
    return node


def _write_in_field(stage: Stage) -> QQuickItem:
    field = item_of(_field(stage))
    field.forceActiveFocus()
    stage.reader.settle()
    return field


def _texts(node: QAccessibleInterface) -> list[str]:
    kinds = (QAccessible.Text.Value, QAccessible.Text.Description)
    return [name_of(node), *(node.text(kind) for kind in kinds)]
