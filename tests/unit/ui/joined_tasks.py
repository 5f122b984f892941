"""Work on real threads, and a way to have all of it done without sleeping."""

from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.ui.tasks import Lane, ThreadTasks


class JoinedTasks:
    """The worker threads of the program, which can be joined.

    A worker posts its answer to the GUI thread before its job ends; so once the threads are
    joined, every answer lies in the queue of events.
    """

    def __init__(self) -> None:
        self._threads = ThreadTasks()
        self._begun = 0

    def run(self, work, done, failed, lane=Lane.RECORD) -> None:
        self._begun += 1
        self._threads.run(work, done, failed, lane)

    def join(self) -> None:
        """Have everything done and told, also what an answer asks for."""
        told = 0
        while told != self._begun:
            told = self._begun
            self._threads.wait()
            # Only what workers sent: nothing is drawn, and no timer runs.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
