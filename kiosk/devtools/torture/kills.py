"""Kills the program while it stores, at any moment, and asks for all that it acknowledged."""

import multiprocessing
import random
import time
from collections import Counter
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.devtools.torture.crashes import ids_in
from kiosk.devtools.torture.outcome import Outcome
from kiosk.devtools.torture.passphrase_only import begin_record
from kiosk.devtools.torture.victim_process import OPENED, STORED, appends_of, store_until_killed
from kiosk.domain.errors import KioskError
from kiosk.record.keys.root_key import Passphrase, Secret, Trial
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, verify_file
from kiosk.record.ledger_record import open_record, open_trial_record

_KILLS_A_STORE = 40
# One of so many is opened by a passphrase, which alone takes a good part of a second.
_STORES_A_SEALED = 5
_REOPEN_S = 2.0
# From the opening, and from the start of the process; the opening itself is hit by some.
_LONGEST_S, _EARLY_S, _EARLY = 0.08, 0.2, 0.2
_PASSPHRASE = Passphrase("blå ørn på Eksempelfjell")
# Forked from a process that has everything imported, so that a kill takes no second.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["kiosk.devtools.torture.victim_process"])


def kills(seed: int, seconds: float, number: int, *, too_early: bool = False) -> Outcome:
    """Kill processes until the number or the time is used up.

    Args:
        seed: The same seed stores the same events; the moments of the kills differ a little.
        seconds: Time budget.
        number: At most so many kills.
        too_early: Let the processes say that they stored before they did; for a control.
    """
    end, counts, faults = time.monotonic() + seconds, Counter[str](), list[str]()
    slowest = 0.0
    while counts["kills"] < number and time.monotonic() < end:
        with TemporaryDirectory() as name:
            store = _Store(
                Path(name) / "data", is_trial=bool((counts["stores"] + 1) % _STORES_A_SEALED)
            )
            counts["stores"] += 1
            for _ in range(min(_KILLS_A_STORE, number - counts["kills"])):
                if time.monotonic() >= end:
                    break
                counts["kills"] += 1
                fault = store.kill_once(f"{seed}-{counts['kills']}", too_early=too_early)
                faults += [] if fault is None else [f"{counts['kills']}: {fault}"]
            counts["acknowledged"] += store.acknowledged
            slowest = max(slowest, store.slowest_s)
    if slowest > _REOPEN_S:
        faults.append(f"reopened in {slowest:.2f} s")
    told = {"kills": 0, "acknowledged": 0, **counts, "slowest_reopen_s": round(slowest, 3)}
    return Outcome("kill", seed, told, tuple(faults))


class _Store:
    """A store that process after process is killed over.

    Attributes:
        acknowledged: Appends that were.
        slowest_s: Slowest opening after a kill, in seconds.
    """

    def __init__(self, folder: Path, *, is_trial: bool) -> None:
        self._folder = folder
        self._secret: Secret = Trial() if is_trial else _PASSPHRASE
        if is_trial:
            open_trial_record(folder).close()
        else:
            begin_record(folder, _PASSPHRASE)
        self._known: list[str] = []
        self.acknowledged = 0
        self.slowest_s = 0.0

    def kill_once(self, seed: str, *, too_early: bool) -> str | None:
        """What is wrong after one more process was killed."""
        chance = random.Random(f"kill {seed}")  # noqa: S311  no secret
        ours, theirs = _PROCESSES.Pipe(duplex=False)
        process = _PROCESSES.Process(
            target=store_until_killed,
            args=(self._folder, self._secret, seed, theirs),
            kwargs={"too_early": too_early},
        )
        process.start()
        theirs.close()
        if chance.random() < _EARLY:
            time.sleep(chance.uniform(0, _EARLY_S))
        elif ours.recv_bytes() == OPENED:
            time.sleep(chance.uniform(0, _LONGEST_S))
        process.kill()
        process.join()
        acknowledged = _count(ours)
        self.acknowledged += acknowledged
        return self._examine(seed, acknowledged)

    def _examine(self, seed: str, acknowledged: int) -> str | None:
        begun = time.perf_counter()
        try:
            record = open_record(self._folder, self._secret)
            self.slowest_s = max(self.slowest_s, time.perf_counter() - begun)
            found, damage = ids_in(record), record.damage
            record.close()
            finding = verify_file(self._folder / LEDGER_FILE).finding
        except KioskError as error:
            return f"does not open: {error}"
        if damage is not None or finding is not Finding.INTACT:
            return f"damage: {damage} {finding}"
        known, self._known = self._known, found
        return _difference(known, found, seed, acknowledged)


def _difference(known: list[str], found: list[str], seed: str, acknowledged: int) -> str | None:
    """What the record holds otherwise than it should, if anything."""
    if found[: len(known)] != known:
        return "what was there before is lost"
    fresh = found[len(known) :]
    kept = 0
    for kept, events in enumerate(islice(appends_of(seed), len(fresh) + 1)):  # noqa: B007
        ids, fresh_ids = [event.id for event in events], fresh[: len(events)]
        if not fresh_ids:
            break
        if ids != fresh_ids:
            return "half of what was stored together, or something else"
        fresh = fresh[len(events) :]
    return f"{acknowledged - kept} acknowledged lost" if kept < acknowledged else None


def _count(told: Connection) -> int:
    """How many appends were acknowledged; the messages outlive their process."""
    count = 0
    try:
        while True:
            count += told.recv_bytes() == STORED
    except (EOFError, OSError):
        return count
