"""Holding and disposing on the command line, by the rules of a pack."""

import json

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.handling import CaseHeld
from kiosk.record.ledger_record import open_trial_record
from tests.unit.cli.conftest import EXAMPLE

CASE = "EV-1042"
ADMIN, CODE = "Anne Prøve", "369012"


@pytest.fixture
def old_pack(pack):
    """Closed cases are due at once, delivered or not."""
    rules = pack / "retention.toml"
    text = rules.read_text(encoding="utf-8").replace(
        "years = 5", "years = 0\nonly_delivered = false"
    )
    rules.write_text(text, encoding="utf-8")
    return pack


@pytest.fixture
def code_file(folder):
    file = folder / "code.txt"
    file.write_text(CODE, encoding="utf-8")
    return file


@pytest.fixture
def closed(kiosk, folder, old_pack, code_file):
    """A record in which every case but one was closed, and an administrator."""
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes", "--content", old_pack)
    lines = (EXAMPLE / "cases.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    left = [line for line in lines if CASE not in line]
    shorter = folder / "shorter.csv"
    shorter.write_text("".join(left), encoding="utf-8")
    kiosk("cases", "import", shorter, "--yes", "--close-missing", "--content", old_pack)
    said = kiosk(
        *("staff", "add", ADMIN, "--role", "administrator"),
        *("--code-file", code_file, "--content", old_pack),
    )
    assert (said.code, said.err) == (0, "")
    return old_pack


def dry_run(kiosk, pack, *arguments):
    return kiosk("record", "dispose", "--dry-run", "--content", pack, *arguments)


def test_the_dry_run_lists_opaque_numbers_and_case_numbers(kiosk, closed, folder):
    said = dry_run(kiosk, closed, "--list", folder / "list.json")

    assert (said.code, said.err) == (0, "")
    assert CASE in said.out
    assert "Solveig" not in said.out
    assert "13 saker venter på svar eller notat." in said.out
    written = (folder / "list.json").read_text(encoding="utf-8")
    assert CASE not in written
    assert json.loads(written)["cases"][0]["number"] in said.out


def test_a_pack_without_rules_makes_nothing_due(kiosk, closed):
    (closed / "retention.toml").unlink()

    said = dry_run(kiosk, closed)

    assert (said.code, said.err) == (0, "")
    assert CASE not in said.out


@pytest.fixture
def hold(kiosk, closed, code_file):
    """Keep or release the case, as somebody with a code."""

    def said(*arguments):
        who = ("--by", ADMIN, "--by-code-file", code_file, "--content", closed)
        return kiosk("record", "hold", "--case", CASE, *arguments, *who)

    return said


def test_a_held_case_is_not_on_the_list(kiosk, closed, hold):
    assert hold("--reason", "Klage.").code == 0
    assert CASE not in dry_run(kiosk, closed).out

    assert hold("--release").code == 0
    assert CASE in dry_run(kiosk, closed).out


def test_a_hold_has_the_name_of_whoever_decided_it(kiosk, closed, hold, folder):
    nameless = kiosk("record", "hold", "--case", CASE, "--reason", "Klage.", "--content", closed)
    hold("--reason", "Tilsyn.")

    record = open_trial_record(folder / "data")
    events = [event for _place, event in record.history(CaseRef(CASE))]
    record.close()
    assert nameless.code == 2
    assert [event.actor for event in events if isinstance(event.body, CaseHeld)] == [ADMIN]


def test_an_approved_list_is_disposed_of_and_a_statement_written(kiosk, closed, folder, code_file):
    dry_run(kiosk, closed, "--list", folder / "list.json")
    out = folder / "out"
    out.mkdir()

    said = kiosk(
        *("record", "dispose", "--list", folder / "list.json", "--approve", ADMIN),
        *("--code-file", code_file, "--out", out, "--content", closed),
    )

    assert (said.code, said.err) == (0, "")
    assert CASE not in dry_run(kiosk, closed).out
    pdf, values = sorted(out.iterdir(), key=lambda file: file.suffix, reverse=True)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert json.loads(values.read_text(encoding="utf-8"))["approved_by"] == ADMIN
    noted = json.loads(values.read_text(encoding="utf-8"))["signed_by"]
    assert kiosk("record", "verify", "--key", noted).code == 0
    record = open_trial_record(folder / "data")
    assert CaseRef(CASE) not in record.case_refs()
    record.close()


def test_a_lost_statement_is_written_once_more(kiosk, closed, folder, code_file):
    dry_run(kiosk, closed, "--list", folder / "list.json")
    kiosk(
        *("record", "dispose", "--list", folder / "list.json", "--approve", ADMIN),
        *("--code-file", code_file, "--out", folder, "--content", closed),
    )
    (lost,) = folder.glob("*.pdf")
    first = lost.read_bytes()
    lost.unlink()

    listed = kiosk("record", "statements", "--content", closed)
    number = listed.out.split()[0]
    said = kiosk(
        *("record", "statements", "--number", number, "--out", folder, "--content", closed)
    )

    assert (said.code, said.err) == (0, "")
    assert ADMIN in listed.out
    assert lost.read_bytes() == first


def test_a_statement_of_no_disposal_is_refused(kiosk, closed, folder):
    said = kiosk(
        *("record", "statements", "--number", "none", "--out", folder, "--content", closed)
    )

    assert said.code == 1
    assert list(folder.glob("*.pdf")) == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--approve", "Anne"],
        ["--dry-run", "--approve", "Anne"],
        ["--list", "list.json"],
    ],
)
def test_disposing_needs_a_list_and_somebody_who_approves(kiosk, arguments):
    assert kiosk("record", "dispose", *arguments).code == 2


def test_a_statement_needs_a_number_and_a_folder(kiosk, folder):
    assert kiosk("record", "statements", "--out", folder).code == 2
    assert kiosk("record", "statements", "--number", "1").code == 2


def test_a_hold_has_a_reason_or_an_end(kiosk):
    assert kiosk("record", "hold", "--case", CASE, "--by", ADMIN).code == 2
