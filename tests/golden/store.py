"""Writes the golden stores of the newest form: ``python -m tests.golden.store FOLDER``.

Both hold the same events, so that one expectation serves them; what is a store's own stands apart.
The files are packed, since pages of SQLite are half empty.

Clock, keys and nonces are those of a seed, so that who writes them twice gets the same lines. The
escrow slot is the exception: what wraps it draws from the system.
"""

import json
import random
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.record.copies.backup import back_up_keys, back_up_ledger
from kiosk.record.files.store_lock import LOCK_FILE
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.key_changes import change_root
from kiosk.record.keys.root_key import Passphrase, Secret, Slot, Trial, open_slot
from kiosk.record.ledger.ledger_start import begin_ledger
from kiosk.record.ledger_record import LedgerRecord
from kiosk.record.set_up import EscrowFile, Ways, set_up
from kiosk.record.store import begin_store, open_store
from tests.fake_keyring import FakeKeyring
from tests.golden import events
from tests.golden.reading import Told, differences, of_both, of_its_own

PASSPHRASE = Passphrase("EKSEMPEL: blå ørn på Eksempelfjell")
SEALED, TRIAL, LEDGER_BACKUP, KEYS_BACKUP = "sealed", "trial", "backup", "backup-of-keys.json"
ESCROW, EXPECTED = "escrow.txt", "expected.json"
_CLOSED_AT = datetime(2026, 11, 3, 16, 0, tzinfo=UTC)
PACKED = "stores.zip"
_UNPACKED = (EXPECTED, LOCK_FILE, SNAPSHOT_FILE)


def write_golden(folder: Path) -> None:
    """Write a sealed store, its backups and escrow key, a trial store, and what they read as."""
    folder.mkdir(parents=True)
    with _drawn_from("EKSEMPEL sealed"):
        sealed, keyring = folder / SEALED, FakeKeyring()
        escrow = EscrowFile(folder / ESCROW, "EKSEMPEL: key of an invented record ({})".format)
        set_up(sealed, Ways(PASSPHRASE, escrow, keyring))
        _fill(sealed, PASSPHRASE, lambda: change_root(sealed, PASSPHRASE, keyring))
        back_up_ledger(sealed, folder / LEDGER_BACKUP, _now)
        back_up_keys(sealed, folder / KEYS_BACKUP, _now)
    with _drawn_from("EKSEMPEL trial"):
        trial = folder / TRIAL
        begin_store(trial, _open_slot)
        _fill(trial, Trial(), lambda: None)
    own, told = _told(sealed, PASSPHRASE)
    own_of_trial, same = _told(trial, Trial())
    if differences(told, same):
        message = "the stores differ"
        raise AssertionError(message)
    keys = {store: key.hex() for store, key in keyring.kept.items()}
    expected = {"keyring": keys, SEALED: own, TRIAL: own_of_trial, "both": told}
    text = json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / EXPECTED).write_text(f"{text}\n", encoding="utf-8")
    _pack(folder)


def _open_slot(root: bytes, number: int, *_store: object) -> tuple[Slot, ...]:
    return (open_slot(root, number),)


def unpack(golden: Path, folder: Path) -> Path:
    """Lay the files of a golden folder into another one; gives that one."""
    with ZipFile(golden / PACKED) as packed:
        packed.extractall(folder)
    return folder


def opened(folder: Path, secret: Secret) -> LedgerRecord:
    """A golden store, at the time at which it was written."""
    return LedgerRecord(open_store(folder, secret, _now), None, folder)


def _fill(folder: Path, secret: Secret, between: Callable[[], None]) -> None:
    for stored, is_last in (
        (events.before_the_new_root_key(), False),
        (events.after_the_new_root_key(), True),
    ):
        record = opened(folder, secret)
        for event in stored:
            record.append([event])
        if is_last:
            record.dispose([events.DISPOSED], events.DISPOSAL_ID, events.disposal)
        record.close()
        if not is_last:
            between()


def _told(folder: Path, secret: Secret) -> tuple[Told, Told]:
    record = opened(folder, secret)
    told = of_its_own(record), of_both(record, record.device)
    record.close()
    return told


def _pack(folder: Path) -> None:
    """Put everything but the expectation into one file, the same for the same bytes."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    with ZipFile(folder / PACKED, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files:
            if file.name not in _UNPACKED:
                name = file.relative_to(folder).as_posix()
                packed.writestr(ZipInfo(name), file.read_bytes(), ZIP_DEFLATED)
    for file in files:
        if file.name != EXPECTED:
            file.unlink()
    for each in (SEALED, TRIAL, LEDGER_BACKUP):
        (folder / each).rmdir()


def _now() -> datetime:
    return _CLOSED_AT


@contextmanager
def _drawn_from(seed: str) -> Iterator[None]:
    """Everything that is drawn inside follows from a seed."""
    lot = random.Random(seed)  # noqa: S311  golden files have no secrets

    def pair() -> tuple[bytes, bytes]:
        private = X25519PrivateKey.from_private_bytes(lot.randbytes(32))
        return private.private_bytes_raw(), private.public_key().public_bytes_raw()

    with (
        patch("os.urandom", lot.randbytes),
        patch.object(secrets, "choice", lot.choice),
        patch("kiosk.record.keys.escrow.fresh_pair", pair),
        patch("kiosk.record.store.begin_ledger", partial(begin_ledger, now=_now)),
    ):
        yield


if __name__ == "__main__":
    write_golden(Path(sys.argv[1]))
