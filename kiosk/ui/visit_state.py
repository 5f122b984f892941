"""What the citizen's pages share during one visit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.domain.asked_view import AskedView, ViewKind
from kiosk.domain.case import Case
from kiosk.domain.outcome import EventId
from kiosk.ui.faults import Faults, told
from kiosk.ui.shell import AppShell, Page

if TYPE_CHECKING:
    from kiosk.app.compose_provider import ProviderScope
    from kiosk.domain.choice import RecordedChoice
    from kiosk.domain.document.nonchoice_block import NonchoiceBlock
    from kiosk.domain.document.service_section import ServiceSection
    from kiosk.domain.idle_times import IdleTimes
    from kiosk.domain.service import ServiceId
    from kiosk.domain.session import Visit


class VisitState(QObject):
    """One visit: the case, its blocks in the present language, and the answers so far.

    Signals:
        changed: Answers or language are others; pages read everything again.

    Attributes:
        faults: Where both sides tell what did not work.
        event_id, end_id: Ids of what this visit may store: its answers, or that there were none.
        is_storing: The answers are being written; none can be changed meanwhile.
        idle: How long a visit waits on a machine that strangers use; None on any other, where staff
            sit beside the person.
    """

    changed = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.program = program
        self.shell = shell
        self.faults = self._faults = Faults(shell, self)
        self._case: Case | None = None
        self._visit: Visit | None = None
        self._sections: tuple[ServiceSection, ...] = ()
        self._nonchoice: NonchoiceBlock | None = None
        self._view = AskedView()
        self.event_id = EventId("")
        self.end_id = EventId("")
        self.actor = ""
        self.choice: RecordedChoice | None = None
        self.is_storing = False
        self.idle: IdleTimes | None = None
        shell.retold.connect(self._speak_anew)

    @property
    def is_open(self) -> bool:
        """Whether a visit is going on."""
        return self._visit is not None

    @property
    def has_answers(self) -> bool:
        """Whether something is answered on these pages, so that a failure might lose it."""
        return True

    @property
    def case(self) -> Case:
        """The case of the visit."""
        assert self._case is not None  # noqa: S101  pages exist during a visit only
        return self._case

    @property
    def visit(self) -> "Visit":
        """Answers so far."""
        assert self._visit is not None  # noqa: S101  pages exist during a visit only
        return self._visit

    @property
    def words(self) -> Words:
        """Texts in the citizen's language."""
        return self.shell.words

    @property
    def sections(self) -> "tuple[ServiceSection, ...]":
        """One per service that the person may choose for, order of the case."""
        return self._sections

    @property
    def view(self) -> AskedView:
        """How the person asked to see the providers."""
        return self._view

    @property
    def shown_sections(self) -> "tuple[ServiceSection, ...]":
        """``sections`` as the person asked to see them."""
        from kiosk.app.see_providers import as_asked  # noqa: PLC0415  first needed by a visit

        return tuple(
            as_asked(section, self.view, self.scope(section.service), self.words)
            for section in self.sections
        )

    @property
    def nonchoice(self) -> "NonchoiceBlock":
        """What happens without a choice."""
        assert self._nonchoice is not None  # noqa: S101  pages exist during a visit only
        return self._nonchoice

    def begin(self, visit: "Visit", actor: str) -> None:
        """Start with a visit that was handed over; an order is dealt now if the case has none."""
        today = self.program.clock.now().date()
        self._case = self.program.record.case_file(visit.case).case_on(today)
        self.actor = actor
        self.event_id = self.program.ids.event_id()
        self.end_id = self.program.ids.event_id()
        self.choice = None
        self.is_storing = False
        self._view = AskedView()
        self._make_blocks()
        self._visit = visit
        self.changed.emit()

    def update(self, visit: "Visit") -> None:
        """Keep a new state of the answers; not while the present one is being stored."""
        if self.is_storing:
            return
        self._visit = visit
        self.changed.emit()

    def see(self, view: AskedView, asked: ViewKind | None = None) -> None:
        """Show the providers as the person asks; ``sections`` stay as they were dealt.

        Args:
            view: All that is asked for now.
            asked: What is logged, because the person asked for it just now (N32).

        Raises:
            StorageError: It could not be logged, and nothing is another.
        """
        if asked is not None:
            self._note_view(asked)
        self._take_view(view)
        self.changed.emit()

    def scope(self, service: "ServiceId") -> "ProviderScope":
        """What the section of a service is made from."""
        return self.program.present.scope(self.case, service)

    def page_now(self, page: Page) -> Page:
        """The page to come back to; the review is over once the answers are stored.

        What was drawn is gone by then, so that the way leads to the review, which is read again.
        """
        if page not in {Page.REVIEW, Page.SIGNATURE}:
            return page
        return Page.STORED if self.is_open and self.visit.is_stored else Page.REVIEW

    def end(self) -> None:
        """Forget everything about the person."""
        self._visit = None
        self._case = None
        self._view = AskedView()
        self._sections = ()
        self._nonchoice = None
        self.choice = None
        self.is_storing = False
        self.actor = ""

    def _note_view(self, asked: ViewKind) -> None:
        self.program.present.note_view(self.case.reference, asked, self.actor)

    def _take_view(self, view: AskedView) -> None:
        self._view = view

    def _make_blocks(self) -> None:
        from kiosk.domain.order_events import Medium  # noqa: PLC0415  first needed by a visit

        case = self.case
        present = self.program.present
        sections = present.sections(case.reference, self.words, Medium.SCREEN, self.actor)
        # All or none: a page with blocks of two languages would be worse than an old one.
        self._nonchoice = self.program.explain.for_case(case, self.words)
        self._sections = sections

    @Slot()
    @told
    def _speak_anew(self) -> None:
        if self.is_open:
            self._make_blocks()
            self.changed.emit()
