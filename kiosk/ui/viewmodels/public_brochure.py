"""A brochure that somebody prints at a public machine, from the wish to the paper."""

from contextlib import suppress
from dataclasses import replace
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.ports.print_jobs import JobId, JobState, JobStatus
from kiosk.app.print_on_the_spot import EDITIONS, PrintOnTheSpot, SpotWish
from kiosk.domain.edition import Edition
from kiosk.domain.errors import KioskError, StorageError
from kiosk.domain.language import Language
from kiosk.domain.machine_event import PrintEnd
from kiosk.domain.spot_print import SpotPrints, stands_still
from kiosk.theme.tokens import TextSize
from kiosk.ui.job_texts import LONG_WAIT_MINUTES
from kiosk.ui.latest_tasks import LatestTasks
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.printed_job import PrintedJob
from kiosk.ui.public_state import PublicState
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import LANGUAGE_NAMES
from kiosk.ui.spot_texts import (
    edition_chip,
    failed_text,
    is_stuck,
    language_note,
    making_text,
    paper_text,
    unseen_text,
    used_up_text,
)
from kiosk.ui.tasks import Lane, Tasks
from kiosk.ui.theme_source import ThemeSource

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_LARGE = frozenset({TextSize.L, TextSize.XL})
_FIELDS = ("key", "name", "isPicked")
_MOVING = frozenset({JobState.WAITING, JobState.PRINTING})


@QmlElement
@QmlUncreatable("made by the application")
class PublicBrochure(QObject):
    """One copy at a time; laid out and handed over off the drawing thread.

    Signals:
        changed: Something was picked, or the paper has come farther.
        stillnessChanged: The idle clock stands still from now on, or goes on.
        left: Back to where it was asked for.
    """

    changed = Signal()
    stillnessChanged = Signal(bool)
    left = Signal()

    def __init__(
        self, state: PublicState, theme: ThemeSource, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._theme = theme
        self._spot: PrintOnTheSpot = state.program.on_the_spot(state.machine)
        state.changed.connect(self._look_anew)
        self._tasks = tasks
        self._making = LatestTasks(tasks, Lane.PAPER)
        self._printed = PrintedJob(
            state.program.printer, state.program.clock, state.shell, tasks, self
        )
        self._prints = SpotPrints()
        self._language: Language | None = None
        self._edition: Edition | None = None
        self._stopped = Event()
        self._is_making = self._is_still = False
        self._fault: KioskError | None = None
        self._languages = RowsModel(_FIELDS, self)
        self._editions = RowsModel(_FIELDS, self)
        self._printed.changed.connect(self._on_paper)
        state.shell.retold.connect(self._refresh)
        theme.changed.connect(self._refresh)

    @property
    def is_under_way(self) -> bool:
        """Whether paper is still to come."""
        return self._prints.is_under_way

    @property
    def spot(self) -> PrintOnTheSpot:
        """Makes and counts what is wished for."""
        return self._spot

    @property
    def wish(self) -> SpotWish | None:
        """What would be printed now; None between sessions."""
        session = self._state.session
        if session is None:
            return None
        return SpotWish(session, self._paper_language(), self._paper_edition())

    def forget(self) -> None:
        """The session is over: nothing of it is made, and nothing of it stays in a queue."""
        self._stopped.set()
        self._making.begin_anew()
        had_printed = self._prints != SpotPrints()
        self._prints = SpotPrints()
        self._language = self._edition = self._fault = None
        self._is_making = False
        self._printed.forget()
        if had_printed:
            self.take_back_all()
        self._refresh()

    def take_back_all(self) -> None:
        """Empty the queues of what this machine handed over, off the drawing thread."""
        self._tasks.run(self._spot.take_back_all, _nothing, _nothing, Lane.QUEUE)

    @Property(RowsModel, constant=True)
    def languages(self) -> RowsModel:
        """Languages of the paper, where there is something to pick; else none."""
        return self._languages

    @Property(RowsModel, constant=True)
    def editions(self) -> RowsModel:
        """Ordinary and large print; the text size of the screen says which stands picked."""
        return self._editions

    @Property(str, notify=changed)
    def languageNote(self) -> str:
        """That the paper speaks another language than the screen; empty where it does not."""
        return language_note(self._state.words.language, self._state.words)

    @Property(str, notify=changed)
    def text(self) -> str:
        """How it goes, and where the papers are; empty before anything is printed."""
        words, status = self._state.words, self._printed.status
        if self._is_making:
            return making_text(words)
        if self._fault is not None and self._stopped.is_set():
            return failed_text(self._fault, words)
        if status is None or self._is_trouble():
            return ""
        if not self._printed.is_followed:
            return unseen_text(words)
        return paper_text(status, self._printed.minutes, words)

    @Property(str, notify=changed)
    def message(self) -> str:
        """That help is needed; empty when it is not."""
        words, status = self._state.words, self._printed.status
        if self._fault is not None:
            return "" if self._stopped.is_set() else failed_text(self._fault, words)
        if status is not None and self._is_trouble():
            return paper_text(status, self._printed.minutes, words)
        return used_up_text(words) if self._prints.is_used_up and not self.isBusy else ""

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """Whether one is being made or printed."""
        return self._prints.is_under_way

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether a brochure can be asked for."""
        return self._prints.may_begin

    @Property(bool, notify=changed)
    def canStop(self) -> bool:
        """Whether the printing can be stopped."""
        if self._is_making:
            return not self._stopped.is_set()
        return self._prints.is_under_way and self._printed.is_followed and self._printed.can_stop

    @Slot(str)
    def pickLanguage(self, key: str) -> None:
        """Read the paper in a language."""
        self._language = Language(key)
        self._refresh()

    @Slot(str)
    def pickEdition(self, key: str) -> None:
        """Read ordinary or large print."""
        self._edition = Edition(key)
        self._refresh()

    @Slot()
    def start(self) -> None:
        """Make one and hand it to the printer; nothing while another is under way."""
        wish = self.wish
        if wish is None or not self._prints.may_begin:
            return
        stopped = self._stopped = Event()
        self._printed.forget()
        self._fault, self._is_making = None, True
        self._prints = self._prints.with_one_begun()
        self._tell()
        self._making.run(
            lambda: self._spot.put_on_paper(wish, lambda: not stopped.is_set()),
            self._on_handed_over,
            self._on_failed,
        )

    @Slot()
    def stop(self) -> None:
        """Stop it: what is not handed over yet is not, and the rest is taken back."""
        if self._is_making:
            self._stopped.set()
            self._tell()
        else:
            self._printed.stop()

    @Slot()
    def leave(self) -> None:
        """Back to where it was asked for."""
        self.left.emit()

    @Slot()
    def _look_anew(self) -> None:
        """Whoever opened the record may have taken content along."""
        if self._spot.machine is not self._state.machine:
            self._spot = replace(self._spot, machine=self._state.machine)

    def _on_handed_over(self, job: JobId) -> None:
        self._is_making = False
        self._note(PrintEnd.HANDED_TO_PRINTER)
        self._printed.follow(job)

    def _on_failed(self, error: KioskError) -> None:
        self._is_making = False
        if not self._stopped.is_set():
            self._note(PrintEnd.FAILED)
        self._fault = error
        self._prints = self._prints.with_one_over(is_printed=False)
        self._tell()

    def _note(self, outcome: PrintEnd) -> None:
        # A log that cannot be written takes no paper from anybody.
        with suppress(StorageError):
            self._state.machine.note_brochure(outcome)

    @Slot()
    def _on_paper(self) -> None:
        """Something is known of the paper; where nothing is to be known, it counts as printed."""
        status = self._printed.status
        if status is not None and self._has_ended(status):
            self._prints = self._prints.with_one_over()
        self._tell()

    def _has_ended(self, status: JobStatus) -> bool:
        if status.state is JobState.UNSEEN:
            return self._printed.minutes >= LONG_WAIT_MINUTES
        return status.is_over or not self._printed.is_followed

    def _is_moving(self) -> bool:
        status = self._printed.status
        if self._is_making or status is None or not self._printed.is_followed:
            return self._is_making
        return status.state in _MOVING and not self._is_trouble()

    def _is_trouble(self) -> bool:
        status = self._printed.status
        if status is None or not self._printed.is_followed:
            return False
        return is_stuck(status, self._printed.minutes)

    def _paper_language(self) -> Language:
        shown = self._state.words.language
        if self._language in self._spot.languages(shown):
            return self._language
        return self._spot.usual_language(shown)

    def _paper_edition(self) -> Edition:
        if self._edition is not None:
            return self._edition
        is_large = self._theme.scale.size in _LARGE
        return Edition.LARGE_PRINT if is_large else Edition.STANDARD

    @Slot()
    def _refresh(self) -> None:
        words = self._state.words
        offered = self._spot.languages(words.language)
        language, edition = self._paper_language(), self._paper_edition()
        self._languages.show(
            [
                {"key": each.value, "name": LANGUAGE_NAMES[each], "isPicked": each is language}
                for each in (offered if len(offered) > 1 else ())
            ]
        )
        self._editions.show(
            [
                {"key": each.value, "name": edition_chip(each, words), "isPicked": each is edition}
                for each in EDITIONS
            ]
        )
        self._tell()

    def _tell(self) -> None:
        minutes, is_moving = self._printed.minutes, self._is_moving()
        is_still = self._prints.is_under_way and stands_still(minutes, is_moving=is_moving)
        if is_still is not self._is_still:
            self._is_still = is_still
            self.stillnessChanged.emit(is_still)
        self.changed.emit()


def _nothing(_result: object) -> None:
    """Nobody is there any more who could be told."""
