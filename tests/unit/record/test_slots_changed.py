"""A file of slots that somebody changed who has no key."""

import json

import msgspec
import pytest

from kiosk.domain.errors import StorageFault
from kiosk.record.copies.backup import back_up_keys, back_up_ledger
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.key_changes import change_escrow, change_root
from kiosk.record.keys.escrow import fresh_pair
from kiosk.record.keys.root_key import EscrowSlot
from kiosk.record.keys.slot_file import SLOT_FILE, read_slots, write_slots
from kiosk.record.ledger_record import open_record
from kiosk.record.set_up import EscrowFile
from tests.fake_keyring import NoKeyring
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.test_backup import fault_of


@pytest.fixture
def foreign(sealed_data):
    """A record beside which somebody put the public half of an escrow key of their own."""
    slots = read_slots(sealed_data)
    assert slots is not None
    _private, public = fresh_pair()
    (own,) = (slot for slot in slots.slots if isinstance(slot, EscrowSlot))
    write_slots(sealed_data, slots.replacing(msgspec.structs.replace(own, public=public)))
    return sealed_data


def test_no_root_key_is_wrapped_for_somebody_elses_escrow_key(foreign):
    before = (foreign / SLOT_FILE).read_bytes()

    fault = fault_of(lambda: change_root(foreign, PASSPHRASE, NoKeyring()))

    assert fault is StorageFault.FOREIGN_ESCROW
    assert (foreign / SLOT_FILE).read_bytes() == before


def test_somebody_elses_escrow_key_is_told_when_the_record_is_opened(foreign):
    assert fault_of(lambda: open_record(foreign, PASSPHRASE)) is StorageFault.FOREIGN_ESCROW


def test_somebody_elses_escrow_key_is_not_restored(foreign, tmp_path):
    back_up_ledger(foreign, tmp_path / "ledger")
    back_up_keys(foreign, tmp_path / "keys")
    backups = Backups(tmp_path / "ledger", tmp_path / "keys")

    fault = fault_of(lambda: restore(backups, tmp_path / "new", PASSPHRASE))

    assert fault is StorageFault.FOREIGN_ESCROW


def test_a_new_escrow_key_takes_the_place_of_somebody_elses(foreign, tmp_path):
    change_escrow(foreign, PASSPHRASE, EscrowFile(tmp_path / "new.txt", "{}".format))

    open_record(foreign, PASSPHRASE).close()


def test_a_changed_root_key_keeps_the_escrow_key_its_own(sealed_data):
    change_root(sealed_data, PASSPHRASE, NoKeyring())

    open_record(sealed_data, PASSPHRASE).close()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", 1),
        ("memory_kib", 8),
        ("memory_kib", 2**40),
        ("memory_kib", 2**70),
        ("iterations", 0),
        ("iterations", 2**31),
        ("lanes", 0),
        ("lanes", 255),
        ("salt", "AA=="),
        ("generation", -1),
    ],
)
def test_odd_costs_of_a_passphrase_are_told_plainly(sealed_data, field, value):
    written = json.loads((sealed_data / SLOT_FILE).read_text())
    for slot in written["slots"]:
        if slot["type"] == "passphrase":
            slot |= {"lanes": 2, field: value}
    (sealed_data / SLOT_FILE).write_text(json.dumps(written))

    assert fault_of(lambda: open_record(sealed_data, PASSPHRASE)) is StorageFault.HALF
