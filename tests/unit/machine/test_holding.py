"""Two public screens never share a folder, and a screen that died keeps nobody out."""

import subprocess
import sys

import pytest

from kiosk.machine.holding import SCREEN, WATCH, held
from kiosk.owning import HeldError

_HOLDS = """
import sys, time
from pathlib import Path
from kiosk.machine.holding import SCREEN, held
with held(Path(sys.argv[1]), SCREEN):
    print("holds", flush=True)
    time.sleep(600)
"""


def test_the_second_one_is_told_where_and_who(tmp_path):
    with held(tmp_path, SCREEN), pytest.raises(HeldError) as caught, held(tmp_path, SCREEN):
        pass

    assert caught.value.folder == tmp_path
    assert caught.value.holder is not None


def test_a_watch_and_its_screen_do_not_stand_in_each_others_way(tmp_path):
    with held(tmp_path, WATCH), held(tmp_path, SCREEN):
        pass


def test_whoever_ended_lets_the_next_one_in(tmp_path):
    with held(tmp_path, SCREEN):
        pass

    with held(tmp_path, SCREEN):
        pass


def test_a_screen_that_was_killed_leaves_no_lock(tmp_path):
    line = (sys.executable, "-c", _HOLDS, str(tmp_path))
    with subprocess.Popen(line, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(HeldError) as caught, held(tmp_path, SCREEN):
            pass
        other.kill()

    assert caught.value.holder is not None
    assert caught.value.holder.process == other.pid
    with held(tmp_path, SCREEN):
        pass


def test_a_disk_that_knows_no_locks_keeps_nobody_from_a_screen(tmp_path, monkeypatch):
    def refuse(_self):
        raise NotImplementedError

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)

    with held(tmp_path, SCREEN):
        pass


def test_a_folder_that_takes_no_file_keeps_nobody_from_a_screen(tmp_path):
    file = tmp_path / "file"
    file.touch()

    with held(file / "below", SCREEN):
        pass
