import json
from datetime import date

import pytest

from kiosk.bootstrap.machines import public_machine
from kiosk.domain.errors import StorageError
from kiosk.domain.machine_event import MachineEvent, MachineEventId
from kiosk.domain.ordering import open_block
from kiosk.domain.public_session import SessionStart
from kiosk.domain.service import ProviderId
from kiosk.machine.files import LOG_NAME, STOCK_NAME, FileMachineLog, FileOrderStock
from kiosk.settings import Settings
from tests.stage import memory_program

KEY = "0123456789abcdef0123456789abcdef"
BEGUN = MachineEvent(
    MachineEventId.SESSION_BEGUN, date(2026, 3, 2), {"session": KEY, "start": "alone"}
)
BLOCK = open_block(KEY, [ProviderId("a"), ProviderId("b"), ProviderId("c")], "seed")


def test_adds_one_json_line_for_each_event(tmp_path):
    log = FileMachineLog(tmp_path / "data")

    log.append([BEGUN])
    log.append([BEGUN, BEGUN])

    lines = (tmp_path / "data" / LOG_NAME).read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == 3 * [
        {"event": "session_begun", "day": "2026-03-02", "session": KEY, "start": "alone"}
    ]


def test_a_torn_line_spoils_no_other(tmp_path):
    (tmp_path / LOG_NAME).write_text('{"event": "sess', encoding="utf-8")

    FileMachineLog(tmp_path).append([BEGUN])

    lines = (tmp_path / LOG_NAME).read_text("utf-8").splitlines()
    assert len(lines) == 2
    assert json.loads(lines[1])["session"] == KEY


def test_tells_when_the_log_cannot_be_written(tmp_path):
    (tmp_path / LOG_NAME).mkdir()

    with pytest.raises(StorageError):
        FileMachineLog(tmp_path).append([BEGUN])


def test_blocks_are_there_after_a_restart(tmp_path):
    FileOrderStock(tmp_path).keep([(BLOCK, 2)])

    assert FileOrderStock(tmp_path).open_blocks() == ((BLOCK, 2),)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"blocks": [{}]}', '{"blocks": [{"rows": []}]}'])
def test_a_spoilt_stock_begins_anew(tmp_path, text):
    (tmp_path / STOCK_NAME).write_text(text, encoding="utf-8")

    assert FileOrderStock(tmp_path).open_blocks() == ()


def test_the_next_start_ends_a_session_that_a_crash_left_open(tmp_path):
    settings = Settings(content=tmp_path, data=tmp_path)
    first = public_machine(memory_program(), settings).begin(SessionStart.HANDED_OVER)

    for _again in range(2):
        public_machine(memory_program(), settings)

    events = FileMachineLog(tmp_path).read().events
    assert [event.fields.get("end") for event in events] == [None, "abandoned"]
    assert events[1].fields["session"] == first.id
