"""The pages before any provider: welcome, what it is, what happens without a choice."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.prose_texts import filled
from kiosk.domain.document.nonchoice_block import NonchoiceKey, NonchoiceRow
from kiosk.domain.municipality import ProseKey, ProseKind, ProsePart
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_NONCHOICE_ICONS = {
    NonchoiceKey.WHO: "person",
    NonchoiceKey.WHY: "information",
    NonchoiceKey.SAME: "file-text",
    NonchoiceKey.LATER: "calendar",
    NonchoiceKey.ASK: "phone",
}
_SAME_ICONS = ("file-text", "clock", "receipt", "switch")


@QmlElement
@QmlUncreatable("made by the application")
class Information(QObject):
    """Texts of the municipality and of its rule.

    Signals:
        changed: Language or person is another.
    """

    changed = Signal()

    def __init__(self, state: VisitState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._faults = state.faults
        self._what = RowsModel(("text", "isHeading"), self)
        self._same = RowsModel(("icon", "text"), self)
        self._nonchoice = RowsModel(("icon", "text"), self)
        self._what_title = ""
        self._same_title = ""
        state.changed.connect(self._refresh)

    @Property(str, notify=changed)
    def givenName(self) -> str:
        """First name of the person, for the greeting."""
        return self._state.case.called if self._state.is_open else ""

    @Property(str, notify=changed)
    def whatTitle(self) -> str:
        """Heading of the page about the scheme."""
        return self._what_title

    @Property(str, notify=changed)
    def sameTitle(self) -> str:
        """Heading of the panel about what stays the same."""
        return self._same_title

    @Property(str, notify=changed)
    def nonchoiceTitle(self) -> str:
        """Heading of the page about not choosing."""
        return self._state.nonchoice.title if self._state.is_open else ""

    @Property(RowsModel, constant=True)
    def what(self) -> RowsModel:
        """Paragraphs about the scheme."""
        return self._what

    @Property(RowsModel, constant=True)
    def same(self) -> RowsModel:
        """What stays the same whoever helps."""
        return self._same

    @Property(RowsModel, constant=True)
    def nonchoice(self) -> RowsModel:
        """All five parts about not choosing, in order."""
        return self._nonchoice

    @Slot()
    @told
    def nonchoiceRead(self) -> None:
        """The last line of the non-choice page has been on screen (N19)."""
        self._state.update(self._state.visit.with_nonchoice_shown())

    @Slot()
    @told
    def _refresh(self) -> None:
        if not self._state.is_open:
            self._forget()
            return
        self._what_title, parts = self._prose(ProseKey.WHAT)
        self._what.show(
            [
                {"text": _bulleted(part), "isHeading": part.kind is ProseKind.HEADING}
                for part in parts
            ]
        )
        self._same_title, items = self._prose(ProseKey.SAME)
        icons = (_SAME_ICONS[min(i, len(_SAME_ICONS) - 1)] for i in range(len(items)))
        self._same.show(
            [{"icon": icon, "text": part.text} for icon, part in zip(icons, items, strict=True)]
        )
        self._nonchoice.show(
            [
                {"icon": _NONCHOICE_ICONS[row.key], "text": _sentence(row)}
                for row in self._state.nonchoice.rows
            ]
        )
        self.changed.emit()

    def _forget(self) -> None:
        """What happens without a choice tells zone and services of whoever was here."""
        self._what_title, self._same_title = "", ""
        for rows in (self._what, self._same, self._nonchoice):
            rows.show([])
        self.changed.emit()

    def _prose(self, key: ProseKey) -> tuple[str, tuple[ProsePart, ...]]:
        """Title and the parts after it."""
        program = self._state.program
        language, prose = program.municipality.prose_in(key, self._state.words.language)
        words, services = program.words_for(language), self._state.visit.services
        prose = filled(prose, program.municipality, words, services)
        if prose and prose[0].kind is ProseKind.HEADING:
            return prose[0].text, prose[1:]
        return "", prose


def _bulleted(part: ProsePart) -> str:
    return f"•\u00a0{part.text}" if part.kind is ProseKind.ITEM else part.text


def _sentence(row: NonchoiceRow) -> str:
    return f"{row.service_name}: {row.text}" if row.service_name else row.text
