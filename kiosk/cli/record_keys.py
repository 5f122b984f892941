"""``kiosk record init`` and the commands that change what opens the record."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.errors import Refusal, RefusedError, StorageError, StorageFault
from kiosk.domain.language import Language

if TYPE_CHECKING:
    from kiosk.record.keys.root_key import Passphrase, Secret
    from kiosk.record.set_up import EscrowFile

_FILE = click.Path(path_type=Path, dir_okay=False)


def init_command(words: Words) -> click.Command:
    """Sets up the record of the data folder."""
    return command(
        words,
        "init",
        words.gettext("Set up the record: its passphrase and the municipality's escrow key."),
        _init,
        [
            click.Option(
                ["--escrow"],
                type=_FILE,
                required=True,
                help=words.gettext("New file for the escrow key; it must leave the machine."),
            ),
            click.Option(
                ["--keyring"],
                is_flag=True,
                help=words.gettext("Let the system's keyring open the record too."),
            ),
        ],
    )


def passphrase_command(words: Words) -> click.Command:
    """Changes the passphrase."""
    return command(
        words,
        "passphrase",
        words.gettext("Change the passphrase; the earlier one is asked for first."),
        _change,
        _new_passphrase(words),
    )


def recover_command(words: Words) -> click.Command:
    """Sets a passphrase by the escrow key."""
    return command(
        words,
        "recover",
        words.gettext("Set a new passphrase with the escrow key when the old one is forgotten."),
        _recover,
        [
            click.Option(
                ["--escrow"],
                type=_FILE,
                required=True,
                help=words.gettext("File with the escrow key."),
            ),
            *_new_passphrase(words),
        ],
    )


def escrow_command(words: Words) -> click.Command:
    """Makes a new escrow key."""
    return command(
        words,
        "escrow",
        words.gettext("Make a new escrow key when the old one is lost or others have seen it."),
        _escrow,
        [
            click.Option(
                ["--out"],
                type=_FILE,
                required=True,
                help=words.gettext("New file for the escrow key; it must leave the machine."),
            )
        ],
    )


def rotate_command(words: Words) -> click.Command:
    """Changes the root key."""
    return command(
        words,
        "rotate",
        words.gettext("Change the key of the record; passphrase and escrow key stay."),
        _rotate,
    )


def keyring_command(words: Words) -> click.Command:
    """Puts the keyring on or off."""
    return command(
        words,
        "keyring",
        words.gettext("Let the system's keyring open the record, or no longer."),
        _keyring,
        [click.Argument(["switch"], type=click.Choice(("on", "off")), metavar="on|off")],
    )


def _new_passphrase(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--new-passphrase-file"],
            type=_FILE,
            help=words.gettext("File whose first line is the new passphrase."),
        )
    ]


def _init(invocation: Invocation, escrow: Path, *, keyring: bool) -> None:
    from kiosk.passphrases import ask_new_passphrase, can_ask, given_passphrase
    from kiosk.record.keys.escrow import require_place
    from kiosk.record.keys.os_keyring import SystemKeyring
    from kiosk.record.keys.root_key import Passphrase
    from kiosk.record.set_up import Ways, set_up

    settings, words = invocation.settings, invocation.words
    _require_free(settings.data)
    # Asked for last, since nothing is typed in vain then.
    require_place(escrow, settings.data)
    given = given_passphrase(settings)
    if given is None and not can_ask():
        raise RefusedError([Refusal("passphrase.none_given")])
    passphrase = Passphrase(ask_new_passphrase(words) if given is None else given)
    file = _escrow_file(invocation, escrow)
    signed_by = set_up(settings.data, Ways(passphrase, file, SystemKeyring() if keyring else None))
    click.echo(words.gettext("The record is set up in {folder}.").format(folder=settings.data))
    text = words.gettext(
        "The escrow key is in {file}. Take it off this machine now: without it, a forgotten "
        "passphrase loses everything."
    )
    click.echo(text.format(file=escrow))
    text = words.gettext(
        "The record signs itself with the key {key}. Note it apart from this machine; it is in the "
        "file of the escrow key too. It shows later that nobody made the record anew: kiosk record "
        "verify --key FINGERPRINT"
    )
    click.echo(text.format(key=signed_by))


def _escrow(invocation: Invocation, out: Path) -> None:
    from kiosk.record.key_changes import change_escrow
    from kiosk.record.keys.escrow import require_place

    data, words = invocation.settings.data, invocation.words
    _require_sealed(data)
    require_place(out, data)
    change_escrow(data, _passphrase(invocation), _escrow_file(invocation, out))
    text = words.gettext(
        "The new escrow key is in {file}. Take it off this machine now. The earlier one opens the "
        "record no longer; if others have seen it, change the key too: kiosk record rotate"
    )
    click.echo(text.format(file=out))


def _escrow_file(invocation: Invocation, file: Path) -> "EscrowFile":
    """With a head in a written language of the municipality."""
    from kiosk.app.escrow_texts import escrow_head
    from kiosk.bootstrap.packs import words_in
    from kiosk.record.set_up import EscrowFile

    language = invocation.settings.language
    written = Language.BOKMAL if language is Language.ENGLISH else language
    words = words_in(invocation.settings.resources, written)
    return EscrowFile(file, lambda store, signed_by: escrow_head(store, signed_by, words))


def _change(invocation: Invocation, new_passphrase_file: Path | None) -> None:
    from kiosk.record.key_changes import change_passphrase

    data, words = invocation.settings.data, invocation.words
    earlier = _passphrase(invocation)
    change_passphrase(data, earlier, _asked_new(new_passphrase_file, words))
    _tell_changed(words)


def _recover(invocation: Invocation, escrow: Path, new_passphrase_file: Path | None) -> None:
    from kiosk.record.key_changes import change_passphrase
    from kiosk.record.keys.escrow import read_escrow_file
    from kiosk.record.keys.root_key import EscrowKey

    data, words = invocation.settings.data, invocation.words
    _require_sealed(data)
    key = EscrowKey(read_escrow_file(escrow))
    change_passphrase(data, key, _asked_new(new_passphrase_file, words))
    _tell_changed(words)
    click.echo(words.gettext("Take the escrow key off this machine again."))


def _rotate(invocation: Invocation) -> None:
    from kiosk.record.key_changes import change_root
    from kiosk.record.keys.os_keyring import SystemKeyring

    change_root(invocation.settings.data, _passphrase(invocation), SystemKeyring())
    text = invocation.words.gettext(
        "The record has a new key. Make a new backup of the keys, and delete the earlier ones."
    )
    click.echo(text)


def _keyring(invocation: Invocation, switch: str) -> None:
    from kiosk.record.key_changes import keep_in_keyring, leave_keyring
    from kiosk.record.keys.os_keyring import SystemKeyring

    data, words = invocation.settings.data, invocation.words
    if switch == "on":
        keep_in_keyring(data, _passphrase(invocation), SystemKeyring())
        click.echo(words.gettext("The keyring opens the record from now on."))
    else:
        leave_keyring(data, _at_hand(invocation), SystemKeyring())
        click.echo(words.gettext("The keyring opens the record no longer."))


def _tell_changed(words: Words) -> None:
    text = words.gettext(
        "The new passphrase opens the record. If somebody else may know the earlier one, change "
        "the key too: kiosk record rotate"
    )
    click.echo(text)


def _passphrase(invocation: Invocation) -> "Passphrase":
    """The passphrase that opens the record now."""
    _require_sealed(invocation.settings.data)
    return passphrase_of(invocation)


def passphrase_of(invocation: Invocation) -> "Passphrase":
    """A passphrase from a file, a descriptor or the terminal.

    Raises:
        RefusedError: It cannot be read.
        StorageError: There is nobody to ask.
    """
    from kiosk.passphrases import ask_passphrase, can_ask, given_passphrase
    from kiosk.record.keys.root_key import Passphrase

    given = given_passphrase(invocation.settings)
    if given is None and not can_ask():
        raise StorageError(StorageFault.LOCKED)
    return Passphrase(ask_passphrase(invocation.words) if given is None else given)


def _at_hand(invocation: Invocation) -> "Secret":
    """What opens the record now: the keyring will do where no passphrase was given."""
    from kiosk.record.keys.os_keyring import SystemKeyring
    from kiosk.unlocking import secret_at_hand

    _require_sealed(invocation.settings.data)
    found = secret_at_hand(invocation.settings, SystemKeyring())
    return _passphrase(invocation) if found is None else found


def _asked_new(file: Path | None, words: Words) -> "Passphrase":
    from kiosk.passphrases import ask_new_passphrase, can_ask, passphrase_in
    from kiosk.record.keys.root_key import Passphrase

    if file is not None:
        return Passphrase(passphrase_in(file))
    if not can_ask():
        raise RefusedError([Refusal("passphrase.nobody_to_ask")])
    return Passphrase(ask_new_passphrase(words))


def _require_free(data: Path) -> None:
    """Refuse a folder with a record before anything is asked for."""
    from kiosk.record.store import refuse_begun

    refuse_begun(data)


def _require_sealed(data: Path) -> None:
    """Refuse a folder without a sealed record before anything is asked for."""
    from kiosk.record.store import require_sealed

    require_sealed(data)
