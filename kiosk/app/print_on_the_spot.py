"""Prints a brochure at a public machine, for the zone and services that somebody asked about there.

The record stays closed: nothing is read from it, and nothing is written into it.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from kiosk.app.compose_brochure import BrochurePlan
from kiosk.app.compose_edition import compose_edition
from kiosk.app.compose_overview import Reader
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.issue_documents import paper_language
from kiosk.app.pdf_pages import pages_of
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.print_jobs import JobId
from kiosk.app.ports.printer import Printer, PrinterInfo, PrintWishes, Sides
from kiosk.app.ports.words import Words
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.edition import Edition
from kiosk.domain.errors import PrintError, Refusal, RefusedError
from kiosk.domain.language import Language
from kiosk.domain.places import as_full_for_one_more
from kiosk.domain.public_session import PublicSession
from kiosk.domain.service import ZoneId

EDITIONS = (Edition.STANDARD, Edition.LARGE_PRINT)
NO_PRINTER = "printing.no_printer"


@dataclass(frozen=True, slots=True)
class SpotWish:
    """What is to be printed.

    Attributes:
        session: Its zone, services and order; the order was shown on the screen.
        language: Bokmål or nynorsk; another one gives the municipality's own.
        edition: Standard or large print.
    """

    session: PublicSession
    language: Language
    edition: Edition = Edition.STANDARD


@dataclass(frozen=True, slots=True)
class PrintOnTheSpot:
    """Makes brochures and hands them to the machine's printer; its calls may be slow."""

    machine: PublicMachine
    documents: DocumentMaker
    printer: Printer
    clock: Clock
    words_for: Callable[[Language], Words]

    def languages(self, shown: Language) -> tuple[Language, ...]:
        """In which the paper can be: that of the screen, or each where paper has none such."""
        if shown is Language.ENGLISH:
            return (Language.BOKMAL, Language.NYNORSK)
        return (shown,)

    def usual_language(self, shown: Language) -> Language:
        """The one of ``languages`` that stands picked."""
        return paper_language((shown,), self.machine.municipality.default_language)

    def put_on_paper(self, wish: SpotWish, is_wanted: Callable[[], bool]) -> JobId:
        """Make a brochure and hand it to the printer, one copy.

        Args:
            wish: What is to be printed.
            is_wanted: Asked on the way; where nobody wants it any more, nothing stays in the queue.

        Returns:
            What to ask the printer about it by.

        Raises:
            RefusedError: Nothing was shown yet that could be printed.
            PrintError: It was not handed over; ``printing.no_printer`` where there is none.
            DoesNotFitError: A text is longer than its room.
        """
        pdf = self.brochure(wish)
        chosen = _usual(self.printer.printers())
        wishes = PrintWishes(sides=_sides(chosen))
        job = self.printer.print_pdf(pdf, chosen.name, wishes, is_wanted)
        if not is_wanted():
            # Its session ended between the last look and now.
            with suppress(PrintError):
                self.printer.take_back(job)
        return job

    def brochure(self, wish: SpotWish) -> bytes:
        """The brochure: everybody in the session's order, whatever way the screen shows them now.

        Raises:
            RefusedError: Nothing was shown yet that could be printed.
            DoesNotFitError: A text is longer than its room.
        """
        session = wish.session
        if session.zone is None or not session.order:
            raise RefusedError([Refusal("visit.nonchoice_not_shown")])
        words = self.words_for(self.usual_language(wish.language))
        plan = BrochurePlan(
            scope=self._scope(session, session.zone),
            order=session.order,
            reader=Reader(None),
            nonchoice=self.machine.nonchoice(session, words),
            edition=wish.edition,
        )
        return self.documents.brochure(compose_edition(plan, words), self.clock.now(), wish.edition)

    def sheets(self, wish: SpotWish) -> int:
        """How many sheets come out of the printer for a brochure.

        Raises:
            RefusedError: Nothing was shown yet that could be printed.
            PrintError: There is no printer.
            DoesNotFitError: A text is longer than its room.
        """
        pages = pages_of(self.brochure(wish))
        is_one_sided = _sides(_usual(self.printer.printers())) is Sides.ONE
        return pages if is_one_sided else -(-pages // 2)

    def take_back_all(self) -> int:
        """Empty the queues of what this machine handed over; how much may still be printed."""
        return self.printer.take_back_all()

    def take_back_left(self) -> int:
        """Empty the queues of what an earlier run left; how much may still be printed."""
        return self.printer.take_back_left()

    def _scope(self, session: PublicSession, zone: ZoneId) -> ProviderScope:
        """As the screen shows it: nothing is known of places that the record counts."""
        content, today = self.machine.municipality, self.clock.now().date()
        for service in session.services:
            content = as_full_for_one_more(content, service, zone, {}, today)
        return ProviderScope(content, zone, session.services, today)


def _usual(printers: tuple[PrinterInfo, ...]) -> PrinterInfo:
    """The printer that the machine prints to by default, else the first."""
    found = [each for each in printers if each.is_default] or list(printers)
    if not found:
        raise PrintError(NO_PRINTER)
    return found[0]


def _sides(printer: PrinterInfo) -> Sides:
    """Both sides where it can: nobody is there to ask."""
    return Sides.LONG_EDGE if printer.can_print(Sides.LONG_EDGE) else Sides.ONE
