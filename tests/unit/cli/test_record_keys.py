"""``kiosk record init`` and the commands that change what opens the record."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.signing_key import fingerprint_text
from kiosk.record.keys.os_keyring import SystemKeyring
from kiosk.record.keys.root_key import Cost
from kiosk.record.ledger.verify import verify_folder
from kiosk.record.store import StoreState, state_of
from tests.fake_keyring import FakeKeyring
from tests.unit.cli.conftest import Said

RIGHT, OTHER = "blå ørn på Eksempelfjell", "grønn måke ved Eksempelvik"


@pytest.fixture(autouse=True)
def _cheap_passphrases(monkeypatch):
    monkeypatch.setattr("kiosk.record.keys.root_key.USUAL_COST", Cost(64, 1, 1))


@pytest.fixture(autouse=True)
def keyring(monkeypatch) -> FakeKeyring:
    """The keyring of the tests in place of the machine's."""
    fake = FakeKeyring()
    for name in ("is_there", "keep", "find", "forget"):
        method = getattr(fake, name)
        monkeypatch.setattr(SystemKeyring, name, lambda _self, *args, method=method: method(*args))
    return fake


@pytest.fixture
def data(folder) -> Path:
    return Path(folder / "data")


def written(file: Path, text: str) -> Path:
    file.write_text(f"{text}\nnot this line\n", encoding="utf-8")
    return file


@pytest.fixture
def right(folder) -> Path:
    return written(folder / "right", RIGHT)


@pytest.fixture
def other(folder) -> Path:
    return written(folder / "other", OTHER)


@pytest.fixture
def made(kiosk: Callable[..., Said], folder, right) -> Said:
    return kiosk("record", "init", "--escrow", folder / "escrow.txt", "--passphrase-file", right)


def contents(data: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in data.iterdir() if file.suffix != ".lock"}


@pytest.fixture
def opens(kiosk, data) -> Callable[[Path], bool]:
    """Whether the passphrase in a file opens the record."""

    def tried(file: Path) -> bool:
        return bool(kiosk("record", "rotate", "--passphrase-file", file).code == 0)

    return tried


def test_a_record_is_set_up_with_passphrase_and_escrow_key(made, data, folder):
    assert made.code == 0
    assert state_of(data) is StoreState.SEALED
    assert (folder / "escrow.txt").read_text("utf-8").startswith("NØDNØKKEL TIL REGISTERET")
    assert str(folder / "escrow.txt") in made.out
    assert RIGHT not in made.out + made.err


@pytest.mark.usefixtures("made")
def test_a_record_is_set_up_once(kiosk, folder, data, right):
    before = contents(data)

    said = kiosk("record", "init", "--escrow", folder / "new.txt", "--passphrase-file", right)

    assert said.code == 1
    assert "fra før" in said.err
    assert contents(data) == before
    assert not (folder / "new.txt").exists()


def test_a_weak_passphrase_is_told_what_is_asked(kiosk, folder, data):
    weak = written(folder / "weak", "Sommer2026!")

    said = kiosk("record", "init", "--escrow", folder / "e.txt", "--passphrase-file", weak)

    assert said.code == 1
    assert "minst 15 tegn" in said.err
    assert state_of(data) is StoreState.NONE


def test_the_key_that_signs_is_told_and_noted_with_the_escrow_key(kiosk, made, data, folder, right):
    public = verify_folder(data).public
    assert public is not None
    key = fingerprint_text(public)

    assert key in made.out
    assert key.replace("\u00a0", " ") in " ".join((folder / "escrow.txt").read_text().split())
    new = folder / "new.txt"
    assert kiosk("record", "escrow", "--out", new, "--passphrase-file", right).code == 0
    assert key.replace("\u00a0", " ") in " ".join(new.read_text().split())


def test_an_escrow_key_is_refused_in_the_data_folder(kiosk, data, right):
    said = kiosk("record", "init", "--escrow", data / "e.txt", "--passphrase-file", right)

    assert said.code == 1
    assert "kan derfor ikke ligge i mappen" in said.err


def test_without_a_terminal_nobody_is_asked(kiosk, folder):
    said = kiosk("record", "init", "--escrow", folder / "e.txt")

    assert said.code == 1
    assert "--passphrase-file" in said.err


def test_on_a_terminal_the_passphrase_is_asked_for_twice(kiosk, folder, data, monkeypatch):
    asked = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return RIGHT

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", typed)

    assert kiosk("record", "init", "--escrow", folder / "e.txt").code == 0
    assert len(asked) == 2
    assert state_of(data) is StoreState.SEALED


def test_two_passphrases_that_differ_set_nothing_up(kiosk, folder, data, monkeypatch):
    typed = iter((RIGHT, OTHER))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))

    said = kiosk("record", "init", "--escrow", folder / "e.txt")

    assert said.code == 1
    assert "ikke like" in said.err
    assert state_of(data) is StoreState.NONE


@pytest.mark.usefixtures("made")
def test_a_passphrase_is_read_from_a_descriptor_too(kiosk):
    reading, writing = os.pipe()
    os.write(writing, f"{RIGHT}\n".encode())
    os.close(writing)

    said = kiosk("record", "rotate", "--passphrase-fd", str(reading))
    os.close(reading)

    assert said.code == 0


@pytest.mark.usefixtures("made")
def test_a_wrong_passphrase_is_told_and_touches_nothing(kiosk, data, other):
    before = contents(data)

    said = kiosk("record", "rotate", "--passphrase-file", other)

    assert said.code == 1
    assert "Passordfrasen er feil" in said.err
    assert contents(data) == before


@pytest.mark.usefixtures("made")
def test_the_passphrase_is_changed(kiosk, right, other, opens):
    said = kiosk("record", "passphrase", "--passphrase-file", right, "--new-passphrase-file", other)

    assert said.code == 0
    assert opens(other)
    assert not opens(right)


@pytest.mark.usefixtures("made")
def test_the_escrow_key_sets_a_new_passphrase(kiosk, folder, other, opens):
    escrow = folder / "escrow.txt"

    said = kiosk("record", "recover", "--escrow", escrow, "--new-passphrase-file", other)

    assert said.code == 0
    assert opens(other)


@pytest.mark.usefixtures("made")
def test_a_new_escrow_key_is_made_with_the_passphrase(kiosk, folder, right, other, opens):
    new = folder / "new.txt"
    assert kiosk("record", "escrow", "--out", new, "--passphrase-file", right).code == 0

    said = kiosk("record", "recover", "--escrow", new, "--new-passphrase-file", other)

    assert said.code == 0
    assert opens(other)


@pytest.mark.usefixtures("made")
def test_the_escrow_key_of_another_record_is_told(kiosk, folder, right, other, data):
    kiosk(
        *("--data", folder / "second", "record", "init", "--escrow", folder / "second.txt"),
        *("--passphrase-file", right),
    )
    before = contents(data)
    arguments = ("--escrow", folder / "second.txt", "--new-passphrase-file", other)

    said = kiosk("record", "recover", *arguments)

    assert said.code == 1
    assert "annet register" in said.err
    assert contents(data) == before


@pytest.mark.usefixtures("made")
def test_a_file_that_is_no_escrow_key_is_told(kiosk, right, other):
    said = kiosk("record", "recover", "--escrow", right, "--new-passphrase-file", other)

    assert said.code == 1
    assert "ingen nødnøkkel" in said.err


@pytest.mark.usefixtures("made")
def test_the_keyring_is_put_on_and_off(kiosk, right, keyring):
    assert kiosk("record", "keyring", "on", "--passphrase-file", right).code == 0
    assert len(keyring.kept) == 1

    # The keyring itself is enough to be put off.
    assert kiosk("record", "keyring", "off").code == 0
    assert not keyring.kept


def test_a_folder_without_a_record_is_told(kiosk, right):
    said = kiosk("record", "rotate", "--passphrase-file", right)

    assert said.code == 1
    assert "kiosk record init" in said.err


def test_an_empty_passphrase_file_is_told(kiosk, made, folder):
    said = kiosk("record", "rotate", "--passphrase-file", written(folder / "empty", ""))

    assert said.code == 1
    assert "første linjen" in said.err


def test_a_passphrase_file_that_is_not_there_is_told(kiosk, made, folder):
    said = kiosk("record", "rotate", "--passphrase-file", folder / "nowhere")

    assert said.code == 1
    assert "kan ikke leses" in said.err
