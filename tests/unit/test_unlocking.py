"""Which record a pack opens on, and what opens it without asking anybody."""

import os
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from kiosk.app.ports.record import Record
from kiosk.app.ports.record_door import DoorState
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import OfferingOn
from kiosk.domain.errors import (
    BoundElsewhereError,
    StorageError,
    StorageFault,
    StoreBusyError,
)
from kiosk.domain.language import Language
from kiosk.record.key_changes import keep_in_keyring
from kiosk.record.keys.root_key import Cost, Passphrase
from kiosk.record.late_record import LateRecord
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.set_up import EscrowFile, Ways, set_up
from kiosk.record.store import StoreState, state_of
from kiosk.settings import Settings
from kiosk.unlocking import (
    WindowDoor,
    closed_door,
    open_for_command,
    open_for_window,
    store_for,
)
from tests.fake_keyring import FakeKeyring, NoKeyring
from tests.record_samples import case, imported
from tests.unit.app import factory

RIGHT = "blå ørn på Eksempelfjell"


@pytest.fixture(autouse=True)
def keyring(monkeypatch) -> FakeKeyring:
    monkeypatch.setattr("kiosk.record.keys.root_key.USUAL_COST", Cost(64, 1, 1))
    fake = FakeKeyring()
    monkeypatch.setattr("kiosk.record.keys.os_keyring.SystemKeyring", lambda: fake)
    return fake


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(content=tmp_path / "pack", data=tmp_path / "data")


@pytest.fixture
def sealed(settings: Settings, tmp_path: Path) -> Settings:
    escrow = EscrowFile(tmp_path / "escrow.txt", "{}".format)
    set_up(settings.data, Ways(Passphrase(RIGHT), escrow))
    return settings


def with_file(settings: Settings, text: str) -> Settings:
    file = settings.data.parent / "passphrase"
    file.write_text(text, encoding="utf-8")
    return Settings(settings.content, settings.data, passphrase_file=file)


def no_binding(_record: Record) -> None:
    """Any record is right."""


def elsewhere(_record: Record) -> None:
    """No record is right."""
    name = "Naboby kommune"
    raise BoundElsewhereError(name, is_example=False)


def command(settings: Settings, *, is_example: bool = False, bind=no_binding):
    words = lambda: factory.words(Language.BOKMAL)  # noqa: E731
    return open_for_command(settings, words, is_example=is_example, bind=bind)


def window(settings: Settings, *, is_example: bool = False, bind=no_binding):
    offering = OfferingOn(factory.municipality(), date(2026, 11, 22))
    words = factory.words(Language.BOKMAL)
    return open_for_window(settings, words, is_example=is_example, offering=offering, bind=bind)


def fault_of(call) -> StorageFault:
    with pytest.raises(StorageError) as caught:
        call()
    return caught.value.fault


def test_an_example_gets_a_trial_record_where_nothing_is_set_up(settings):
    command(settings, is_example=True).close()

    assert state_of(settings.data) is StoreState.TRIAL


def test_an_example_opens_a_sealed_record_where_one_is_set_up(sealed):
    assert store_for(sealed, is_example=True) is StoreState.SEALED
    command(with_file(sealed, RIGHT), is_example=True).close()


def test_a_real_pack_never_begins_a_trial_record(settings):
    assert fault_of(lambda: command(settings)) is StorageFault.NOT_SET_UP
    assert not settings.data.exists()


def test_a_real_pack_never_opens_a_trial_record(settings):
    open_trial_record(settings.data).close()

    assert fault_of(lambda: command(settings)) is StorageFault.TRIAL_ONLY
    assert fault_of(lambda: window(settings)) is StorageFault.TRIAL_ONLY


def test_the_passphrase_of_a_file_opens_the_record(sealed):
    command(with_file(sealed, f"{RIGHT}\r\n")).close()


def test_the_keyring_opens_the_record(sealed, keyring):
    keep_in_keyring(sealed.data, Passphrase(RIGHT), keyring)

    command(sealed).close()


def test_a_file_goes_before_the_keyring(sealed, keyring):
    keep_in_keyring(sealed.data, Passphrase(RIGHT), keyring)

    assert fault_of(lambda: command(with_file(sealed, "wrong"))) is StorageFault.WRONG_KEY


def test_a_keyring_with_another_key_does_not_keep_the_terminal_from_asking(
    sealed, keyring, monkeypatch
):
    keep_in_keyring(sealed.data, Passphrase(RIGHT), keyring)
    keyring.kept = dict.fromkeys(keyring.kept, b"x" * 32)
    monkeypatch.setattr("kiosk.unlocking.can_ask", lambda: True)
    monkeypatch.setattr("kiosk.unlocking.ask_passphrase", lambda _words: RIGHT)

    command(sealed).close()


def test_where_nobody_can_be_asked_the_record_stays_locked(sealed):
    assert fault_of(lambda: command(sealed)) is StorageFault.LOCKED


def test_a_window_of_a_locked_record_has_a_door(sealed):
    door = window(sealed)

    assert isinstance(door, WindowDoor)
    assert door.state.value == "locked"
    assert fault_of(lambda: door.unlock("wrong")) is StorageFault.WRONG_KEY
    door.unlock(RIGHT)
    door.record.close()


def test_a_window_of_a_real_pack_sets_its_record_up(settings, tmp_path):
    door = window(settings)
    assert isinstance(door, WindowDoor)
    assert door.state.value == "not_set_up"

    door.set_up(RIGHT, str(tmp_path / "escrow.txt"), in_keyring=True)

    assert door.state.value == "open"
    head = (tmp_path / "escrow.txt").read_text("utf-8")
    assert head.startswith("NØDNØKKEL")
    door.record.close()
    # From now on the keyring opens it.
    window(settings).close()


def test_a_window_with_a_passphrase_file_has_no_door(sealed):
    window(with_file(sealed, RIGHT)).close()


def test_a_door_without_a_keyring_offers_none(settings, monkeypatch):
    monkeypatch.setattr("kiosk.record.keys.os_keyring.SystemKeyring", NoKeyring)
    door = window(settings)

    assert isinstance(door, WindowDoor)
    assert not door.has_keyring


def test_a_late_record_is_locked_until_it_is_filled(tmp_path):
    late = LateRecord()
    record = cast("Record", late)
    # Any name is refused, before it is called.
    assert fault_of(lambda: record.device) is StorageFault.LOCKED
    late.close()

    late.fill(open_trial_record(tmp_path))
    record.append([imported()])
    assert record.case_refs() == {"2026/1"}
    late.close()


def test_a_command_that_may_not_have_the_record_lets_it_go(sealed):
    for _again in range(2):
        with pytest.raises(BoundElsewhereError):
            command(with_file(sealed, RIGHT), bind=elsewhere)


def test_a_trial_record_that_the_pack_may_not_have_is_let_go(settings):
    for open_it in (command, window):
        with pytest.raises(BoundElsewhereError):
            open_it(settings, is_example=True, bind=elsewhere)


def test_a_window_that_may_not_have_the_record_lets_it_go(sealed):
    for _again in range(2):
        with pytest.raises(BoundElsewhereError):
            window(with_file(sealed, RIGHT), bind=elsewhere)


def test_the_door_stays_shut_on_a_record_of_another_municipality(sealed):
    door = window(sealed, bind=elsewhere)

    for _again in range(2):
        with pytest.raises(BoundElsewhereError):
            door.unlock(RIGHT)

    with pytest.raises(StorageError):
        _ = door.record.opened


def public_door(settings: Settings, *, is_example: bool = False, bind=no_binding) -> WindowDoor:
    words, offering = (
        factory.words(Language.BOKMAL),
        OfferingOn(factory.municipality(), date(2026, 11, 22)),
    )
    return closed_door(settings, words, is_example=is_example, offering=offering, bind=bind)


def test_the_door_of_a_public_machine_is_shut_until_somebody_comes(sealed, keyring):
    keep_in_keyring(sealed.data, Passphrase(RIGHT), keyring)
    door = public_door(sealed)

    assert door.state is DoorState.LOCKED
    assert fault_of(lambda: door.record.opened) is StorageFault.LOCKED


@pytest.mark.parametrize("is_example", [True, False], ids=["trial", "keyring"])
def test_a_public_machine_opens_and_closes_its_record_again_and_again(
    settings, tmp_path, keyring, is_example
):
    if not is_example:
        escrow = EscrowFile(tmp_path / "escrow.txt", "{}".format)
        set_up(settings.data, Ways(Passphrase(RIGHT), escrow, keyring))
    else:
        open_trial_record(settings.data).close()
    bound: list[Record] = []
    door = public_door(settings, is_example=is_example, bind=bound.append)
    record = cast("Record", door.record)
    for number in range(1, 4):
        assert door.open_at_hand()
        assert len(record.case_refs()) == number - 1
        record.append([imported(case(reference=CaseRef(f"2026/{number}")))])
        # A second call finds it open, and opens nothing twice.
        assert door.open_at_hand()
        door.lock()
        door.lock()
        assert fault_of(lambda: door.record.opened) is StorageFault.LOCKED
        assert len(bound) == number


def test_a_key_that_the_keyring_lost_meanwhile_is_asked_for(sealed, keyring):
    keep_in_keyring(sealed.data, Passphrase(RIGHT), keyring)
    door = public_door(sealed)
    assert door.open_at_hand()
    door.lock()
    keyring.kept.clear()

    assert not door.open_at_hand()
    assert door.state is DoorState.LOCKED
    door.unlock(RIGHT)
    door.lock()
    assert fault_of(lambda: door.record.opened) is StorageFault.LOCKED


def test_a_wrong_passphrase_leaves_a_public_machine_closed(sealed):
    door = public_door(sealed)
    assert not door.open_at_hand()

    assert fault_of(lambda: door.unlock("wrong")) is StorageFault.WRONG_KEY
    assert door.state is DoorState.LOCKED


def test_a_record_that_another_program_has_is_told_and_opens_afterwards(settings):
    other = open_trial_record(settings.data)
    door = public_door(settings, is_example=True)

    with pytest.raises(StoreBusyError):
        door.open_at_hand()
    other.close()

    assert door.open_at_hand()
    door.lock()


def test_a_public_machine_sees_that_its_record_was_set_up_from_a_terminal(settings, tmp_path):
    door, other = public_door(settings), public_door(settings)
    other.set_up(RIGHT, str(tmp_path / "escrow.txt"), in_keyring=False)
    other.lock()

    assert not door.open_at_hand()
    assert door.state is DoorState.LOCKED
    door.unlock(RIGHT)
    door.lock()


def test_a_public_machine_that_is_set_up_now_is_closed_and_opened_by_its_keyring(
    settings, tmp_path
):
    door = public_door(settings)
    assert door.state is DoorState.NOT_SET_UP
    assert not door.open_at_hand()
    door.set_up(RIGHT, str(tmp_path / "escrow.txt"), in_keyring=True)
    door.lock()

    assert door.open_at_hand()
    door.lock()


def test_a_passphrase_from_a_descriptor_opens_the_record_each_time_that_staff_come(sealed):
    out, into = os.pipe()
    os.write(into, f"{RIGHT}\n".encode())
    os.close(into)
    door = public_door(Settings(sealed.content, sealed.data, passphrase_fd=out))

    for _again in range(2):
        assert door.open_at_hand()
        door.lock()
    os.close(out)
