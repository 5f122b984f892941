"""The large record of the measurements is one that the program itself could have stored."""

from contextlib import closing

import pytest

from kiosk.devtools.measured_record import look_around, make_large, syncs_per_commit
from kiosk.devtools.torture.invented import EVENTS_A_CASE, Inventor, case_of
from kiosk.domain.event import EventKind
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, verify_file
from kiosk.record.ledger_record import open_trial_record


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    make_large(folder, 202)
    return folder


def test_it_holds_as_many_events_as_asked_for_and_verifies(large):
    with closing(open_trial_record(large)) as record:
        assert len(record.case_refs()) == 41
        assert len(record.history(case_of(0).reference)) == EVENTS_A_CASE
        (place,) = record.append([Inventor("next").choice(0)])
        assert place.sequence == 203

    assert verify_file(large / LEDGER_FILE).finding is Finding.INTACT


def test_a_case_in_it_has_a_whole_visit(large):
    with closing(open_trial_record(large)) as record:
        kinds = [event.kind for _, event in record.history(case_of(1).reference)]

    assert kinds == [
        EventKind.CASE_IMPORTED,
        EventKind.SCREEN_HANDED_OVER,
        EventKind.ORDER_DEALT,
        EventKind.CHOICE_RECORDED,
        EventKind.INFORMATION_NOTED,
    ]


def test_looking_around_gives_every_figure(large):
    assert look_around(large).keys() == {"open_s", "mb", "history_ms", "search_ms"}


def test_a_choice_is_synced_once():
    assert syncs_per_commit() <= 1.05
