"""The hooks of TinyDB that the documents stand on, and who may change them."""

import pytest
from tinydb import Query
from tinydb.table import Document, Table

from kiosk.domain.case import CaseRef
from kiosk.domain.event import StaffAdded
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.record.folding.documents import OutsideFoldError
from kiosk.record.memory import MemoryRecord
from tests.record_samples import case, event, imported


@pytest.fixture
def record():
    filled = MemoryRecord()
    filled.append([imported(case("1", given_name="Solveig"))])
    return filled


@pytest.fixture
def documents(record):
    return record.documents


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.insert({"name": "b"}),
        lambda table: table.insert_multiple([{"name": "b"}]),
        lambda table: table.update({"given_name": "b"}),
        lambda table: table.upsert({"name": "b"}, Query().given_name == "Solveig"),
        lambda table: table.upsert(Document({"given_name": "b"}, "1")),  # type: ignore[arg-type]
        lambda table: table.remove(Query().given_name == "Solveig"),
        lambda table: table.truncate(),
    ],
)
@pytest.mark.parametrize("name", ["cases", "staff", "unknown"])
def test_no_document_changes_outside_the_fold(documents, name, change):
    before = documents.table(name).all()

    with pytest.raises(OutsideFoldError):
        change(documents.table(name))

    assert documents.table(name).all() == before


@pytest.mark.parametrize(
    "change", [lambda base: base.drop_tables(), lambda base: base.storage.write({})]
)
def test_no_table_changes_outside_the_fold(documents, change):
    with pytest.raises(OutsideFoldError):
        change(documents)

    assert documents.find("cases", "1") is not None


def test_changing_what_was_handed_out_changes_nothing(record, documents):
    documents.find("cases", "1")["services"].append("x")
    documents.table("cases").all()[0]["given_name"] = "x"

    assert record.documents.find("cases", "1")["given_name"] == "Solveig"
    assert len(record.documents.find("cases", "1")["services"]) == 1


def test_queries_see_the_latest_state(record):
    query = Query().given_name == "Ola"
    assert record.documents.table("cases").count(query) == 0

    record.append([imported(case("2", given_name="Ola"))])

    assert record.documents.table("cases").count(query) == 1


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


def test_what_was_handed_out_stays_as_it_was(record, documents):
    cases = documents.table("cases")
    record.append([imported(case("2"))])

    assert len(cases) == 1
    assert len(record.documents.table("cases")) == 2


def test_what_the_fold_keeps_is_not_handed_out(record):
    record.append([event(StaffAdded(StaffMember("Kari", StaffRole.FRONT_DESK, "x")), None)])

    record.documents.find("staff", "Kari")["name"] = "another"

    assert [each.name for each in record.staff()] == ["Kari"]
