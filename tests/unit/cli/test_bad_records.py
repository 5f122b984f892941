"""What commands tell of records from a newer version, copied badly, or in a bad place."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.app.fault_texts import fault_text
from kiosk.devtools.torture.passphrase_only import begin_record
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.language import Language
from kiosk.record.keys.root_key import Cost, Passphrase
from kiosk.record.ledger_record import open_record
from tests.record_samples import case, imported
from tests.spoilt_records import SPOILT, files_of
from tests.unit.app.factory import words

RIGHT = "blå ørn på Eksempelfjell"
LANGUAGES = (Language.BOKMAL, Language.NYNORSK, Language.ENGLISH)


@pytest.fixture(autouse=True)
def _cheap_passphrases(monkeypatch):
    monkeypatch.setattr("kiosk.record.keys.root_key.USUAL_COST", Cost(64, 1, 1))


@pytest.fixture
def data(folder) -> Path:
    begin_record(folder / "data", Passphrase(RIGHT))
    record = open_record(folder / "data", Passphrase(RIGHT))
    record.append([imported(case(str(number))) for number in range(3)])
    record.close()
    return Path(folder / "data")


@pytest.fixture
def listed(folder, real_pack) -> tuple[str | Path, ...]:
    """A command that opens the record."""
    (folder / "right").write_text(RIGHT, encoding="utf-8")
    line = ("staff", "list", "--content", real_pack)
    return (*line, "--passphrase-file", folder / "right")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SPOILT)
def test_a_command_tells_what_is_wrong_and_changes_nothing(kiosk, data, listed, name, language):
    spoil, fault = SPOILT[name]
    spoil(data)
    before = files_of(data)

    said = kiosk(*listed, "--ui-language", language.value)

    assert said.code == 1
    assert said.err.strip() == fault_text(StorageError(fault), words(language))
    assert files_of(data) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_that_cannot_be_written_is_told(kiosk, data, listed, language, monkeypatch):
    opened = os.open

    def refuse(path, flags, *args, **kwargs):
        if str(path).startswith(str(data)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, "read-only")
        return opened(path, flags, *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse)
    before = files_of(data)

    said = kiosk(*listed, "--ui-language", language.value)

    assert said.code == 1
    expected = fault_text(StorageError(StorageFault.READ_ONLY), words(language))
    assert said.err.strip() == expected
    assert files_of(data) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_disk_is_told_when_a_record_is_set_up(kiosk, folder, language, monkeypatch):
    (folder / "right").write_text(RIGHT, encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    line = ("record", "init", "--escrow", folder / "escrow.txt")
    options = ("--passphrase-file", folder / "right", "--ui-language", language.value)
    with monkeypatch.context() as filled:
        filled.setattr(os, "fsync", full)
        said = kiosk(*line, *options)

    assert said.code == 1
    expected = fault_text(StorageError(StorageFault.DISK_FULL), words(language))
    assert said.err.strip() == expected
    assert not (folder / "escrow.txt").exists()
    assert kiosk(*line, *options).code == 0
