from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.record.keys.root_key import Cost, Passphrase
from kiosk.record.set_up import EscrowFile, Ways, set_up

PASSPHRASE = Passphrase("blå ørn på Eksempelfjell")


@pytest.fixture(scope="session", autouse=True)
def _cheap_passphrases() -> Iterator[None]:
    """Passphrases that are quick to try, in tests only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.record.keys.root_key.USUAL_COST", Cost(64, 1, 1))
        yield


@pytest.fixture
def sealed_data(tmp_path: Path) -> Path:
    """A data folder with a sealed record that ``PASSPHRASE`` opens; empty."""
    data = tmp_path / "data"
    set_up(data, Ways(PASSPHRASE, EscrowFile(tmp_path / "escrow.txt", "{}".format)))
    return data
