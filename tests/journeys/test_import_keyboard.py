"""A case list whose headings nobody understands, taken in by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.case import CaseRef
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys
from tests.stage import memory_program, open_stage
from tests.unit.app.factory import plain
from tests.workbook_files import Tab, xlsx

HEADS = ["Vår ref", "Hvem saken gjelder", "Fødselsdato", "Tjeneste", "Sone", "Vedtaksdato", "Notat"]
LINE = ["EV-2001", "Anna Prøve", "12.04.1941", "Hjemmesykepleie", "Sentrum", "16.11.2026", "x"]


@pytest.fixture
def keys(qapp: object, tmp_path: Path) -> Iterator[Keys]:
    table: list[list[object]] = [list[object](HEADS), list[object](LINE)]
    (tmp_path / "saker.xlsx").write_bytes(xlsx(Tab("I dag", table), Tab("I går", table)))
    with open_stage(memory_program(), home=tmp_path) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        made.use("Hent saksliste")
        yield made


def test_sheet_and_columns_are_told_and_the_list_is_stored(keys):
    keys.use("saker.xlsx")
    assert (keys.page, keys.focus) == (Page.IMPORT, "Hent saksliste")

    keys.use("I går")
    assert keys.focus == "Forklar kolonnene"
    keys.use("Vår ref: Brukes ikke")
    keys.use("Saksnummer")
    assert keys.focus == "Vår ref: Saksnummer"
    keys.use("Hvem saken gjelder")
    keys.use("Navn")
    keys.use("Husk og gå videre")

    assert keys.focus == "Hent saksliste"
    keys.use("Nei, la dem stå åpne")
    keys.use("Hent inn")
    names = [plain(name) for name in keys.stage.reader.names()]
    assert any(name.startswith("Lagret: 1 ny sak") for name in names)
    assert CaseRef("EV-2001") in keys.stage.program.record.case_refs()
