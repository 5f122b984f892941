"""Access to one's own data on the command line."""

import json

import pdfplumber
import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.handling import AccessGiven
from kiosk.record.ledger_record import open_trial_record
from tests.unit.cli.conftest import EXAMPLE

CASE = "EV-1042"
OFFICER, CODE = "Anne Prøve", "369012"


@pytest.fixture
def out(folder, kiosk):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")
    code = folder / "code.txt"
    code.write_text(CODE, encoding="utf-8")
    kiosk("staff", "add", OFFICER, "--role", "case-officer", "--code-file", code)
    made = folder / "out"
    made.mkdir()
    return made


@pytest.fixture
def access(kiosk, folder, out):
    """Access to a case, given by somebody with a code."""

    def given(*arguments, case=CASE, by=OFFICER, to=out):
        who = ("--by", by, "--by-code-file", folder / "code.txt")
        return kiosk("record", "access", "--case", case, "--out", to, *who, *arguments)

    return given


def text_of(file):
    with pdfplumber.open(file) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


@pytest.mark.parametrize(
    ("language", "title"), [("nb", "Det som er lagret om deg"), ("nn", "Det som er lagra om deg")]
)
def test_everything_about_one_person_is_written_out(kiosk, access, folder, out, language, title):
    brochure = ("brochure", "--case", CASE, "--out", folder / "b.pdf")
    assert kiosk(*brochure).code == 0

    said = access("--language", language)

    assert (said.code, said.err) == (0, "")
    pdf, values = sorted(out.iterdir(), key=lambda file: file.suffix, reverse=True)
    text = text_of(pdf)
    assert title in text
    assert "Solveig" in text
    stored = json.loads(values.read_text(encoding="utf-8"))
    assert (stored["form"], stored["version"]) == ("brukervalg-kiosk/access", 1)
    assert stored["now"]["reference"] == CASE
    kinds = [event["kind"] for event in stored["events"]]
    assert kinds[0] == "case_imported"
    assert {"case_read", "document_issued", "access_given"} <= set(kinds)
    assert "seed" not in json.dumps(stored)


def test_file_names_tell_nothing_about_the_person(access, out):
    access()

    assert len(list(out.iterdir())) == 2
    assert not any(CASE in file.name for file in out.iterdir())


def test_it_is_logged_with_the_name_of_whoever_gave_it(access, folder):
    access()

    record = open_trial_record(folder / "data")
    events = [event for _place, event in record.history(CaseRef(CASE))]
    record.close()
    assert isinstance(events[-1].body, AccessGiven)
    assert events[-1].actor == OFFICER


def test_nobody_gives_access_without_a_name_or_with_a_wrong_code(kiosk, access, folder, out):
    assert kiosk("record", "access", "--case", CASE, "--out", out).code == 2
    (folder / "code.txt").write_text("000000", encoding="utf-8")
    assert access().code == 1
    assert access(by="Ingen").code == 1

    assert list(out.iterdir()) == []


def test_an_unknown_case_is_refused(access, out):
    assert access(case="EV-1").code == 1
    assert list(out.iterdir()) == []


def test_a_folder_that_does_not_exist_is_refused_before_anything_is_logged(access, folder):
    assert access(to=folder / "none").code == 1
