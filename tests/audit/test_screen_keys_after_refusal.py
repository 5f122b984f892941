"""A finger writes in a field wherever a refusal has moved it (access A10, D05)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtQuick import QQuickItem

from kiosk.devtools.accessible import Role
from kiosk.domain.decider import DeciderRole
from kiosk.theme.tokens import TextSize
from tests.audit.hands import centre, click
from tests.audit.programs import steady_program
from tests.audit.setups import NB, NN
from tests.audit.snapshot import item_of, rect_of
from tests.stage import CODE, Stage, open_stage

FRAMES = 6
MOST_TURNS = 9
SHOWN = (
    ("kiosk-21", TextSize.XL, NB),
    ("kiosk-21", TextSize.XL, NN),
    ("kiosk-21-portrait", TextSize.XL, NN),
    ("kiosk-21", TextSize.M, NB),
)


@pytest.fixture(params=SHOWN, ids=lambda shown: f"{shown[0]}-{shown[1].value}-{shown[2].value}")
def refused(request: pytest.FixtureRequest, qapp: object) -> Iterator[Stage]:
    """The page about a guardian, after going on without a name."""
    device, size, language = request.param
    with open_stage(steady_program(), device, size) as stage:
        stage.visit()
        stage.open.settings.set_language(language)
        who = stage.open.citizen.who
        who.start()
        who.pickRole(DeciderRole.GUARDIAN.value)
        who.goOn()
        who.confirmBasis()
        stage.reader.settle()
        yield stage


def test_the_field_stands_above_the_keys_and_takes_what_they_write(refused):
    field = _field(refused)

    _touch(refused, field)

    keys = _keys(refused)
    assert keys
    assert field.isVisible()
    assert rect_of(field).bottom() <= min(rect_of(key).top() for key in keys)
    _touch(refused, next(key for key in keys if key.property("text") == "a"))
    assert field.property("text") == "a"


def test_it_is_still_shown_when_the_keys_are_put_away(refused):
    field = _field(refused)
    _touch(refused, field)

    _touch(refused, _keys(refused)[-1])

    assert _keys(refused) == []
    assert field.isVisible()
    assert field.hasActiveFocus()


def test_whoever_is_done_writing_sees_the_page_again(refused):
    field = _field(refused)
    done = refused.open.shell.words.pgettext("key", "Done")
    _touch(refused, field)
    _touch(refused, next(key for key in _keys(refused) if key.property("text") == "a"))

    _touch(refused, next(key for key in _keys(refused) if key.property("text") == done))

    assert _keys(refused) == []
    assert field.property("text") == "a"


@pytest.fixture(params=SHOWN, ids=lambda shown: f"{shown[0]}-{shown[1].value}-{shown[2].value}")
def given_back(request: pytest.FixtureRequest, qapp: object) -> Iterator[Stage]:
    """The page between the two sides, after a wrong code."""
    device, size, language = request.param
    with open_stage(steady_program(), device, size) as stage:
        stage.visit()
        stage.open.settings.set_language(language)
        stage.open.shell.endVisit()
        stage.open.desk.staff.giveBack.tryCode("wrong")
        stage.reader.settle()
        yield stage


def test_staff_take_the_screen_back_with_a_finger(given_back):
    field = _field(given_back)
    _touch(given_back, field)

    for letter in CODE:
        _touch(given_back, next(key for key in _keys(given_back) if key.property("text") == letter))
    keys = _keys(given_back)

    assert rect_of(field).bottom() <= min(rect_of(key).top() for key in keys)
    _touch(given_back, keys[-1])
    given_back.reader.press(
        given_back.open.shell.words.gettext("Take the screen back"), Role.Button
    )
    given_back.reader.settle()
    assert not given_back.open.shell.current.is_citizens


def _field(stage: Stage) -> QQuickItem:
    """The only field, on whichever turn it stands."""
    more = stage.open.shell.words.gettext("Show more")
    for _ in range(MOST_TURNS):
        if found := _items(stage, Role.EditableText):
            return found[0]
        stage.reader.press(more, Role.Button)
        stage.reader.settle()
    pytest.fail("no turn has a field")


def _touch(stage: Stage, item: QQuickItem) -> None:
    click(stage.open.window, centre(item))
    for _ in range(FRAMES):
        QCoreApplication.processEvents()
        stage.open.window.grabWindow()
    stage.reader.settle()


def _items(stage: Stage, role: Role) -> list[QQuickItem]:
    return [item_of(node) for node in stage.reader.nodes() if node.role() is role]


def _keys(stage: Stage) -> list[QQuickItem]:
    return [item for item in _items(stage, Role.Button) if item.property("isKey")]
