"""States of cases are changed where they lie, and packed when somebody asks or too many are open."""

import pytest

from kiosk.domain.errors import StorageError
from kiosk.domain.event import Stored
from kiosk.record.folding import case_state
from kiosk.record.folding.case_state import CaseStates
from kiosk.record.folding.documents import CASES
from kiosk.record.folding.fold import Fold
from kiosk.record.ledger.row import Row


@pytest.mark.parametrize("most_open", [1, 3, 64])
def test_no_change_is_lost_however_many_cases_are_open(monkeypatch, most_open):
    monkeypatch.setattr(case_state, "_MOST_OPEN", most_open)
    states = CaseStates()

    for position in range(1, 31):
        states.changing(f"2026/{position % 5}").events.append(position)

    assert states.get("2026/3").events == [3, 8, 13, 18, 23, 28]
    assert len(states.packed) == 5


def test_a_state_that_was_handed_out_is_the_callers_own():
    states = CaseStates()
    states.changing("2026/1").events.append(1)

    states.get("2026/1").events.append(2)
    states.changing("2026/1").events.append(3)

    assert states.get("2026/1").events == [1, 3]


def test_a_case_that_was_dropped_does_not_come_back():
    states = CaseStates()
    states.changing("2026/1").events.append(1)

    states.drop("2026/1")

    assert states.get("2026/1").events == []
    assert not states.packed


def test_a_refused_event_leaves_no_document_of_its_case():
    fold = Fold()
    payload = b'{"actor": "A", "at": "2026-11-03T09:00:00Z", "body": {}, "case": "2026/1"}'

    with pytest.raises(StorageError):
        fold.apply(Row(1, Stored("7F3K", 1), "new", "case_imported", 1, payload))

    assert not fold.documents.table(CASES).all()
