"""Backups of a record that a window has open, through the door too."""

import pytest

from kiosk.domain.errors import RefusedError
from kiosk.record.copies.record_copies import OpenRecordCopies
from kiosk.record.late_record import LateRecord
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, verify_file
from kiosk.record.ledger_record import open_record
from tests.unit.record.conftest import PASSPHRASE


@pytest.fixture
def late(sealed_data):
    record = LateRecord()
    record.fill(open_record(sealed_data, PASSPHRASE))
    yield record
    record.close()


def test_an_open_record_is_backed_up(late, tmp_path):
    copies = OpenRecordCopies(late)

    assert copies.back_up(f' "{tmp_path / "copy"}" ') == 0
    copies.back_up_keys(str(tmp_path / "keys"))

    assert verify_file(tmp_path / "copy" / LEDGER_FILE).finding is Finding.INTACT
    assert (tmp_path / "keys").exists()


@pytest.mark.parametrize("half", ["", "copy", "./copy"])
def test_half_a_path_is_refused(late, half):
    with pytest.raises(RefusedError) as caught:
        OpenRecordCopies(late).back_up(half)

    assert caught.value.refusals[0].code == "backup.half_path"
