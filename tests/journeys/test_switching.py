"""A second visit speaks of who helps by the answer of the first, and of who helps until then."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app.compose_receipt import ReceiptPlan, compose_receipt
from kiosk.domain.choice import Chooses
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.event import Medium
from kiosk.domain.language import Language
from kiosk.domain.provider import CapacityState
from kiosk.ui.shell import Page
from tests.journeys.test_later_keyboard import answered
from tests.stage import CODE, OFFICER, SOLVEIG, FixedClock, memory_program, open_stage


@pytest.fixture
def second(qapp):
    """The stage of a visit two months after the first answer, and the names of both providers."""
    clock = FixedClock()
    program = answered(memory_program(clock=clock))
    clock.time += timedelta(days=60)
    case = program.record.case_file(SOLVEIG).case_on(clock.now().date())
    present = case.services[0].present_provider
    order = program.present.order_for_case(case, Medium.SCREEN, OFFICER)
    offered = program.municipality.offered(case.services[0].service, case.zone, clock.now().date())
    service = case.services[0].service
    other = next(
        each
        for each in order
        if each in offered
        and each != present
        and program.municipality.provider(each).offer_for(service, case.zone).capacity.state
        is CapacityState.OPEN
    )
    with open_stage(program) as stage:
        stage.visit()
        yield stage, service, present, other


def name(stage, provider):
    return stage.program.words_for(stage.open.shell.words.language).local(
        stage.program.municipality.provider(provider).name
    )


def switched(second):
    stage, service, _present, other = second
    state = stage.open.state
    visit = state.visit.with_nonchoice_shown().answered(service, Chooses(other))
    state.update(visit)
    stage.reader.settle()


def spoken(stage):
    QCoreApplication.processEvents()
    stage.reader.settle()
    return " ".join(str(each) for each in stage.reader.names())


def test_the_one_who_was_chosen_before_is_the_present_provider(second):
    stage, _service, present, _other = second
    stage.open.shell.show(Page.NONCHOICE)

    assert name(stage, present) in spoken(stage)


def test_the_review_names_both_providers_and_who_helps_until_then(second):
    stage, _service, present, other = second
    switched(second)
    stage.open.shell.show(Page.REVIEW)
    told = spoken(stage)

    assert f"bytte fra {name(stage, present)} til" in told
    assert name(stage, other) in told
    assert f"Til da får du hjelp fra {name(stage, present)}." in told


def test_receipt_and_case_page_tell_until_when_the_old_one_helps(second):
    stage, _service, present, other = second
    switched(second)
    state, program = stage.open.state, stage.program
    state.update(state.visit.decided_by(Decider(DeciderRole.SELF)))
    stage.open.shell.show(Page.REVIEW)
    stage.open.desk.review.store()
    file = program.record.case_file(SOLVEIG)
    words = program.words_for(Language.BOKMAL)
    plan = ReceiptPlan(program.municipality, file.case, file.choice)
    receipt = compose_receipt(plan, program.clock.now().date(), words)
    state.end()
    stage.open.staff.desk.signIn.pick(OFFICER)
    stage.open.staff.desk.signIn.signIn(CODE)
    stage.open.staff.desk.cases.open(SOLVEIG)
    row = stage.open.staff.desk.case.services.rows()[0]
    start = words.day_and_month(file.choice.answers[0].start_on)

    lines = {line.label: line.value for line in receipt.services[0].lines}
    assert lines["Leverandør"] == name(stage, other)
    assert lines["Hjelper til da"] == name(stage, present)
    assert row["helper"].startswith(f"Får hjelp fra {name(stage, present)} til {start}")
    assert stage.open.staff.desk.actions.handOverText == "Bytte eller endre: overlat skjermen"
