import gettext
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.cli import run
from kiosk.settings import Resources

EXAMPLE = Resources.shipped().example


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _process_language(monkeypatch):
    """The command line tells the process its language; the next test must not notice."""
    domain = gettext.textdomain()
    monkeypatch.setenv("LANGUAGE", "")
    yield
    gettext.textdomain(domain)


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(tmp_path)


@pytest.fixture
def pack(folder: Path) -> Path:
    """A copy of the example that a test may spoil."""
    copy = folder / "pack"
    shutil.copytree(EXAMPLE, copy)
    return copy


@pytest.fixture
def real_pack(pack: Path) -> Path:
    """The same pack, no longer marked as an example."""
    municipality = pack / "municipality.toml"
    text = municipality.read_text(encoding="utf-8").partition("[[example_staff]]")[0]
    municipality.write_text(text.replace("example = true", ""), encoding="utf-8")
    return pack


@pytest.fixture
def kiosk(folder, capsys) -> Callable[..., Said]:
    """Run a command with a record of its own."""

    def said(*arguments: str | Path) -> Said:
        code = run(["--data", str(folder / "data"), *map(str, arguments)])
        written = capsys.readouterr()
        return Said(code, written.out, written.err)

    return said
