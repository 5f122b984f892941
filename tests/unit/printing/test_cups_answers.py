"""What CUPS answers about its queues, as different drivers put it."""

import pytest

from kiosk.app.ports.printer import PaperSize, Sides
from kiosk.app.ports.printer_state import PrinterState
from kiosk.printing.cups_answers import abilities, states

ALL_SIDES = frozenset(Sides)
ONE_SIDE = frozenset({Sides.ONE})


@pytest.mark.parametrize(
    "answer",
    [
        "Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble",
        "EFDuplex/Duplex: False *Top Bottom\nPageSize/Media Size: Letter",
        "KD03Duplex/Duplexing: None *LongEdge ShortEdge",
        "sides/Sides: *one-sided two-sided-long-edge two-sided-short-edge",
        "OptionDuplex/Duplexer: *True False\nDuplex/Dobbeltsidig: None *DuplexNoTumble DuplexTumble",
    ],
)
def test_both_edges_are_known_by_whatever_name_the_driver_gives_them(answer):
    found = abilities(answer)

    assert found is not None
    assert found.sides == ALL_SIDES


@pytest.mark.parametrize(
    "answer",
    [
        "PageSize/Media Size: *A4 Letter",
        "Duplex/2-Sided Printing: *None",
        "HPOption_Duplexer/Duplex Unit: *False True\nDuplex/x: *None DuplexNoTumble DuplexTumble",
        "Duplex/x: None *DuplexNoTumble DuplexTumble\nOption3/Duplexer: *NotInstalled Installed",
    ],
)
def test_a_printer_without_a_unit_for_two_sides_prints_one(answer):
    found = abilities(answer)

    assert found is not None
    assert found.sides == ONE_SIDE


def test_sizes_are_those_of_ours_under_any_spelling():
    found = abilities("PageSize/Media Size: *A4.Borderless iso_a5_148x210mm A40 A50 A3 Letter B4")

    assert found is not None
    assert found.sizes == {PaperSize.A4, PaperSize.A5}


def test_american_paper_only_is_none_of_ours():
    found = abilities("PageSize/Media Size: *Letter Legal A3")

    assert found is not None
    assert found.sizes == frozenset()


@pytest.mark.parametrize("answer", ["", "\n"])
def test_a_queue_that_tells_nothing_is_not_said_to_lack_anything(answer):
    assert abilities(answer) is None


@pytest.mark.parametrize(
    ("alerts", "state"),
    [
        ("none", PrinterState.READY),
        ("cups-waiting-for-job-completed", PrinterState.READY),
        ("media-low-warning marker-supply-low-warning", PrinterState.READY),
        ("media-empty-warning", PrinterState.READY),
        ("media-empty-error", PrinterState.NO_PAPER),
        ("media-empty", PrinterState.NO_PAPER),
        ("media-needed", PrinterState.NO_PAPER),
        ("offline-report", PrinterState.OFFLINE),
        ("toner-empty-error media-jam-error", PrinterState.JAMMED),
        ("marker-supply-empty-error", PrinterState.NO_TONER),
        ("cover-open-error", PrinterState.OPEN),
        ("fuser-over-temp-error", PrinterState.FAULT),
    ],
)
def test_alerts_are_told_by_the_one_that_somebody_must_mend_first(alerts, state):
    answer = f"printer Hall is idle.  enabled since Tue\n\tDescription: x\n\tAlerts: {alerts}\n"

    assert states(answer, "").get("Hall", PrinterState.READY) is state


def test_a_stopped_printer_is_paused_and_a_closed_queue_closed():
    answer = (
        "printer Hall disabled since Tue -\n\tPaused\n\tAlerts: paused\n"
        "printer Office is idle.  enabled since Tue\n\tAlerts: none\n"
        "printer Desk now printing Desk-3.  enabled since Tue\n\tAlerts: none\n"
    )
    accepting = "Hall accepting requests since Tue\nOffice not accepting requests since Tue -\n"

    assert states(answer, accepting) == {
        "Hall": PrinterState.PAUSED,
        "Office": PrinterState.CLOSED,
    }


def test_why_a_stopped_printer_stands_still_is_told_rather_than_that_it_does():
    answer = "printer Hall disabled since Tue -\n\tAlerts: paused media-jam-error\n"

    assert states(answer, "") == {"Hall": PrinterState.JAMMED}
