"""``kiosk record …``: each command has a module of its own."""

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import group
from kiosk.cli.record_access import access_command
from kiosk.cli.record_backup import backup_command, backup_keys_command, restore_command
from kiosk.cli.record_dispose import dispose_command
from kiosk.cli.record_hold import hold_command
from kiosk.cli.record_keys import (
    escrow_command,
    init_command,
    keyring_command,
    passphrase_command,
    recover_command,
    rotate_command,
)
from kiosk.cli.record_statements import statements_command
from kiosk.cli.record_verify import verifier_command, verify_command


def record_group(words: Words) -> click.Group:
    """Commands about the record as a whole."""
    makers = (
        *(init_command, passphrase_command, recover_command, escrow_command),
        *(rotate_command, keyring_command),
        *(verify_command, verifier_command, backup_command, backup_keys_command, restore_command),
        *(access_command, hold_command, dispose_command, statements_command),
    )
    commands = [make(words) for make in makers]
    return group(words, "record", words.gettext("The record as a whole."), commands)
