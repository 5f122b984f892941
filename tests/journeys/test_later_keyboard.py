"""Taking back and correcting by the keyboard alone, from the case page and back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from kiosk.app.record_choice import Presented
from kiosk.domain.choice import Chooses, Outcome
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.event import Medium
from kiosk.domain.language import Language
from kiosk.domain.session import Visit
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys, outcomes
from tests.stage import NOW, OFFICER, SOLVEIG, memory_program, open_stage


def answered(program):
    """Solveig chose somebody else for her first service."""
    order = program.present.order_for_case(
        program.record.case_file(SOLVEIG).case, Medium.SCREEN, OFFICER
    )
    case = program.record.case_file(SOLVEIG).case_on(NOW.date())
    service = case.services[0].service
    offered = program.municipality.offered(service, case.zone, NOW.date())
    shown = tuple(each for each in order if each in offered)
    chosen = next(each for each in shown if each != case.services[0].present_provider)
    visit = Visit(
        SOLVEIG,
        tuple(each.service for each in case.services),
        {service: Chooses(chosen)},
        Decider(DeciderRole.SELF),
        nonchoice_shown=True,
    )
    read = tuple(program.review.consequences(case, visit).values())
    presented = Presented({service: shown}, Language.BOKMAL, read)
    program.record_choice.store(visit, presented, program.ids.event_id(), OFFICER)
    return program


@pytest.fixture
def keys(qapp: object) -> Iterator[Keys]:
    with open_stage(answered(memory_program())) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        made.open_case()
        yield made


def test_an_answer_is_taken_back(keys):
    keys.use("Trekk tilbake svaret")
    opened = (keys.page, keys.focus)
    keys.use("Personen selv")
    keys.press(Qt.Key.Key_Tab)
    keys.use("Trekk tilbake svaret")

    assert opened == (Page.WITHDRAW, "Trekk tilbake svaret")
    assert outcomes(keys)[0] is None
    assert keys.focus == "Trekk tilbake svaret"

    keys.use("Til saken")

    assert keys.page is Page.CASE


def test_what_is_recorded_is_corrected(keys):
    keys.use("Rett det som er registrert")
    keys.use("Vil ikke velge")
    keys.tab_to("Hva ble registrert feil?")
    keys.write("Feil knapp")
    keys.use("Lagre rettelsen")

    assert outcomes(keys)[0] is Outcome.DOES_NOT_WISH

    keys.use("Til saken")

    assert keys.page is Page.CASE


def test_a_half_written_reference_is_there_after_the_lock_and_gone_after_cancelling(keys):
    keys.use("Kan ikke velge: Praktisk bistand")
    keys.write("26/9")
    keys.use("Lås")
    keys.tab_to("Kode")
    keys.write("258025")
    keys.press(Qt.Key.Key_Return)
    keys.tab_to("Referanse")
    field = keys.window.activeFocusItem()

    assert (keys.page, field.property("text")) == (Page.CASE, "26/9")

    keys.use("Avbryt")
    keys.use("Kan ikke velge: Praktisk bistand")

    assert keys.window.activeFocusItem().property("text") == ""
