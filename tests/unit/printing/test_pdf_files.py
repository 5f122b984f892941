"""Documents as files."""

import errno
import os
from functools import partial
from pathlib import Path

import pytest

from kiosk.domain.errors import PrintError
from kiosk.printing.files import (
    make_folder,
    require_folder,
    require_place,
    suggested_name,
    write_file,
)


def test_writes_the_whole_document(tmp_path: Path):
    write_file(b"%PDF", tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF"


def test_only_the_owner_may_read_the_file(tmp_path: Path):
    write_file(b"%PDF", tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o600


def test_replaces_an_older_file(tmp_path: Path):
    (tmp_path / "a.pdf").write_bytes(b"old")

    write_file(b"new", tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_refuses_a_folder_that_does_not_exist(tmp_path: Path):
    with pytest.raises(PrintError) as refused:
        write_file(b"%PDF", tmp_path / "nowhere" / "a.pdf")

    assert refused.value.code == "printing.no_folder"


def test_refuses_a_path_that_is_a_folder(tmp_path: Path):
    (tmp_path / "a.pdf").mkdir()

    with pytest.raises(PrintError) as refused:
        write_file(b"%PDF", tmp_path / "a.pdf")

    assert refused.value.code == "printing.not_a_file"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_says_that_the_disk_is_full(tmp_path: Path, monkeypatch, number: int):
    monkeypatch.setattr(os, "fsync", _failing(number))

    with pytest.raises(PrintError) as refused:
        write_file(b"%PDF", tmp_path / "a.pdf")

    assert refused.value.code == "printing.disk_full"


def test_a_full_disk_leaves_the_older_file_and_nothing_else(tmp_path: Path, monkeypatch):
    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _failing(errno.ENOSPC))

    with pytest.raises(PrintError):
        write_file(b"new", tmp_path / "a.pdf")

    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.pdf", b"old")]


def _failing(number: int):
    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_suggests_kind_and_code():
    assert suggested_name("Kvittering", "EV-2026-000417") == "kvittering-EV-2026-000417.pdf"


@pytest.mark.parametrize("code", ["../../etc/passwd", "a/b", 'a:b"c', "a\u00a0b", "\n"])
def test_a_suggested_name_is_one_plain_name(code: str):
    name = suggested_name("Brosjyre", code)

    assert not set(name[:-4]) - set("abcdefghijklmnopqrstuvwxyz-BEV0123456789")
    assert not name.startswith((".", "-"))


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    return path


def test_a_pipe_is_not_replaced(pipe: Path):
    with pytest.raises(PrintError) as refused:
        write_file(b"%PDF", pipe)

    assert (refused.value.code, pipe.is_fifo()) == ("printing.not_a_file", True)


def test_a_link_to_a_pipe_is_not_replaced(pipe: Path):
    link = pipe.with_name("link.pdf")
    link.symlink_to(pipe)

    with pytest.raises(PrintError, match="not_a_file"):
        write_file(b"%PDF", link)

    assert link.is_symlink()


def test_a_folder_that_says_it_takes_files_and_takes_none_is_told():
    # Whoever runs the tests may write here, and nobody can.
    with pytest.raises(PrintError, match="file_not_writable"):
        require_place(Path("/proc/a.pdf"))


def test_asking_a_folder_leaves_nothing_in_it(tmp_path: Path):
    require_folder(tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["/dev/full", "/dev/null"])
def test_a_device_is_not_replaced(name: str):
    with pytest.raises(PrintError, match="not_a_file"):
        require_place(Path(name))


def test_a_link_is_followed(tmp_path: Path):
    (tmp_path / "there").mkdir()
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "there" / "a.pdf")

    write_file(b"%PDF", link)

    assert (link.is_symlink(), link.read_bytes()) == (True, b"%PDF")


@pytest.mark.parametrize("act", [require_place, partial(write_file, b"%PDF"), make_folder])
def test_a_name_that_no_file_system_takes_is_told(tmp_path: Path, act):
    with pytest.raises(PrintError, match="file_not_writable"):
        act(tmp_path / ("a" * 300))


def test_a_folder_is_made_with_those_above_it(tmp_path: Path):
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()


def test_no_folder_is_made_where_a_file_lies(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"")

    with pytest.raises(PrintError, match="file_not_writable"):
        make_folder(tmp_path / "a" / "b")
