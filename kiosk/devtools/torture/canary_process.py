"""The life of a record in one process, which ends by being killed while it writes."""

import logging
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from kiosk.app.ports.case_file import CaseFilter
from kiosk.devtools.torture.canaries import DATA, RIGHT, events_of, hits_in, words_of
from kiosk.devtools.torture.invented import Inventor
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import KioskError
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.key_changes import change_passphrase, change_root
from kiosk.record.keys.os_keyring import SystemKeyring
from kiosk.record.keys.root_key import Passphrase
from kiosk.record.ledger_record import LedgerRecord, open_record
from kiosk.record.set_up import EscrowFile, Ways, set_up

_OTHER = Passphrase("grønn måke ved Eksempelvik")


def main(arguments: list[str]) -> None:
    """Live in a folder with the words of a seed and so many visits; tell what is found after each stage."""
    world, seed, visits = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    logging.basicConfig(filename=world / "log.txt", level=logging.DEBUG)
    words = words_of(seed)

    def look(stage: str) -> None:
        for hit in hits_in(world, words):
            # Its number only: the word itself would be found in what is told.
            print(f"found word {words.index(hit.split(' in ')[0])} {stage}", flush=True)
        print(f"looked {stage}", flush=True)

    _live(world, seed, visits, look)


def _live(world: Path, seed: int, visits: int, look: Callable[[str], None]) -> None:
    data, words = world / DATA, words_of(seed)
    data.mkdir()
    set_up(data, Ways(RIGHT, EscrowFile(world / "escrow.txt", "Hode {}".format)))
    look("after the setting-up")
    record = open_record(data, RIGHT)
    record.append(list(events_of(seed, Inventor("first"))))
    look("while open")
    _use(record, words)
    record.back_up_ledger(world / "backup")
    record.back_up_keys(world / "keys.backup")
    look("after a backup")
    invented = Inventor("many")
    record.append([event for _ in range(visits) for event in events_of(seed, invented)])
    record.close()
    look("after closing")
    restore(Backups(world / "backup", world / "keys.backup"), world / "restored", RIGHT)
    change_passphrase(data, RIGHT, _OTHER)
    change_root(data, _OTHER, SystemKeyring())
    change_passphrase(data, _OTHER, RIGHT)
    look("after a change of keys")
    record = open_record(data, RIGHT)
    record.append(list(events_of(seed, Inventor("last"))))
    os.kill(os.getpid(), signal.SIGKILL)


def _use(record: LedgerRecord, words: tuple[str, ...]) -> None:
    """Ask for what is there, and for what goes wrong; the log may tell of it."""
    record.find_cases(words[0], CaseFilter.ALL, date(2026, 11, 3))
    for wrong in (_of_an_unknown_case, _with_a_used_id):
        try:
            wrong(record, words)
        except KioskError:
            logging.exception("refused")  # noqa: LOG015  as a careless caller may


def _of_an_unknown_case(record: LedgerRecord, words: tuple[str, ...]) -> None:
    record.case_file(CaseRef(f"{words[4]}-unknown"))


def _with_a_used_id(record: LedgerRecord, words: tuple[str, ...]) -> None:
    (_, event), *_ = record.history(CaseRef(words[4]))
    record.append([replace(event, actor=words[0])])


if __name__ == "__main__":
    main(sys.argv[1:])
