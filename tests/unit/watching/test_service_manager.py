"""systemd is told that we live, and nothing breaks where it is not there."""

import socket
from pathlib import Path

import pytest

from kiosk.watching.service_manager import ALIVE, notify


@pytest.fixture
def listening(tmp_path: Path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        path = tmp_path / "n"
        sock.bind(str(path))
        sock.settimeout(10)
        yield sock, path


def test_sends_the_state_to_the_socket_that_systemd_named(listening) -> None:
    sock, path = listening

    notify(ALIVE, {"NOTIFY_SOCKET": str(path)})

    assert sock.recv(100) == b"WATCHDOG=1"


@pytest.mark.parametrize("address", ["", "/nowhere/at/all", "@nobody-listens-here"])
def test_nobody_who_listens_is_no_fault(address: str) -> None:
    notify(ALIVE, {"NOTIFY_SOCKET": address})
