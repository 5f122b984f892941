"""The list model behind every list on a page."""

import pytest

from kiosk.ui.models.rows import RowsModel


@pytest.fixture
def model(qtmodeltester):
    rows = RowsModel(("key", "name"))
    rows.show([{"key": "a", "name": "Lind AS"}, {"key": "b", "name": "Granly"}])
    qtmodeltester.check(rows)
    return rows


def test_each_field_is_a_role(model):
    roles = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}

    assert model.data(model.index(1), roles["name"]) == "Granly"


def test_the_same_number_of_rows_changes_texts_without_a_reset(model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show([{"key": "a", "name": "Lind AS"}, {"key": "b", "name": "Hagen SA"}])


def test_another_number_of_rows_resets(model, qtbot):
    with qtbot.waitSignal(model.modelReset):
        model.show([])


def test_unchanged_rows_are_not_announced(model, qtbot):
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show([{"key": "a", "name": "Lind AS"}, {"key": "b", "name": "Granly"}])
