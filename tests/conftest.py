"""One world for all tests: offscreen Qt, compiled catalogues, no unexpected noise."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

# Qt reads these when it is imported.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
# Every move of a finger is seen, not only the last one before a frame.
os.environ["QML_NO_TOUCH_COMPRESSION"] = "1"

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtGui import QGuiApplication

from kiosk.devtools.catalogues import compile_catalogues

ROOT = Path(__file__).parents[1]

# Two shared cores make single examples slow now and then; that is not what is tested.
settings.register_profile("dev", deadline=None, max_examples=50)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_sessionstart() -> None:
    """Tests see the catalogues as they are in the source, never an older compilation."""
    compile_catalogues(ROOT / "locales")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The program has no widgets."""
    return QGuiApplication


@pytest.fixture(scope="session")
def locales() -> Path:
    """The folder of compiled catalogues."""
    return ROOT / "locales"


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test; ``caplog`` tests look at their log themselves."""
    if "caplog" in request.fixturenames:
        yield
        return
    handler = _Collecting(logging.WARNING)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    if handler.messages:
        pytest.fail("logged: " + "; ".join(handler.messages), pytrace=False)


class _Collecting(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")
