"""Access to one's own data on the command line."""

import json

import pdfplumber
import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.handling import AccessGiven
from kiosk.record.ledger_record import open_trial_record
from tests.unit.cli.conftest import EXAMPLE

CASE = "EV-1042"


@pytest.fixture
def out(folder, kiosk):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")
    made = folder / "out"
    made.mkdir()
    return made


def text_of(file):
    with pdfplumber.open(file) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


@pytest.mark.parametrize(
    ("language", "title"), [("nb", "Det som er lagret om deg"), ("nn", "Det som er lagra om deg")]
)
def test_everything_about_one_person_is_written_out(kiosk, folder, out, language, title):
    brochure = ("brochure", "--case", CASE, "--out", folder / "b.pdf")
    assert kiosk(*brochure).code == 0

    said = kiosk("record", "access", "--case", CASE, "--out", out, "--language", language)

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


def test_file_names_tell_nothing_about_the_person(kiosk, out):
    kiosk("record", "access", "--case", CASE, "--out", out)

    assert len(list(out.iterdir())) == 2
    assert not any(CASE in file.name for file in out.iterdir())


def test_it_is_logged(kiosk, folder, out):
    kiosk("record", "access", "--case", CASE, "--out", out)

    record = open_trial_record(folder / "data")
    bodies = [event.body for _place, event in record.history(CaseRef(CASE))]
    record.close()
    assert isinstance(bodies[-1], AccessGiven)


def test_an_unknown_case_is_refused(kiosk, out):
    assert kiosk("record", "access", "--case", "EV-1", "--out", out).code == 1
    assert list(out.iterdir()) == []


def test_a_folder_that_does_not_exist_is_refused_before_anything_is_logged(kiosk, folder, out):
    assert kiosk("record", "access", "--case", CASE, "--out", folder / "none").code == 1
