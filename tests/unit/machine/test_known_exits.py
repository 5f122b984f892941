"""A public machine remembers who stops, and nothing more."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.errors import StorageError
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.machine.known_exits import EXITS_NAME, FileKnownExits

STOPS = ProviderExit(
    id="secret-key",
    provider=ProviderId("lind"),
    services=(ServiceId("nursing"), ServiceId("practical")),
    zones=(ZoneId("north"),),
    announced_on=date(2026, 11, 1),
    last_day=date(2027, 1, 31),
    cause=ExitCause.WITHDRAWN_FOR_BREACH,
    answer_by=date(2026, 12, 20),
    backup=ProviderId("municipal"),
)


def test_who_stops_where_and_when_is_known_after_a_new_start(tmp_path):
    FileKnownExits(tmp_path).keep([STOPS])

    (known,) = FileKnownExits(tmp_path).exits()
    kept = ("provider", "services", "zones", "announced_on", "last_day")
    assert all(getattr(known, name) == getattr(STOPS, name) for name in kept)


def test_why_it_stops_and_who_takes_over_is_not_kept(tmp_path):
    FileKnownExits(tmp_path).keep([STOPS])

    written = (tmp_path / EXITS_NAME).read_text("utf-8")
    assert not any(word in written for word in ("breach", "secret-key", "municipal", "2026-12-20"))


def test_a_later_file_replaces_the_earlier_one(tmp_path):
    files = FileKnownExits(tmp_path)
    files.keep([STOPS, replace(STOPS, provider=ProviderId("aas"))])
    files.keep([])

    assert files.exits() == ()
    assert [each.name for each in tmp_path.iterdir()] == [EXITS_NAME]


@pytest.mark.parametrize(
    "torn", ["", "[]", '{"exits": [{"provider": "lind"}]}', '{"exits": 7}', '{"exits": [7]}']
)
def test_what_cannot_be_read_is_not_known(tmp_path, torn):
    (tmp_path / EXITS_NAME).write_text(torn, "utf-8")

    assert FileKnownExits(tmp_path).exits() == ()


def test_a_folder_that_takes_no_file_is_told(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(StorageError):
        FileKnownExits(tmp_path / "file").keep([STOPS])
