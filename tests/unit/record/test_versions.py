"""What other versions of the program stored: older forms are lifted, newer ones kept and told of."""

import json
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Outcome, RecordedChoice
from kiosk.domain.errors import NotFoundError, StorageError, StorageFault
from kiosk.domain.event import ChoiceRecorded, EventKind, Stored
from kiosk.domain.later_event import LaterEvent
from kiosk.record.folding import codec, fold, folded_log, snapshot, tail
from kiosk.record.folding.codec import decode, encode
from kiosk.record.folding.fold import Fold
from kiosk.record.folding.versions import FORMS, Contents, Forms
from kiosk.record.keys.root_key import Trial
from kiosk.record.ledger.row import Row
from kiosk.record.ledger_record import LedgerRecord, open_trial_record
from kiosk.record.memory import MemoryRecord
from kiosk.record.store import open_store
from tests.later_samples import later_row
from tests.record_samples import case, choice, imported, recorded

CHOICE = EventKind.CHOICE_RECORDED
REFERENCE = CaseRef("2026/1")


def _answers_by_name(body: Contents) -> Contents:
    """Version 2 of an invented future: what was called "answered" is called "answers"."""
    told = body["choice"]
    told["answers"] = told.pop("answered")
    return body


def _prefix_beside(body: Contents) -> Contents:
    """Version 3 of it: the prefix is no longer part of the choice."""
    body["receipt_prefix"] = body["choice"].pop("prefix")
    return body


@pytest.fixture
def three_versions(monkeypatch) -> Forms:
    """A program that reads three versions of a choice."""
    forms = Forms({(CHOICE, 1): _answers_by_name, (CHOICE, 2): _prefix_beside})
    for module in (codec, tail, snapshot):
        monkeypatch.setattr(module, "FORMS", forms)
    return forms


def _stored(told: RecordedChoice, version: int) -> Row:
    """The row that a program of that version would have stored."""
    values = json.loads(encode(recorded(told)))
    body = values["body"]
    if version < 3:
        body["choice"]["prefix"] = body.pop("receipt_prefix")
    if version < 2:
        body["choice"]["answered"] = body["choice"].pop("answers")
    payload = json.dumps(values).encode()
    return Row(2, Stored("7F3K", 2), told.id, CHOICE.value, version, payload)


def _folded(row: Row) -> Fold:
    first = imported()
    folded = Fold()
    folded.apply(Row(1, Stored("7F3K", 1), first.id, first.kind.value, 1, encode(first)))
    folded.apply(row)
    return folded


@pytest.mark.usefixtures("three_versions")
@pytest.mark.parametrize("version", [1, 2, 3])
def test_every_older_version_is_lifted_one_after_the_other(version):
    told = choice()

    event = decode(_stored(told, version))

    assert event == recorded(told)


@pytest.mark.usefixtures("three_versions")
@pytest.mark.parametrize("version", [1, 2, 3])
def test_the_fold_sees_what_was_lifted(version):
    told = choice()

    state = _folded(_stored(told, version)).cases.get(REFERENCE)

    assert [answer.choice for answer in state.answers["hjemmesykepleie"]] == [told.id]
    assert state.undelivered == [told.id]


@pytest.mark.usefixtures("three_versions")
def test_contents_that_are_not_of_their_version_are_damage():
    row = _stored(choice(), 3)._replace(schema=1)

    with pytest.raises(StorageError) as caught:
        decode(row)
    assert caught.value.fault is StorageFault.DAMAGED
    with pytest.raises(StorageError):
        _folded(row)


def test_the_newest_version_is_written(three_versions):
    record = MemoryRecord()
    record.append([imported(), recorded(choice())])

    rows = record._log.at([1, 2])

    assert [row.schema for row in rows] == [1, 3]
    assert three_versions.current[CHOICE.value] == 3


def test_a_snapshot_of_a_program_that_reads_fewer_versions_is_not_used(monkeypatch):
    before = snapshot.form_of_the_fold()

    monkeypatch.setattr(snapshot, "FORMS", Forms({(CHOICE, 1): _answers_by_name}))

    assert snapshot.form_of_the_fold() != before


def test_lifts_have_no_gaps():
    for kind, newest in FORMS.current.items():
        assert all((kind, version) in FORMS._lifts for version in range(1, newest))


# What a newer version stored.

LATER = [("moved_house", 1), (CHOICE.value, 2), (EventKind.CASE_CHANGED.value, 99)]


def _with_later(tmp_path, kind: str, version: int) -> LedgerRecord:
    record = open_trial_record(tmp_path)
    record.append([imported(), recorded(choice())])
    record.close()
    log = open_store(tmp_path, Trial())
    log.append([later_row(3, log.device, REFERENCE, kind, version)], [REFERENCE])
    log.append([later_row(4, log.device, None, kind, version)], [None])
    log.append([Row(5, Stored(log.device, 5), "odd", kind, version, b"[]")], [None])
    log.close()
    return open_trial_record(tmp_path)


@pytest.fixture(params=LATER, ids=lambda each: f"{each[0]} {each[1]}")
def later(tmp_path, request):
    record = _with_later(tmp_path, *request.param)
    yield record, request.param
    record.close()


def test_a_later_event_is_no_damage_and_counted(later):
    record, _ = later

    assert record.damage is None
    assert record.later_events == 3


def test_a_later_event_stands_in_the_history_as_it_was_stored(later):
    record, (kind, version) = later

    *_, (place, event) = record.history(REFERENCE)

    assert place == Stored(record.device, 3)
    assert event.body == LaterEvent(kind, version, '{"moved":{"to":"sør"},"seed":"s"}')
    assert event.kind_name == kind
    assert (event.actor, event.case) == ("Kari Kontor", REFERENCE)


def test_the_case_stands_as_before_a_later_event(later):
    record, _ = later

    file = record.case_file(REFERENCE)

    assert file.states[0].outcome is Outcome.CHOSEN
    assert record.case_refs() == {REFERENCE}


def test_a_later_event_is_passed_on_untouched(later):
    record, (kind, version) = later

    (row,) = record._sealed.at([3])

    assert row == later_row(3, record.device, REFERENCE, kind, version)


def test_events_are_stored_behind_later_ones(later):
    record, _ = later

    (place,) = record.append([imported(case("2026/2"))])

    assert place.sequence == 6
    assert record.damage is None


def test_a_snapshot_remembers_later_events(later, monkeypatch, tmp_path):
    record, _ = later
    monkeypatch.setattr(folded_log, "_WORTH_SAVING", 1)
    record.append([imported(case("2026/2"))])
    record.close()
    applied: list[Row] = []
    monkeypatch.setattr(fold.Fold, "apply", lambda _self, row: applied.append(row))

    again = open_trial_record(tmp_path)

    assert again.later_events == 3
    assert applied == []
    again.close()


def test_a_later_event_has_no_receipt(later):
    record, _ = later

    with pytest.raises(NotFoundError):
        record.receipt_by_number(f"EV-2027-{record.device}-000003")


def test_a_case_of_later_events_alone_is_no_case(tmp_path):
    open_trial_record(tmp_path).close()
    log = open_store(tmp_path, Trial())
    log.append([later_row(1, log.device, "2027/9", "case_imported", 2)], [CaseRef("2027/9")])
    log.close()

    record = open_trial_record(tmp_path)

    assert record.case_refs() == frozenset()
    assert record.later_events == 1
    with pytest.raises(NotFoundError):
        record.case_file(CaseRef("2027/9"))
    record.close()


def test_a_version_below_the_first_is_kept_like_a_later_one():
    row = _stored(choice(), 3)._replace(schema=0)

    assert isinstance(decode(row).body, LaterEvent)


# Fields that came without a new version: events before them have the documented defaults.


def test_fields_that_came_later_have_their_documented_defaults():
    told = choice(municipality="Eksempelvik")
    values = json.loads(encode(recorded(told)))
    for name in ("person", "services", "municipality", "office", "receipt_number"):
        del values["body"]["choice"][name]
    del values["body"]["correction"]
    row = _stored(told, 3)._replace(schema=1, payload=json.dumps(values).encode())

    body = decode(row).body

    bare = replace(told, person="", services=(), municipality="", office=None, receipt_number="")
    assert body == ChoiceRecorded(bare, "EV", correction=None)


def test_a_field_that_this_version_does_not_know_is_passed_over():
    told = choice()
    values = json.loads(encode(recorded(told)))
    values["body"]["choice"]["mood"] = "good"
    row = _stored(told, 3)._replace(schema=1, payload=json.dumps(values).encode())

    assert decode(row) == recorded(told)
    assert _folded(row).cases.get(REFERENCE).answers["hjemmesykepleie"][0].on == str(
        date(2026, 11, 3)
    )
