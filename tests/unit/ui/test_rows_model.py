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


def test_further_rows_are_added_to_those_that_stay(model, qtbot):
    three = [*model.rows(), {"key": "c", "name": "Hagen SA"}]

    with qtbot.assertNotEmitted(model.dataChanged), qtbot.waitSignal(model.rowsInserted) as added:
        model.show(three)

    assert model.rows() == tuple(three)
    assert added.args[1:] == [2, 2]


def test_rows_too_many_are_taken_from_the_end(model, qtbot):
    with qtbot.waitSignals([model.dataChanged, model.rowsRemoved]):
        model.show([{"key": "b", "name": "Granly"}])

    assert model.rows() == ({"key": "b", "name": "Granly"},)


def test_no_rows_are_left_of_an_empty_list(model):
    model.show([])

    assert model.rows() == ()


def test_unchanged_rows_are_not_announced(model, qtbot):
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show([{"key": "a", "name": "Lind AS"}, {"key": "b", "name": "Granly"}])
