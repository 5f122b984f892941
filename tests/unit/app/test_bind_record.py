"""A record belongs to the municipality whose content pack opened it first."""

from dataclasses import replace

import pytest

from kiosk.app.bind_record import bind_record
from kiosk.app.fault_texts import fault_text
from kiosk.domain.errors import BoundElsewhereError
from kiosk.domain.language import Language
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.memory import MemoryLog, MemoryRecord
from tests.unit.app import factory

EXAMPLE = factory.municipality()
REAL = replace(EXAMPLE, id="storby", name="Storby kommune", is_example=False)


def bind(record: FoldedRecord, municipality=EXAMPLE) -> None:
    bind_record(record, municipality, factory.FixedClock(), factory.CountingIds())


def test_the_first_pack_binds_the_record_once():
    record = MemoryRecord()

    bind(record, REAL)
    bind(record, replace(REAL, name="Storby", version="9+ff00"))

    bound = record.bound_to
    assert bound is not None
    assert (bound.municipality, bound.name, bound.is_example) == (
        "storby",
        "Storby kommune",
        False,
    )
    assert record.last_at is None
    assert record.damage is None


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (EXAMPLE, REAL),
        (REAL, EXAMPLE),
        (REAL, replace(REAL, id="naboby")),
        (EXAMPLE, replace(EXAMPLE, is_example=False)),
        (REAL, replace(REAL, is_example=True)),
    ],
)
def test_another_municipality_is_refused_and_nothing_is_stored(first, then):
    record = MemoryRecord()
    bind(record, first)

    with pytest.raises(BoundElsewhereError) as caught:
        bind(record, then)

    assert caught.value.name == first.name
    assert record.bound_to is not None
    assert record.bound_to.municipality == first.id


def test_a_damaged_record_that_nobody_owns_can_be_read():
    log = MemoryLog("7F3K")
    log.note(Damage(Harm.FILE))
    record = FoldedRecord(log)

    bind(record)

    assert record.bound_to is None


@pytest.mark.parametrize(
    ("is_example", "said"), [(False, "innholdspakke"), (True, "kiosk record init")]
)
def test_the_refusal_names_the_owner_and_the_way_on(is_example, said):
    error = BoundElsewhereError("Storby kommune", is_example=is_example)

    text = fault_text(error, factory.words(Language.BOKMAL))

    assert "Storby kommune" in text
    assert said in text
