"""A few sessions of the long day; all of it is ``make soak``."""

import os
import subprocess
import sys

from PySide6.QtGui import QGuiApplication

from kiosk.devtools.soak.day import soak
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.machine.files import FileMachineLog
from kiosk.ui.public_flow import PublicFlow
from kiosk.ui.viewmodels.information import Information


def test_some_sessions_leave_nothing_and_are_all_in_the_log(tmp_path):
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "kiosk.devtools.soak", "--sessions", "20", "--seed", "3"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert '"holds": true' in done.stdout


def test_a_way_back_that_forgets_nothing_is_noticed(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(Information, "_forget", lambda _self: None)

    faults = soak(1, 2, tmp_path).faults

    assert any("Information" in fault and "is another" in fault for fault in faults)


def test_a_session_that_is_missing_in_the_log_is_noticed(qapp, tmp_path, monkeypatch):
    def full(_self, _events):
        raise StorageError(StorageFault.DISK_FULL)

    whole = FileMachineLog.append
    ends = [full]

    def append(self, events):
        is_end = any(each.id.value == "session_ended" for each in events)
        (ends.pop() if is_end and ends else whole)(self, events)

    monkeypatch.setattr(FileMachineLog, "append", append)

    faults = soak(1, 2, tmp_path).faults

    assert any("told as [('alone', 'never')]" in f or "'never'" in f for f in faults)


def test_a_warning_that_never_comes_is_noticed(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(PublicFlow, "_doubt", lambda _self: None)
    monkeypatch.setattr(PublicFlow, "_abandon", lambda _self: None)

    faults = soak(1, 6, tmp_path).faults

    assert any("stuck on" in fault for fault in faults)


def test_what_is_left_in_the_clipboard_is_noticed(qapp, tmp_path, monkeypatch):
    attract = PublicFlow.attract

    def careless(self):
        attract(self)
        QGuiApplication.clipboard().setText("EKSEMPEL")

    monkeypatch.setattr(PublicFlow, "attract", careless)

    assert any("clipboard" in fault for fault in soak(1, 2, tmp_path).faults)
