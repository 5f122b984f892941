"""The list of cases waits only for what can be chosen, and finds zones by their shown names."""

from datetime import date

import msgspec
import pytest

from kiosk.app.ports.case_file import CaseFilter
from kiosk.domain.choice import Outcome
from kiosk.record.folding.case_index import CaseIndex, entry_of
from kiosk.record.folding.case_state import Answered, CaseState, CaseStates, Granted


class FixedOffering:
    key = "fixed"

    def is_offered(self, zone, service, born):
        return service == "nursing"

    def zone_name(self, zone):
        return "Nordre bydel"


@pytest.fixture
def state():
    granted = [Granted("nursing", "2026-12-01"), Granted("assistant", "2026-11-24")]
    return CaseState(1, "Solveig", "Eksempel", "1942-05-04", "n", granted)


def answered(state, *services):
    told = Answered(2, "choice", Outcome.CHOSEN.value, "2026-11-20")
    return msgspec.structs.replace(state, answers={key: [told] for key in services})


def entry(state, offering=None):
    return entry_of("EV-1", state, offering)


def test_a_service_that_is_not_offered_is_not_waited_for(state):
    made = entry(answered(state, "nursing"), FixedOffering())

    assert made.is_done


def test_a_service_that_is_not_offered_has_no_deadline(state):
    assert entry(state, FixedOffering()).deadline == "2026-12-01"


def test_an_offered_service_without_an_answer_is_waited_for(state):
    assert entry(state, FixedOffering()).is_waiting


def test_without_knowing_the_offer_every_granted_service_counts(state):
    assert entry(answered(state, "nursing")).is_waiting


def test_a_zone_is_found_by_the_name_that_is_shown(state):
    assert "nordre bydel" in entry(state, FixedOffering()).search


def test_cases_are_sorted_by_the_one_alphabet(state):
    family = ["Åm", "Aas", "Øye", "Zenit", "Ærlig", "Đuoži", "Dahl", "Eksempel"]
    made = [entry(msgspec.structs.replace(state, family_name=name)) for name in family]

    in_order = [each.names for each in sorted(made, key=lambda each: each.names)]

    wanted = ["Dahl", "Đuoži", "Eksempel", "Zenit", "Ærlig", "Øye", "Åm", "Aas"]
    assert in_order == [made[family.index(name)].names for name in wanted]


@pytest.mark.parametrize("typed", ["håkon", "Haakon", "hakon"])
@pytest.mark.parametrize("name", ["Håkon", "Haakon"])
def test_a_person_is_found_whichever_way_the_name_is_spelt(state, typed, name):
    index = CaseIndex(CaseStates())
    index.entries["EV-1"] = entry(msgspec.structs.replace(state, given_name=name))

    assert index.find(typed, CaseFilter.ALL, date(2026, 11, 23)) == ("EV-1",)
