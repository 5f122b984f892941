"""Trying a rule, saving what came out and working a run out again, by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.staff import StaffRole
from kiosk.settings import Resources
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys
from tests.old_cases import ADMIN
from tests.stage import CODE, memory_program, open_stage
from tests.unit.app.factory import plain

HEADS = "Saksnummer;Fornavn;Etternavn;Fødselsdato;Tjeneste;Sone;Vedtaksdato;Timer per uke"
ROW = "EV-{number};Eksempel;Person;12.04.1941;Hjemmesykepleie;Sentrum;16.11.2026;2"


def propose(folder: Path) -> None:
    """Rules that take turns, and a list of forty people."""
    rules = (Resources.shipped().example / "rules.toml").read_text("utf-8")
    old = '\nfallback = "municipal_default"\n'
    text = rules.replace(old, '\nfallback = "turn"\namong = "all"\n', 1)
    (folder / "rules.toml").write_text(text, "utf-8")
    rows = (ROW.format(number=2000 + number) for number in range(40))
    (folder / "saker.csv").write_text("\n".join([HEADS, *rows]), "utf-8")


@pytest.fixture
def keys(qapp: object, tmp_path: Path) -> Iterator[Keys]:
    propose(tmp_path)
    program = memory_program()
    program.manage_staff.add(ADMIN, StaffRole.ADMINISTRATOR, CODE)
    with open_stage(program, home=tmp_path) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.use(ADMIN)
        made.tab_to("Kode")
        made.write(CODE)
        made.press(Qt.Key.Key_Return)
        made.open_task("Prøv en regel")
        yield made


def test_a_rule_is_tried_and_the_focus_goes_to_what_came_out(keys):
    keys.use("Prøv regelen")

    assert (keys.page, keys.focus) == (Page.TRY_RULE, "Hva regelen ville gitt")
    names = [plain(name) for name in keys.stage.reader.names()]
    assert any("40 tjenester" in name for name in names)
    assert any(name.startswith("Lind AS. Regelen i dag: 0 brukere") for name in names)


def test_a_rule_is_tried_on_the_open_cases_and_saved(keys):
    keys.use("Åpne saker her uten svar")
    keys.use("Prøv regelen")
    keys.use("Lagre rapporten")

    assert any(name.startswith("Lagret i mappen") for name in keys.stage.reader.names())


def test_the_page_leads_back_to_the_tasks(keys):
    keys.use("Alle oppgaver")

    assert keys.page is Page.OFFICE
