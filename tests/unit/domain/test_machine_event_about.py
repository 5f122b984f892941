"""Whether what the log tells went well."""

from datetime import date

import pytest

from kiosk.domain.machine_event import MachineEvent, MachineEventId, Value
from kiosk.domain.machine_event_about import Outcome, outcome_of

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("kind", "fields", "outcome"),
    [
        (MachineEventId.BROCHURE_PRINTED, {"outcome": "failed"}, Outcome.FAILURE),
        (MachineEventId.BROCHURE_PRINTED, {"outcome": "handed_to_printer"}, Outcome.SUCCESS),
        (MachineEventId.PROGRAM_RESTARTED, {"why": "silent"}, Outcome.FAILURE),
        (MachineEventId.PROGRAM_RESTARTED, {"why": "asked"}, Outcome.NOT_APPLICABLE),
        (MachineEventId.OUT_OF_ORDER, {}, Outcome.FAILURE),
        (MachineEventId.CLEANING_LOCKED, {}, Outcome.NOT_APPLICABLE),
        (
            MachineEventId.SELF_TESTED,
            {"test": "disk", "outcome": "left_out"},
            Outcome.NOT_APPLICABLE,
        ),
        (
            MachineEventId.STAFF_CODE_GIVEN,
            {"outcome": "too_soon"},
            Outcome.FAILURE,
        ),
    ],
)
def test_tells_whether_it_went_well(
    kind: MachineEventId, fields: dict[str, Value], outcome: Outcome
) -> None:
    assert outcome_of(MachineEvent(kind, DAY, fields)) is outcome
