"""Programs for the audit: the same lots in every run, and words that can be exchanged."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.words import Words
from kiosk.app.present_providers import PresentProviders
from kiosk.app.print_on_the_spot import PrintOnTheSpot
from kiosk.app.program import Program
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.choice import EventId
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.system import uuid_from
from tests.stage import example, memory_program


class CountingIds:
    """Ids and lots that are the same in every run.

    Args:
        lot: Another lot deals other orders.
    """

    def __init__(self, lot: str) -> None:
        self._lot = lot
        self._count = 0

    def event_id(self) -> EventId:
        self._count += 1
        return EventId(uuid_from(self._count))

    def seed(self) -> str:
        self._count += 1
        return f"{self._lot}-{self._count}"


class BlankPaper:
    """Lays nothing out: what stands on paper is looked at elsewhere."""

    def brochure(self, *_what: object) -> bytes:
        """As many pages as a usual brochure."""
        return b"/Type /Page " * 12


def with_blank_paper(program: Program) -> Program:
    """The same program, whose brochures take no time."""
    on_the_spot = program.on_the_spot

    def blank(machine: PublicMachine) -> PrintOnTheSpot:
        return replace(on_the_spot(machine), documents=cast("DocumentMaker", BlankPaper()))

    vars(program)["on_the_spot"] = blank
    return program


def steady_program(
    lot: str = "audit",
    municipality: Municipality | None = None,
    words_for: Callable[[Language], Words] | None = None,
) -> Program:
    """The example municipality's program, dealing the same orders every time.

    Args:
        lot: Another lot deals other orders.
        municipality: None for the example's, which asks for a signature, so that every page is seen.
        words_for: Texts; None for the catalogues'.
    """
    program = memory_program(municipality or replace(example(), asks_signature=True))
    program.words_for = words_for or program.words_for
    program.present = PresentProviders(
        program.municipality, program.record, program.clock, CountingIds(lot), program.working
    )
    return program
