"""What the settings of CUPS say of copies, as ``cupsd.conf(5)`` reads them."""

from functools import partial
from pathlib import Path

import pytest

from kiosk.printing.cups_copies import keeps_copies


@pytest.mark.parametrize(
    ("lines", "keeps"),
    [
        ("", True),
        ("PreserveJobFiles No\n", False),
        ("preservejobfiles off", False),
        ("  PreserveJobFiles 0\n", False),
        ("PreserveJobFiles Yes", True),
        ("PreserveJobFiles 1d", True),
        ("PreserveJobFiles 300", True),
        ("# PreserveJobFiles No\n", True),
        ("PreserveJobHistory No\n", True),
        ("PreserveJobFiles Yes\nBrowsing No\nPreserveJobFiles No\n", False),
        ("Browsing Yes\r\nPreserveJobFiles No\r\n", False),
    ],
)
def test_copies_are_kept_unless_a_line_says_otherwise(
    tmp_path: Path, lines: str, keeps: bool
) -> None:
    settings = tmp_path / "cupsd.conf"
    settings.write_text(lines, encoding="utf-8", newline="")

    for server in ("localhost:631", "/run/cups/cups.sock", "127.0.0.1:631\n"):
        assert keeps_copies(partial(str, server), settings) is keeps


@pytest.mark.parametrize("server", ["", "skriver.eksempelvik.example:631", "10.0.0.7:631"])
def test_nobody_can_tell_of_another_machine(tmp_path: Path, server: str) -> None:
    settings = tmp_path / "cupsd.conf"
    settings.write_text("PreserveJobFiles No\n", encoding="utf-8")

    assert keeps_copies(lambda: server, settings) is None


def test_nobody_can_tell_where_the_settings_are_closed(tmp_path: Path) -> None:
    assert keeps_copies(lambda: "localhost:631", tmp_path / "none") is None
