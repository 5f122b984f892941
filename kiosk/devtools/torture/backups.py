"""Backs a record up while events are stored into it, and restores every backup."""

import shutil
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event as Signal
from threading import Thread

from kiosk.devtools.torture.crashes import ids_in
from kiosk.devtools.torture.outcome import Outcome
from kiosk.devtools.torture.passphrase_only import begin_record
from kiosk.devtools.torture.victim_process import appends_of
from kiosk.domain.errors import KioskError
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.keys.root_key import Passphrase
from kiosk.record.ledger.ledger_file import LEDGER_FILE, read_ledger
from kiosk.record.ledger.verify import Finding, verify_file
from kiosk.record.ledger_record import LedgerRecord, open_record

# Between two appends, so that the record stays of a size that can be restored thirty times.
_PAUSE_S = 0.01
_PASSPHRASE = Passphrase("blå ørn på Eksempelfjell")


def backups(seed: int, seconds: float, number: int) -> Outcome:
    """Back up until the number or the time is used up.

    Args:
        seed: What is stored meanwhile.
        seconds: Time budget.
        number: At most so many backups.
    """
    end, counts, faults = time.monotonic() + seconds, Counter[str](), list[str]()
    with TemporaryDirectory() as name:
        folder = Path(name)
        begin_record(folder / "data", _PASSPHRASE)
        with closing(open_record(folder / "data", _PASSPHRASE)) as record:
            load = _Load(record, str(seed))
            load.start()
            while counts["backups"] < number and time.monotonic() < end:
                counts["backups"] += 1
                fault = _back_up_once(folder / str(counts["backups"]), record, load)
                counts["complete"] += fault is None
                counts["control_short"] += _is_plain_copy_short(folder, load)
                faults += [] if fault is None else [f"{counts['backups']}: {fault}"]
            counts["stored_meanwhile"] = load.stop()
            faults += load.faults
    if not counts["stored_meanwhile"]:
        faults.append("nothing was stored meanwhile")
    if not counts["control_short"]:
        faults.append("control_short did not fail")
    return Outcome("backup", seed, {"backups": 0, "complete": 0, **counts}, tuple(faults))


class _Load(Thread):
    """Stores events until it is stopped.

    Attributes:
        acknowledged: Ids of what was stored, in order.
        faults: What was refused.
    """

    def __init__(self, record: LedgerRecord, seed: str) -> None:
        super().__init__()
        self._record, self._seed, self._over = record, seed, Signal()
        self.acknowledged: list[str] = []
        self.faults: list[str] = []

    def run(self) -> None:
        for events in appends_of(self._seed):
            if self._over.wait(_PAUSE_S):
                return
            try:
                self._record.append(events)
            except KioskError as error:
                self.faults.append(f"refused: {error}")
                return
            self.acknowledged += [event.id for event in events]

    def stop(self) -> int:
        """End; gives how many events were stored."""
        self._over.set()
        self.join()
        return len(self.acknowledged)


def _back_up_once(folder: Path, record: LedgerRecord, load: _Load) -> str | None:
    """What is wrong with one more backup, made now and restored."""
    before, made = list(load.acknowledged), Backups(folder / "ledger", folder / "keys")
    try:
        manifest = record.back_up_ledger(made.ledger)
        record.back_up_keys(made.keys)
        restored = restore(made, folder / "restored", _PASSPHRASE)
        finding = verify_file(made.ledger / LEDGER_FILE).finding
        with closing(open_record(folder / "restored", _PASSPHRASE)) as again:
            found, device, damage = ids_in(again), again.device, again.damage
    except KioskError as error:
        return f"refused: {error}"
    if finding is not Finding.INTACT or damage is not None:
        return f"damage: {finding} {damage}"
    if found[: len(before)] != before or len(found) != manifest.events:
        return "not everything is in it"
    if record.device in (device, restored.device):
        return "the restored record kept the machine's id"
    return None


def _is_plain_copy_short(folder: Path, load: _Load) -> bool:
    """Control: whether the file alone, copied without a backup, lacks what was acknowledged."""
    before, copy = len(load.acknowledged), folder / "plain.sqlite3"
    shutil.copy(folder / "data" / LEDGER_FILE, copy)
    try:
        with closing(read_ledger(copy)) as ledger:
            return ledger.last_position() < before
    except KioskError:
        return True
