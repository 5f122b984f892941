"""One look at every case: as cheap as it can be, and the same as reading everything."""

from kiosk.app.nonchoice.survey import survey
from kiosk.domain.event import Event
from kiosk.record.memory import MemoryRecord
from tests.unit.app.nonchoice.people import TODAY, municipality
from tests.unit.app.nonchoice.test_allocation_run import _events_of


class Asked(MemoryRecord):
    """Counts how often somebody asks which providers stop."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def exits(self) -> tuple[Event, ...]:
        self.asked += 1
        return super().exits()


def test_which_providers_stop_is_read_once():
    record = Asked()
    for number in range(1, 6):
        record.append(_events_of(number))

    survey(municipality(), record, TODAY)

    assert record.asked == 1
