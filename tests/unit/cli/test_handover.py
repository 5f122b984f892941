"""``kiosk handover``: folders that appear, a work list, and plain words where it fails."""

import json
import os
import sys
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.app.delivery_run import DeliveryRun
from kiosk.bootstrap.programs import opened_program
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.event import PROGRAM, ChoiceRecorded, Event
from kiosk.settings import Overrides, read_settings
from tests.record_samples import choice, chosen
from tests.unit.cli.conftest import EXAMPLE

CASE = "EV-1042"


@pytest.fixture
def target(folder: Path) -> Path:
    (folder / "out").mkdir()
    return folder / "out"


@pytest.fixture
def answered(kiosk, folder: Path) -> str:
    """The example's cases, and one answer."""
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")
    with opened_program(read_settings(Overrides(data=folder / "data"))) as program:
        case = program.record.case_file(CaseRef(CASE)).case
        service = case.services[0].service
        offered = program.municipality.offered(service, case.zone, program.clock.now().date())
        value = choice(CASE, chosen(service, min(offered)), id=EventId("0193-choice"), at=_now())
        body = ChoiceRecorded(value, "EV")
        program.record.append([Event(value.id, value.at, PROGRAM, CaseRef(CASE), body)])
    return CASE


def _now() -> datetime:
    return datetime.now().astimezone()


def run_of(target: Path) -> Path:
    (run,) = target.iterdir()
    return run


def test_with_nothing_stored_there_is_nothing_to_deliver(kiosk, target):
    said = kiosk("handover", "--out", target)

    assert (said.code, said.out) == (0, "Det er ingenting å levere.\n")
    assert list(target.iterdir()) == []


def test_what_is_not_delivered_is_listed_by_case_number(kiosk, answered):
    said = kiosk("handover", "--list")

    assert (said.code, said.out) == (0, f"{answered}: Ikke levert ennå\n")


def test_a_delivery_is_real_papers_in_a_folder_that_names_nobody(kiosk, answered, target):
    said = kiosk("handover", "--out", target)

    run = run_of(target)
    assert said.code == 0
    assert said.out == f"Leverte 1 sak. Filene ligger i mappen {target}/{run.name}.\n"
    case = json.loads((run / "saker/0001/sak.json").read_text(encoding="utf-8"))
    assert case["case"]["number"] == answered
    names = [path.name for path in run.rglob("*")]
    assert not [name for name in names if "Solveig" in name or answered in name]
    papers = [path.read_bytes()[:5] for path in run.rglob("*.pdf")]
    assert len(papers) >= 2
    assert set(papers) == {b"%PDF-"}


def test_the_next_delivery_has_nothing_left(kiosk, answered, target):
    kiosk("handover", "--out", target)

    assert kiosk("handover", "--out", target).out == "Det er ingenting å levere.\n"
    assert kiosk("handover", "--list").out == "Ingen svar venter på levering.\n"


def test_what_was_not_marked_is_told_of_and_comes_again(kiosk, answered, target, monkeypatch):
    monkeypatch.setattr(DeliveryRun, "note_end", lambda _run: sys.exit(9))
    with pytest.raises(SystemExit):
        kiosk("handover", "--out", target)
    monkeypatch.undo()
    assert "Programmet stoppet før alt var ferdig." in kiosk("handover", "--list").out

    said = kiosk("handover", "--out", target)

    first, second = (sorted(path.name for path in run.rglob("*.pdf")) for run in target.iterdir())
    assert said.code == 0
    assert first == second
    assert kiosk("handover", "--list").out == "Ingen svar venter på levering.\n"


def test_one_case_is_delivered_again(kiosk, answered, target):
    kiosk("handover", "--out", target)

    said = kiosk("handover", "--out", target, "--again", answered)

    assert said.code == 0
    assert len(list(target.iterdir())) == 2


def test_a_case_without_answers_is_not_repeated(kiosk, answered, target):
    said = kiosk("handover", "--out", target, "--again", "EV-1078")

    assert (said.code, said.out) == (1, "")
    assert "ingenting å levere" in said.err


def test_a_missing_folder_is_told_and_the_case_stays_on_the_list(kiosk, answered, folder):
    before = kiosk("handover", "--list").out

    said = kiosk("handover", "--out", folder / "nowhere")

    assert (said.code, said.out) == (2, "")
    assert "nowhere" in said.err
    assert answered in before
    assert kiosk("handover", "--list").out == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_may_read_what_was_delivered(kiosk, answered, target):
    kiosk("handover", "--out", target)

    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in run_of(target).rglob("*")}
    assert modes == {True: 0o700, False: 0o600}


@pytest.mark.parametrize("line", [[], ["--list", "--again", "EV-1042"]])
def test_a_folder_or_the_list_is_asked_for(kiosk, line):
    assert kiosk("handover", *line).code == 2
