"""What QML makes of Python classes goes when QML throws it away."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.ui.drawing_pad import DrawingPad
from kiosk.ui.landscape import Landscape
from kiosk.ui.masking import MaskedCode
from kiosk.ui.turner import Turner

PAGE = """
import QtQuick
import Kiosk.Backend
Item {{
    id: root
    property bool isShown: false
    Loader {{ active: root.isShown; sourceComponent: Item {{ {0} {{}} }} }}
}}
"""


@pytest.fixture
def only_what_is_new():
    """What other tests hold is not looked through: there may be millions of objects."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("only_what_is_new")
@pytest.mark.parametrize("kind", [Turner, DrawingPad, Landscape, MaskedCode])
def test_nothing_stays_of_an_object_of_a_page_that_is_gone(qapp, kind):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(PAGE.format(kind.__name__).encode(), QUrl())
    root = component.create()

    for _ in range(5):
        root.setProperty("isShown", True)
        assert there(kind) == 1
        root.setProperty("isShown", False)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
        assert there(kind) == 0


def there(kind):
    gc.collect()
    return sum(type(each) is kind for each in gc.get_objects())
