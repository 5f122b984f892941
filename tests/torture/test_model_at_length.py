"""The fold against a plain model over many long lives; ``make torture ONLY=model``."""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.domain.event import ChoiceWithdrawn
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.memory import MemoryLog
from tests.unit.record.test_record_model import follow

RUNS = int(os.environ.get("KIOSK_MODEL_RUNS", "1000"))
STEPS = int(os.environ.get("KIOSK_MODEL_STEPS", "50"))
AT_LENGTH = settings(
    max_examples=RUNS, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)

pytestmark = pytest.mark.torture


@AT_LENGTH
@given(st.data())
def test_the_fold_equals_a_plain_model_over_many_long_lives(data):
    follow(data, FoldedRecord(MemoryLog("7F3K")), STEPS)


class Forgetful(FoldedRecord):
    """A record that does not store what was taken back."""

    def append(self, events):
        return super().append([e for e in events if not isinstance(e.body, ChoiceWithdrawn)])


def test_a_record_that_forgets_withdrawals_is_found_out():
    @settings(AT_LENGTH, max_examples=200, phases=[Phase.generate])
    @given(st.data())
    def lives(data):
        follow(data, Forgetful(MemoryLog("7F3K")), STEPS)

    with pytest.raises(AssertionError):
        lives()
