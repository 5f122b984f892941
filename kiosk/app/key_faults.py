"""What goes wrong around the keys and the place of the record, in words."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from kiosk.app.ports.words import Words
from kiosk.domain.errors import BoundElsewhereError, Holder, StorageFault


def key_fault_texts(words: Words) -> Mapping[StorageFault, str]:
    """Faults of the record that concern its keys and where it lies."""
    return {
        StorageFault.KEYS_OLDER: words.gettext(
            "The keys are older than the record: cases that came later have none. "
            "Use a newer copy of the keys."
        ),
        StorageFault.FOREIGN_JOURNAL: words.gettext(
            "A journal in the folder (a file whose name ends in -wal) belongs to another record, or "
            "to an earlier day of this one. Nothing was opened and nothing was changed. Move that "
            "file to another folder and try again."
        ),
        StorageFault.HALF_RESTORED: words.gettext(
            "A restoring was cut off in this folder before it was done. Restore once more into the "
            "same folder: kiosk record restore."
        ),
        StorageFault.BEING_READ: words.gettext(
            "Somebody is checking the record just now, so the last disposal is not finished. Try "
            "again when the check is done."
        ),
        StorageFault.WRONG_ESCROW: words.gettext(
            "This escrow key was replaced, or belongs to another record. Nothing was opened and "
            "nothing was changed."
        ),
        StorageFault.SLOTS_UNSURE: words.gettext(
            "The change was made, but a power cut may undo it. Keep the old passphrase and the "
            "old key file too, until the record has opened with the new ones."
        ),
        StorageFault.FOREIGN_ESCROW: words.gettext(
            "The escrow key in keys.json was not made with this record. Somebody may have changed "
            "the file. Copy keys.json from the backup, or make a new escrow key."
        ),
        StorageFault.NO_KEYRING: words.gettext(
            "This machine has no keyring that the system protects, and no key is ever stored "
            "unprotected. Nothing was changed. Use the passphrase."
        ),
        StorageFault.KEYRING_LOST: words.gettext(
            "The keyring has another key than the record. Use the passphrase."
        ),
        StorageFault.NETWORK_FOLDER: words.gettext(
            "The folder lies on a network, where storing cannot be relied on. "
            "Put the record on the machine's own disk: --data FOLDER."
        ),
        StorageFault.REMOVABLE_FOLDER: words.gettext(
            "The folder lies on a disk that can be pulled out. "
            "Put the record on the machine's own disk: --data FOLDER."
        ),
        StorageFault.SYNCED_FOLDER: words.gettext(
            "The folder is synchronised with a cloud or with other machines, which would copy the "
            "record half written. Put the record in a folder that is not: --data FOLDER."
        ),
    }


def key_refusal_texts(words: Words) -> Mapping[str, str]:
    """Refusals around passphrase and escrow key; with the fields of their values."""
    return {
        "passphrase.short": words.gettext(
            "The passphrase is too short. Use at least {shortest} characters, such as four or "
            "five words that do not belong together. The kinds of characters do not matter."
        ),
        "passphrase.repeats": words.gettext(
            "The passphrase repeats the same few characters. Use several different words."
        ),
        "passphrase.differ": words.gettext(
            "The two passphrases are not alike. Write the same one twice."
        ),
        "passphrase.same": words.gettext(
            "The new passphrase is the one that opens the record already. Choose another one."
        ),
        "passphrase.empty": words.gettext(
            "No passphrase was given. Write it on the first line of the file."
        ),
        "passphrase.unreadable": words.gettext(
            "The passphrase cannot be read from there. Write it as plain text on the first line."
        ),
        "passphrase.none_given": words.gettext(
            "There is no terminal to ask for the passphrase. Give it with --passphrase-file FILE."
        ),
        "passphrase.nobody_to_ask": words.gettext(
            "There is no terminal to ask for the new passphrase. "
            "Give it with --new-passphrase-file FILE."
        ),
        "escrow.inside": words.gettext(
            "The escrow key must not lie in the folder of the record, which it opens. "
            "Choose another folder, such as a memory stick."
        ),
        "escrow.synced": words.gettext(
            "This folder is synchronised with a cloud, and the escrow key must never lie there. "
            "Choose another folder, such as a memory stick."
        ),
        "escrow.exists": words.gettext(
            "There is a file with this name already, and it is never written over. "
            "Choose another name for the escrow key."
        ),
        "escrow.no_folder": words.gettext(
            "The folder for the escrow key does not exist. Make it, or choose another."
        ),
        "escrow.unwritable": words.gettext(
            "The escrow key cannot be written there. Choose another folder."
        ),
        "escrow.unreadable": words.gettext("The file with the escrow key cannot be read."),
        **_backup_refusals(words),
        "escrow.not_one": words.gettext(
            "This file holds no escrow key. "
            "Use the file that was written when the record was set up."
        ),
    }


def _backup_refusals(words: Words) -> Mapping[str, str]:
    return {
        "staff.may_not_back_up": words.gettext(
            "Only a case officer or an administrator backs the record up. Ask one of them."
        ),
        "backup.half_path": words.gettext(
            "Write the whole path of a new folder or file for the backup."
        ),
        "backup.inside": words.gettext(
            "A backup must not lie in the folder of the record. Choose another place."
        ),
        "backup.with_ledger": words.gettext(
            "This folder holds a backup of the record, and its keys must lie apart from it. "
            "Choose another place."
        ),
        "backup.exists": words.gettext(
            "There is a file with this name already, and it is never written over. "
            "Choose another name."
        ),
        "backup.not_empty": words.gettext(
            "The folder for the backup holds something already. Choose a new folder."
        ),
        "backup.unwritable": words.gettext(
            "The backup cannot be written there. The record is untouched. "
            "Choose a place with more room that can be written to."
        ),
        "backup.other_ledger": words.gettext(
            "The record in the backup is not the one that was copied: it was exchanged, or the "
            "manifest was changed. Use another backup."
        ),
        "restore.not_empty": words.gettext(
            "The folder holds something already, and nothing is written over. "
            "Restore into a new folder: --data FOLDER."
        ),
        "restore.not_whole": words.gettext(
            "The backup is not whole, or its files cannot be read. Use another backup."
        ),
        "restore.damaged": words.gettext(
            "The backup is damaged, and nothing was restored. Use another backup."
        ),
    }


def held_text(holder: Holder, words: Words) -> str:
    """Who has the record open already."""
    since = holder.since.astimezone(ZoneInfo("Europe/Oslo"))
    moment = words.gettext("{date} at\u00a0{time}").format(
        date=words.full_date(since.date()), time=words.time(since)
    )
    if holder.user:
        text = words.gettext(
            "The record is open already: {user} opened it on the machine {host} on {moment} "
            "(process {process}). Close it there first."
        )
    else:
        text = words.gettext(
            "The record is open already: it was opened on the machine {host} on {moment} "
            "(process {process}). Close it there first."
        )
    return text.format(
        user=holder.user, host=holder.host or "?", moment=moment, process=holder.process
    )


def bound_text(error: BoundElsewhereError, words: Words) -> str:
    """Whose the record is, where another municipality's pack tried to open it."""
    if error.is_example:
        text = words.gettext(
            "The record belongs to the example {name} and can never be used for anything else. "
            "Set up another record: kiosk record init --data FOLDER."
        )
    else:
        text = words.gettext(
            "The record belongs to {name}. Open it with the content pack of that municipality."
        )
    return text.format(name=error.name)
