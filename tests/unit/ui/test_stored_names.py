"""What has left the content since keeps the name that it was stored with."""

from dataclasses import replace

import pytest

from kiosk.domain.language import LocalText
from tests.unit.app import factory
from tests.unit.ui.staff_world import StaffWorld, column
from tests.unit.ui.visits import stored_visit


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.open_case()
    stored_visit(made)
    return made


def change(world, **parts):
    """Open the same record with another pack."""
    world.municipality = replace(world.municipality, **parts)
    world.program.municipality = world.municipality
    for kept in ("present", "explain", "review"):
        world.program.__dict__.pop(kept, None)
    world.desk.openCases()
    world.desk.cases.open(factory.CASE)


def without(items, gone):
    return tuple(item for item in items if item.id != gone)


def renamed(items, key, name):
    return tuple(
        replace(item, name=LocalText.same(name)) if item.id == key else item for item in items
    )


def shown(world):
    rows = (*world.desk.case.services.rows(), *world.desk.case.history.rows())
    return factory.plain(" ".join(str(value) for row in rows for value in row.values()))


def test_a_service_that_is_gone_keeps_its_name_on_the_case_page(world):
    change(world, services=without(world.municipality.services, factory.NURSING))

    assert column(world.desk.case.services, "name")[0] == "Home nursing"
    assert "Home nursing: keeps Lind AS." in shown(world)


def test_a_service_that_is_gone_keeps_its_name_in_the_list(world):
    change(world, services=without(world.municipality.services, factory.NURSING))
    rows = world.desk.cases.rows
    by_name = {bytes(name.data()): role for role, name in rows.roleNames().items()}

    told = rows.data(rows.index(0), by_name[b"lines"])

    assert told[0].startswith("Home nursing:")


def test_a_provider_that_is_gone_keeps_its_name(world):
    change(world, providers=without(world.municipality.providers, factory.LIND))

    assert factory.plain(column(world.desk.case.services, "helper")[0]) == (
        "Gets help from Lind AS, which is outside the choice"
    )
    assert "keeps Lind AS" in shown(world)


def test_an_answer_names_the_provider_as_it_was_called_that_day(world):
    change(world, providers=renamed(world.municipality.providers, factory.LIND, "Nytt AS"))

    assert "keeps Lind AS" in shown(world)
    assert column(world.desk.case.services, "helper")[0] == "Nytt\u00a0AS helps now"


def test_a_service_is_told_in_the_history_as_it_was_called_that_day(world):
    change(world, services=renamed(world.municipality.services, factory.NURSING, "Ny tjeneste"))

    assert "Home nursing: keeps" in shown(world)
    assert column(world.desk.case.services, "name")[0] == "Ny tjeneste"


def test_what_was_never_stored_is_shown_by_its_key(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case())
    world.open_case()
    change(world, services=without(world.municipality.services, factory.NURSING))

    assert column(world.desk.case.services, "name")[0] == factory.NURSING
