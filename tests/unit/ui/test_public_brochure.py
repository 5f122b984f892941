"""A brochure at a public machine, from the tap to the paper, and what is left of it: nothing."""

from dataclasses import replace

import pytest

from kiosk.app.ports.print_jobs import NOT_FOLLOWED, JobState, JobStatus
from kiosk.app.ports.printer_state import PrinterState
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.domain.machine_event import CATALOGUE, MachineEventId
from kiosk.domain.public_session import SessionEnd
from kiosk.printing.memory import MemoryPrinter
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.shell import Page
from tests.stage import NOW, memory_program, open_public_stage, public_machine

PRINTING = JobStatus(JobState.PRINTING)
WAITING = JobStatus(JobState.WAITING)
NO_PAPER = JobStatus(JobState.PRINTING, PrinterState.NO_PAPER)


class Time:
    """Milliseconds as a test says; each look takes a moment, so that taps count."""

    def __init__(self):
        self.ms = 0.0

    def __call__(self):
        self.ms += 600
        return self.ms


class QuickMaker:
    """Lays nothing out: what stands on the pages is another test's."""

    def brochure(self, _brochure, _issued_at, _edition):
        return b"brochure"


class SilentPrinter(MemoryPrinter):
    """Takes documents, and tells nothing of them."""

    def print_pdf(self, *what):
        super().print_pdf(*what)
        return NOT_FOLLOWED


class Reader:
    """Somebody who has read about the providers of a zone."""

    def __init__(self, stage, machine, time):
        self.stage, self.machine, self.time = stage, machine, time
        self.open, self.names = stage.open, stage.reader.names
        self.printer = stage.program.printer
        self.press, self.has = stage.reader.press, stage.reader.has
        self.public = stage.open.public
        self.brochure = self.public.desk.brochure

    def shows(self, page):
        return self.open.shell.current is page

    def begin(self, language="Begynn på bokmål"):
        self.press(language)
        session = self.public.state.session
        for service in self.machine.services_in(self._zone()):
            session = session.living_in(self._zone()).toggled(
                service, self.machine.services_in(self._zone())
            )
        self.public.state.take(self.machine.dealt(session.with_nonchoice_shown()))
        self.open.shell.show(Page.PUBLIC_NEXT)
        self.stage.reader.settle()

    def _zone(self):
        return self.stage.program.municipality.zones[0].id

    def look(self, status):
        self.printer.status = status
        self.brochure._printed.look()
        self.stage.reader.settle()

    def wait(self, seconds):
        self.time.ms += seconds * 1000
        self.public.watch.look()
        self.stage.reader.settle()

    def outcomes(self):
        kind = MachineEventId.BROCHURE_PRINTED
        return [e.fields["outcome"] for e in self.machine.log.events if e.id is kind]


@pytest.fixture(scope="module")
def machine_in_use(qapp):
    """One window for all: whatever a session leaves behind would be found by the next test."""
    program, time = memory_program(), Time()
    machine = public_machine(program)
    with open_public_stage(program, machine, time) as stage:
        yield Reader(stage, machine, time)


@pytest.fixture
def reader(machine_in_use):
    program = machine_in_use.stage.program
    program.printer.__init__()
    spot = program.on_the_spot(machine_in_use.machine)
    machine_in_use.brochure._spot = replace(spot, documents=QuickMaker())
    program.clock.time = NOW
    machine_in_use.machine.log.events.clear()
    yield machine_in_use
    machine_in_use.public.flow.end(SessionEnd.BY_PERSON)
    machine_in_use.stage.reader.settle()


def test_the_last_page_leads_to_the_brochure_and_back(reader):
    reader.begin()

    reader.press("Skriv ut brosjyren")
    assert reader.shows(Page.PUBLIC_BROCHURE)
    reader.press("Tilbake")
    assert reader.shows(Page.PUBLIC_NEXT)


class Thicker(QuickMaker):
    """Large print takes five pages more."""

    def brochure(self, _brochure, _issued_at, edition):
        return b"/Type /Page " * (10 if edition is Edition.LARGE_PRINT else 5)


def test_it_tells_how_many_sheets_will_come_out_before_they_do(reader):
    reader.begin()
    reader.brochure._spot = replace(reader.brochure.spot, documents=Thicker())

    reader.press("Skriv ut brosjyren")
    assert reader.has("Brosjyren er på 3 ark.")

    reader.brochure.pickEdition(Edition.LARGE_PRINT.value)
    reader.stage.reader.settle()
    assert reader.has("Brosjyren er på 5 ark.")
    assert reader.printer.jobs == []


def test_somebody_takes_a_brochure_along_and_the_log_does_not_know_which(reader):
    reader.begin()
    reader.brochure._spot = reader.stage.program.on_the_spot(reader.machine)
    reader.press("Skriv ut brosjyren")

    reader.press("Skriv ut")

    assert reader.has("Brosjyren er skrevet ut. Hent arkene dine ved skriveren.")
    ((queue, pdf),) = reader.printer.jobs
    assert queue == "memory"
    assert pdf.startswith(b"%PDF")
    assert reader.outcomes() == ["handed_to_printer"]
    assert list(CATALOGUE[MachineEventId.BROCHURE_PRINTED]) == ["outcome"]


def test_no_second_one_before_the_first_is_out(reader):
    reader.begin()
    reader.printer.status = WAITING
    reader.brochure.start()
    reader.brochure.start()
    assert len(reader.printer.jobs) == 1

    reader.look(JobStatus(JobState.DONE))
    reader.brochure.start()
    assert len(reader.printer.jobs) == 2


def test_fifty_taps_print_four(reader):
    reader.begin()
    for _ in range(50):
        reader.brochure.start()
    reader.open.shell.show(Page.PUBLIC_BROCHURE)
    reader.stage.reader.settle()

    assert len(reader.printer.jobs) == 4
    assert reader.has("Du kan ikke skrive ut flere her. Spør i skranken hvis du trenger flere.")
    assert not reader.has("Skriv ut")


def test_the_next_person_can_print_again(reader):
    reader.begin()
    for _ in range(9):
        reader.brochure.start()
    reader.public.flow.end(SessionEnd.FINISHED)

    reader.begin()
    reader.brochure.start()
    assert len(reader.printer.jobs) == 5


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (PRINTING, "Brosjyren blir skrevet ut. Vent til skriveren er stille."),
        (WAITING, "Brosjyren er på vei til skriveren."),
        (NO_PAPER, "Skriveren er tom for papir. Si fra i skranken, så fortsetter utskriften."),
        (
            JobStatus(JobState.WAITING, PrinterState.JAMMED),
            "Skriveren har stoppet. Be om hjelp i skranken.",
        ),
        (JobStatus(JobState.FAILED), "Skriveren har stoppet. Be om hjelp i skranken."),
    ],
)
def test_the_page_says_calmly_how_it_goes(reader, status, told):
    reader.begin()
    reader.press("Skriv ut brosjyren")
    reader.printer.status = status
    reader.press("Skriv ut")

    assert reader.has(told)


def test_without_a_printer_the_front_desk_helps_and_the_wish_is_given_back(reader):
    reader.begin()
    reader.printer.found = ()
    for _ in range(6):
        reader.brochure.start()

    assert reader.brochure.message == (
        "Ingen skriver er klar her nå. Spør i skranken etter brosjyren."
    )
    assert reader.brochure.canPrint
    assert set(reader.outcomes()) == {"failed"}


def test_the_end_of_a_session_takes_back_what_is_in_the_queue(reader):
    reader.begin()
    reader.printer.status = PRINTING
    reader.brochure.start()
    job = reader.brochure._printed._job

    reader.press("Avslutt og slett")

    assert reader.shows(Page.ATTRACT)
    assert reader.printer.job(job).state is JobState.CANCELLED
    assert reader.brochure.text == ""


def test_whoever_is_done_waits_for_the_papers(reader):
    reader.begin()
    reader.printer.status = PRINTING
    reader.brochure.start()

    reader.press("Jeg er ferdig")
    assert reader.shows(Page.PUBLIC_BROCHURE)
    assert reader.has("Hvis du avslutter før brosjyren er ferdig, stopper utskriften.")


def test_nobody_is_warned_while_paper_comes_but_a_printer_that_stands_keeps_no_session(reader):
    reader.begin()
    reader.printer.status = PRINTING
    reader.brochure.start()
    reader.wait(500)
    assert not reader.public.watch.is_warning

    reader.look(NO_PAPER)
    reader.wait(500)
    assert reader.shows(Page.WARNING)


def test_the_clock_runs_again_once_the_paper_is_out(reader):
    reader.begin()
    reader.printer.status = PRINTING
    reader.brochure.start()
    reader.look(JobStatus(JobState.DONE))

    reader.wait(500)
    assert reader.shows(Page.WARNING)


def test_a_printer_that_prints_for_ever_keeps_no_session(reader):
    reader.begin()
    reader.printer.status = PRINTING
    reader.brochure.start()
    clock = reader.stage.program.clock
    clock.time = clock.time.replace(minute=clock.time.minute + 11)
    reader.look(PRINTING)

    reader.wait(500)
    assert reader.shows(Page.WARNING)


def test_a_printing_system_that_tells_nothing_keeps_nobody_waiting(reader):
    reader.begin()
    reader.press("Skriv ut brosjyren")
    reader.brochure._spot = replace(reader.brochure._spot, printer=SilentPrinter())
    reader.press("Skriv ut")

    assert reader.has(
        "Brosjyren er sendt til skriveren. Hent arkene dine der. Spør i skranken hvis det ikke kommer "
        "noen."
    )
    assert reader.brochure.canPrint
    reader.wait(500)
    assert reader.shows(Page.WARNING)


def test_a_stopped_one_is_taken_back(reader):
    reader.begin()
    reader.press("Skriv ut brosjyren")
    reader.printer.status = PRINTING
    reader.press("Skriv ut")

    reader.press("Avbryt utskriften")
    assert reader.has("Utskriften er stoppet. Ta med deg sidene som allerede er skrevet ut.")
    assert reader.has("Skriv ut")


def test_an_english_screen_says_that_the_paper_is_norwegian(reader):
    reader.begin("Start in English")
    reader.press("Print the brochure")
    assert reader.has("The brochure exists in Norwegian only. Pick one of its two forms.")

    reader.press("Language: Nynorsk")
    assert reader.brochure._paper_language() is Language.NYNORSK


def test_a_norwegian_screen_asks_for_no_language(reader):
    reader.begin()
    reader.press("Skriv ut brosjyren")

    assert not reader.has("Språk: Nynorsk")


@pytest.mark.parametrize(
    ("size", "picked"), [(TextSize.M, "standard"), (TextSize.XL, "large_print")]
)
def test_large_letters_on_the_screen_are_large_on_paper(reader, size, picked):
    reader.begin()
    reader.open.theme.show(size, Contrast.STANDARD)

    assert reader.brochure._paper_edition().value == picked
    reader.brochure.pickEdition("standard")
    assert reader.brochure._paper_edition().value == "standard"
