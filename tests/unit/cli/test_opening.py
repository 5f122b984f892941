"""Which record the commands of a pack open, and who is told what stands in the way."""

from pathlib import Path

import pytest

from kiosk.bootstrap.programs import window_program
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.keys.root_key import Cost, Passphrase
from kiosk.record.ledger_record import open_record, open_trial_record
from kiosk.settings import Overrides, read_settings

RIGHT = "blå ørn på Eksempelfjell"


@pytest.fixture(autouse=True)
def _cheap_passphrases(monkeypatch):
    monkeypatch.setattr("kiosk.record.keys.root_key.USUAL_COST", Cost(64, 1, 1))


@pytest.fixture
def right(folder) -> Path:
    file = Path(folder / "right")
    file.write_text(RIGHT, encoding="utf-8")
    return file


@pytest.fixture
def add_kari(folder, real_pack) -> tuple[str | Path, ...]:
    code = folder / "code"
    code.write_text("246810", encoding="utf-8")
    kari = ("staff", "add", "Kari Eksempel", "--role", "case-officer")
    return (*kari, "--code-file", code, "--content", real_pack)


@pytest.fixture
def set_up(kiosk, folder, right) -> None:
    said = kiosk("record", "init", "--escrow", folder / "escrow.txt", "--passphrase-file", right)
    assert said.code == 0


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize("is_first", [True, False])
def test_the_passphrase_file_may_stand_before_or_after_the_command(
    kiosk, folder, right, add_kari, is_first
):
    option = ("--passphrase-file", right)

    said = kiosk(*option, *add_kari) if is_first else kiosk(*add_kari, *option)

    assert said.code == 0
    record = open_record(folder / "data", Passphrase(RIGHT))
    assert [member.name for member in record.staff()] == ["Kari Eksempel"]
    record.close()


@pytest.mark.usefixtures("set_up")
def test_a_locked_record_tells_commands_how_to_open_it(kiosk, add_kari):
    said = kiosk(*add_kari)

    assert said.code == 1
    assert "--passphrase-file" in said.err


def test_a_real_pack_without_a_record_is_told_to_set_one_up(kiosk, folder, add_kari):
    said = kiosk(*add_kari)

    assert said.code == 1
    assert "kiosk record init" in said.err
    assert not (folder / "data" / "keys.json").exists()


def test_a_real_pack_never_opens_the_trial_record_of_the_example(kiosk, folder, add_kari):
    open_trial_record(folder / "data").close()

    said = kiosk(*add_kari)

    assert said.code == 1
    assert "prøveregister" in said.err


def test_no_invented_visit_is_played_on_a_real_pack(kiosk, folder, real_pack):
    said = kiosk("tour", "--out", folder / "out", "--content", real_pack)

    assert said.code == 1
    assert "ikke merket EKSEMPEL" in said.err
    assert not (folder / "out").exists()


def test_who_has_the_record_open_is_told(kiosk, folder, add_kari, right):
    record = open_trial_record(folder / "data")

    # The pack of the example, since its trial record is held.
    said = kiosk(*add_kari[:-2])
    record.close()

    assert said.code == 1
    assert "Registeret er allerede åpent" in said.err
    assert "prosess" in said.err


@pytest.mark.usefixtures("set_up")
def test_the_example_never_opens_the_record_of_a_municipality(kiosk, folder, right, add_kari):
    option = ("--passphrase-file", right)
    assert kiosk(*option, *add_kari).code == 0

    said = kiosk(*option, *add_kari[:-2])

    assert said.code == 1
    assert "hører til Eksempelvik kommune" in said.err
    record = open_record(folder / "data", Passphrase(RIGHT))
    assert [member.name for member in record.staff()] == ["Kari Eksempel"]
    record.close()


@pytest.mark.usefixtures("set_up")
def test_a_record_that_began_with_the_example_takes_no_real_pack(kiosk, folder, right, add_kari):
    option = ("--passphrase-file", right)
    assert kiosk(*option, *add_kari[:-2]).code == 0

    said = kiosk(*option, *add_kari)

    assert said.code == 1
    assert "hører til eksempelet Eksempelvik kommune" in said.err
    assert "kiosk record init" in said.err


def test_a_window_on_the_example_says_that_its_record_is_a_trial(folder, pack):
    settings = read_settings(Overrides(content=pack, data=folder / "data"))

    with window_program(settings) as program:
        assert program.is_trial
        assert program.door is None
        assert program.back_up is None


def test_a_window_on_a_real_pack_begins_at_its_door(folder, real_pack):
    settings = read_settings(Overrides(content=real_pack, data=folder / "data"))

    with window_program(settings) as program:
        assert program.door is not None
        assert not program.is_trial
        with pytest.raises(StorageError) as caught:
            program.record.staff()
        assert caught.value.fault is StorageFault.LOCKED
        program.door.set_up(RIGHT, str(folder / "escrow.txt"), in_keyring=False)
        assert program.record.staff() == ()
        assert program.back_up is not None
        copy = folder / "copy"
        assert program._ports.copies is not None
        assert program._ports.copies.back_up(str(copy)) == 1
    # The window let the record go.
    open_record(folder / "data", Passphrase(RIGHT)).close()
