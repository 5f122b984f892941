"""The folder of a mail-out: files are whole, durable and known by what really lies there."""

import errno
from hashlib import sha256

import pytest

from kiosk.domain.errors import PrintError
from kiosk.printing.mail_folder import DiskMailFolder

NAME = "trykk/000001-000002.pdf"


@pytest.fixture
def folder(tmp_path):
    return DiskMailFolder(tmp_path, "batch")


def two_pieces(file):
    file.write(b"first ")
    file.write(b"second")


def test_what_is_written_in_pieces_lies_there_and_its_digest_is_that_of_the_file(folder):
    digest = folder.write(NAME, two_pieces)

    content = (folder.path / NAME).read_bytes()
    assert content == b"first second"
    assert digest == sha256(content).hexdigest()


def test_an_earlier_file_stays_until_the_new_one_is_whole(folder):
    folder.put(NAME, b"earlier")

    def looks(file):
        file.write(b"la")
        assert (folder.path / NAME).read_bytes() == b"earlier"
        file.write(b"ter")

    folder.write(NAME, looks)
    assert (folder.path / NAME).read_bytes() == b"later"


@pytest.mark.parametrize(
    ("fault", "raised"),
    [(OSError(errno.ENOSPC, "full"), PrintError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_half_a_file_leaves_nothing_and_the_earlier_one_stays(folder, fault, raised):
    folder.put(NAME, b"earlier")

    def breaks(file):
        file.write(b"half")
        raise fault

    with pytest.raises(raised):
        folder.write(NAME, breaks)
    (left,) = (folder.path / "trykk").iterdir()
    assert left.read_bytes() == b"earlier"


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


def test_a_place_that_is_no_folder_takes_nothing(tmp_path):
    with pytest.raises(PrintError):
        DiskMailFolder(tmp_path / "nowhere", "utsending-1")


def test_a_file_is_told_by_its_digest_and_none_where_it_is_missing_or_unfinished(tmp_path):
    folder = DiskMailFolder(tmp_path, "utsending-1")
    folder.put("trykk/000001-000002.pdf", b"letters")
    (tmp_path / "utsending-1" / "trykk" / ".000003-000004.pdf.part").write_bytes(b"half")

    assert folder.digest("trykk/000001-000002.pdf") == sha256(b"letters").hexdigest()
    assert folder.digest("trykk/000003-000004.pdf") is None
    assert folder.digest("brev/000001.pdf") is None
    assert folder.where == str(tmp_path / "utsending-1")
