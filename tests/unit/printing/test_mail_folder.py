"""The folder of a mail-out on a disk."""

from hashlib import sha256

import pytest

from kiosk.domain.errors import PrintError
from kiosk.printing.mail_folder import DiskMailFolder


@pytest.fixture
def folder(tmp_path):
    return DiskMailFolder(tmp_path, "utsending-1")


def put_whole(folder, name, content):
    return folder.write(name, lambda file: file.write(content))


def test_a_folder_that_is_not_made_yet_has_no_files(folder):
    assert folder.names() == frozenset()


def test_files_are_told_by_their_names_below_the_folder(folder):
    folder.put("innhold.csv", b"a")
    folder.put("trykk/000001-000002.pdf", b"b")

    assert folder.names() == {"innhold.csv", "trykk/000001-000002.pdf"}


def test_a_file_that_was_never_finished_is_told_by_the_name_it_was_to_have(folder):
    folder.put("trykk/000001-000002.pdf", b"b")
    torn = folder.path / "trykk" / ".000003-000004.pdf.part"
    torn.write_bytes(b"half")

    assert folder.names() == {"trykk/000001-000002.pdf", "trykk/000003-000004.pdf"}

    folder.remove("trykk/000003-000004.pdf")

    assert not torn.exists()
    assert folder.names() == {"trykk/000001-000002.pdf"}


def test_a_file_that_is_removed_is_gone_with_what_was_half_written(folder):
    folder.put("brev/000001.pdf", b"b")
    (folder.path / "brev" / ".000001.pdf.part").write_bytes(b"half")

    folder.remove("brev/000001.pdf")

    assert list(folder.path.rglob("*.p*")) == []


def test_what_is_told_of_a_file_is_the_hash_of_what_lies_there(folder):
    told = put_whole(folder, "trykk/1.pdf", b"letters")

    assert told == sha256((folder.path / "trykk" / "1.pdf").read_bytes()).hexdigest()


def test_a_place_that_is_no_folder_takes_nothing(tmp_path):
    with pytest.raises(PrintError):
        DiskMailFolder(tmp_path / "nowhere", "utsending-1")
