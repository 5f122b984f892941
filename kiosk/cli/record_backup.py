"""``kiosk record backup``, ``backup-keys`` and ``restore``."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


def backup_command(words: Words) -> click.Command:
    """Copies the ledger."""
    return command(
        words,
        "backup",
        words.gettext("Back up the record, without its keys, to a new folder."),
        _back_up,
        [
            click.Option(
                ["--out"],
                type=_FOLDER,
                required=True,
                help=words.gettext("New folder for the backup."),
            )
        ],
    )


def backup_keys_command(words: Words) -> click.Command:
    """Copies the keys."""
    return command(
        words,
        "backup-keys",
        words.gettext("Back up the keys of the record to a new file."),
        _back_up_keys,
        [
            click.Option(
                ["--out"],
                type=_FILE,
                required=True,
                help=words.gettext("New file for the keys; keep it apart from the record."),
            )
        ],
    )


def restore_command(words: Words) -> click.Command:
    """Makes a record from its backups."""
    return command(
        words,
        "restore",
        words.gettext("Make a record in a new folder (--data) from its backups."),
        _restore,
        [
            click.Option(
                ["--from", "ledger"],
                type=_FOLDER,
                required=True,
                help=words.gettext("Folder with the backup of the record."),
            ),
            click.Option(
                ["--keys"],
                type=_FILE,
                required=True,
                help=words.gettext("File with the backup of the keys."),
            ),
            click.Option(
                ["--escrow"],
                type=_FILE,
                help=words.gettext("File with the escrow key, instead of the passphrase."),
            ),
        ],
    )


def _back_up(invocation: Invocation, out: Path) -> None:
    from kiosk.record.copies.backup import back_up_ledger

    words = invocation.words
    manifest = back_up_ledger(invocation.settings.data, out)
    text = words.ngettext(
        "Backed up {count} event to {folder}. The keys are not in it.",
        "Backed up {count} events to {folder}. The keys are not in it.",
        manifest.events,
    )
    click.echo(text.format(count=words.number(manifest.events), folder=out))


def _back_up_keys(invocation: Invocation, out: Path) -> None:
    from kiosk.record.copies.backup import back_up_keys

    back_up_keys(invocation.settings.data, out)
    text = invocation.words.gettext(
        "The keys are in {file}. Keep it apart from the record, and delete it when the next one "
        "is made: old keys undo deletions."
    )
    click.echo(text.format(file=out))


def _restore(invocation: Invocation, ledger: Path, keys: Path, escrow: Path | None) -> None:
    from kiosk.cli.record_keys import passphrase_of
    from kiosk.record.copies.restore import Backups, require_empty, restore
    from kiosk.record.keys.escrow import read_escrow_file
    from kiosk.record.keys.root_key import EscrowKey

    data, words = invocation.settings.data, invocation.words
    # Before anything is asked for.
    require_empty(data)
    if escrow is None:
        restored = restore(Backups(ledger, keys), data, passphrase_of(invocation))
    else:
        restored = restore(Backups(ledger, keys), data, EscrowKey(read_escrow_file(escrow)))
    text = words.ngettext(
        "Restored {count} event as it was on {date}. This machine is called {device} in the "
        "record from now on.",
        "Restored {count} events as they were on {date}. This machine is called {device} in the "
        "record from now on.",
        restored.events,
    )
    day = datetime.fromisoformat(restored.at).astimezone(ZoneInfo("Europe/Oslo")).date()
    count, date = words.number(restored.events), words.full_date(day)
    click.echo(text.format(count=count, date=date, device=restored.device))
