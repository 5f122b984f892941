"""The number of the first role, written out so that start-up need not load the Qt namespace."""

from PySide6.QtCore import Qt

from kiosk.ui.models.rows import FIRST_ROLE


def test_the_first_role_is_the_first_that_qt_leaves_to_programs():
    assert Qt.ItemDataRole.UserRole + 1 == FIRST_ROLE
