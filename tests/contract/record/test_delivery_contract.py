"""What waits for the case system, whatever lies under the record."""

import pytest

from kiosk.app.ports.case_file import CaseFilter
from kiosk.app.ports.record import Record
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.choice import Channel
from kiosk.domain.delivery import INTERRUPTED, Delivery, DeliveryState
from kiosk.domain.delivery_events import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.event import (
    CaseClosed,
    ChoiceWithdrawn,
    DocumentChannel,
    DocumentIssued,
    DocumentKind,
    InformationNoted,
    Understood,
)
from kiosk.domain.language import Language
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.memory import MemoryRecord
from tests.record_samples import TODAY, case, choice, event, imported, recorded, withdrawal

CASE = CaseRef("2026/1")
RUN = "levering-1"


@pytest.fixture(params=["ledger", "memory"])
def record(request, tmp_path):
    opened = open_trial_record(tmp_path / "data") if request.param == "ledger" else MemoryRecord()
    yield opened
    opened.close()


@pytest.fixture
def stored(record: Record):
    value = choice(channel=Channel.CASE_PAGE)
    record.append([imported(), recorded(value)])
    return value


def delivery(record: Record) -> Delivery:
    return record.case_file(CASE).delivery


def work_list(record: Record) -> tuple[CaseRef, ...]:
    return record.find_cases("", CaseFilter.UNDELIVERED, TODAY)


def test_a_case_without_answers_has_nothing_to_deliver(record):
    record.append([imported()])

    assert delivery(record).state is DeliveryState.NOTHING
    assert record.is_delivered(CASE)
    assert work_list(record) == ()


def test_a_choice_waits(record, stored):
    assert delivery(record) == Delivery((stored.id,))
    assert delivery(record).state is DeliveryState.WAITING
    assert not record.is_delivered(CASE)
    assert work_list(record) == (CASE,)
    assert record.count_cases(CaseFilter.UNDELIVERED, TODAY) == 1


def test_a_closed_case_is_delivered_like_any_other(record, stored):
    record.append([event(CaseClosed(Closing(TODAY, "flyttet")))])

    assert work_list(record) == (CASE,)


def test_what_is_delivered_leaves_the_work_list(record, stored):
    record.append([event(DeliveryBegun(RUN, (stored.id,)))])
    record.append([event(CaseDelivered(RUN, (stored.id,)))])

    assert delivery(record).state is DeliveryState.DELIVERED
    assert record.is_delivered(CASE)
    assert work_list(record) == ()


@pytest.mark.parametrize("kind", ["choice", "withdrawal", "note"])
def test_what_happens_later_makes_the_case_undelivered_again(record, stored, kind):
    record.append([event(CaseDelivered(RUN, (stored.id,)))])
    back = withdrawal(stored.id)
    later = {
        "choice": recorded(choice()),
        "withdrawal": event(ChoiceWithdrawn(back, "EV"), id=back.id),
        "note": event(InformationNoted(stored.id, Understood.YES, "ny samtale")),
    }[kind]

    record.append([later])

    assert delivery(record) == Delivery((later.id,), is_tried=True)
    assert delivery(record).state is DeliveryState.WAITING


def test_a_printed_receipt_is_no_news_for_the_case_system(record, stored):
    record.append([event(CaseDelivered(RUN, (stored.id,)))])

    body = DocumentIssued(DocumentKind.RECEIPT, Language.BOKMAL, DocumentChannel.FILE, "EV-1")
    record.append([event(body)])

    assert record.is_delivered(CASE)


def test_what_failed_stays_with_its_reason(record, stored):
    record.append([event(DeliveryFailed(RUN, (stored.id,), "printing.disk_full"))])

    assert delivery(record).state is DeliveryState.FAILED
    assert delivery(record).fault == "printing.disk_full"
    assert work_list(record) == (CASE,)


def test_a_delivery_whose_end_nobody_saw_has_failed(record, stored):
    record.append([event(DeliveryBegun(RUN, (stored.id,)))])

    assert delivery(record) == Delivery((stored.id,), is_tried=True, fault=INTERRUPTED)


def test_what_is_delivered_once_more_waits_until_that_succeeds(record, stored):
    record.append([event(CaseDelivered(RUN, (stored.id,)))])

    record.append([event(DeliveryFailed("levering-2", (stored.id,), "printing.disk_full"))])
    assert work_list(record) == (CASE,)

    record.append([event(CaseDelivered("levering-3", (stored.id,)))])
    assert record.is_delivered(CASE)


def test_what_came_while_the_files_were_written_still_waits(record, stored):
    later = recorded(choice())
    record.append([later])

    record.append([event(CaseDelivered(RUN, (stored.id,)))])

    assert delivery(record).waiting == (later.id,)


def test_a_reopened_record_has_the_same_work_list(tmp_path):
    value = choice()
    opened = open_trial_record(tmp_path / "data")
    opened.append([imported(), imported(case("2026/2")), recorded(value)])
    opened.append([event(DeliveryFailed(RUN, (value.id,), "printing.disk_full"))])
    before = delivery(opened)
    opened.close()

    again = open_trial_record(tmp_path / "data")

    assert (delivery(again), work_list(again)) == (before, (CASE,))
    again.close()
