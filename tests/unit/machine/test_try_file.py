from datetime import UTC, datetime

import pytest

from kiosk.machine.try_file import NAME, FileTryBook

LAST = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def test_another_program_finds_what_was_kept(tmp_path):
    FileTryBook(tmp_path).keep((4, LAST))

    assert FileTryBook(tmp_path).read() == (4, LAST)


def test_nothing_is_kept_after_the_right_one(tmp_path):
    FileTryBook(tmp_path).keep((4, LAST))
    FileTryBook(tmp_path).keep((0, None))

    assert FileTryBook(tmp_path).read() == (0, None)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        '{"failures": 3}',
        '{"failures": "x", "last": "2026-11-22T10:00:00+00:00"}',
        '{"failures": 3, "last": "2026-11-22T10:00:00"}',
        '{"failures": -3, "last": "2026-11-22T10:00:00+00:00"}',
        '{"failures": 3, "last": 5}',
    ],
)
def test_a_file_that_says_nothing_keeps_nobody_out(tmp_path, written):
    (tmp_path / NAME).write_text(written, "utf-8")

    assert FileTryBook(tmp_path).read() == (0, None)


def test_a_folder_that_is_not_there_is_no_fault_and_counts_all_the_same(tmp_path):
    book = FileTryBook(tmp_path / "nowhere")
    book.keep((3, LAST))

    assert book.read() == (3, LAST)
