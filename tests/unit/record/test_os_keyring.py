"""Only keyrings that the system protects are used, and one that fails is as good as none."""

from types import SimpleNamespace

import pytest

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.keys.os_keyring import SystemKeyring, protected_backend

STORE, KEY = "store", bytes(range(32))


class Backend:
    """A backend as the package ``keyring`` has them."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, name: str, text: str) -> None:
        self.kept[service, name] = text

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


Protected = type("Protected", (Backend,), {"__module__": "keyring.backends.SecretService"})
Better = type("Better", (Protected,), {"__module__": "keyring.backends.kwallet", "priority": 6.0})
PlainFile = type("PlainFile", (Backend,), {"__module__": "keyrings.alt.file", "priority": 9.0})
Failing = type(
    "Failing",
    (Backend,),
    {
        "__module__": "keyring.backends.SecretService",
        "get_password": lambda *_arguments: SimpleNamespace().missing,
    },
)


@pytest.fixture
def offered(monkeypatch):
    found: list[Backend] = []
    monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: found)
    return found


def test_a_key_is_kept_found_and_forgotten(offered):
    offered.append(Protected())
    keyring = SystemKeyring()

    keyring.keep(STORE, KEY)
    assert keyring.find(STORE) == KEY
    keyring.forget(STORE)
    keyring.forget(STORE)
    assert keyring.find(STORE) is None


def test_the_best_protected_backend_is_used(offered):
    offered += [Protected(), Better()]

    assert type(protected_backend()) is Better


def test_a_backend_that_writes_a_file_is_never_used(offered):
    offered.append(PlainFile())

    assert not SystemKeyring().is_there()
    with pytest.raises(StorageError) as caught:
        SystemKeyring().keep(STORE, KEY)
    assert caught.value.fault is StorageFault.NO_KEYRING
    assert not offered[0].kept


def test_a_backend_that_fails_is_as_good_as_none(offered):
    offered.append(Failing())

    with pytest.raises(StorageError) as caught:
        SystemKeyring().find(STORE)
    assert caught.value.fault is StorageFault.NO_KEYRING


@pytest.mark.parametrize("text", ["not base 64", "c2hvcnQ="])
def test_what_is_no_key_is_not_taken_for_one(offered, text):
    backend = Protected()
    offered.append(backend)
    backend.set_password("brukervalg-kiosk", STORE, text)

    assert SystemKeyring().find(STORE) is None
