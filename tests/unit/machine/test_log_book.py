"""The log of a public machine is put away by size and age, and read back whole."""

import errno
import os
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.ports.machine_log import LogRead
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.machine_event import CATALOGUE, TIMED, MachineEvent, MachineEventId
from kiosk.machine.files import LOG_NAME, OPERATION_NAME, FileMachineLog
from kiosk.machine.lines import event_in, line_of
from kiosk.machine.log_book import LogBook

DAY = date(2026, 3, 2)


def asked(number: int, day: date = DAY) -> MachineEvent:
    return MachineEvent(MachineEventId.A_TO_Z_ASKED, day, {"session": f"{number:08x}"})


def started(day: date = DAY) -> MachineEvent:
    return MachineEvent(MachineEventId.PROGRAM_STARTED, day, {}, time(8, 15))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_is_put_away_when_it_is_large_and_nothing_is_lost(tmp_path: Path) -> None:
    book = LogBook(tmp_path / "log.jsonl", largest_bytes=200)
    events = tuple(asked(number) for number in range(20))

    for event in events:
        book.append([event])

    assert len(names(tmp_path)) > 3
    assert book.read() == LogRead(events)


def test_is_put_away_with_the_month(tmp_path: Path) -> None:
    book = LogBook(tmp_path / "log.jsonl")
    book.append([asked(1, date(2026, 3, 31))])

    book.append([asked(2, date(2026, 4, 1))])

    assert names(tmp_path) == ["log-2026-03-31-001.jsonl", "log.jsonl"]


def test_what_is_older_than_a_year_and_a_month_is_thrown_away(tmp_path: Path) -> None:
    book = LogBook(tmp_path / "log.jsonl")
    (tmp_path / "log-notes-of-2020-01-001.jsonl").touch()
    for days in (0, 40, 500, 1000):
        book.append([asked(days, DAY + timedelta(days))])

    assert [event.day for event in book.read().events] == [
        DAY + timedelta(days) for days in (1000,)
    ]
    assert "log-notes-of-2020-01-001.jsonl" in names(tmp_path)


def test_a_torn_line_is_counted_and_spoils_no_other(tmp_path: Path) -> None:
    book = LogBook(tmp_path / "log.jsonl")
    book.append([asked(1), asked(2)])
    path = tmp_path / "log.jsonl"
    path.write_bytes(path.read_bytes()[:-9])

    book.append([asked(3)])

    assert book.read() == LogRead((asked(1), asked(3)), 1)


def test_what_has_a_time_of_day_stands_in_a_file_of_its_own(tmp_path: Path) -> None:
    log = FileMachineLog(tmp_path)

    log.append([asked(1), started(), asked(2)])

    assert names(tmp_path) == sorted([LOG_NAME, OPERATION_NAME])
    assert "08:15" not in (tmp_path / LOG_NAME).read_text("utf-8")
    assert log.read() == LogRead((started(), asked(1), asked(2)))


@pytest.mark.parametrize(
    ("number", "fault"),
    [(errno.ENOSPC, StorageFault.DISK_FULL), (errno.EIO, StorageFault.FAILED)],
)
def test_a_full_disk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fault: StorageFault
) -> None:
    def full(_fd: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(StorageError) as caught:
        LogBook(tmp_path / "log.jsonl").append([asked(1)])
    assert caught.value.fault is fault


def test_nothing_is_read_where_nothing_was_logged(tmp_path: Path) -> None:
    assert FileMachineLog(tmp_path / "nowhere").read() == LogRead()


ANY_VALUE = st.one_of(
    st.text(), st.integers(), st.tuples(st.text()), st.tuples(st.text(), st.text())
)


@given(st.data())
def test_no_free_text_can_enter_and_what_enters_is_read_back(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(MachineEventId))
    fields = {name: data.draw(ANY_VALUE) for name in CATALOGUE[kind]}
    at = data.draw(st.one_of(st.none(), st.times()))
    try:
        event = MachineEvent(kind, DAY, fields, at)
    except ValueError:
        return

    assert at is None or (kind in TIMED and at.second == 0)
    for name, value in event.fields.items():
        assert CATALOGUE[kind][name].takes(value)
    assert not any(sign in str(list(event.fields.values())) for sign in ("\n", "@", "æ", "Å"))
    assert event_in(line_of(event)) == event


@given(st.text())
def test_any_line_is_an_event_or_none(line: str) -> None:
    event = event_in(line)

    assert event is None or line_of(event)


def test_what_was_written_last_is_found_where_a_new_file_was_begun_since(tmp_path: Path) -> None:
    book = LogBook(tmp_path / "log.jsonl")
    assert book.read_last() == ()
    book.append([asked(1, date(2026, 3, 31))])
    book.append([asked(2, date(2026, 4, 1))])
    with (tmp_path / "log.jsonl").open("ab") as file:
        file.write(b'{"torn')

    last = book.read_last()

    assert last == (asked(1, date(2026, 3, 31)), asked(2, date(2026, 4, 1)))


def test_only_the_end_of_a_long_log_is_read(tmp_path: Path) -> None:
    book = LogBook(tmp_path / "log.jsonl")
    events = tuple(asked(number) for number in range(3000))
    book.append(events)

    last = book.read_last()

    assert 500 < len(last) < 3000
    assert last == events[-len(last) :]


def test_nothing_is_lost_where_a_command_puts_the_log_away_at_the_same_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, other = (LogBook(tmp_path / "log.jsonl") for _ in range(2))
    march, april = date(2026, 3, 31), date(2026, 4, 1)
    book.append([asked(1, march)])
    rename = LogBook._rename
    beside = [other]

    def rename_second(self: LogBook, first: date) -> None:
        if beside:
            beside.pop().append([asked(2, april)])
        rename(self, first)

    monkeypatch.setattr(LogBook, "_rename", rename_second)
    book.append([asked(3, april)])

    assert sorted(str(each.fields["session"]) for each in book.read().events) == [
        f"{number:08x}" for number in (1, 2, 3)
    ]


def test_a_log_that_somebody_else_has_just_put_away_is_begun_anew(tmp_path: Path) -> None:
    book = LogBook(tmp_path / "log.jsonl")

    book._rename(DAY)
    book.append([asked(1)])

    assert names(tmp_path) == ["log.jsonl"]
