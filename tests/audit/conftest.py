"""Walks a whole visit once per setup; many tests look at what was seen."""

from pathlib import Path

import pytest

from tests.audit.outcomes import OPTION, OutcomeFile
from tests.audit.setups import PUBLIC_SLICE, REST, SLICE, Setup
from tests.audit.walked import Walked, walk


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the outcomes of a run are written."""
    parser.addoption(OPTION, metavar="FILE", help="write what held, by the ids of the bar, as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """Write down what held, where that is asked for."""
    file = config.getoption(OPTION, None)
    if file is not None and not hasattr(config, "workerinput"):
        config.pluginmanager.register(OutcomeFile(file))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process runs all tests of a file that do not belong to a setup: they share fixtures."""
    for item in items:
        is_ours = item.path.is_relative_to(Path(__file__).parents[1])
        if is_ours and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.name))


def _params() -> list[object]:
    few = [_param(setup, pytest.mark.slice) for setup in SLICE]
    return [*few, *(_param(setup, pytest.mark.full_audit) for setup in REST)]


def _param(setup: Setup, mark: pytest.MarkDecorator) -> object:
    # One process walks a setup for all tests that look at it.
    return pytest.param(setup, marks=(mark, pytest.mark.xdist_group(str(setup))), id=str(setup))


@pytest.fixture(scope="session", params=_params())
def walked(request: pytest.FixtureRequest, qapp: object) -> Walked:
    """Every page and every turn of a visit, seen once."""
    is_whole = request.config.getoption(OPTION, None) is not None
    return walk(request.param, public=is_whole or request.param in PUBLIC_SLICE)
