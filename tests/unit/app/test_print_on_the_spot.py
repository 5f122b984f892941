"""A brochure at a public machine: what the screen showed, and nothing of the record."""

import pytest

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.ports.print_jobs import JobState, JobStatus
from kiosk.app.ports.printer import PrinterAbilities, PrinterInfo, Sides
from kiosk.app.print_on_the_spot import PrintOnTheSpot, SpotWish
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.edition import Edition
from kiosk.domain.errors import PrintError, RefusedError
from kiosk.domain.language import Language
from kiosk.machine.memory import MemoryMachineLog, MemoryOrderStock
from kiosk.printing.memory import MemoryPrinter
from kiosk.system import SystemIds
from tests.unit.app import factory as make
from tests.unit.app.factory import NORTH, NURSING, PRACTICAL


class Maker:
    """Keeps what it was asked to lay out."""

    def __init__(self):
        self.made = []

    def brochure(self, brochure, _issued_at, edition):
        self.made.append((brochure, edition))
        return b"brochure"


def maker_of_nothing():
    return Maker()


class Spot:
    def __init__(self):
        municipality, clock = make.municipality(), make.FixedClock()
        explain = ExplainNonchoice(municipality, clock)
        parts = MemoryMachineLog(), MemoryOrderStock(), clock, SystemIds()
        self.machine = PublicMachine(municipality, explain, *parts)
        self.maker = maker_of_nothing()
        self.printer = MemoryPrinter()
        self.spot = PrintOnTheSpot(self.machine, self.maker, self.printer, clock, make.words)

    def session(self, *services):
        session = self.machine.begin().living_in(NORTH)
        for service in services or (NURSING, PRACTICAL):
            session = session.toggled(service, self.machine.services_in(NORTH))
        return self.machine.dealt(session.with_nonchoice_shown())

    def put(self, session, language=Language.BOKMAL, edition=Edition.STANDARD, wanted=lambda: True):
        return self.spot.put_on_paper(SpotWish(session, language, edition), wanted)


@pytest.fixture
def spot():
    return Spot()


def test_paper_has_the_order_and_the_services_of_the_screen(spot):
    session = spot.session()
    spot.put(session)

    brochure, edition = spot.maker.made[-1]
    assert [each.id for each in brochure.providers] == list(session.order)
    shown = spot.machine.sections(session, make.words())
    assert brochure.services == tuple(each.name for each in shown)
    assert edition is Edition.STANDARD


def test_every_session_prints_its_own_order(spot):
    orders = set()
    for _ in range(12):
        session = spot.session()
        spot.put(session)
        orders.add(tuple(each.id for each in spot.maker.made[-1][0].providers))
        assert [each.id for each in spot.maker.made[-1][0].providers] == list(session.order)

    assert len(orders) > 1


def test_a_provider_looks_on_paper_as_on_the_screen(spot):
    session = spot.session(NURSING)
    spot.put(session)

    (section,) = spot.machine.sections(session, make.words())
    assert spot.maker.made[-1][0].providers == section.providers


def test_nothing_is_printed_before_it_was_shown(spot):
    unread = spot.machine.begin().living_in(NORTH).toggled(NURSING, (NURSING,))

    with pytest.raises(RefusedError):
        spot.put(unread)
    assert spot.printer.jobs == []


@pytest.mark.parametrize(
    ("shown", "offered"),
    [
        (Language.BOKMAL, (Language.BOKMAL,)),
        (Language.NYNORSK, (Language.NYNORSK,)),
        (Language.ENGLISH, (Language.BOKMAL, Language.NYNORSK)),
    ],
)
def test_paper_speaks_the_language_of_the_screen_where_it_can(spot, shown, offered):
    assert spot.spot.languages(shown) == offered
    assert spot.spot.usual_language(shown) in offered


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_the_wish_of_language_and_size_is_printed(spot, language):
    spot.put(spot.session(), language, Edition.LARGE_PRINT)

    brochure, edition = spot.maker.made[-1]
    assert brochure.language is language
    assert edition is Edition.LARGE_PRINT


def test_one_copy_on_both_sides_where_the_printer_can(spot):
    spot.put(spot.session())
    simple = PrinterAbilities(frozenset({Sides.ONE}), frozenset())
    spot.printer.found = (PrinterInfo("one", "one", is_default=False, abilities=simple),)
    spot.put(spot.session())

    assert [(each.copies, each.sides) for each in spot.printer.wishes] == [
        (1, Sides.LONG_EDGE),
        (1, Sides.ONE),
    ]


def test_it_goes_to_the_printer_of_the_machine(spot):
    usual = PrinterInfo("usual", "usual", is_default=True)
    spot.printer.found = (PrinterInfo("a", "a", is_default=False), usual)
    spot.put(spot.session())

    assert spot.printer.jobs[-1][0] == "usual"


def test_a_machine_without_a_printer_says_so(spot):
    spot.printer.found = ()

    with pytest.raises(PrintError, match="no_printer"):
        spot.put(spot.session())


def test_what_was_handed_over_as_the_session_ended_is_taken_back(spot):
    spot.printer.status = JobStatus(JobState.PRINTING)
    # The printer asks once before it takes the document; then the session ends.
    answers = iter([True])

    job = spot.put(spot.session(), wanted=lambda: next(answers, False))

    assert spot.printer.job(job).state is JobState.CANCELLED


def test_what_nobody_wants_any_more_is_not_printed(spot):
    with pytest.raises(PrintError, match="stopped"):
        spot.put(spot.session(), wanted=lambda: False)
    assert spot.printer.jobs == []


@pytest.mark.parametrize(("sides", "sheets"), [({Sides.ONE}, 5), ({Sides.ONE, Sides.LONG_EDGE}, 3)])
def test_it_tells_how_many_sheets_will_come_out(spot, monkeypatch, sides, sheets):
    monkeypatch.setattr(spot.maker, "brochure", lambda *_what: b"<< /Type /Page >> " * 5)
    abilities = PrinterAbilities(frozenset(sides), frozenset())
    spot.printer.found = (PrinterInfo("usual", "usual", is_default=True, abilities=abilities),)

    wish = SpotWish(spot.session(), Language.BOKMAL, Edition.STANDARD)

    assert spot.spot.sheets(wish) == sheets
