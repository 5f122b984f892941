"""What became of a document is asked of a real CUPS, and documents are taken back from it."""

import os
from collections.abc import Iterator

import pytest

from kiosk.app.ports.print_jobs import JobId, JobState, JobStatus
from kiosk.app.ports.printer_state import PrinterState
from kiosk.domain.errors import PrintError
from kiosk.printing.cups import CupsPrinter
from tests.contract.printing.test_virtual_cups import PATH, document
from tests.contract.printing.virtual_cups import (
    VirtualCups,
    is_linux,
    missing_programs,
    virtual_cups,
    wait_for,
)

QUEUE = "Skranke-2"
"""With a hyphen and a number, as the names of jobs have them."""

pytestmark = pytest.mark.skipif(not is_linux(), reason="the virtual printer needs CUPS on Linux")


@pytest.fixture(scope="module")
def running() -> Iterator[VirtualCups]:
    assert missing_programs() == (), "on Debian: sudo apt-get install cups"
    with virtual_cups() as cups:
        cups.add(QUEUE, "Skranken", two_sides=True)
        cups.run("lpadmin", "-p", QUEUE, "-o", "printer-error-policy=abort-job")
        yield cups


@pytest.fixture
def cups(running: VirtualCups, monkeypatch: pytest.MonkeyPatch) -> VirtualCups:
    monkeypatch.setenv("CUPS_SERVER", running.server)
    return running


@pytest.fixture
def printer(cups: VirtualCups) -> CupsPrinter:
    return CupsPrinter(PATH)


@pytest.fixture
def paused(cups: VirtualCups) -> Iterator[None]:
    cups.run("cupsdisable", QUEUE)
    yield
    cups.run("cupsenable", QUEUE)


def settled(printer: CupsPrinter, job: JobId, state: JobState) -> JobStatus:
    """The status, once the document has come so far."""
    wait_for(lambda: printer.job(job).state is state, f"{state}")
    return printer.job(job)


def test_a_printed_document_is_done(cups: VirtualCups, printer: CupsPrinter):
    job = printer.print_pdf(document(2), QUEUE)

    assert settled(printer, job, JobState.DONE) == JobStatus(JobState.DONE)
    cups.take_job()


def test_a_document_waits_for_a_paused_printer(
    cups: VirtualCups, printer: CupsPrinter, paused: None
):
    job = printer.print_pdf(document(1), QUEUE)

    assert printer.job(job) == JobStatus(JobState.WAITING, PrinterState.PAUSED)
    printer.take_back(job)


def test_a_document_that_somebody_holds_is_held(
    cups: VirtualCups, printer: CupsPrinter, paused: None
):
    job = printer.print_pdf(document(1), QUEUE)
    cups.run("lp", "-i", job, "-H", "hold")

    assert printer.job(job).state is JobState.HELD
    printer.take_back(job)


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("media-empty-error", PrinterState.NO_PAPER),
        ("media-jam-error", PrinterState.JAMMED),
        ("cover-open-report", PrinterState.OPEN),
        ("toner-empty", PrinterState.NO_TONER),
        ("fuser-over-temp-error", PrinterState.FAULT),
    ],
)
def test_a_printer_tells_why_it_stands_still_and_goes_on(
    cups: VirtualCups, printer: CupsPrinter, reason: str, state: PrinterState
):
    with cups.kept(reason):
        job = printer.print_pdf(document(1), QUEUE)
        wait_for(lambda: printer.job(job).printer is not PrinterState.READY, "a reason")
        assert printer.job(job) == JobStatus(JobState.PRINTING, state)

    assert settled(printer, job, JobState.DONE) == JobStatus(JobState.DONE)
    cups.take_job()


def test_a_document_that_the_printer_gave_up_has_failed(cups: VirtualCups, printer: CupsPrinter):
    with cups.broken():
        job = printer.print_pdf(document(1), QUEUE)
        settled(printer, job, JobState.FAILED)


def test_a_document_that_was_taken_back_is_never_printed(
    cups: VirtualCups, printer: CupsPrinter, paused: None
):
    job = printer.print_pdf(document(1), QUEUE)

    printer.take_back(job)

    assert printer.job(job).state is JobState.CANCELLED
    cups.run("cupsenable", QUEUE)
    printer.print_pdf(document(3), QUEUE)
    # The only one that arrives.
    assert cups.take_job().pdf


def test_what_is_printed_already_is_left_as_it_is(cups: VirtualCups, printer: CupsPrinter):
    job = printer.print_pdf(document(1), QUEUE)
    settled(printer, job, JobState.DONE)
    cups.take_job()

    printer.take_back(job)

    assert printer.job(job).state is JobState.DONE


def test_a_job_that_nobody_knows_is_gone(printer: CupsPrinter):
    assert printer.job(JobId(f"{QUEUE}-4711")) == JobStatus(JobState.GONE)


def test_all_of_our_own_is_taken_back_and_nothing_of_others(
    cups: VirtualCups, printer: CupsPrinter, paused: None
):
    ours = [printer.print_pdf(document(1), QUEUE) for _ in range(3)]
    others = CupsPrinter(PATH)
    theirs = others.print_pdf(document(1), QUEUE)

    assert printer.take_back_all() == 0

    assert {printer.job(job).state for job in ours} == {JobState.CANCELLED}
    assert printer.job(theirs).state is JobState.WAITING
    assert others.take_back_all() == 0
    assert others.job(theirs).state is JobState.CANCELLED


def test_without_an_answer_nothing_is_claimed(
    cups: VirtualCups, printer: CupsPrinter, paused: None, monkeypatch: pytest.MonkeyPatch
):
    job = printer.print_pdf(document(1), QUEUE)

    with monkeypatch.context() as away:
        away.setenv("CUPS_SERVER", os.devnull)
        assert printer.job(job) == JobStatus(JobState.UNSEEN)
        assert printer.take_back_all() == 1
        with pytest.raises(PrintError) as refused:
            printer.take_back(job)
    assert refused.value.code == "printing.not_taken_back"
    assert printer.take_back_all() == 0


def test_nothing_goes_out_that_nobody_wants_any_more(cups: VirtualCups, printer: CupsPrinter):
    with pytest.raises(PrintError) as stopped:
        printer.print_pdf(document(1), QUEUE, is_wanted=lambda: False)

    assert stopped.value.code == "printing.stopped"


def test_what_a_process_left_that_was_killed_is_not_printed_after_the_next_start(
    cups: VirtualCups, printer: CupsPrinter, paused: None
):
    left = [printer.print_pdf(document(1), QUEUE) for _ in range(2)]
    fresh = CupsPrinter(PATH)
    own = fresh.print_pdf(document(1), QUEUE)

    assert fresh.take_back_left() == 0

    assert {fresh.job(job).state for job in left} == {JobState.CANCELLED}
    assert fresh.job(own).state is JobState.WAITING
    fresh.take_back_all()


def test_documents_of_other_programs_are_left_alone(
    cups: VirtualCups, printer: CupsPrinter, paused: None
):
    cups.run("lp", "-d", QUEUE, "-t", "EKSEMPEL: noe annet", "/etc/hostname")
    theirs = max(
        (JobId(line.split()[0]) for line in printer._ask("-o").splitlines()),
        key=lambda job: int(job.rpartition("-")[2]),
    )

    assert printer.take_back_left() == 0

    assert printer.job(theirs).state is JobState.WAITING
    cups.run("cancel", theirs)
