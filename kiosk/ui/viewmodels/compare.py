"""Two or three providers side by side, in the order in which they stand (neutrality N25)."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.see_providers import side_by_side
from kiosk.domain.asked_view import LEAST_COMPARED, MOST_COMPARED, ViewKind
from kiosk.domain.service import ProviderId
from kiosk.theme.tokens import TextSize
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import ending_whole
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.viewmodels.overview import Overview
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_CELLS = ("first", "second", "third")


@QmlElement
@QmlUncreatable("made by the application")
class Compare(QObject):
    """Whom to compare, and the table; equal columns, the same rows for all.

    Signals:
        changed: Others are picked, the table is another, or a message is shown.
        compared, left, again: On to the table; back to all providers; back to picking.
    """

    changed = Signal()
    compared = Signal()
    left = Signal()
    again = Signal()

    def __init__(
        self,
        state: VisitState,
        overview: Overview,
        theme: ThemeSource,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._faults = state.faults
        self._overview = overview
        self._theme = theme
        self._message = ""
        self._note = ""
        self._columns: tuple[str, ...] = ()
        self._whole_names: tuple[str, ...] = ()
        self._cards = RowsModel(("key", "name", "support", "isPicked"), self)
        self._rows = RowsModel(("label", *_CELLS), self)
        state.changed.connect(self._refresh)
        theme.changed.connect(self._refresh)

    def start(self) -> None:
        """Pick anew, among the providers of the service that is shown."""
        self._message = ""
        self._state.see(self._state.view.comparing_nobody())

    @Property(RowsModel, constant=True)
    def cards(self) -> RowsModel:
        """All providers of the service, in the order shown; some are picked."""
        return self._cards

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """A label and one cell per provider; the third is empty where two are compared."""
        return self._rows

    @Property("QStringList", notify=changed)
    def columns(self) -> list[str]:
        """Names of those who are compared, in the order shown."""
        return list(self._columns)

    @Property("QStringList", notify=changed)
    def wholeNames(self) -> list[str]:
        """The same names, each with hard spaces where no line is to end."""
        return list(self._whole_names)

    @Property(str, notify=changed)
    def note(self) -> str:
        """Source of the facts."""
        return self._note

    @Property(int, notify=changed)
    def most(self) -> int:
        """How many may stand side by side in this text size, of those that there are."""
        most = MOST_COMPARED if self._has_room_for_three else LEAST_COMPARED
        return max(LEAST_COMPARED, min(most, len(self._cards.rows())))

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many are picked."""
        return len(self._state.view.compared)

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why another cannot be picked, or what is missing; empty when nothing is."""
        return self._message

    @Slot(str)
    @told
    def toggle(self, key: str) -> None:
        """Take a provider in, or leave it out."""
        provider = ProviderId(key)
        is_new = provider not in self._state.view.compared
        self._message = self._too_many() if is_new and self.count >= self.most else ""
        if self._message:
            self.changed.emit()
        else:
            self._state.see(self._state.view.comparing(provider))

    @Slot()
    @told
    def compare(self) -> None:
        """On to the table."""
        if self._state.view.can_compare:
            self._state.see(self._state.view, ViewKind.COMPARED)
            self.compared.emit()
        else:
            self._message = self._state.words.gettext("Tap at least two providers first.")
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to all providers."""
        self.left.emit()

    @Slot()
    def compareOthers(self) -> None:
        """Back to picking."""
        self.again.emit()

    @property
    def _has_room_for_three(self) -> bool:
        return self._theme.scale.size in {TextSize.S, TextSize.M}

    def _too_many(self) -> str:
        words = self._state.words
        if self._has_room_for_three:
            return words.gettext("There is room for three. Take one out first.")
        return words.gettext("There is room for two in this text size. Take one out first.")

    @Slot()
    @told
    def _refresh(self) -> None:
        if not self._state.is_open or not self._state.sections:
            self._columns, self._whole_names, self._note, self._message = (), (), "", ""
            self._cards.show([])
            self._rows.show([])
            self.changed.emit()
            return
        section, view = self._overview.section, self._state.view
        self._cards.show(
            [
                {
                    "key": block.id,
                    "name": block.name,
                    "support": block.support,
                    "isPicked": block.id in view.compared,
                }
                for block in section.providers
            ]
        )
        if view.can_compare:
            scope = self._state.scope(section.service)
            table = side_by_side(self._overview.dealt_section, view, scope, self._state.words)
            self._columns, self._note = table.columns, ending_whole(table.note)
            dealt = self._overview.dealt_section.providers
            self._whole_names = tuple(each.name for each in dealt if each.id in view.compared)
            self._rows.show([_row(label, cells) for label, cells in table.rows])
        self.changed.emit()


def _row(label: str, cells: tuple[str, ...]) -> dict[str, str | bool]:
    padded = (*cells, "", "", "")
    return {"label": label, **dict(zip(_CELLS, padded, strict=False))}
