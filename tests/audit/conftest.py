"""Walks a whole visit once per setup; many tests look at what was seen."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.audit.outcomes import OPTION, OutcomeFile
from tests.audit.report import PICTURES
from tests.audit.scheduling import scheduler
from tests.audit.setups import PUBLIC_SLICE, REST, SLICE, Setup
from tests.audit.walked import Walked, walk

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the outcomes of a run are written."""
    parser.addoption(OPTION, metavar="FILE", help="write what held, by the ids of the bar, as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """Write down what held, where that is asked for."""
    file = config.getoption(OPTION, None)
    if file is not None and not hasattr(config, "workerinput"):
        config.pluginmanager.register(OutcomeFile(file))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(
    config: pytest.Config, log: "Producer"
) -> "LoadScopeScheduling | None":
    """Where several processes run whole scopes: ``make audit`` asks for it."""
    return scheduler(config, log) if config.getoption("dist") == "loadscope" else None


def _params() -> list[object]:
    few = [_param(setup, pytest.mark.slice) for setup in SLICE]
    return [*few, *(_param(setup, pytest.mark.full_audit) for setup in REST)]


def _param(setup: Setup, mark: pytest.MarkDecorator) -> object:
    return pytest.param(setup, marks=mark, id=str(setup))


@pytest.fixture(scope="session", params=_params())
def walked(request: pytest.FixtureRequest, qapp: object) -> Walked:
    """Every page and every turn of a visit, seen once."""
    file = request.config.getoption(OPTION, None)
    if file is None:
        return walk(request.param, public=request.param in PUBLIC_SLICE)
    return walk(request.param, public=True, album=Path(file).parent / PICTURES)
