"""Checks a backup of the ledger without any key, wherever it is kept."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from kiosk.domain.errors import Refusal, RefusedError, StorageError, StorageFault
from kiosk.record.copies.backup import FORMAT, MANIFEST, Manifest, digest_of
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, OutsideMark, Verdict, verify_file


def verify_backup(
    folder: Path, marks: Sequence[OutsideMark] = (), key: bytes | None = None
) -> Verdict:
    """Check a backup of the ledger; nothing in it is changed.

    Args:
        folder: As ``write_ledger`` made it.
        marks: What it must hold.
        key: Fingerprint of the key that must have signed it.

    Raises:
        RefusedError: It is not whole, or its ledger is not the one that its manifest tells of.
        StorageError: It cannot be read, or another version wrote it.
    """
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        digest = digest_of(folder / LEDGER_FILE)
    except (OSError, msgspec.MsgspecError):
        raise RefusedError([Refusal("restore.not_whole")]) from None
    if manifest.format > FORMAT:
        raise StorageError(StorageFault.NEWER_VERSION)
    verdict = verify_file(folder / LEDGER_FILE, marks, key)
    if verdict.finding is not Finding.DAMAGED and digest != manifest.digest:
        raise RefusedError([Refusal("backup.other_ledger")])
    return verdict
