"""What the program is measured against: a window with one button, and nothing else.

``python -m kiosk.devtools.plain_window WIDTH HEIGHT`` reports its first frame and ends.
"""

import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtQuick import QQuickWindow

from kiosk.devtools.first_frame import report_first_frame

_PAGE = b"""
import QtQuick
import QtQuick.Controls.Basic

Window {
    visible: true

    Button {
        anchors.centerIn: parent
        text: "Button"
    }
}
"""


def main(arguments: list[str]) -> int:
    """Show the window and quit after its first frame."""
    width, height = map(int, arguments)
    application = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    component = QQmlComponent(engine)
    component.setData(_PAGE, QUrl())
    window = component.createWithInitialProperties({"width": width, "height": height})
    if not isinstance(window, QQuickWindow):
        sys.exit(component.errorString())

    def show_and_leave() -> None:
        report_first_frame()
        application.quit()

    window.frameSwapped.connect(show_and_leave)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
