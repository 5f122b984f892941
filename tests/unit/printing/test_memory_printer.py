"""The printer of tests and of the tour."""

import pytest

from kiosk.app.ports.print_jobs import JobId, JobState, JobStatus
from kiosk.domain.errors import PrintError
from kiosk.printing.memory import MemoryPrinter


def test_keeps_jobs_in_order():
    printer = MemoryPrinter()

    printer.print_pdf(b"first", "memory")
    printer.print_pdf(b"second", "memory")

    assert printer.jobs == [("memory", b"first"), ("memory", b"second")]


def test_without_printers_nothing_is_kept():
    printer = MemoryPrinter(found=())

    with pytest.raises(PrintError):
        printer.print_pdf(b"lost", "memory")

    assert printer.jobs == []


def test_a_job_is_printed_at_once_unless_told_otherwise():
    printer = MemoryPrinter()

    job = printer.print_pdf(b"first", "memory")

    assert printer.job(job).state is JobState.DONE
    assert printer.job(JobId("memory-2")).state is JobState.GONE


def test_what_waits_can_be_taken_back_one_by_one_or_all():
    printer = MemoryPrinter(status=JobStatus(JobState.WAITING))
    first, second = (printer.print_pdf(each, "memory") for each in (b"1", b"2"))

    printer.take_back(first)
    assert [printer.job(job).state for job in (first, second)] == [
        JobState.CANCELLED,
        JobState.WAITING,
    ]
    assert printer.take_back_all() == 0
    assert printer.job(second).state is JobState.CANCELLED


def test_a_stubborn_printer_keeps_what_waits_and_tells_how_much():
    printer = MemoryPrinter(status=JobStatus(JobState.WAITING), is_stubborn=True)
    job = printer.print_pdf(b"1", "memory")

    with pytest.raises(PrintError) as refused:
        printer.take_back(job)
    assert refused.value.code == "printing.not_taken_back"
    assert printer.take_back_all() == 1
    assert printer.job(job).state is JobState.WAITING


def test_nothing_is_kept_that_nobody_wants_any_more():
    printer = MemoryPrinter()
    with pytest.raises(PrintError) as stopped:
        printer.print_pdf(b"1", "memory", is_wanted=lambda: False)
    assert (stopped.value.code, printer.jobs) == ("printing.stopped", [])
