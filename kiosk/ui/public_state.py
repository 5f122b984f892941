"""What the public pages share during one session of somebody who does not say who they are."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.app.compose_provider import ProviderScope
from kiosk.app.program import Program
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.asked_view import AskedView, ViewKind
from kiosk.domain.case import CaseRef
from kiosk.domain.public_session import PublicSession
from kiosk.domain.service import ServiceId
from kiosk.domain.session import Visit
from kiosk.ui.public_faults import PublicFaults
from kiosk.ui.shell import AppShell
from kiosk.ui.visit_state import VisitState

_NOBODY = CaseRef("")


class PublicState(VisitState):
    """A visit without a case, in which nothing can be answered.

    Attributes:
        machine: Deals orders, and writes down that a session was, without anything about a person.
        session: What the person has asked to see; None at the attract page.
    """

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        machine: PublicMachine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(program, shell, parent)
        self.faults: PublicFaults = PublicFaults(shell, self)
        self._faults = self.faults
        self.machine = machine
        self.session: PublicSession | None = None

    @property
    def has_answers(self) -> bool:
        """Nothing can be answered here."""
        return False

    @property
    def present(self) -> PublicSession:
        """The session that is going on."""
        assert self.session is not None  # noqa: S101  pages exist during a session only
        return self.session

    def take(self, session: PublicSession) -> None:
        """Keep another state of the session; every page reads it again."""
        before, self.session = self.session, session
        try:
            self._make_blocks()
        except BaseException:
            self.session = before
            raise
        self.changed.emit()

    @property
    def view(self) -> AskedView:
        """How the person asked to see the providers."""
        return AskedView() if self.session is None else self.session.view

    def scope(self, service: ServiceId) -> ProviderScope:
        """What the section of a service is made from."""
        return self.machine.scope(self.present, service)

    def changing(self, change: Callable[[PublicSession], PublicSession]) -> None:
        """Keep what a change makes of the session."""
        self.take(change(self.present))

    def update(self, visit: Visit) -> None:
        """Of a visit only this counts here: the page about not choosing was read to its end."""
        if visit.nonchoice_shown and not self.present.nonchoice_shown:
            self.changing(PublicSession.with_nonchoice_shown)

    def end(self) -> None:
        """Forget the session."""
        super().end()
        self.session = None
        self.changed.emit()

    def _note_view(self, asked: ViewKind) -> None:
        self.machine.note_view(self.present, asked)

    def _take_view(self, view: AskedView) -> None:
        self.session = self.present.seen_as(view)

    def _make_blocks(self) -> None:
        session = self.session
        if session is None or not session.is_placed:
            self._visit, self._nonchoice, self._sections = None, None, ()
            return
        nonchoice = self.machine.nonchoice(session, self.words)
        sections = self.machine.sections(session, self.words) if session.order else ()
        self._nonchoice, self._sections = nonchoice, sections
        self._visit = Visit(_NOBODY, session.services, nonchoice_shown=session.nonchoice_shown)
