"""Walks a whole visit once per setup; many tests look at what was seen."""

import pytest

from tests.audit.outcomes import OPTION, OutcomeFile
from tests.audit.setups import REST, SLICE, Setup
from tests.audit.walked import Walked, walk


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the outcomes of a run are written."""
    parser.addoption(OPTION, metavar="FILE", help="write what held, by the ids of the bar, as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """Write down what held, where that is asked for."""
    file = config.getoption(OPTION, None)
    if file is not None and not hasattr(config, "workerinput"):
        config.pluginmanager.register(OutcomeFile(file))


def _params() -> list[object]:
    few = [_param(setup, pytest.mark.slice) for setup in SLICE]
    return [*few, *(_param(setup, pytest.mark.full_audit) for setup in REST)]


def _param(setup: Setup, mark: pytest.MarkDecorator) -> object:
    # One process walks a setup for all tests that look at it.
    return pytest.param(setup, marks=(mark, pytest.mark.xdist_group(str(setup))), id=str(setup))


@pytest.fixture(scope="session", params=_params())
def walked(request: pytest.FixtureRequest, qapp: object) -> Walked:
    """Every page and every turn of a visit, seen once."""
    return walk(request.param)
