"""Who takes part in a conversation without deciding, as staff enter it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.ports.words import Words
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the view-models")
class TakingPart(QObject):
    """Roles that can be picked together; none is a right to decide.

    Signals:
        changed: Somebody was picked or left out.
    """

    changed = Signal()

    def __init__(self, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._picked: set[str] = set()
        self._options = RowsModel(("key", "name", "picked"), self)
        shell.spoken.connect(self._refresh)

    @property
    def roles(self) -> tuple[str, ...]:
        """Who takes part, in the order of the page; may be empty."""
        return tuple(key for key in _labels(self._shell.words) if key in self._picked)

    def begin(self) -> None:
        """Nobody takes part until told."""
        self._picked = set()
        self._refresh()

    @Property(RowsModel, constant=True)
    def options(self) -> RowsModel:
        """Roles of those who may take part; several can be picked."""
        return self._options

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Say that somebody takes part, or take it back."""
        self._picked ^= {key}
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        labels = _labels(self._shell.words)
        self._options.show(
            [{"key": key, "name": labels[key], "picked": key in self._picked} for key in labels]
        )
        self.changed.emit()


def _labels(words: Words) -> dict[str, str]:
    return {
        "next_of_kin": words.pgettext("participant", "Next of kin"),
        "support": words.pgettext("participant", "Support person"),
        "interpreter": words.pgettext("participant", "Interpreter"),
        "other": words.pgettext("participant", "Somebody else"),
    }
