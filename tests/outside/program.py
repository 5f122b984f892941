"""A visit in a process of its own, for a test that listens to it: ``program.py LANGUAGE``.

The record is in memory and the lots are those of the audit, so that the test knows what must be
heard. The process ends when its standard input does.
"""

import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtGui import QGuiApplication

from kiosk.domain.language import Language
from tests.audit.programs import steady_program
from tests.stage import open_stage


def main(language: str) -> None:
    """Hand the screen over and let others use it."""
    application = QGuiApplication(["kiosk"])
    application.setApplicationName("Brukervalg Kiosk")
    over = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    over.activated.connect(QCoreApplication.quit)
    with open_stage(steady_program(), "laptop-14") as stage:
        stage.visit(language=Language(language))
        application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
