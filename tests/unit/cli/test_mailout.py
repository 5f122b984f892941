"""``kiosk mailout``: from a case list to posted letters."""

import csv
import shutil
import sys
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.app.mailout.choose_recipients import ChooseRecipients
from kiosk.app.mailout.known_batch import KnownBatch
from kiosk.app.watch import CancelledError
from kiosk.bootstrap.programs import opened_program
from kiosk.cli import run
from kiosk.domain.case import CaseRef
from kiosk.settings import Overrides, read_settings
from tests.unit.cli.conftest import EXAMPLE

BY = ("--by", "Eva Prøve")


@pytest.fixture
def target(folder: Path) -> Path:
    (folder / "out").mkdir()
    return folder / "out"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Path:
    """The example's cases, an officer who makes mail-outs, and somebody at the front desk."""
    folder = Path(tmp_path_factory.mktemp("prepared"))
    code = folder / "code"
    code.write_text("258014\n", encoding="utf-8")
    data = ["--data", str(folder / "data")]
    assert run([*data, "cases", "import", str(EXAMPLE / "cases.csv"), "--yes"]) == 0
    for name, role in (("Eva Prøve", "case-officer"), ("Ola Prøve", "front-desk")):
        added = run([*data, "staff", "add", name, "--role", role, "--code-file", str(code)])
        assert added == 0
    return folder


@pytest.fixture
def mailout(kiosk, prepared, folder: Path):
    """The command over a record of its own."""
    shutil.copytree(prepared / "data", folder / "data")

    def said(*arguments, by=BY):
        return kiosk("mailout", *arguments, *by, "--by-code-file", prepared / "code")

    return said


def batch_of(target: Path) -> Path:
    (batch,) = target.iterdir()
    return batch


def rows_of(file: Path) -> list[list[str]]:
    text = file.read_text(encoding="utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=";"))


def test_letters_lie_in_a_folder_that_names_nobody(mailout, target):
    said = mailout("--out", target, "--per-file", "5")

    batch = batch_of(target)
    files = sorted(str(file.relative_to(batch)) for file in batch.rglob("*") if file.is_file())
    assert said.code == 0, said.err
    assert "12 brev er laget." in said.out
    assert "Ikke brev, adressen er sperret: 1" in said.out
    assert files == [
        "innhold.csv",
        "kontroll.csv",
        "trykk/000001-000005.pdf",
        "trykk/000006-000010.pdf",
        "trykk/000011-000012.pdf",
    ]
    heads, *rows = rows_of(batch / "innhold.csv")
    assert [row[0] for row in rows] == [str(number) for number in range(1, 13)]
    assert all(len(row) == len(heads) for row in rows)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_their_owner_can_read_the_letters(mailout, target):
    mailout("--out", target, "--letter-files", "--per-file", "0", "--no-brochure")

    batch = batch_of(target)
    assert batch.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in batch.rglob("*.pdf"))


def test_posting_starts_the_deadlines(mailout, target, folder):
    mailout("--out", target, "--no-brochure")
    key = batch_of(target).name

    assert f"{key}: 12 av 12 brev. Ikke sendt ennå." in mailout("--list", by=()).out
    said = mailout("--posted", key)

    assert said.code == 0, said.err
    assert "12 brev er ført inn som sendt" in said.out
    with opened_program(read_settings(Overrides(data=folder / "data"))) as program:
        letters = [
            program.record.case_file(CaseRef(case)).letters for case in program.record.case_refs()
        ]
        today = program.clock.now().date()
    assert sum(map(len, letters)) == 12
    assert {letter.posted_on for each in letters for letter in each} == {today}


def test_a_mail_out_that_is_done_makes_nothing_twice(mailout, target):
    mailout("--out", target, "--no-brochure")
    batch = batch_of(target)
    before = {file: file.read_bytes() for file in batch.rglob("*.pdf")}

    said = mailout("--out", target, "--resume", batch.name)

    assert said.code == 0, said.err
    assert "0 brev er laget." in said.out
    assert f"{batch.name}: 12 av 12 brev. Ikke sendt ennå." in said.out
    assert {file: file.read_bytes() for file in batch.rglob("*.pdf")} == before


def test_no_proof_is_made_of_letters_that_bear_a_day_that_has_passed(mailout, folder):
    said = mailout("--proof", folder / "proof.pdf", "--no-brochure", "--day", "01.01.2020")

    assert said.code == 1
    assert "Skriv dagens dato" in said.err
    assert not (folder / "proof.pdf").exists()


def test_a_proof_is_one_file_and_stores_no_mail_out(mailout, target, folder):
    said = mailout("--proof", folder / "proof.pdf", "--no-brochure")

    assert said.code == 0, said.err
    assert (folder / "proof.pdf").read_bytes().startswith(b"%PDF")
    assert "ingen utsendinger" in mailout("--list", by=()).out


def test_a_proof_never_takes_the_place_of_what_is_no_pdf(mailout, folder):
    cases = folder / "cases.csv"
    cases.write_text("sak\n", encoding="utf-8")

    said = mailout("--proof", cases)

    assert said.code == 2
    assert "--proof" in said.err
    assert cases.read_text(encoding="utf-8") == "sak\n"


def test_the_front_desk_makes_no_mail_out(mailout, target):
    said = mailout("--out", target, by=("--by", "Ola Prøve"))

    assert said.code == 1
    assert "Bare en saksbehandler" in said.err
    assert list(target.iterdir()) == []


def test_a_filter_that_holds_nobody_says_so(mailout, target):
    said = mailout("--out", target, "--letter", "reminder")

    assert said.code == 1
    assert "Ingen får brev" in said.err
    assert list(target.iterdir()) == []


def test_a_day_that_has_passed_is_no_day_of_posting(mailout, target):
    yesterday = date.today() - timedelta(days=2)  # noqa: DTZ011
    said = mailout("--out", target, "--day", yesterday.isoformat())

    assert said.code == 1
    assert "Dagen for posting er passert" in said.err


@pytest.mark.parametrize("arguments", [(), ("--list", "--proof", "x.pdf")])
def test_one_thing_is_done_at_a_time(mailout, arguments):
    assert mailout(*arguments).code == 2


def test_somebody_has_to_say_who_does_it(kiosk, target):
    said = kiosk("mailout", "--out", target)

    assert said.code == 2
    assert "--by" in said.err


def test_a_folder_that_is_not_there_takes_nothing(mailout, folder):
    said = mailout("--out", folder / "nowhere")

    assert said.code == 1
    assert "mappe" in said.err.lower()
    assert "ingen utsendinger" in mailout("--list", by=()).out


def test_a_zone_that_is_not_there_is_named(mailout, target):
    said = mailout("--out", target, "--zone", "Atlantis")

    assert said.code == 2
    assert "Atlantis" in said.err


def test_letters_that_were_pulled_out_start_no_deadline(mailout, target, folder):
    mailout("--out", target, "--no-brochure")
    key = batch_of(target).name

    said = mailout("--posted", key, "--except", "2, 11-12")

    assert said.code == 0, said.err
    assert "9 brev er ført inn som sendt" in said.out
    assert "Ikke sendt, tatt ut: 3 (nummer 2, 11-12)" in said.out
    with opened_program(read_settings(Overrides(data=folder / "data"))) as program:
        files = [program.record.case_file(case) for case in program.record.case_refs()]
    assert sum(bool(file.letters) for file in files) == 9


@pytest.mark.parametrize("numbers", ["x", "13", "0"])
def test_numbers_that_are_no_letters_post_nothing(mailout, target, numbers):
    mailout("--out", target, "--no-brochure")
    key = batch_of(target).name

    said = mailout("--posted", key, "--except", numbers)

    assert said.code == 1
    assert "Ikke sendt ennå" in mailout("--list", by=()).out


def test_letters_are_pulled_out_when_they_are_posted_only(mailout, target):
    assert mailout("--out", target, "--except", "3").code == 2


def test_a_folder_that_was_moved_is_named_and_found_with_out(mailout, target, tmp_path):
    mailout("--out", target, "--no-brochure", "--per-file", "5")
    key, moved = batch_of(target).name, tmp_path / "moved"
    moved.mkdir()
    batch_of(target).rename(moved / key)

    refused = mailout("--posted", key)
    listed = mailout("--list", by=())
    posted = mailout("--posted", key, "--out", moved)

    assert refused.code == 1
    assert "trykk/000001-000005.pdf" in refused.err
    assert str(target / key) in refused.err
    assert "--anyway" in refused.err
    assert "trykk/000001-000005.pdf" in listed.out
    assert not (target / key).exists()
    assert posted.code == 0, posted.err
    assert "12 brev er ført inn som sendt" in posted.out


def test_the_list_says_that_the_place_of_a_mail_out_is_gone(mailout, target):
    mailout("--out", target, "--no-brochure")
    shutil.rmtree(target)

    said = mailout("--list", by=())

    assert said.code == 0
    assert "Mappen til denne utsendingen finnes ikke lenger" in said.out


def test_letters_whose_files_were_deleted_are_posted_anyway(mailout, target):
    mailout("--out", target, "--no-brochure")
    folder = batch_of(target)
    for file in folder.rglob("*.pdf"):
        file.unlink()

    said = mailout("--posted", folder.name, "--anyway")

    assert said.code == 0, said.err
    assert str(folder) in said.out
    assert (folder / "innhold.csv").exists()


def test_what_was_changed_in_the_folder_is_named_before_anything_is_entered(mailout, target):
    mailout("--out", target, "--no-brochure")
    folder = batch_of(target)
    file = next(folder.rglob("*.pdf"))
    file.write_bytes(file.read_bytes()[:-9])

    said = mailout("--posted", folder.name)

    assert said.code == 1
    assert file.relative_to(folder).as_posix() in said.err
    assert "Ikke sendt ennå" in mailout("--list", by=()).out


def test_anyway_goes_with_posting_only(mailout, target):
    said = mailout("--out", target, "--anyway")

    assert said.code == 2
    assert "--anyway" in said.err


def test_nobody_is_written_to_twice_while_the_first_mail_out_lies_there(mailout, target):
    mailout("--out", target, "--no-brochure")
    key = batch_of(target).name

    said = mailout("--out", target, "--no-brochure")
    again = mailout("--out", target, "--no-brochure", "--again")
    discarded = mailout("--discard", key)
    listed = mailout("--list", by=())

    assert said.code == 1
    assert "Ikke brev, brevet ligger i en annen utsending som ikke er sendt: 12" in said.out
    assert again.code == 0, again.err
    assert "Makuler de 12 brevene" in discarded.out
    assert f"{key}: 12 av 12 brev. Forkastet, aldri sendt." in listed.out
    assert mailout("--posted", key).code == 1


@pytest.mark.parametrize(
    ("option", "name"),
    [
        (("--no-brochure",), None),
        (("--per-file", "5"), None),
        (("--per-file", "6"), "--per-file"),
        (("--letter", "reminder"), "--letter"),
        (("--letter-files",), "--letter-files"),
        (("--again",), "--again"),
        (("--day", "2099-01-01"), "--day"),
    ],
)
def test_a_mail_out_goes_on_as_it_was_begun(mailout, target, option, name):
    mailout("--out", target, "--no-brochure", "--per-file", "5")
    key = batch_of(target).name

    said = mailout("--out", target, "--resume", key, *option)

    assert said.code == (0 if name is None else 2), said.err
    assert name is None or f"ta bort {name}" in said.err


def test_a_stop_while_looking_is_told_calmly_and_leaves_nothing(mailout, target, monkeypatch):
    def stopped(*_args, **_more):
        raise CancelledError

    monkeypatch.setattr(ChooseRecipients, "choose", stopped)
    said = mailout("--out", target)

    assert said.code == 1
    assert said.err.strip().endswith("Stoppet. Ingenting er laget eller lagret.")
    assert list(target.iterdir()) == []


def test_an_edition_that_cannot_be_made_is_refused_before_anything_is_stored(mailout, target):
    said = mailout("--out", target, "--edition", "booklet")

    assert said.code == 1
    assert "utgave" in said.err.lower()
    assert "ingen utsendinger" in mailout("--list", by=()).out


def test_every_hash_in_the_papers_is_that_of_the_file(mailout, target):
    mailout("--out", target, "--per-file", "5", "--letter-files", "--no-brochure")
    batch = batch_of(target)
    hashes = {
        str(file.relative_to(batch)): sha256(file.read_bytes()).hexdigest()
        for file in batch.rglob("*.pdf")
    }

    listed = {row[0]: row[-1] for row in rows_of(batch / "kontroll.csv") if row}

    assert {name: listed[name] for name in hashes} == hashes
    assert all(hashes[row[2]] == row[-1] for row in rows_of(batch / "innhold.csv")[1:])


def test_sheets_and_envelope_are_told_with_the_letters_and_with_a_proof(mailout, target, folder):
    made = mailout("--out", target, "--no-brochure")
    proof = mailout("--proof", folder / "proof.pdf", "--no-brochure", "--again")

    for said in (made, proof):
        assert "ark i hver konvolutt." in said.out, said.err
        assert "C5-konvolutter" in said.out


def test_where_nobody_can_sign_in_yet_it_says_so_and_not_that_the_code_is_wrong(kiosk, folder):
    (folder / "out").mkdir()
    (folder / "code").write_text("258014\n", encoding="utf-8")
    kiosk("cases", "import", str(EXAMPLE / "cases.csv"), "--yes")

    said = kiosk("mailout", "--out", folder / "out", *BY, "--by-code-file", folder / "code")

    assert said.code == 1
    assert "Ingen kan logge inn ennå" in said.err
    assert "kiosk staff add" in said.err


def test_going_on_asks_for_the_folder_by_its_option(mailout):
    said = mailout("--resume", "utsending-1")

    assert said.code == 2
    assert "--resume" in said.err
    assert "--out" in said.err


def test_posting_a_stopped_mail_out_tells_how_many_have_no_letter(mailout, target, monkeypatch):
    made = mailout("--out", target, "--zone", "nordsida")
    monkeypatch.setattr(KnownBatch, "untried", property(lambda _: 3))

    said = mailout("--posted", batch_of(target).name)

    assert made.err == ""
    assert "Utsendingen ble stoppet: 3 saker har ikke fått brev." in said.out


@pytest.mark.parametrize("count", ["6000", "-1", "mange"])
def test_a_count_of_letters_that_cannot_be_is_refused_in_our_words(mailout, target, count):
    said = mailout("--out", target, "--per-file", count)

    assert said.code == 2
    assert "Skriv hvor mange brev en fil skal ha, som et tall fra 0 til 5" in said.err
    assert "range" not in said.err
