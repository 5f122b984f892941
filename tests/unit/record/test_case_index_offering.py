"""The list of cases waits only for what can be chosen, and finds zones by their shown names."""

import pytest

from kiosk.domain.choice import Outcome
from kiosk.record.case_index import entry_of


class FixedOffering:
    def is_offered(self, zone, service, born):
        return service == "nursing"

    def zone_name(self, zone):
        return "Nordre bydel"


@pytest.fixture
def document():
    def granted(service, reply_by):
        return {"service": service, "reply_by": reply_by}

    return {
        "case": {
            "reference": "EV-1",
            "given_name": "Solveig",
            "family_name": "Eksempel",
            "birth_date": "1942-05-04",
            "zone": "n",
            "closing": None,
            "services": [granted("nursing", "2026-12-01"), granted("assistant", "2026-11-24")],
        },
        "answers": {},
        "note_pending_for": None,
    }


def answered(document, *services):
    stored = {"answer": {"outcome": Outcome.CHOSEN.value, "postponed_until": None}}
    return {**document, "answers": dict.fromkeys(services, stored)}


def test_a_service_that_is_not_offered_is_not_waited_for(document):
    entry = entry_of(answered(document, "nursing"), FixedOffering())

    assert entry.is_done


def test_a_service_that_is_not_offered_has_no_deadline(document):
    assert entry_of(document, FixedOffering()).deadline == "2026-12-01"


def test_an_offered_service_without_an_answer_is_waited_for(document):
    assert entry_of(document, FixedOffering()).is_waiting


def test_without_knowing_the_offer_every_granted_service_counts(document):
    assert entry_of(answered(document, "nursing")).is_waiting


def test_a_zone_is_found_by_the_name_that_is_shown(document):
    assert "nordre bydel" in entry_of(document, FixedOffering()).search
