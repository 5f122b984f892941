"""The staff's pages as a keyboard and a screen reader find them."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import INTERACTIVE, name_of
from kiosk.ui.shell import Page
from tests.old_cases import ADMIN, with_old_cases
from tests.stage import CODE, OFFICER, SOLVEIG, Stage, memory_program, open_stage

Role = QAccessible.Role
Opener = Callable[[Stage], None]


@pytest.fixture
def stage(qapp, tmp_path):
    (tmp_path / "Documents").mkdir()
    (tmp_path / "Documents" / "saksliste.csv").write_text("tom", encoding="utf-8")
    with open_stage(memory_program(), home=tmp_path) as opened:
        yield opened


def sign_in(stage):
    stage.open.desk.staff.signIn.pick(OFFICER)
    stage.open.desk.staff.signIn.signIn(CODE)
    stage.reader.settle()


def open_case(stage):
    sign_in(stage)
    stage.open.desk.staff.cases.open(SOLVEIG)


def open_hand_over(stage):
    open_case(stage)
    stage.open.desk.staff.actions.handOver()


def open_cannot(stage):
    open_case(stage)
    stage.open.desk.staff.cannot.begin("praktisk-bistand")


def open_import(stage):
    sign_in(stage)
    stage.open.desk.staff.cases.askImport()


def open_preview(stage):
    open_import(stage)
    stage.open.desk.staff.caseImport.read(str(Path("assets/example/cases.csv").absolute()))


def open_columns(stage):
    open_import(stage)
    heading, *rows = Path("assets/example/cases.csv").read_text("utf-8-sig").splitlines()
    file = Path(mkdtemp()) / "saker.csv"
    file.write_text("\n".join([heading.replace("Sone", "Hvor"), *rows]), "utf-8")
    work = stage.open.desk.staff.caseImport
    work.read(str(file))
    work.headings.open("hvor")


def open_brochure(stage):
    sign_in(stage)
    stage.open.desk.staff.openBrochures()
    stage.open.desk.staff.brochure.pickZone(stage.program.municipality.zones[0].id)


def open_delivery(stage):
    sign_in(stage)
    stage.open.desk.staff.office.open("deliver")


def open_office(stage):
    with_old_cases(stage.program)
    stage.open.desk.staff.signIn.pick(ADMIN)
    stage.open.desk.staff.signIn.signIn(CODE)
    stage.open.desk.staff.openOffice()


def open_disposal(stage):
    open_office(stage)
    stage.open.desk.staff.office.open("dispose")


def open_approval(stage):
    open_disposal(stage)
    stage.open.desk.staff.disposal.goOn()


def open_disposed(stage):
    open_approval(stage)
    stage.open.desk.staff.disposal.dispose(CODE)


def open_keeping(stage):
    open_case(stage)
    stage.open.desk.staff.keeping.begin()


def open_print(stage):
    open_case(stage)
    stage.open.desk.staff.actions.printBrochure()
    stage.open.desk.staff.printOut.pick("file")


def open_note(stage):
    open_case(stage)
    stage.open.desk.staff.actions.writeNote()


PAGES: dict[str, Opener] = {
    "sign in": lambda stage: None,
    "cases": sign_in,
    "office": open_office,
    "case": open_case,
    "cannot": open_cannot,
    "hand over": open_hand_over,
    "import": open_import,
    "preview": open_preview,
    "columns": open_columns,
    "brochure": open_brochure,
    "delivery": open_delivery,
    "disposal": open_disposal,
    "approval": open_approval,
    "disposed": open_disposed,
    "keeping": open_keeping,
    "print": open_print,
    "note": open_note,
}


@pytest.fixture(params=PAGES)
def page(request, stage):
    PAGES[request.param](stage)
    stage.reader.settle()
    return stage


def type_in(stage, text):
    for character in text:
        QTest.keyClick(stage.open.window, character)


def interactive(stage):
    return [node for node in stage.reader.nodes() if node.role() in INTERACTIVE]


def test_every_control_has_a_name_of_its_own(page):
    names = Counter((node.role(), name_of(node)) for node in interactive(page))

    assert [key for key, count in names.items() if not key[1] or count > 1] == []


def test_every_visible_text_can_be_read_out(page):
    told = "\n".join(
        name_of(node) + node.text(QAccessible.Text.Description) for node in page.reader.nodes()
    )

    missing = [text for text in _texts(page.open.window.contentItem()) if text not in told]

    assert missing == []


def test_no_text_is_cut(page):
    items = _items(page.open.window.contentItem())

    assert [item.property("text") for item in items if item.property("truncated")] == []


def test_nothing_reaches_past_the_right_edge(page):
    width = page.open.window.width()
    rights = {
        name_of(node): node.rect().right()
        for node in page.reader.nodes()
        if not node.rect().isEmpty()
    }

    assert {name: right for name, right in rights.items() if right > width} == {}


def test_tab_walks_through_the_page_and_comes_back(page):
    first = page.open.window.activeFocusItem()
    seen = []
    for _ in range(80):
        QTest.keyClick(page.open.window, Qt.Key.Key_Tab)
        page.reader.settle()
        seen.append(page.open.window.activeFocusItem())
        if len(seen) > 1 and seen[-1] is seen[0]:
            break

    assert first is not None
    assert 2 < len(seen) < 80


def test_the_search_field_has_the_focus_and_finds_while_it_is_written(stage):
    sign_in(stage)

    type_in(stage, "solv")
    stage.reader.settle()

    rows = [name for name in stage.reader.names(Role.Button) if "EV-" in name]
    assert rows == ["Åpne Solveig Strand, EV-1042"]


def test_the_list_is_walked_with_arrows_and_opened_with_enter(stage):
    sign_in(stage)
    window = stage.open.window
    for _ in range(20):
        if window.activeFocusItem().property("reference"):
            break
        QTest.keyClick(window, Qt.Key.Key_Tab)
    first = window.activeFocusItem().property("name")

    QTest.keyClick(window, Qt.Key.Key_Down)
    second = window.activeFocusItem().property("name")
    QTest.keyClick(window, Qt.Key.Key_Return)

    assert first != second
    assert stage.open.shell.current is Page.CASE
    assert stage.open.desk.staff.case.name == second


def test_after_locking_the_code_field_has_the_focus(stage):
    sign_in(stage)
    stage.open.desk.staff.lock()
    stage.reader.settle()

    type_in(stage, CODE)
    QTest.keyClick(stage.open.window, Qt.Key.Key_Return)

    assert stage.open.shell.current is Page.CASES


def test_a_row_opens_with_a_tap(stage):
    sign_in(stage)

    stage.reader.press("Åpne Gunnar Brekke-Halvorsen, EV-1017")

    assert stage.open.desk.staff.case.name == "Gunnar Brekke-Halvorsen"


def test_the_chosen_filter_is_told_as_chosen(stage):
    sign_in(stage)

    stage.reader.press("Avsluttede 1")

    chosen = [name_of(node) for node in interactive(stage) if node.state().checked]
    assert chosen == ["Avsluttede 1"]


def test_while_the_citizen_has_the_screen_nothing_of_the_staffs_side_is_there(stage):
    open_hand_over(stage)
    stage.open.desk.staff.handOver.confirm()
    stage.reader.settle()

    names = stage.reader.names()
    assert stage.open.shell.current is Page.WELCOME
    assert not [name for name in names if "Gunnar" in name or "EV-" in name or "Lås" in name]


def test_the_give_back_page_takes_the_code_by_keyboard(stage):
    stage.visit()
    stage.open.staff.session.name = OFFICER
    stage.open.shell.endVisit()
    stage.reader.settle()
    field = stage.reader.find(f"Koden til {OFFICER}", Role.EditableText)
    field.object().forceActiveFocus()

    type_in(stage, CODE)
    QTest.keyClick(stage.open.window, Qt.Key.Key_Return)
    stage.reader.settle()

    assert stage.open.shell.current is Page.CASE


def _items(root):
    for child in root.childItems():
        if child.isVisible():
            yield child
            yield from _items(child)


def _in_picture(item):
    """Whether an item is part of a drawn page, which is read out as one picture."""
    while item is not None:
        if item.metaObject().className().startswith("FirstPageView"):
            return True
        item = item.parentItem()
    return False


def _texts(root):
    for item in _items(root):
        text = "" if _in_picture(item) else item.property("text")
        if text and item.inherits("QQuickText") and item.width() > 0:
            yield text
