"""Storing at the end of a visit: once, durably, and never lost from the screen."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.app.program import Program
from kiosk.devtools.accessible import Role
from kiosk.domain.case import Case
from kiosk.domain.choice import Chooses, DoesNotWish, Outcome
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import ProviderId
from kiosk.record.ledger_record import open_trial_record
from kiosk.ui.shell import Page
from tests.stage import SOLVEIG, FixedClock, memory_program, open_stage

ROOT = Path(__file__).parents[2]

STORE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from dataclasses import replace
from kiosk.app.program import Program
from kiosk.bootstrap.programs import ports
from kiosk.record.ledger_record import open_trial_record
from kiosk.settings import Resources
from kiosk.ui.application import gui_application
from tests.journeys.test_storing import ready_to_store
from tests.stage import FixedClock, PlainHasher, example, open_stage, stock

gui_application()
record = open_trial_record(Path(sys.argv[1]))
adapters = ports(Resources.shipped(), example(), record, FixedClock())
program = Program(example(), replace(adapters, hasher=PlainHasher()))
stock(program)
with open_stage(program) as stage:
    ready_to_store(stage)
    stage.reader.press("Lagre svarene mine", )
    assert stage.reader.has("Svarene dine er lagret")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def ready_to_store(stage):
    """On the review page, with one service answered."""
    stage.visit()
    state = stage.open.state
    visit = state.visit.with_nonchoice_shown()
    visit = visit.answered(visit.services[0], DoesNotWish())
    state.update(visit.decided_by(Decider(DeciderRole.SELF)))
    stage.open.shell.show(Page.REVIEW)
    stage.reader.settle()


class FailingRecord:
    """A record whose disk is full as long as it is told so."""

    def __init__(self, record):
        self._record = record
        self.is_full = False

    def __getattr__(self, name):
        return getattr(self._record, name)

    def append(self, events):
        if self.is_full:
            raise StorageError(StorageFault.DISK_FULL)
        return self._record.append(events)


@pytest.fixture
def failing():
    program = memory_program()
    record = FailingRecord(program.record)
    program.record = record
    return program


def choices(program: Program):
    kinds = [event.kind.value for _, event in program.record.history(SOLVEIG)]
    return kinds.count("choice_recorded")


def test_the_page_says_stored_only_after_the_record_has_the_choice(qapp):
    program = memory_program()
    with open_stage(program) as stage:
        ready_to_store(stage)

        stage.reader.press("Lagre svarene mine", Role.Button)

        assert stage.reader.has("Svarene dine er lagret", Role.Heading)
        assert choices(program) == 1


def somebody_with_room(municipality: Municipality, case: Case) -> ProviderId:
    """Who can begin on a day that is known; who is full begins when there is room."""
    granted = case.services[0]
    offers = {
        provider.id: provider.offer_for(granted.service, case.zone)
        for provider in municipality.providers
        if provider.id != granted.present_provider
    }
    return next(
        provider
        for provider, offer in offers.items()
        if offer is not None and offer.capacity.state is CapacityState.OPEN
    )


def test_after_a_change_of_month_the_new_date_is_read_before_it_is_stored(qapp):
    clock = FixedClock()
    program = memory_program(clock=clock)
    with open_stage(program) as stage:
        ready_to_store(stage)
        review, state = stage.open.citizen.review, stage.open.state
        newcomer = somebody_with_room(program.municipality, state.case)
        state.update(state.visit.answered(state.visit.services[0], Chooses(newcomer)))
        before = review.rows.rows()[0]
        clock.time += timedelta(days=31)

        review.store()
        after = review.rows.rows()[0]
        stored_at_once = choices(program)
        message = review.message
        review.store()

    assert message.startswith("Ingenting er lagret")
    assert before["consequence"] != after["consequence"]
    assert (stored_at_once, choices(program)) == (0, 1)


def test_a_service_without_an_answer_stores_no_outcome(qapp):
    program = memory_program()
    with open_stage(program) as stage:
        ready_to_store(stage)
        stage.reader.press("Lagre svarene mine", Role.Button)

    states = program.record.case_file(SOLVEIG).states
    assert [state.outcome for state in states] == [Outcome.DOES_NOT_WISH, None]


def test_storing_twice_stores_once(qapp):
    program = memory_program()
    with open_stage(program) as stage:
        ready_to_store(stage)

        stage.open.citizen.review.store()
        stage.open.citizen.review.store()

        assert choices(program) == 1


def test_a_full_disk_is_told_and_loses_no_answer(qapp, failing):
    with open_stage(failing) as stage:
        ready_to_store(stage)
        failing.record.is_full = True

        stage.reader.press("Lagre svarene mine", Role.Button)

        told = " ".join(stage.reader.names(Role.StaticText))
        assert "Ingenting er lagret" in told
        assert stage.open.state.visit.answers != {}
        assert choices(failing) == 0


def test_the_same_answers_can_be_stored_when_there_is_room_again(qapp, failing):
    with open_stage(failing) as stage:
        ready_to_store(stage)
        failing.record.is_full = True
        stage.reader.press("Lagre svarene mine", Role.Button)
        failing.record.is_full = False
        while stage.reader.has("Vis mer", Role.Button):
            stage.reader.press("Vis mer", Role.Button)

        stage.reader.press("Lagre svarene mine", Role.Button)

        assert stage.reader.has("Svarene dine er lagret", Role.Heading)
        assert choices(failing) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_choice_that_was_acknowledged_survives_the_death_of_the_program(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", STORE_AND_DIE, str(tmp_path)]

    died = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=False)

    assert died.returncode == -signal.SIGKILL, died.stderr
    record = open_trial_record(tmp_path)
    try:
        assert record.case_file(SOLVEIG).choice is not None
    finally:
        record.close()
