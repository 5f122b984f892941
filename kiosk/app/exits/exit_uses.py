"""The use cases about providers that stop, as a part of the program."""

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.app.exits.exit_overview import ExitOverview
    from kiosk.app.exits.issue_exit_letter import IssueExitLetter
    from kiosk.app.exits.provider_exits import ProviderExits
    from kiosk.app.ports.machine import Clock, IdSource
    from kiosk.app.ports.record import Record
    from kiosk.app.ports.words import Words
    from kiosk.app.present_providers import PresentProviders
    from kiosk.app.program_ports import Ports
    from kiosk.domain.case import CaseRef
    from kiosk.domain.exits.exit import ProviderExit
    from kiosk.domain.language import Language
    from kiosk.domain.municipality import Municipality
    from kiosk.domain.notice import WorkingCalendar


class ExitUses:
    """Knows which providers stop, and lets everything else know.

    Attributes:
        municipality: The checked content, with the exits of providers that the record tells of.
    """

    municipality: "Municipality"
    record: "Record"
    clock: "Clock"
    ids: "IdSource"
    working: "WorkingCalendar"
    words_for: "Callable[[Language], Words]"
    _pack: "Municipality"
    _exits: "tuple[ProviderExit, ...]"
    _ports: "Ports"

    if TYPE_CHECKING:

        @cached_property
        def present(self) -> PresentProviders:
            """Providers in the order dealt to a case."""
            ...

    def take_in_exits(self) -> None:
        """Let pages, paper and lists know which providers stop: when the record is open or changed.

        Use cases are made anew where that changes what is offered.

        Raises:
            StorageError: The record could not be read.
        """
        if not self.record.exits():
            return
        from kiosk.app.exits.standing_exits import standing_exits
        from kiosk.domain.eligibility import OfferingOn
        from kiosk.domain.exits.joining import with_exits

        exits = standing_exits(self.record)
        if exits == self._exits:
            return
        self._exits, self.municipality = exits, with_exits(self._pack, exits)
        self.record.take_in_offering(OfferingOn(self.municipality, self.clock.now().date()))
        for part in type(self).__mro__:
            for name, made in vars(part).items():
                if isinstance(made, cached_property):
                    self.__dict__.pop(name, None)

    def know_exits(self, exits: "tuple[ProviderExit, ...]") -> None:
        """Take exits for announced while the record, which tells of them, is closed."""
        from kiosk.domain.exits.joining import with_exits

        self._exits, self.municipality = exits, with_exits(self._pack, exits)

    @property
    def announced_exits(self) -> "tuple[ProviderExit, ...]":
        """Exits that pages and paper know of; may be empty."""
        return self._exits

    def see_to_case(self, case: "CaseRef", actor: str) -> None:
        """Name who helps instead of who stops, for one person whose answers have changed.

        Where that cannot be stored, the status of the exit says that somebody must be named.
        """
        # Nothing of it is imported before the first exit.
        with suppress(StorageError):
            if self.record.exits():
                self.exits.see_to_case(case, actor)

    @cached_property
    def exits(self) -> "ProviderExits":
        """Announces that providers stop."""
        from kiosk.app.exits.provider_exits import ProviderExits

        return ProviderExits(self._pack, self.record, self.clock, self.ids, self.working)

    @cached_property
    def exit_overview(self) -> "ExitOverview":
        """Providers that stop, as staff look at them."""
        from kiosk.app.exits.exit_overview import ExitOverview

        return ExitOverview(self.exits)

    @cached_property
    def exit_letters(self) -> "IssueExitLetter":
        """Letters about providers that stop."""
        from kiosk.app.exits.issue_exit_letter import IssueExitLetter

        return IssueExitLetter(
            self.municipality,
            self.record,
            self.clock,
            self._ports.documents,
            self.words_for,
            self.present,
            self.working,
        )
