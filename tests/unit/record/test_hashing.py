import pytest

from kiosk.record.ledger.hashing import Argon2Hasher

CHEAP = Argon2Hasher(memory_kib=32, iterations=1, lanes=1)


def test_the_right_code_fits():
    assert CHEAP.verify("sju-fem-tre", CHEAP.hash("sju-fem-tre"))


def test_another_code_does_not_fit():
    assert not CHEAP.verify("sju-fem-to", CHEAP.hash("sju-fem-tre"))


def test_equal_codes_have_different_hashes():
    assert CHEAP.hash("sju-fem-tre") != CHEAP.hash("sju-fem-tre")


def test_a_hash_made_with_other_parameters_still_fits():
    dearer = Argon2Hasher(memory_kib=64, iterations=2, lanes=2)

    assert CHEAP.verify("sju-fem-tre", dearer.hash("sju-fem-tre"))


@pytest.mark.parametrize("code_hash", ["", "plain", "$argon2id$v=19$m=32,t=1,p=1$$"])
def test_an_unreadable_hash_fits_no_code(code_hash):
    assert not CHEAP.verify("", code_hash)


def test_codes_are_hashed_as_argon2id_with_64_mebibytes():
    assert Argon2Hasher().hash("sju-fem-tre").startswith("$argon2id$v=19$m=65536,t=3,p=4$")
