"""Lets go of what QML made of a Python class, when QML throws it away."""

import ctypes
import weakref

import PySide6
from PySide6.QtCore import QObject

# Where it was seen; a version that lets go by itself must not be helped.
_KEEPS_THEM = PySide6.__version_info__[:2] == (6, 11)


def let_go_at_the_end(made: QObject) -> None:
    """Call it in ``__init__`` of every class of which QML makes objects, page after page.

    WORKAROUND PySide6 6.11.3: the reference that is taken when QML makes an object is never given
    back, and some 8 KB stay of each for ever: on a public machine 50 KB a session.
    """
    if not _KEEPS_THEM:
        return
    watched = weakref.ref(made)

    def let_go() -> None:
        gone = watched()
        if gone is not None:
            ctypes.pythonapi.Py_DecRef(ctypes.py_object(gone))

    made.destroyed.connect(let_go)
