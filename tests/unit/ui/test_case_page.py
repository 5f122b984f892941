"""The page of one case: what it says, and what it lets staff do."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.case import Address, Closing
from kiosk.domain.choice import Outcome
from kiosk.domain.event import Medium
from kiosk.domain.provider import Capacity, CapacityState
from kiosk.domain.service import ProviderId
from kiosk.ui.shell import Page
from tests.later_samples import store_later
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, StaffWorld, column
from tests.unit.ui.visits import stored_visit

ADDRESS = Address(("Hemmelige vei 7",), "0000", "Eksempelvik")


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.open_case()
    return made


def opened(tmp_path, case):
    world = StaffWorld(tmp_path, case)
    world.open_case()
    return world


def everything_shown(world):
    desk = world.desk
    rows = (*desk.case.services.rows(), *desk.case.history.rows(), *desk.case.order.rows())
    texts = [str(value) for each in rows for value in each.values()]
    return "\n".join([desk.case.name, desk.case.line, desk.case.notice, *texts])


def test_each_service_tells_who_helps_and_what_happens_without_a_choice(world):
    services = world.desk.case.services

    assert column(services, "name") == ["Home nursing", "Practical assistance"]
    assert [factory.plain(text) for text in column(services, "helper")] == [
        "Lind AS helps now",
        "No provider yet",
    ]
    assert [factory.plain(text) for text in column(services, "consequence")] == [
        "Without a choice: keeps Lind AS",
        "Must choose. Until then: Ås AS",
    ]


def test_what_a_newer_version_stored_is_told_before_anything_is_entered(world):
    assert world.desk.case.notice == ""
    store_later(world.record, factory.case().reference)

    world.desk.case.refresh()

    assert "newer version" in world.desk.case.notice
    assert any(
        "cannot read. It is kept." in text for text in column(world.desk.case.history, "what")
    )


def test_a_service_without_a_choice_says_why(qapp, tmp_path):
    world = opened(tmp_path, factory.case(factory.granted(), zone=factory.ISLAND))

    assert "no choice" in column(world.desk.case.services, "consequence")[0]


def test_the_history_is_told_in_words_newest_first(world):
    world.desk.actions.handOver()
    world.desk.handOver.takingPart.toggle("next_of_kin")
    world.desk.handOver.confirm()
    world.shell.show(Page.WELCOME)
    world.flow.give_back()
    world.desk.giveBack.tryCode("258025")

    told = column(world.desk.case.history, "what")

    assert told == [
        "Read the case 2 times.",
        "The visit ended. Nothing was stored.",
        "The screen was handed over. Taking part: next of kin.",
        "The order of the providers was drawn.",
        "The case came in from a case list.",
    ]
    assert all(who.endswith(KARI) for who in column(world.desk.case.history, "who")[:2])


def test_the_order_is_not_drawn_by_looking(world):
    assert world.desk.case.order.rowCount() == 0
    assert world.record.case_file(factory.CASE).order is None


def test_the_dealt_order_is_shown_as_it_was_dealt(world):
    world.program.present.order_for_case(factory.case(), Medium.SCREEN, KARI)
    world.desk.case.refresh()

    dealt = world.record.case_file(factory.CASE).order
    names = [factory.plain(world.municipality.provider(each).name.nb) for each in dealt.order]

    shown = [
        factory.plain(name).partition(" (")[0] for name in column(world.desk.case.order, "name")
    ]
    assert shown == names
    assert world.desk.case.orderNote.endswith("It is not drawn again.")


def test_a_protected_address_is_never_shown(qapp, tmp_path):
    world = opened(tmp_path, factory.case(address=ADDRESS, is_address_protected=True))

    assert "protected" in world.desk.case.notice
    assert "Hemmelige" not in everything_shown(world)


def test_a_closed_case_has_no_visit_and_no_brochure(qapp, tmp_path):
    world = opened(tmp_path, factory.case(closing=Closing(date(2026, 11, 2), "flyttet")))

    assert not world.desk.actions.canHandOver
    assert world.desk.actions.whyNoVisit == "The case is closed, so no visit can begin."
    assert factory.plain(world.desk.case.notice).startswith("The case was closed 2 November 2026.")


def test_a_case_without_an_offered_service_says_why_there_is_no_visit(qapp, tmp_path):
    world = opened(tmp_path, factory.case(factory.granted(), zone=factory.ISLAND))

    assert not world.desk.actions.canHandOver
    assert "None of the services" in world.desk.actions.whyNoVisit


def test_cannot_choose_is_stored_with_the_reference_of_the_decision(world):
    world.desk.cannot.begin(factory.NURSING)
    world.desk.cannot.store(" 2026/77 ")

    states = world.record.case_file(factory.CASE).states
    assert states[0].outcome is Outcome.CANNOT
    assert states[0].answer.decision_reference == "2026/77"
    assert world.desk.cannot.service == ""
    assert column(world.desk.case.services, "stateText")[0] == "Cannot choose"


@pytest.mark.parametrize("reference", ["", "   ", "01410000012"])
def test_a_reference_that_may_not_be_stored_is_refused_and_explained(world, reference):
    world.desk.cannot.begin(factory.NURSING)
    world.desk.cannot.store(reference)

    assert world.desk.cannot.message != ""
    assert world.record.case_file(factory.CASE).states[0].outcome is None


def test_cancelling_the_entry_stores_nothing(world):
    world.desk.cannot.begin(factory.NURSING)
    world.desk.cannot.cancel()
    world.desk.cannot.store("2026/77")

    assert world.record.case_file(factory.CASE).states[0].outcome is None


def test_another_case_does_not_inherit_an_open_entry(world):
    world.desk.cannot.begin(factory.NURSING)
    world.desk.actions.leave()

    world.desk.cases.open(factory.CASE)

    assert world.desk.cannot.service == ""


def test_a_present_provider_that_the_content_does_not_know_is_told_without_a_name(qapp, tmp_path):
    granted = replace(factory.granted(), present_provider=ProviderId("borte"))
    world = opened(tmp_path, factory.case(granted))

    assert column(world.desk.case.services, "helper") == [
        "Gets help from a provider outside the choice"
    ]


def test_the_way_back_leads_to_the_cases(world):
    world.desk.actions.leave()

    assert world.shell.current is Page.CASES


def order_shown(tmp_path, *services):
    world = opened(tmp_path, factory.case(*services))
    world.desk.actions.handOver()
    world.desk.handOver.confirm()
    world.desk.case.refresh()
    return {factory.plain(name) for name in column(world.desk.case.order, "name")}


def with_state(state):
    """The municipality with Lind in another state for nursing."""
    changed = factory.municipality()
    lind = next(each for each in changed.providers if each.id == factory.LIND)
    nursing, practical = lind.offers
    nursing = replace(nursing, capacity=Capacity(state))
    others = tuple(each for each in changed.providers if each.id != factory.LIND)
    return replace(changed, providers=(replace(lind, offers=(nursing, practical)), *others))


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (CapacityState.OPEN, "Lind AS (has room)"),
        (CapacityState.FULL, "Lind AS (full now)"),
        (CapacityState.PAUSED, "Lind AS (takes nobody new now)"),
        (CapacityState.NOT_STATED, "Lind AS (room not stated)"),
    ],
)
def test_the_order_tells_of_every_provider_whether_it_has_room(
    qapp, tmp_path, monkeypatch, state, text
):
    changed = with_state(state)
    monkeypatch.setattr(factory, "municipality", lambda: changed)

    assert text in order_shown(tmp_path, factory.granted())


def test_the_order_names_the_services_where_their_room_differs(qapp, tmp_path, monkeypatch):
    changed = with_state(CapacityState.PAUSED)
    monkeypatch.setattr(factory, "municipality", lambda: changed)
    services = (factory.granted(), factory.granted(factory.PRACTICAL))

    assert (
        "Lind AS (home nursing: takes nobody new now; practical assistance: has room)"
        in order_shown(tmp_path, *services)
    )


def test_a_half_written_reference_outlives_the_lock(world):
    world.desk.cannot.begin(factory.NURSING)
    world.desk.cannot.writeReference("2026/")
    world.desk.lock()
    world.sign_in()

    assert (world.desk.cannot.service, world.desk.cannot.reference) == (factory.NURSING, "2026/")


def test_another_entry_begins_without_a_reference(world):
    world.desk.cannot.begin(factory.NURSING)
    world.desk.cannot.writeReference("2026/")
    world.desk.cannot.cancel()
    world.desk.cannot.begin(factory.PRACTICAL)

    assert world.desk.cannot.reference == ""


def test_a_visit_with_a_stored_answer_does_not_end_without_one(world):
    stored_visit(world)
    world.desk.cases.open(factory.CASE)

    told = column(world.desk.case.history, "what")
    assert "The visit ended. Nothing was stored." not in told
