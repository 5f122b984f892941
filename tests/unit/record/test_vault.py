"""Keys at hand are those of the file, also after some were destroyed or all were wrapped anew."""

import pytest

from kiosk.domain.case import CaseRef
from kiosk.record.keys.sealing import fresh_key
from kiosk.record.keys.vault import Vault
from kiosk.record.keys.vault_file import begin_vault_file
from kiosk.record.keys.wrapping import furnish

CASE = CaseRef("2026/1")


@pytest.fixture
def vault(tmp_path):
    file, root = begin_vault_file(tmp_path, "store", 1), fresh_key()
    furnish(file, root)
    vault = Vault(file, root)
    yield vault
    vault.close()


def key_of(vault: Vault) -> bytes:
    return vault.case_keys([CASE])[CASE]


def test_a_case_keeps_its_key(vault):
    assert key_of(vault) == key_of(vault)


def test_after_its_key_was_destroyed_a_case_gets_another_one(vault):
    first = key_of(vault)

    vault.destroy_keys([first], "2026-11-03")

    assert key_of(vault) != first
    assert vault.is_destroyed(first)
    assert not vault.is_destroyed(key_of(vault))


def test_after_a_new_root_key_a_case_gets_another_one(vault):
    first = key_of(vault)

    vault.change_root(fresh_key())

    assert key_of(vault) != first


def test_many_cases_keep_their_keys(vault):
    cases = [CaseRef(str(number)) for number in range(3000)]

    assert vault.case_keys(cases) == vault.case_keys(reversed(cases))
