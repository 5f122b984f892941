"""What a case list would change, as the rows of the preview."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.app.import_wording import hidden_missing_text
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.ui import import_texts
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.app.import_cases import ImportPreview

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ImportReport(QObject):
    """Counts, refused rows, changed cases, and what is left out.

    Signals:
        changed: Another list is previewed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns_text = ""
        self._missing_text = ""
        self._hidden_text = ""
        self._counts = RowsModel(("label", "value"), self)
        self._refused = RowsModel(import_texts.PROBLEM_FIELDS, self)
        self._notices = RowsModel(import_texts.PROBLEM_FIELDS, self)
        self._changes = RowsModel(import_texts.PROBLEM_FIELDS, self)

    def show(self, preview: "ImportPreview", municipality: Municipality, words: Words) -> None:
        """Put a preview into words."""
        self._counts.show(import_texts.count_rows(preview, words))
        self._refused.show(import_texts.problem_rows(preview.case_list.refused, words))
        self._changes.show(import_texts.change_rows(preview, municipality, words))
        self._notices.show(import_texts.problem_rows(preview.case_list.notices, words))
        self._columns_text = import_texts.columns_text(preview, words)
        self._missing_text = import_texts.missing_text(preview, words)
        self._hidden_text = hidden_missing_text(preview, words)
        self.changed.emit()

    @Property(RowsModel, constant=True)
    def counts(self) -> RowsModel:
        """How many rows and cases."""
        return self._counts

    @Property(RowsModel, constant=True)
    def refused(self) -> RowsModel:
        """Why rows are refused; may be empty."""
        return self._refused

    @Property(RowsModel, constant=True)
    def notices(self) -> RowsModel:
        """What is left out of accepted rows; may be empty."""
        return self._notices

    @Property(RowsModel, constant=True)
    def changes(self) -> RowsModel:
        """Known cases of which the list says something else; may be empty."""
        return self._changes

    @Property(str, notify=changed)
    def columnsText(self) -> str:
        """Headings that are not read; empty for none."""
        return self._columns_text

    @Property(str, notify=changed)
    def missingText(self) -> str:
        """The question about known cases that the list lacks; empty for none."""
        return self._missing_text

    @Property(str, notify=changed)
    def hiddenText(self) -> str:
        """Why no case counts as missing where some may be; empty where there is nothing to say."""
        return self._hidden_text
