"""The printer of tests and of the tour."""

import pytest

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
