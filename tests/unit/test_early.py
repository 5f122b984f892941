import ast
import ctypes
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import early


def fail(name: str) -> None:
    raise ValueError(name)


def test_a_failure_is_written_without_its_message(capsys):
    try:
        fail("Kari Nordmann")
    except ValueError as error:
        early.report(ValueError, error, error.__traceback__)

    written = capsys.readouterr().err

    assert "Kari" not in written
    assert "ValueError" in written
    assert "in fail" in written


def test_an_interruption_is_no_failure(capsys):
    early.report(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert capsys.readouterr().err == ""


def test_imports_nothing_but_the_standard_library():
    tree = ast.parse(Path(early.__file__).read_text(encoding="utf-8"))
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize("start", ["thread", "main"])
def test_no_thread_writes_a_message(start):
    code = {
        "thread": "import threading; threading.Thread(target=lambda: 1 / {}['Kari']).start()",
        "main": "{}['Kari']",
    }[start]

    done = subprocess.run(
        [sys.executable, "-c", f"from kiosk import early; early.prepare(); {code}"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "KeyError" in done.stderr
    assert "Kari" not in done.stderr


ABORT = """
import os, resource
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from kiosk import early
early.prepare()
os.abort()
"""


@pytest.mark.skipif(os.name != "posix", reason="core files of POSIX")
def test_a_crash_leaves_no_memory_on_the_disk(tmp_path):
    script = f"import os, sys; sys.path.insert(0, {str(Path.cwd())!r}); os.chdir({str(tmp_path)!r})"
    arguments = [sys.executable, "-c", f"{script}{ABORT}"]
    quiet = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]

    process = os.posix_spawn(sys.executable, arguments, os.environ, file_actions=quiet)
    _process, status = os.waitpid(process, 0)

    assert os.WIFSIGNALED(status)
    assert not os.WCOREDUMP(status)
    assert list(tmp_path.iterdir()) == []


def test_windows_reports_no_crash_and_shows_no_box_about_one(monkeypatch):
    asked: list[int] = []
    library = SimpleNamespace(kernel32=SimpleNamespace(SetErrorMode=asked.append))
    monkeypatch.setattr(ctypes, "windll", library, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")

    early._forbid_core_files()

    assert asked == [0x0001 | 0x0002 | 0x8000]
