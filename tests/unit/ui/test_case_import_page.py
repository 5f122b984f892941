"""Taking in a case list: a preview first, stored only when it is confirmed."""

import pytest

from kiosk.ui.shell import Page
from tests.unit.ui.staff_world import LaterTasks, StaffWorld, column, picked
from tests.workbook_files import Tab, xlsx

HEADING = "Saksnummer;Navn;Fødselsdato;Tjeneste;Sone;Vedtaksdato\n"
ANNA = "EV-1;Anna Prøve;01.02.1940;Hjemmesykepleie;Nord;03.11.2026\n"
ON_MARS = "EV-2;Mons Prøve;01.02.1940;Hjemmesykepleie;Mars;03.11.2026\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "Documents"
    made.mkdir()
    return made


@pytest.fixture
def world(qapp, tmp_path, folder):
    made = StaffWorld(tmp_path)
    made.sign_in()
    return made


def written(folder, text, name="liste.csv"):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def preview(world, path):
    world.desk.cases.askImport()
    world.desk.caseImport.picker.choose(path)
    return world.desk.caseImport


def counts(page):
    return dict(
        zip(column(page.report.counts, "label"), column(page.report.counts, "value"), strict=True)
    )


def test_the_picker_begins_in_the_folder_that_holds_a_list(world, folder):
    path = written(folder, HEADING)
    (folder / "bilde.png").touch()

    world.desk.cases.askImport()

    picker = world.desk.caseImport.picker
    assert world.shell.current is Page.IMPORT
    assert picker.folder == str(folder)
    assert column(picker.entries, "key") == [str(folder.parent), path]


def test_a_path_that_does_not_exist_is_told(world):
    page = preview(world, "/nowhere/at/all.csv")

    assert page.picker.message == "There is no such file or folder."
    assert page.step == "pick"


def test_a_preview_counts_and_explains_and_stores_nothing(world, folder):
    page = preview(world, written(folder, HEADING + ANNA + ON_MARS))

    assert (page.step, page.fileName) == ("preview", "liste.csv")
    assert counts(page) == {
        "Rows in the file": "2",
        "Rows accepted": "1",
        "Rows refused": "1",
        "New cases": "1",
        "Changed cases": "0",
        "Unchanged cases": "0",
    }
    (refused,) = page.report.refused.rows()
    assert (refused["place"], refused["what"]) == ("Row 3", "Sone: Mars")
    assert "nothing of this name" in refused["reason"]
    assert world.record.case_refs() == frozenset()


def test_cancelling_stores_nothing(world, folder):
    page = preview(world, written(folder, HEADING + ANNA))
    page.cancel()

    page.confirm()

    assert page.step == "pick"
    assert world.record.case_refs() == frozenset()


def test_confirming_stores_and_says_what(world, folder):
    page = preview(world, written(folder, HEADING + ANNA))
    page.confirm()

    assert page.doneText == "Stored: 1 new case, 0 changed cases and 0 closed cases."
    assert world.record.case_refs() == {"EV-1"}

    page.leave()

    assert world.desk.cases.rows.rowCount() == 1


def test_a_known_case_that_is_missing_asks_first_and_is_closed_on_yes_only(world, folder):
    preview(world, written(folder, HEADING + ANNA)).confirm()
    other = ANNA.replace("EV-1", "EV-9").replace("Anna", "Berit")
    page = preview(world, written(folder, HEADING + other, "neste.csv"))

    assert picked(page.closings) == []
    assert column(page.closings, "name") == ["No, leave it open", "Yes, close it"]
    assert "EV-1" in page.report.missingText
    page.confirm()
    assert page.message.startswith("First answer")

    page.pickClosing("yes")
    page.confirm()

    assert not world.record.case_file("EV-1").case.is_open


def test_a_missing_case_stays_open_on_no(world, folder):
    preview(world, written(folder, HEADING + ANNA)).confirm()
    other = ANNA.replace("EV-1", "EV-9")
    page = preview(world, written(folder, HEADING + other, "neste.csv"))
    page.pickClosing("no")
    page.confirm()

    assert world.record.case_file("EV-1").case.is_open


def test_a_changed_case_names_what_changes(world, folder):
    preview(world, written(folder, HEADING + ANNA)).confirm()
    page = preview(world, written(folder, HEADING + ANNA.replace("Nord", "Sør")))

    assert [(row["place"], row["what"], row["reason"]) for row in page.report.changes.rows()] == [
        ("EV-1", "Zone", "Nord → Sør")
    ]


@pytest.mark.parametrize("text", ["", "dette er ikke en saksliste"])
def test_a_file_that_is_no_case_list_is_told_and_another_can_be_picked(world, folder, text):
    page = preview(world, written(folder, text))

    assert page.message != ""
    assert page.step == "pick"


def test_a_file_that_cannot_be_read_is_told_without_its_path(world, folder, monkeypatch):
    path = written(folder, HEADING)
    page = preview(world, path)
    (folder / "liste.csv").unlink()
    page.read(path)

    assert page.message == "The file cannot be read. Choose another one."


def test_a_file_that_is_still_being_read_can_be_left(qapp, tmp_path, folder):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, tasks=tasks)
    tasks.do_all()
    world.sign_in()
    tasks.do_all()
    page = preview(world, written(folder, HEADING + ANNA))
    assert (page.step, page.progress, page.canCancel) == ("busy", "Reading liste.csv …", True)

    page.cancel()
    tasks.do_all()

    assert page.step == "pick"


def test_what_is_stored_late_changes_no_page_that_was_opened_anew(qapp, tmp_path, folder):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, tasks=tasks)
    tasks.do_all()
    world.sign_in()
    tasks.do_all()
    page = preview(world, written(folder, HEADING + ANNA))
    tasks.do_all()
    page.confirm()
    page.leave()
    world.desk.cases.askImport()
    tasks.do_all()

    assert (page.step, page.doneText) == ("pick", "")
    assert len(world.record.case_refs()) == 1


def test_what_is_stored_behind_the_lock_is_told_afterwards(qapp, tmp_path, folder):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, tasks=tasks)
    tasks.do_all()
    world.sign_in()
    tasks.do_all()
    page = preview(world, written(folder, HEADING + ANNA))
    tasks.do_all()
    page.confirm()
    world.desk.lock()
    tasks.do_all()
    world.sign_in()
    tasks.do_all()

    assert world.shell.current is Page.IMPORT
    assert page.step == "done"


def test_a_national_identity_number_is_told_and_never_shown(world, folder):
    number = "01410000012"
    page = preview(
        world, written(folder, HEADING.strip() + ";Telefon\n" + ANNA.strip() + f";{number}\n")
    )

    shown = str([page.report.notices.rows(), page.report.refused.rows(), page.report.columnsText])
    assert page.report.notices.rowCount() + page.report.refused.rowCount() == 1
    assert number not in shown


STRANGE = "Vår ref;Hvem;Fødselsdato;Tjeneste;Hvor;Vedtaksdato;Merknad\n"
NOTED = ANNA.replace("\n", ";Ringte 3 ganger\n")


def explained(page, **fields):
    for key, field in fields.items():
        page.headings.open(key.replace("_", " "))
        page.headings.choose(field)


def test_headings_that_nobody_understands_are_asked_about_first(world, folder):
    page = preview(world, written(folder, STRANGE + NOTED))

    assert page.step == "columns"
    assert column(page.headings.rows, "name") == ["Vår ref", "Hvem", "Hvor", "Merknad"]
    assert column(page.headings.rows, "field") == ["Is not used"] * 4
    assert column(page.headings.rows, "looks")[3] == "Looks like this: Aaaaaa 0 aaaaaa"
    assert page.headings.lackingText == "The list still lacks: Case number, Name and Zone."


def test_an_open_heading_offers_first_what_is_missing_and_nothing_that_is_taken(world, folder):
    page = preview(world, written(folder, STRANGE + NOTED))
    page.headings.open("hvor")

    names = column(page.headings.fields, "name")
    assert names[:4] == ["Is not used", "Case number", "Name", "Zone"]
    assert "Service" not in names
    assert "Address" in names

    page.headings.choose("zone")
    page.headings.open("merknad")

    assert "Zone" not in column(page.headings.fields, "name")


def test_what_is_explained_is_remembered_and_the_preview_follows(world, folder):
    page = preview(world, written(folder, STRANGE + NOTED))
    explained(page, vår_ref="case_number", hvem="name", hvor="zone")
    assert page.headings.lackingText == ""

    page.rememberHeadings()

    assert page.step == "preview"
    assert counts(page)["New cases"] == "1"
    assert page.report.columnsText == "Columns that are not read: Merknad."
    again = preview(world, written(folder, STRANGE + NOTED, "neste.csv"))
    assert again.step == "preview"


def test_a_needed_field_that_is_left_out_is_told_and_nothing_is_remembered(world, folder):
    page = preview(world, written(folder, STRANGE + NOTED))
    explained(page, vår_ref="case_number", hvem="name")

    page.rememberHeadings()

    assert (page.step, page.message) == ("columns", "The file lacks the column Sone.")
    assert world.record.explained_headings() == ()


def test_other_unknown_headings_can_be_explained_from_the_preview(world, folder):
    heading = HEADING.replace("\n", ";Når kan vi ringe\n")
    page = preview(world, written(folder, heading + NOTED))
    assert (page.step, page.canExplain) == ("preview", True)

    page.explain()
    explained(page, når_kan_vi_ringe="phone")
    page.rememberHeadings()

    assert page.report.columnsText == ""


def test_a_heading_that_was_taken_for_another_field_can_stand_for_what_is_missing(world, folder):
    heading = HEADING.replace("Saksnummer", "Ref.").replace("\n", ";Pnr\n")
    page = preview(world, written(folder, heading + ANNA.replace("\n", ";0000\n")))

    assert page.step == "columns"
    assert column(page.headings.rows, "name") == ["Pnr", "Ref."]
    assert column(page.headings.rows, "field") == ["Is not used", "Reference of the decision"]
    explained(page, **{"ref.": "case_number"})
    page.rememberHeadings()

    assert page.step == "preview"
    (event,) = world.record.explained_headings()
    assert event.body.fields == (("Ref.", "case_number"), ("Pnr", ""))


def test_a_list_in_which_every_heading_is_taken_for_something_can_be_explained_too(world, folder):
    heading = HEADING.replace("Saksnummer", "Ref.").replace("\n", ";Telefon\n")
    page = preview(world, written(folder, heading + ANNA.replace("\n", ";12 34 56 78\n")))

    assert page.step == "columns"
    assert column(page.headings.rows, "name") == ["Ref.", "Telefon"]
    explained(page, **{"ref.": "case_number"})
    page.rememberHeadings()

    (event,) = world.record.explained_headings()
    assert event.body.fields == (("Ref.", "case_number"),)


def test_a_list_without_unknown_headings_has_nothing_to_explain(world, folder):
    page = preview(world, written(folder, HEADING + ANNA))

    assert not page.canExplain


def test_what_was_said_about_another_list_is_proposed(world, folder):
    page = preview(world, written(folder, STRANGE + NOTED))
    explained(page, vår_ref="case_number", hvem="name", hvor="zone")
    page.rememberHeadings()

    other = preview(world, written(folder, STRANGE.replace("Merknad", "Notis") + NOTED, "b.csv"))

    assert other.step == "columns"
    assert column(other.headings.rows, "field") == ["Case number", "Name", "Zone", "Is not used"]


def workbook(folder, *tabs):
    heading, row = (line.strip().split(";") for line in (HEADING, ANNA))
    file = folder / "liste.xlsx"
    file.write_bytes(xlsx(*(Tab(tab, [list(heading), list(row)]) for tab in tabs)))
    return str(file)


def test_of_several_sheets_one_is_picked(world, folder):
    page = preview(world, workbook(folder, "Mai", "Juni"))

    assert (page.step, column(page.sheets, "name")) == ("sheet", ["Mai", "Juni"])
    assert page.message.startswith("Several sheets look like a case list")

    page.pickSheet("Juni")

    assert (page.step, page.message, page.fileName) == ("preview", "", "liste.xlsx, sheet Juni")
    assert counts(page)["New cases"] == "1"


def test_a_workbook_is_listed_and_read(world, folder):
    path = workbook(folder, "Saker")
    world.desk.cases.askImport()

    assert path in column(world.desk.caseImport.picker.entries, "key")
    world.desk.caseImport.picker.choose(path)
    assert world.desk.caseImport.step == "preview"


def test_a_row_without_its_case_number_leaves_missing_cases_open_and_says_so(world, folder):
    preview(world, written(folder, HEADING + ANNA)).confirm()

    page = preview(world, written(folder, HEADING + ANNA.replace("EV-1", ""), "neste.csv"))

    assert page.report.missingText == ""
    assert page.report.hiddenText.startswith("Some refused rows do not say which case")
