"""The page about the log says what the catalogue allows."""

from kiosk.devtools.machine_events import PAGE, catalogue_page
from kiosk.domain.machine_event import MachineEventId
from kiosk.domain.machine_event_about import ABOUT


def test_the_page_is_the_catalogue() -> None:
    assert PAGE.read_text("utf-8") == catalogue_page()


def test_every_kind_of_event_is_described() -> None:
    assert set(ABOUT) == set(MachineEventId)
    assert all(about.says.endswith(".") for about in ABOUT.values())
