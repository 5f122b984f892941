"""The thread of the windows gives signs of life."""

from pytestqt.qtbot import QtBot

from kiosk.domain.supervision import BEAT
from kiosk.ui.heartbeat import Heartbeat


def test_beats_as_soon_as_the_windows_answer(qtbot: QtBot) -> None:
    beats: list[bytes] = []
    heart = Heartbeat(beats.append)

    heart.begin()
    assert beats == []

    qtbot.waitUntil(lambda: bool(beats))
    assert beats == [BEAT]


def test_tells_when_nobody_watches_any_more(qtbot: QtBot) -> None:
    def broken(_beat: bytes) -> None:
        raise BrokenPipeError

    heart = Heartbeat(broken)

    with qtbot.waitSignal(heart.lost):
        heart.begin()
