"""``kiosk log export`` writes what a public machine wrote down."""

import json
from datetime import date

import pytest

from kiosk.domain.machine_event import MachineEvent, MachineEventId
from kiosk.machine.files import LOG_NAME, FileMachineLog

DAY = date(2026, 3, 2)
KEY = "0123456789abcdef"
EVENTS = [
    MachineEvent(MachineEventId.SESSION_BEGUN, DAY, {"session": KEY, "start": "alone"}),
    MachineEvent(MachineEventId.BROCHURE_PRINTED, DAY, {"outcome": "failed"}),
    MachineEvent(MachineEventId.BROCHURE_PRINTED, DAY, {"outcome": "handed_to_printer"}),
    MachineEvent(MachineEventId.OUT_OF_ORDER, DAY),
]


def exported(kiosk, folder, *options):
    out = folder / "log.jsonl"
    said = kiosk("log", "export", "--out", out, *options)
    assert said.code == 0
    return said, [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_every_event_is_exported_with_what_is_known_of_its_kind(kiosk, folder):
    FileMachineLog(folder / "data").append(EVENTS)

    _, lines = exported(kiosk, folder)

    assert len(lines) == 4
    assert lines[1] == {
        "event": "session_begun",
        "day": "2026-03-02",
        "type": "session",
        "role": "person",
        "outcome": "na",
        "source": "public_pages",
        "fields": {"session": KEY, "start": "alone"},
    }


def test_errors_only_leaves_out_all_but_failures(kiosk, folder):
    FileMachineLog(folder / "data").append(EVENTS)

    _, lines = exported(kiosk, folder, "--errors-only")

    assert [line["event"] for line in lines] == ["out_of_order", "brochure_printed"]


def test_a_torn_line_is_told(kiosk, folder):
    FileMachineLog(folder / "data").append(EVENTS)
    with (folder / "data" / LOG_NAME).open("a") as file:
        file.write('{"event": "sess')

    said, lines = exported(kiosk, folder)

    assert len(lines) == 4
    assert "1 linje" in said.err


def test_a_machine_without_a_log_exports_nothing(kiosk, folder):
    _, lines = exported(kiosk, folder)

    assert lines == []


def test_a_folder_that_is_not_there_is_told(kiosk, folder):
    said = kiosk("log", "export", "--out", folder / "nowhere" / "log.jsonl")

    assert said.code == 1
    assert said.err


def test_the_report_counts_the_days_that_were_asked_for(kiosk, folder):
    FileMachineLog(folder / "data").append(EVENTS)

    said = kiosk("log", "report", "--from", "2026-03-01", "--to", "2026-03-31")

    assert said.code == 0
    assert "Ganger skjermen var ute av drift: 1" in said.out
    assert "Utskrevne brosjyrer: skjult" in said.out


def test_the_report_can_be_printed(kiosk, folder):
    said = kiosk("log", "report", "--sheet", folder / "report.pdf")

    assert said.code == 0
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "Ingen har brukt maskinen" in said.out


def test_the_day_is_closed_and_opened_again(kiosk, folder):
    said = kiosk("log", "closing", "--done")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Loggen sier nå at maskinen er stengt.")
    sheet = folder / "opening.pdf"

    said = kiosk("log", "opening", "--sheet", sheet)

    assert said.code == 0
    assert "Åpningsrapport" in said.out
    assert "Tallene gjelder siden" in said.out
    assert sheet.read_bytes().startswith(b"%PDF")


def test_a_report_of_days_that_end_before_they_begin_is_refused(kiosk):
    said = kiosk("log", "report", "--from", "2026-12-01", "--to", "2026-11-01")

    assert said.code == 2
    assert "--from" in said.err


@pytest.mark.parametrize("name", ["report", "opening", "closing"])
def test_a_folder_without_a_log_is_told(kiosk, folder, name):
    """Otherwise somebody who looks in another folder reads that nobody used the machine."""
    assert str(folder / "data") in kiosk("log", name).err

    FileMachineLog(folder / "data").append(EVENTS)

    assert kiosk("log", name).err == ""
