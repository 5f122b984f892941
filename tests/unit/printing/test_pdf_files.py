"""Documents as files."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.domain.errors import PrintError
from kiosk.printing.files import FilePrinter, suggested_name, write_pdf


def test_writes_the_whole_document(tmp_path: Path):
    write_pdf(b"%PDF", tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF"


def test_only_the_owner_may_read_the_file(tmp_path: Path):
    write_pdf(b"%PDF", tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o600


def test_replaces_an_older_file(tmp_path: Path):
    (tmp_path / "a.pdf").write_bytes(b"old")

    write_pdf(b"new", tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_refuses_a_folder_that_does_not_exist(tmp_path: Path):
    with pytest.raises(PrintError) as refused:
        write_pdf(b"%PDF", tmp_path / "nowhere" / "a.pdf")

    assert refused.value.code == "printing.no_folder"


def test_refuses_a_path_that_is_a_folder(tmp_path: Path):
    (tmp_path / "a.pdf").mkdir()

    with pytest.raises(PrintError) as refused:
        write_pdf(b"%PDF", tmp_path / "a.pdf")

    assert refused.value.code == "printing.file_not_writable"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_says_that_the_disk_is_full(tmp_path: Path, monkeypatch, number: int):
    monkeypatch.setattr(os, "fsync", _failing(number))

    with pytest.raises(PrintError) as refused:
        write_pdf(b"%PDF", tmp_path / "a.pdf")

    assert refused.value.code == "printing.disk_full"


def test_a_full_disk_leaves_the_older_file_and_nothing_else(tmp_path: Path, monkeypatch):
    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _failing(errno.ENOSPC))

    with pytest.raises(PrintError):
        write_pdf(b"new", tmp_path / "a.pdf")

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


def test_a_folder_numbers_its_jobs(tmp_path: Path):
    printer = FilePrinter(tmp_path)

    printer.print_pdf(b"first", "file")
    printer.print_pdf(b"second", "file")

    assert (tmp_path / "utskrift-001.pdf").read_bytes() == b"first"
    assert (tmp_path / "utskrift-002.pdf").read_bytes() == b"second"
