"""Backups that are cut off, and copies that would not be whole."""

from kiosk.record.ledger_record import open_record
from tests.unit.record.conftest import PASSPHRASE


def test_a_copy_that_a_cut_left_beside_the_record_goes_at_the_next_opening(sealed_data):
    for name in ("ledger.partial", "ledger.partial-journal", "ledger.partial-wal"):
        (sealed_data / name).write_bytes(b"a copy that nobody disposes of")

    open_record(sealed_data, PASSPHRASE).close()

    assert not list(sealed_data.glob("ledger.partial*"))
