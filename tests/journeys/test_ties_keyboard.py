"""Ties to providers by the keyboard alone: asked for at sign-in, stated, and then the cases come."""

from dataclasses import replace

from PySide6.QtCore import Qt

from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys
from tests.stage import OFFICER, example, memory_program, open_stage


def test_ties_are_stated_before_the_cases_come(qapp):
    program = memory_program(replace(example(), interests_months=12))
    with open_stage(program) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        keys = Keys(stage)
        keys.sign_in()
        assert (keys.page, keys.focus) == (Page.TIES, "Tilknytning til leverandører")

        keys.tab_to("Jeg har ingen tilknytning")
        keys.press(Qt.Key.Key_Space)
        keys.use("Oppgi dette")
        assert "Det du oppga, er lagret." in stage.reader.names()
        assert not program.interests.must_state(OFFICER)

        keys.use("Alle saker")
        assert keys.page is Page.CASES


def test_who_opened_the_page_is_led_back_to_the_tasks(qapp):
    program = memory_program(replace(example(), interests_months=12))
    with open_stage(program) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        keys = Keys(stage)
        keys.sign_in()
        keys.open_task("Tilknytning til leverandører")
        keys.use("Alle oppgaver")

        assert keys.page is Page.OFFICE
