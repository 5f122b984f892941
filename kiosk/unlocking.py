"""Which record a pack is opened on, and what opens it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.escrow_texts import escrow_head
from kiosk.app.ports.content import Offering
from kiosk.app.ports.record_door import DoorState
from kiosk.app.ports.words import Words
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.passphrases import ask_passphrase, can_ask, given_passphrase
from kiosk.record.keys.root_key import Passphrase, Secret
from kiosk.record.keys.slot_file import read_slots
from kiosk.record.late_record import LateRecord
from kiosk.record.ledger_record import LedgerRecord, open_record, open_trial_record
from kiosk.record.store import StoreState, state_of
from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.record.keys.os_keyring import Keyring


def store_for(settings: Settings, *, is_example: bool) -> StoreState:
    """The kind of store that a pack is opened on.

    Args:
        settings: Where the record lies.
        is_example: Whether the pack is marked as invented. Only such a pack may use a trial store,
            whose key lies in the open, and it gets one where nothing is set up.

    Returns:
        ``NONE`` for a real pack whose record is not set up yet.

    Raises:
        StorageError: ``TRIAL_ONLY`` for a real pack, or the folder holds no whole store.
    """
    state = state_of(settings.data)
    if not is_example and state is StoreState.TRIAL:
        raise StorageError(StorageFault.TRIAL_ONLY)
    if is_example and state is StoreState.NONE:
        return StoreState.TRIAL
    return state


def secret_at_hand(
    settings: Settings, keyring: "Keyring", given: Callable[[], str | None] | None = None
) -> Secret | None:
    """What opens the sealed store without asking anybody; None without such a thing.

    Args:
        settings: Where it lies.
        keyring: Asked where no passphrase was given.
        given: The passphrase that was given; None to read what the settings name.

    Raises:
        RefusedError: The passphrase file cannot be read.
        StorageError: The store's own files cannot be read.
    """
    passphrase = given_passphrase(settings) if given is None else given()
    if passphrase is not None:
        return Passphrase(passphrase)
    from kiosk.record.keys.os_keyring import keyring_key  # noqa: PLC0415  slow to import

    slots = read_slots(settings.data)
    return None if slots is None else keyring_key(slots, keyring)


def open_at_hand(
    settings: Settings,
    keyring: "Keyring",
    offering: Offering | None,
    given: Callable[[], str | None] | None = None,
) -> LedgerRecord | None:
    """Open a sealed record without asking anybody; None when somebody must be asked.

    Args:
        settings: Where it lies.
        keyring: Asked where no passphrase was given.
        offering: What can be chosen, for the list of cases; None where nobody looks at it.
        given: The passphrase that was given; None to read what the settings name.

    Raises:
        RefusedError: The passphrase file cannot be read.
        StorageError: What is at hand is wrong, or the record cannot be opened.
    """
    secret = secret_at_hand(settings, keyring, given)
    if secret is None:
        return None
    try:
        return open_record(settings.data, secret, offering)
    except StorageError as error:
        # Another key in the keyring than the record needs; a passphrase still opens it.
        if error.fault is StorageFault.KEYRING_LOST:
            return None
        raise


def open_for_command(
    settings: Settings,
    words: Callable[[], Words],
    *,
    is_example: bool,
    bind: Callable[[LedgerRecord], None],
    offering: Offering | None = None,
) -> LedgerRecord:
    """The record for a command that cannot wait for a page.

    Args:
        settings: Where the record lies.
        words: For the question after the passphrase.
        is_example: Whether the pack is marked as invented.
        bind: Binds a record to the pack's municipality, or refuses it.
        offering: What can be chosen, for the list of cases; None where nobody looks at it.

    Raises:
        BoundElsewhereError: The record belongs to another municipality.
        StoreBusyError: Another process holds it.
        RefusedError: The passphrase file cannot be read.
        StorageError: It is not set up, or cannot be opened.
    """
    state = store_for(settings, is_example=is_example)
    if state is StoreState.TRIAL:
        return bound(open_trial_record(settings.data, offering), bind)
    if state is StoreState.NONE:
        raise StorageError(StorageFault.NOT_SET_UP)
    from kiosk.record.keys.os_keyring import SystemKeyring  # noqa: PLC0415  slow to import

    opened = open_at_hand(settings, SystemKeyring(), offering)
    if opened is not None:
        return bound(opened, bind)
    if not can_ask():
        raise StorageError(StorageFault.LOCKED)
    asked = Passphrase(ask_passphrase(words()))
    return bound(open_record(settings.data, asked, offering), bind)


def bound(record: LedgerRecord, bind: Callable[[LedgerRecord], None]) -> LedgerRecord:
    """A record that was just opened; closed again where it is not this municipality's.

    Raises:
        BoundElsewhereError: The record belongs to another municipality.
        StorageError: It cannot be bound.
    """
    try:
        bind(record)
    except BaseException:
        record.close()
        raise
    return record


def open_for_window(
    settings: Settings,
    words: Words,
    *,
    is_example: bool,
    offering: Offering,
    bind: Callable[[LedgerRecord], None],
) -> "LedgerRecord | WindowDoor":
    """The record for a window, or the door that the window shows first.

    Args:
        settings: Where the record lies.
        words: For the head of the escrow file.
        is_example: Whether the pack is marked as invented.
        offering: What can be chosen, for the list of cases.
        bind: Binds a record to the pack's municipality, or refuses it.

    Raises:
        BoundElsewhereError: The record belongs to another municipality.
        StoreBusyError: Another process holds the record.
        RefusedError: The passphrase file cannot be read.
        StorageError: The record cannot be opened in any way.
    """
    state = store_for(settings, is_example=is_example)
    if state is StoreState.TRIAL:
        return bound(open_trial_record(settings.data, offering), bind)
    from kiosk.record.keys.os_keyring import SystemKeyring  # noqa: PLC0415  slow to import

    keyring = SystemKeyring()
    if state is StoreState.SEALED:
        opened = open_at_hand(settings, keyring, offering)
        if opened is not None:
            return bound(opened, bind)
    door_state = DoorState.LOCKED if state is StoreState.SEALED else DoorState.NOT_SET_UP
    return WindowDoor(settings.data, words, door_state, offering, keyring, bind)


def closed_door(
    settings: Settings,
    words: Words,
    *,
    is_example: bool,
    offering: Offering,
    bind: Callable[[LedgerRecord], None],
) -> "WindowDoor":
    """The door of a machine that strangers use: closed until a staff member comes.

    Args:
        settings: Where the record lies; nothing is there before it is set up.
        words: For the head of the escrow file.
        is_example: Whether the pack is marked as invented; its record opens without a key, but by
            the same rules.
        offering: What can be chosen, for the list of cases.
        bind: Binds a record to the pack's municipality, or refuses it.

    Raises:
        StorageError: The folder holds a record that this pack can never open.
    """
    from kiosk.record.keys.os_keyring import SystemKeyring  # noqa: PLC0415  slow to import

    keyring, state = SystemKeyring(), store_for(settings, is_example=is_example)
    given: Callable[[], str | None] = partial(given_passphrase, settings)
    if settings.passphrase_fd is not None:
        # Staff come again and again, and a descriptor can be read once only.
        given = cache(given)

    def at_hand() -> LedgerRecord | None:
        if state is StoreState.TRIAL:
            return open_trial_record(settings.data, offering)
        return open_at_hand(settings, keyring, offering, given)

    shut = DoorState.NOT_SET_UP if state is StoreState.NONE else DoorState.LOCKED
    door = WindowDoor(settings.data, words, shut, offering, keyring, bind)
    door.at_hand = at_hand
    return door


@dataclass
class WindowDoor:
    """Implements ``RecordDoor``; ``record`` is what the window holds from the beginning.

    Attributes:
        data: Folder of the record.
        words: For the head of the escrow file; in a written language of the municipality.
        bind: Binds a record to the municipality, or refuses it.
        record: Where the opened record goes.
        at_hand: Opens the record without asking anybody; None where somebody must be asked.
    """

    data: Path
    words: Words
    state: DoorState
    offering: Offering
    keyring: "Keyring"
    bind: Callable[[LedgerRecord], None]
    record: LateRecord = field(default_factory=LateRecord)
    at_hand: Callable[[], LedgerRecord | None] = field(default=lambda: None)

    @cached_property
    def has_keyring(self) -> bool:
        """Whether this machine has a keyring that the system protects."""
        return self.keyring.is_there()

    def open_at_hand(self) -> bool:
        """Open the record by what is at hand."""
        if self.state is DoorState.NOT_SET_UP and state_of(self.data) is StoreState.SEALED:
            # Set up from a terminal since this program began.
            self.state = DoorState.LOCKED
        if self.state is DoorState.LOCKED:
            found = self.at_hand()
            if found is not None:
                self.record.fill(bound(found, self.bind))
                self.state = DoorState.OPEN
        return self.state is DoorState.OPEN

    def lock(self) -> None:
        """Close the record."""
        if self.state is DoorState.OPEN:
            self.state = DoorState.LOCKED
            self.record.empty()

    def unlock(self, passphrase: str) -> None:
        """Open the record."""
        record = open_record(self.data, Passphrase(passphrase), self.offering)
        self.record.fill(bound(record, self.bind))
        self.state = DoorState.OPEN

    def set_up(self, passphrase: str, escrow_file: str, *, in_keyring: bool) -> None:
        """Set up the record and open it."""
        from kiosk.record.set_up import EscrowFile, Ways, set_up  # noqa: PLC0415  once in a lifetime

        def head(store: str, signed_by: str) -> str:
            return escrow_head(store, signed_by, self.words)

        escrow = EscrowFile(Path(escrow_file), head)
        ways = Ways(Passphrase(passphrase), escrow, self.keyring if in_keyring else None)
        set_up(self.data, ways)
        self.state = DoorState.LOCKED
        self.unlock(passphrase)
