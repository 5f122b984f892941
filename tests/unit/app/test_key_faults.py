from datetime import UTC, datetime

import pytest

from kiosk.app.fault_texts import fault_text
from kiosk.app.refusals import refusal_text
from kiosk.domain.errors import Holder, Refusal, StorageError, StorageFault, StoreBusyError
from kiosk.domain.language import Language
from kiosk.domain.passphrase import passphrase_objections
from tests.unit.app import factory


@pytest.mark.parametrize("fault", StorageFault)
@pytest.mark.parametrize("language", Language)
def test_every_fault_of_the_record_has_words(fault, language):
    assert fault_text(StorageError(fault), factory.words(language))


def test_who_holds_the_record_is_said():
    holder = Holder(4711, "kari", "laptop-1", datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
    text = fault_text(StoreBusyError(holder), factory.words(Language.BOKMAL))

    assert "4711" in text
    assert "kari" in text
    assert "laptop-1" in text
    assert "22.\u00a0november 2026 kl.\u00a010.30" in text


def test_a_holder_without_a_name_is_left_out():
    holder = Holder(4711, "", "laptop-1", datetime(2026, 11, 22, 9, 30, tzinfo=UTC))

    assert "?" not in fault_text(StoreBusyError(holder), factory.words(Language.BOKMAL))


def test_a_replaced_escrow_key_is_told_of():
    error = StorageError(StorageFault.WRONG_ESCROW)

    assert "byttet ut" in fault_text(error, factory.words(Language.BOKMAL))


def test_a_holder_that_did_not_tell_is_some_window():
    assert "vindu" in fault_text(StoreBusyError(), factory.words(Language.BOKMAL))


def test_a_short_passphrase_is_asked_for_more_length():
    (objection,) = passphrase_objections("Abc123!")

    assert "15" in refusal_text(objection, factory.words(Language.BOKMAL))


def test_an_unknown_place_for_the_escrow_key_is_explained():
    text = refusal_text(Refusal("escrow.inside"), factory.words(Language.NYNORSK))

    assert "naudnøkkelen" in text.casefold()


@pytest.mark.parametrize(
    "fault", [StorageFault.HALF, StorageFault.DAMAGED, StorageFault.KEYS_OF_ANOTHER]
)
@pytest.mark.parametrize("language", list(Language))
def test_a_record_that_cannot_be_opened_names_the_command_that_brings_it_back(fault, language):
    text = fault_text(StorageError(fault), factory.words(language))

    assert "kiosk record restore --from" in text
    assert "--keys" in text
    assert "--data" in text
