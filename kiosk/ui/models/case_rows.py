"""The list of cases: thousands of references, of which only the visible ones are put into words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
)
from PySide6.QtQml import QmlElement

from kiosk.domain.case import CaseRef
from kiosk.ui.models.rows import FIRST_ROLE
from kiosk.ui.qtkit import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

CaseRow = Mapping[str, str | bool | list[str]]

_FIELDS = ("reference", "name", "zone", "marks", "lines", "deadline", "distance", "isOverdue")


@QmlElement
@QmlUncreatable("made by the view-models")
class CaseRowsModel(QAbstractListModel):
    """Cases in display order; may be empty.

    Args:
        describe: Puts one case into words; called when a row comes into view.
    """

    def __init__(
        self, describe: Callable[[CaseRef], CaseRow], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._references: tuple[CaseRef, ...] = ()
        self._described: dict[CaseRef, CaseRow] = {}

    def show(self, references: Sequence[CaseRef]) -> None:
        """Put other cases in place of the shown ones; what was put into words stays known."""
        self.beginResetModel()
        self._references = tuple(references)
        self.endResetModel()

    def forget(self) -> None:
        """Put every case into words anew when it comes into view again."""
        self._described.clear()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Number of cases."""
        return 0 if parent.isValid() else len(self._references)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """One field of one case."""
        if not index.isValid() or role < FIRST_ROLE:
            return None
        return self._row(self._references[index.row()])[_FIELDS[role - FIRST_ROLE]]

    def roleNames(self) -> dict[int, QByteArray]:
        """Role numbers to field names."""
        return {
            FIRST_ROLE + number: QByteArray(field.encode()) for number, field in enumerate(_FIELDS)
        }

    def _row(self, reference: CaseRef) -> CaseRow:
        row = self._described.get(reference)
        if row is None:
            row = self._described[reference] = self._describe(reference)
        return row
