"""A list model over plain rows whose fields are the roles."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
)
from PySide6.QtQml import QmlElement

from kiosk.ui.qtkit import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

# Qt.ItemDataRole.UserRole + 1; loading the whole Qt namespace takes longer than the first frame.
FIRST_ROLE = 0x0101
Row = Mapping[str, str | int | bool | float]


@QmlElement
@QmlUncreatable("made by the view-models")
class RowsModel(QAbstractListModel):
    """Rows in display order; may be empty.

    Args:
        fields: Names of the roles; every row has all of them.
    """

    def __init__(self, fields: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._rows: list[Row] = []

    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def show(self, rows: Sequence[Row]) -> None:
        """Put new rows in place of the old; only what differs is told, so focus and items stay."""
        kept = min(len(rows), len(self._rows))
        self._update(rows[:kept])
        if len(rows) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(rows) - 1)
            self._rows.extend(rows[kept:])
            self.endInsertRows()
        elif len(self._rows) > kept:
            self.beginRemoveRows(QModelIndex(), kept, len(self._rows) - 1)
            del self._rows[kept:]
            self.endRemoveRows()

    def _update(self, rows: Sequence[Row]) -> None:
        for number, row in enumerate(rows):
            if row != self._rows[number]:
                self._rows[number] = row
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """One field of one row."""
        if not index.isValid() or role < FIRST_ROLE:
            return None
        return self._rows[index.row()][self._fields[role - FIRST_ROLE]]

    def roleNames(self) -> dict[int, QByteArray]:
        """Role numbers to field names."""
        return {
            FIRST_ROLE + number: QByteArray(field.encode())
            for number, field in enumerate(self._fields)
        }
