"""The hooks of TinyDB that the documents stand on, and who may change them."""

import pytest
from tinydb import Query
from tinydb.table import Table

from kiosk.domain.case import CaseRef
from kiosk.record.documents import Documents, OutsideFoldError
from kiosk.record.memory import MemoryRecord
from tests.record_samples import imported


@pytest.fixture
def documents():
    filled = Documents()
    with filled.folding():
        filled.put("cases", "1", {"name": "a", "answers": {}})
    return filled


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.insert({"name": "b"}),
        lambda table: table.insert_multiple([{"name": "b"}]),
        lambda table: table.update({"name": "b"}),
        lambda table: table.upsert({"name": "b"}, Query().name == "a"),
        lambda table: table.remove(Query().name == "a"),
        lambda table: table.truncate(),
    ],
)
def test_no_document_changes_outside_the_fold(documents, change):
    with pytest.raises(OutsideFoldError):
        change(documents.table("cases"))

    assert documents.table("cases").all() == [{"name": "a", "answers": {}}]


@pytest.mark.parametrize(
    "change", [lambda base: base.drop_tables(), lambda base: base.storage.write({})]
)
def test_no_table_changes_outside_the_fold(documents, change):
    with pytest.raises(OutsideFoldError):
        change(documents)

    assert documents.find("cases", "1") is not None


def test_the_fold_ends_with_its_block(documents):
    with pytest.raises(KeyError), documents.folding():
        raise KeyError

    with pytest.raises(OutsideFoldError):
        documents.put("cases", "2", {})


def test_a_second_put_replaces(documents):
    with documents.folding():
        documents.put("cases", "1", {"name": "b", "answers": {}})

    assert documents.find("cases", "1") == {"name": "b", "answers": {}}
    assert len(documents.table("cases")) == 1


def test_queries_see_the_latest_state(documents):
    assert documents.table("cases").count(Query().name == "b") == 0

    with documents.folding():
        documents.put("cases", "2", {"name": "b", "answers": {}})

    assert documents.table("cases").count(Query().name == "b") == 1


def test_an_unknown_key_has_no_document(documents):
    assert documents.find("cases", "9") is None


def test_tinydb_still_has_the_hooks_that_are_replaced_here():
    hooks = {"_read_table", "_update_table", "_get_next_id"}

    assert hooks <= vars(Table).keys()
    assert hasattr(Table, "document_id_class")


def test_values_handed_out_are_the_callers_own():
    record = MemoryRecord()
    record.append([imported()])
    reference = CaseRef("2026/1")

    first, second = record.case_file(reference), record.case_file(reference)

    assert first == second
    assert first.case is not second.case
