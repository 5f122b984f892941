"""The page before the screen changes hands: who takes part, and in which language."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.app.store_choice import open_case
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Medium
from kiosk.domain.idle_times import IdleTimes
from kiosk.domain.language import Language
from kiosk.domain.session import Visit
from kiosk.ui.errand import Errand
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import LANGUAGE_NAMES, AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.first_page_preview import FirstPagePreview
from kiosk.ui.viewmodels.taking_part import TakingPart

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1
_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A visit that begins.

    Attributes:
        language: Language that the first page opens in.
        actor: Who handed the screen over.
        event_id: The logged hand-over.
    """

    visit: Visit
    language: Language
    actor: str
    event_id: EventId


@QmlElement
@QmlUncreatable("made by the application")
class HandOver(QObject):
    """What staff settle before the screen is the citizen's.

    A hand-over holds only while its page is open: what comes later is dropped.

    Args:
        idle: How long a visit waits on a machine that strangers use; None on any other, where staff
            sit beside the person.

    Signals:
        changed: Something was picked, or a message is shown.
        confirmed: The hand-over is logged; carries a ``HandedOver``.
        left: Back to the case; nothing happened.
    """

    changed = Signal()
    confirmed = Signal(object)
    left = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
        idle: IdleTimes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._idle = idle
        self._program = program
        self._shell = shell
        self._session = session
        self._faults = session.faults
        self._tasks = tasks
        self._errand = Errand(tasks, shell, session.faults, Page.HAND_OVER)
        self._case: Case | None = None
        self._language = Language.BOKMAL
        self._message = ""
        self._who = TakingPart(shell, self)
        self._languages = RowsModel(("key", "name", "picked"), self)
        self._facts = RowsModel(("icon", "text"), self)
        self._preview = FirstPagePreview(self)
        shell.spoken.connect(self._refresh)

    def show(self, reference: CaseRef) -> None:
        """Begin anew for a case; nobody takes part until told."""
        case = self._program.record.case_file(reference).case
        self._case = case
        self._language = case.written_language or self._program.municipality.default_language
        self._who.begin()
        self._message = ""
        self._errand.call_off()
        self._refresh()

    @Property(str, notify=changed)
    def name(self) -> str:
        """Name of the person."""
        return "" if self._case is None else self._case.name

    @Property(str, notify=changed)
    def givenName(self) -> str:
        """What the person is called: the given name where there is one."""
        return "" if self._case is None else self._case.called

    @Property(TakingPart, constant=True)
    def takingPart(self) -> TakingPart:
        """Who takes part without deciding."""
        return self._who

    @Property(RowsModel, constant=True)
    def languages(self) -> RowsModel:
        """Languages of the citizen's pages; one is picked."""
        return self._languages

    @Property(RowsModel, constant=True)
    def facts(self) -> RowsModel:
        """What happens when the screen is handed over."""
        return self._facts

    @Property(FirstPagePreview, constant=True)
    def preview(self) -> FirstPagePreview:
        """What the person will see first."""
        return self._preview

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why the visit did not begin; empty when nothing went wrong."""
        return self._message

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """The hand-over is being logged."""
        return self._errand.is_busy

    @Slot(str)
    def pickLanguage(self, key: str) -> None:
        """Pick the language that the first page opens in."""
        self._language = Language(key)
        self._refresh()

    @Slot()
    def confirm(self) -> None:
        """Hand the screen over; a second tap while it is being logged does nothing."""
        if self._errand.is_busy or self._case is None:
            return
        self._message = ""
        self._errand.run(self._attempt(self._case), self._on_begun, self._on_failed, self._on_late)
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Back to the case; a hand-over that waits for its turn is not logged any more."""
        self._errand.call_off()
        self.left.emit()

    def undo(self, handed: HandedOver) -> None:
        """Log that a hand-over which is logged did not happen after all."""
        use_case, case = self._program.hand_over, handed.visit.case
        self._tasks.run(
            lambda: use_case.call_off(case, handed.event_id, handed.actor),
            lambda _none: None,
            self._faults.tell,
        )

    def _attempt(self, case: Case) -> Callable[[], HandedOver | None]:
        program, actor = self._program, self._session.name
        language, roles = self._language, self._who.roles
        errand, ticket, event_id = self._errand, self._errand.ticket, program.ids.event_id()

        def begin() -> HandedOver | None:
            if ticket != errand.ticket:
                return None
            # The order is logged first: without it nothing may be shown (neutrality 1.2).
            now = open_case(program.record, case.reference, program.clock.now().date())
            program.present.order_for_case(now, Medium.SCREEN, actor)
            visit = program.hand_over.begin(case.reference, language, roles, actor, event_id)
            return HandedOver(visit, language, actor, event_id)

        return begin

    def _on_begun(self, handed: HandedOver | None) -> None:
        self.changed.emit()
        if handed is not None:
            self.confirmed.emit(handed)

    def _on_late(self, handed: HandedOver | None) -> None:
        if handed is not None:
            self.undo(handed)

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        words = self._shell.words
        self._languages.show(
            [
                {"key": language.value, "name": name, "picked": language is self._language}
                for language, name in LANGUAGE_NAMES.items()
            ]
        )
        self._facts.show(_facts(self.givenName, self._idle, words))
        spoken, is_public = self._program.words_for(self._language), self._idle is not None
        self._preview.show(self.givenName, spoken, is_public=is_public)
        self.changed.emit()


def _facts(name: str, idle: IdleTimes | None, words: Words) -> list[dict[str, str]]:
    return [
        {
            "icon": "eye-slash",
            "text": words.gettext("The list of cases, the history and other people are hidden."),
        },
        {"icon": "clock", "text": _time(name, idle, words)},
        {
            "icon": "information",
            "text": words.gettext(
                "{name} reads what happens without a choice before any provider is shown."
            ).format(name=name),
        },
        {"icon": "padlock", "text": _way_back(idle, words)},
    ]


def _time(name: str, idle: IdleTimes | None, words: Words) -> str:
    if idle is None or not idle.warn_after_s:
        return words.gettext("There is no time limit.")
    minutes = round(idle.warn_after_s / _MINUTE_S)
    text = words.ngettext(
        "After about {count} minute without a tap, the screen asks whether {name} is there. Without "
        "an answer, what is not stored is deleted.",
        "After about {count} minutes without a tap, the screen asks whether {name} is there. "
        "Without an answer, what is not stored is deleted.",
        minutes,
    )
    return text.format(count=minutes, name=name)


def _way_back(idle: IdleTimes | None, words: Words) -> str:
    if idle is None:
        return words.gettext("You get the screen back with “End” and your code.")
    return words.gettext(
        "“End and delete” closes the record and shows the start page. Sign in again to go on."
    )
