"""The end of a visit: look it over, store it once, see that it is stored."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.present_providers import shown_orders
from kiosk.app.record_choice import Presented
from kiosk.app.stored_page import stored_page
from kiosk.domain.choice import EventId, RecordedChoice
from kiosk.domain.errors import KioskError
from kiosk.domain.review import ReviewBlock, ReviewRow, StoredLineKey
from kiosk.domain.signature import Signature
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.tasks import Tasks
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_PANEL_LINES = 8
_PANEL_LETTERS = 22
_PANEL_LABEL = 17
_PANEL_WORD = 19
_LINE_ICONS = {
    StoredLineKey.SERVICE: "calendar",
    StoredLineKey.SWITCH: "switch",
    StoredLineKey.COMPLAIN: "file-text",
}


@QmlElement
@QmlUncreatable("made by the application")
class ReviewPage(QObject):
    """Review and stored page.

    Signals:
        changed: Answers, language, state of storing or a message is another.
        changeAsked: "Endre" at a line; carries the service, empty for who decides.
        signAsked: Whoever decides may sign before the answers are stored.
        stored: The record is durable.
        failed: The answers are not stored; ``message`` says why.
        left: Back from the review.
        printAsked, giveBackAsked: Buttons of the stored page.
    """

    changed = Signal()
    changeAsked = Signal(str)
    signAsked = Signal()
    stored = Signal()
    failed = Signal()
    left = Signal()
    printAsked = Signal()
    giveBackAsked = Signal()

    def __init__(self, state: VisitState, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._faults = state.faults
        self._tasks = tasks
        self._message = ""
        self._review: ReviewBlock | None = None
        self._titles = ("", "", "")
        self._rows = RowsModel(("key", "what", "answer", "consequence", "changeName"), self)
        self._lines = RowsModel(("icon", "text"), self)
        self._receipt = RowsModel(("label", "value"), self)
        state.changed.connect(self._refresh)

    @Property(str, notify=changed)
    def title(self) -> str:
        """Heading of the review."""
        return self._review.title if self._review is not None else ""

    @Property(str, notify=changed)
    def hint(self) -> str:
        """Said when two services get different providers; else empty."""
        return self._review.hint if self._review is not None else ""

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """One row per service, then who decides."""
        return self._rows

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Property(bool, notify=changed)
    def isStoring(self) -> bool:
        """The record is being written."""
        return self._state.is_storing

    @Property(str, notify=changed)
    def storedTitle(self) -> str:
        """Heading of the page after storing."""
        return self._titles[0]

    @Property(str, notify=changed)
    def storedLead(self) -> str:
        """Whether anything is left to do."""
        return self._titles[1]

    @Property(str, notify=changed)
    def receiptTitle(self) -> str:
        """Heading of the receipt panel."""
        return self._titles[2]

    @Property(RowsModel, constant=True)
    def lines(self) -> RowsModel:
        """What happens now."""
        return self._lines

    @Property(RowsModel, constant=True)
    def receipt(self) -> RowsModel:
        """Fields of the receipt panel."""
        return self._receipt

    @Property(bool, notify=changed)
    def receiptFits(self) -> bool:
        """Whether the receipt panel stands beside the text; long ones follow below it."""
        rows = self._receipt.rows()
        return (
            sum(_panel_lines(str(row["label"]), str(row["value"])) for row in rows) <= _PANEL_LINES
        )

    @Property(bool, constant=True)
    def asksSignature(self) -> bool:
        """Whether the way to storing leads over a page on which somebody may sign."""
        return self._state.program.municipality.asks_signature

    @Slot()
    @told
    def store(self) -> None:
        """Store the answers, or ask for a signature before that."""
        if not self.asksSignature:
            self.store_with(None)
        elif not self._state.is_storing and not self._state.visit.is_stored:
            self.signAsked.emit()

    def store_with(self, signature: Signature | None) -> None:
        """Store the answers; a second tap while storing does nothing."""
        if self._state.is_storing or self._state.visit.is_stored:
            return
        self._state.is_storing = True
        self._message = ""
        self.changed.emit()
        event_id = self._state.event_id
        self._tasks.run(
            self._attempt(signature),
            lambda choice: self._on_stored(event_id, choice),
            lambda error: self._on_failed(event_id, error),
        )

    @Slot(str)
    def change(self, key: str) -> None:
        """Go back to one line; not while the lines are being stored."""
        if not self._state.is_storing:
            self.changeAsked.emit(key)

    @Slot()
    def goBack(self) -> None:
        """Back to who decides; not while the answers are being stored."""
        if not self._state.is_storing:
            self.left.emit()

    @Slot()
    def printReceipt(self) -> None:
        """To the page where a printer is chosen."""
        self.printAsked.emit()

    @Slot()
    def giveBack(self) -> None:
        """Give the screen back to the staff."""
        self.giveBackAsked.emit()

    def start(self) -> None:
        """Forget an earlier visit's message."""
        self._message = ""
        self._refresh()

    def _attempt(self, signature: Signature | None) -> Callable[[], RecordedChoice]:
        """The storing with everything fixed now; the same event id makes a repeat harmless."""
        state = self._state
        read = self._review.answers if self._review is not None else ()
        return partial(
            state.program.record_choice.store,
            state.visit,
            Presented(shown_orders(state.sections), state.words.language, read),
            state.event_id,
            state.actor,
            signature,
        )

    def _is_of_this_visit(self, event_id: EventId) -> bool:
        return self._state.is_open and self._state.event_id == event_id

    def _on_stored(self, event_id: EventId, choice: RecordedChoice) -> None:
        if not self._is_of_this_visit(event_id):
            return
        self._state.is_storing = False
        self._state.choice = choice
        self._state.update(self._state.visit.stored())
        self.stored.emit()

    def _on_failed(self, event_id: EventId, error: KioskError) -> None:
        if not self._is_of_this_visit(event_id):
            return
        self._state.is_storing = False
        self._message = self._explain(error)
        # What is told now is what a second attempt stores, on another day too.
        self._refresh()
        self.failed.emit()

    def _explain(self, error: KioskError) -> str:
        words = self._state.words
        nothing = words.gettext("Nothing is stored. Your answers are still here.")
        return f"{nothing} {fault_text(error, words)}"

    @Slot()
    @told
    def _refresh(self) -> None:
        if not self._state.is_open:
            return
        choice = self._state.choice
        if choice is None:
            self._show_review()
        else:
            self._show_stored(choice)
        self.changed.emit()

    def _show_review(self) -> None:
        state = self._state
        self._review = state.program.review.block(state.case, state.visit, state.words)
        self._rows.show([self._row(row) for row in self._review.rows])

    def _show_stored(self, choice: RecordedChoice) -> None:
        state = self._state
        block = stored_page(state.program.municipality, state.case, choice, state.words)
        self._titles = (block.title, block.lead, block.receipt_title)
        self._lines.show(
            [{"icon": _LINE_ICONS[line.key], "text": line.text} for line in block.lines]
        )
        self._receipt.show([{"label": line.label, "value": line.value} for line in block.receipt])

    def _row(self, row: ReviewRow) -> dict[str, str]:
        name = self._state.words.gettext("Change: {what}").format(what=row.what)
        return {
            "key": row.service or "",
            "what": row.what,
            "answer": row.answer,
            "consequence": row.consequence,
            "changeName": name,
        }


def _panel_lines(label: str, value: str) -> int:
    """Lines of a row of the receipt panel; a word too wide for its column has the line below."""
    is_wide = max(map(len, value.split(" "))) > _PANEL_WORD
    beside = 1 + (1 if is_wide else len(value) // _PANEL_LETTERS)
    return max(beside, 1 + len(label) // _PANEL_LABEL)
