"""In which edition a document is printed."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.edition_texts import edition_name, envelope_edition_name
from kiosk.domain.edition import Edition
from kiosk.domain.paper_events import DocumentKind
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.print_requests import PrintRequest
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class PrintEditions(QObject):
    """The editions of one document; of no use for one that exists in a single edition.

    Signals:
        changed: Another document is to be printed, or the language is another.
        picked: Somebody picked an edition; carries it.
    """

    changed = Signal()
    picked = Signal(object)

    def __init__(self, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._request: PrintRequest | None = None
        self._options = RowsModel(("key", "name", "picked"), self)

    def show(self, request: PrintRequest | None) -> None:
        """Offer the editions of a document; None for none."""
        self._request = request
        words = self._shell.words
        offered = [] if request is None else request.editions
        has_more = request is not None and request.kind is not DocumentKind.BROCHURE
        name = envelope_edition_name if has_more else edition_name
        self._options.show([
            {
                "key": each.value,
                "name": name(each, words),
                "picked": request is not None and each is request.edition,
            }
            for each in offered
        ])  # fmt: skip
        self.changed.emit()

    @Property(RowsModel, constant=True)
    def options(self) -> RowsModel:
        """One is picked."""
        return self._options

    @Property(bool, notify=changed)
    def areThere(self) -> bool:
        """Whether there is anything to pick."""
        return self._request is not None and len(self._request.editions) > 1

    @Slot(str)
    def pick(self, key: str) -> None:
        """Pick an edition."""
        self.picked.emit(Edition(key))
