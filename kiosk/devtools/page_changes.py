"""How long a page change takes, against painting the page that it leads to.

The program makes the pages of a visit while the person reads the first one, and ignores taps in the
first 0.4 s of a page (``motion.input_dead_after_page``). So the visit that is measured begins to tap
when they are made; everything that a tap itself sets in motion is measured.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.bootstrap.programs import wire
from kiosk.content import load_pack
from kiosk.devtools.tour_case import stock
from kiosk.devtools.tour_options import TourOptions, outfit
from kiosk.domain.language import Language
from kiosk.record.ledger_record import open_trial_record
from kiosk.settings import Resources
from kiosk.system import SystemClock
from kiosk.ui.application import OpenWindow, gui_application
from kiosk.ui.shell import Page

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Change:
    """One page change.

    Attributes:
        change_s: From the tap to the new frame.
        paint_s: Painting that page alone, directly after.
    """

    page: Page
    change_s: float
    paint_s: float


def p95_ratio(changes: list[Change]) -> float:
    """The 95th percentile over the visit of the ratio that each page has in the middle round."""
    by_page: dict[Page, list[float]] = {}
    for change in changes:
        by_page.setdefault(change.page, []).append(change.change_s / change.paint_s)
    middle = sorted(statistics.median(ratios) for ratios in by_page.values())
    return statistics.quantiles(middle, n=20, method="inclusive")[-1]


def walk(window: OpenWindow) -> Iterator[Change]:
    """Go through a visit that has just begun, measuring each change; ends at the review.

    Args:
        window: Shows the welcome page of a visit with at least one service.
    """
    _settle(window)
    pages = window.citizen
    yield _measure(window, pages.steps.forward)
    yield _measure(window, pages.steps.forward)
    yield _measure(window, pages.steps.forward)
    card = str(pages.overview.providers.rows()[0]["key"])
    yield _measure(window, lambda: pages.overview.open(card))
    pages.answer.toggle()
    yield _measure(window, pages.answer.leave)
    while window.shell.current is Page.OVERVIEW:
        yield _measure(window, pages.overview.goOn)
    pages.who.pickRole("self")
    yield _measure(window, pages.who.goOn)


def page_change_ratio(rounds: int = ROUNDS) -> float:
    """The ratio over whole visits to the example's first case; each round begins a new visit."""
    resources, clock = Resources.shipped(), SystemClock()
    municipality = load_pack(resources.example)
    gui_application()
    with tempfile.TemporaryDirectory() as folder:
        record = open_trial_record(Path(folder))
        program = wire(resources, municipality, record, clock)
        case = stock(program, resources.example)
        window = OpenWindow(
            program, outfit(resources, TourOptions(Path(folder), resources.example), Path(folder))
        )
        changes: list[Change] = []
        for _ in range(rounds):
            visit = program.hand_over.begin(case.reference, Language.BOKMAL, (), case.staff)
            window.state.begin(visit, case.staff)
            window.flow.start()
            changes += walk(window)
        window.close()
        record.close()
    return p95_ratio(changes)


def _measure(window: OpenWindow, act: Callable[[], None]) -> Change:
    begun = time.perf_counter()
    act()
    window.window.grabWindow()
    change_s = time.perf_counter() - begun
    _settle(window)
    return Change(window.shell.current, change_s, _paint(window))


def _paint(window: OpenWindow) -> float:
    """Seconds to paint the whole page that is shown.

    The renderer leaves out what has not changed, so the page stands a pixel aside first: bringing it
    back paints all of it, and nothing of it is made or laid out anew.
    """
    page = window.window.contentItem()
    page.setX(1)
    window.window.grabWindow()
    begun = time.perf_counter()
    page.setX(0)
    window.window.grabWindow()
    return time.perf_counter() - begun


def _settle(window: OpenWindow) -> None:
    """Let pages be made and thrown away outside the measured time, as happens between taps."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    while not window.window.property("isReady"):
        QCoreApplication.processEvents()
