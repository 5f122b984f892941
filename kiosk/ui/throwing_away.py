"""Ends view-models whose pages are gone, with all that they showed."""

from collections.abc import Iterable

from PySide6.QtCore import QObject


def throw_away(pages: Iterable[QObject], bearer: QObject) -> None:
    """Delete them after what was thrown away before them: QML does the same with its pages.

    Deleting also lets go of what they were connected to, which Python's collector cannot see.

    Args:
        pages: Without parents; nothing of QML shows them any more.
        bearer: Lives on.
    """
    for page in pages:
        # An object of Python's without a parent goes with the last name for it, which may be now.
        page.setParent(bearer)
        page.deleteLater()
