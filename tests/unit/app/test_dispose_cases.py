"""Only what a rule lets go is disposed of, by an administrator, from exactly the list that was made."""

import json
from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.deal_order import DealOrder
from kiosk.app.dispose_cases import DisposeCases
from kiosk.app.hold_case import HoldCase, hold_on, is_held
from kiosk.app.read_case import ReadCase
from kiosk.app.sign_in import SignIn
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.errors import NotFoundError, RefusedError, StorageError
from kiosk.domain.event import PROGRAM, CaseDelivered, Event, Medium, StaffAdded
from kiosk.domain.handling import CasesDisposed, DisposedUnder
from kiosk.domain.reading import Reading
from kiosk.domain.retention import Kept, RetentionRule, RetentionStart
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.record.folding.codec import decode
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.memory import MemoryRecord
from tests.later_samples import store_later
from tests.unit.app import factory as make

ADMIN, OFFICER, CODE = "Anne Kontor", "Kari Kontor", "258025"
CLOSED = RetentionRule("lukket-5-ar", RetentionStart.CLOSED, make.DECISION, years=5)
SHED = RetentionRule("levert-90-dager", RetentionStart.DELIVERED, make.DECISION, days=90)
OLD, NEW, OPEN = CaseRef("2019/1"), CaseRef("2025/1"), CaseRef("2026/1")


class PlainHasher:
    def hash(self, code):
        return code

    def verify(self, code, code_hash):
        return code == code_hash


class PlainPaper:
    def __init__(self):
        self.sheets = []

    def brochure(self, brochure, issued_at, edition):
        raise NotImplementedError

    def booklet_sheets(self, brochure, _issued_at):
        raise NotImplementedError

    def receipt(self, receipt, issued_at, edition=None):
        raise NotImplementedError

    def sheet(self, sheet, issued_at, edition=None):
        self.sheets.append(sheet)
        return b"%PDF"

    def letter(self, letter, issued_at, edition=None):
        raise NotImplementedError

    def slip(self, slip, issued_at, edition=None):
        raise NotImplementedError


class Office:
    def __init__(self, *rules):
        closed = {OLD: date(2020, 1, 1), NEW: date(2025, 6, 1), OPEN: None}
        self.record = make.record_with(
            *(
                make.case(reference=case, closing=day and Closing(day, "slutt"))
                for case, day in closed.items()
            )
        )
        self.clock, self.ids, self.paper = make.FixedClock(), make.CountingIds(), PlainPaper()
        for name, role in (
            (ADMIN, StaffRole.ADMINISTRATOR),
            (OFFICER, StaffRole.CASE_OFFICER),
        ):
            self.store(StaffAdded(StaffMember(name, role, CODE)), None)
        municipality = replace(make.municipality(), retention=rules)
        self.use_case = DisposeCases(
            municipality,
            self.record,
            self.clock,
            self.ids,
            SignIn(self.record, PlainHasher(), self.clock, self.ids),
            self.paper,
            make.words,
        )
        self.hold = HoldCase(self.record, self.clock, self.ids)

    def store(self, body, case):
        event = Event(self.ids.event_id(), self.clock.now(), make.ACTOR, case, body)
        self.record.append([event])

    def due(self):
        return {each.case for each in self.use_case.today().due}

    def list(self):
        return self.use_case.list_of(self.use_case.today().due).as_bytes()

    def approve(self, content, name=ADMIN, code=CODE):
        return self.use_case.dispose(content, name, code)


@pytest.fixture
def office():
    return Office(CLOSED)


def code_of(error):
    return error.value.refusals[0].code


def test_without_rules_nothing_is_due():
    assert Office().due() == set()


def test_what_was_closed_long_enough_ago_is_due(office):
    assert office.due() == {OLD}


def test_what_was_delivered_and_is_done_may_be_shed():
    office = Office(SHED)
    office.store(CaseDelivered("levering-1", ()), OLD)
    office.store(CaseDelivered("levering-1", ()), OPEN)
    office.clock.moment = office.clock.moment.replace(year=2027)

    assert office.due() == {OLD}


def test_a_held_case_is_kept_until_it_is_released(office):
    office.hold.hold(OLD, "Klagen er ikke avgjort.", OFFICER)
    assert office.due() == set()

    office.hold.release(OLD, OFFICER)
    assert office.due() == {OLD}


def test_a_case_is_kept_in_which_a_newer_version_stored_something(office):
    store_later(office.record, OLD)

    assert office.due() == set()


def test_a_hold_needs_a_reason_and_a_case(office):
    with pytest.raises(RefusedError):
        office.hold.hold(OLD, "  ", OFFICER)
    with pytest.raises(NotFoundError):
        office.hold.hold(CaseRef("none"), "Klage.", OFFICER)
    with pytest.raises(RefusedError):
        office.hold.release(OLD, OFFICER)


def test_neither_the_front_desk_nor_the_program_decides_that_a_case_is_kept(office):
    office.store(StaffAdded(StaffMember("Ola Kontor", StaffRole.FRONT_DESK, CODE)), None)

    for actor in ("Ola Kontor", PROGRAM):
        with pytest.raises(RefusedError):
            office.hold.hold(OLD, "Klage.", actor)
    office.hold.hold(OLD, "Klage.", OFFICER)
    with pytest.raises(RefusedError):
        office.hold.release(OLD, "Ola Kontor")
    assert is_held(office.record, OLD)


def test_the_last_word_tells_why_and_by_whom_a_case_is_kept(office):
    office.hold.hold(OLD, "Klage.", OFFICER)
    office.hold.hold(OLD, "Tilsyn.", ADMIN)

    hold = hold_on(event for _place, event in office.record.history(OLD))

    assert hold is not None
    assert (hold.reason, hold.event.actor) == ("Tilsyn.", ADMIN)


def test_a_review_says_which_cases_go_and_why_the_others_stay(office):
    office.hold.hold(NEW, "Klage.", OFFICER)

    said = office.use_case.review(ADMIN, Watch())

    assert [each.case for each in said.due] == [OLD]
    assert said.due[0].facts.closed_on == date(2020, 1, 1)
    assert said.kept == {Kept.HELD: 1, Kept.IN_USE: 1}


def test_a_review_is_for_those_who_may_dispose(office):
    with pytest.raises(RefusedError):
        office.use_case.review(OFFICER, Watch())


def test_a_review_tells_how_far_it_has_come_and_can_be_stopped_between_cases(office):
    seen = []

    with pytest.raises(CancelledError):
        office.use_case.review(
            ADMIN, Watch(lambda done, count: seen.append((done, count)), lambda: bool(seen))
        )

    assert seen == [(1, 3)]


def test_disposing_can_be_stopped_until_the_event_is_stored(office):
    seen = []
    watch = Watch(lambda done, _count: seen.append(done), lambda: len(seen) == 3)

    with pytest.raises(CancelledError):
        office.use_case.dispose(office.list(), ADMIN, CODE, watch)

    assert OLD in office.record.case_refs()
    assert office.record.disposals() == ()


def test_a_disposal_that_the_disk_stops_after_its_event_is_told_as_unfinished(office, monkeypatch):
    real = MemoryRecord.dispose

    def failing(record, *arguments):
        real(record, *arguments)
        raise StorageError

    monkeypatch.setattr(MemoryRecord, "dispose", failing)
    with pytest.raises(RefusedError) as error:
        office.approve(office.list())

    assert code_of(error) == "disposal.unfinished"


def test_a_disposal_that_the_disk_stops_before_its_event_is_told_as_it_is(office, monkeypatch):
    def failing(_record, *_arguments):
        raise StorageError

    monkeypatch.setattr(MemoryRecord, "dispose", failing)

    with pytest.raises(StorageError):
        office.approve(office.list())


def test_a_part_of_what_is_due_may_be_approved():
    office = Office(replace(CLOSED, years=0))
    (kept,) = (each for each in office.use_case.today().due if each.case == NEW)
    (gone,) = (each for each in office.use_case.today().due if each.case == OLD)

    office.approve(office.use_case.list_of((gone,)).as_bytes())

    assert office.record.case_refs() == {NEW, OPEN}
    assert [each.case for each in office.use_case.today().due] == [kept.case]


def test_a_statement_that_was_lost_is_made_once_more_from_the_record(office):
    event = office.approve(office.list())
    first, sheets = office.use_case.statement(event), list(office.paper.sheets)
    office.clock.moment = office.clock.moment.replace(year=2030)

    again = office.use_case.statement_of(event.id)

    assert again == first
    assert office.paper.sheets == [*sheets, *sheets]
    assert [each.event for each in office.use_case.told()] == [event]


def test_a_disposal_that_never_was_has_no_statement(office):
    with pytest.raises(RefusedError) as error:
        office.use_case.statement_of("none")

    assert code_of(error) == "disposal.not_known"


def test_an_approved_list_is_disposed_of_and_told_without_anybodys_data(office):
    event = office.approve(office.list())

    assert office.record.case_refs() == {NEW, OPEN}
    assert event.body.rules == (DisposedUnder("lukket-5-ar", "47/26", False, 1),)
    assert (event.actor, event.body.approved_by, event.case) == (ADMIN, ADMIN, None)
    assert [(each.first, each.last) for each in event.body.places] == [(1, 1)]


def test_the_statement_holds_no_personal_data(office):
    pdf, values = office.use_case.statement(office.approve(office.list()))

    told = values.decode() + repr(office.paper.sheets)
    assert pdf == b"%PDF"
    assert json.loads(values)["cases"] == 1
    assert not any(text in told for text in (OLD, "Eksempelsen", "1942"))


def test_the_list_tells_nothing_of_the_person(office):
    assert OLD.encode() not in office.list()
    assert b"Eksempelsen" not in office.list()


def test_nothing_is_disposed_of_by_listing(office):
    office.list()

    assert office.record.case_refs() == {OLD, NEW, OPEN}


def changed(office):
    return office.list().replace(b"lukket-5-ar", b"lukket-9-ar")


def longer(office):
    """With a case that no rule lets go."""
    values = json.loads(office.list())
    values["cases"].append({**values["cases"][0], "number": "0" * 12})
    return json.dumps(values).encode()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (changed, "disposal.list_changed"),
        (longer, "disposal.list_changed"),
        (lambda _office: b"{}", "disposal.not_a_list"),
        (lambda _office: b"\xff", "disposal.not_a_list"),
        (lambda _office: b"[]", "disposal.not_a_list"),
    ],
)
def test_a_list_that_this_record_did_not_write_so_is_refused(office, spoil, code):
    with pytest.raises(RefusedError) as error:
        office.approve(spoil(office))

    assert code_of(error) == code
    assert OLD in office.record.case_refs()


def test_a_case_in_which_something_happened_since_is_not_disposed_of(office):
    content = office.list()
    office.hold.hold(OLD, "Klage.", OFFICER)
    office.hold.release(OLD, OFFICER)

    with pytest.raises(RefusedError) as error:
        office.approve(content)

    assert code_of(error) == "disposal.list_outdated"


def test_reading_a_case_does_not_make_a_list_outdated(office):
    content = office.list()
    ReadCase(office.record, office.clock, office.ids).log(OLD, Reading.CASE_PAGE, OFFICER)

    office.approve(content)

    assert OLD not in office.record.case_refs()


def test_a_list_is_good_for_once(office):
    content = office.list()
    office.approve(content)

    with pytest.raises(RefusedError) as error:
        office.approve(content)

    assert code_of(error) == "disposal.list_outdated"


@pytest.mark.parametrize(
    ("name", "code", "refusal"),
    [
        (OFFICER, CODE, "staff.may_not_dispose"),
        ("Nobody", CODE, "staff.unknown"),
        (ADMIN, "000000", "sign_in.wrong"),
    ],
)
def test_only_an_administrator_with_the_right_code_approves(office, name, code, refusal):
    with pytest.raises(RefusedError) as error:
        office.approve(office.list(), name, code)

    assert code_of(error) == refusal
    assert OLD in office.record.case_refs()


NURSES = frozenset([make.MUNICIPAL, make.LIND, make.FJORDHEIM, make.FULL])


def rows_dealt(office, record, *cases):
    """The rows that cases get now."""
    dealing = DealOrder(make.municipality(), record, office.clock, office.ids)
    for case in cases:
        dealing.for_case(case, NURSES, Medium.SCREEN, OFFICER)
    orders = [record.case_file(case).order for case in cases]
    return [(order.block, order.row) for order in orders]


def test_a_row_that_was_dealt_to_a_disposed_case_is_never_dealt_again(office):
    """Also when everything is read anew, where the erased events tell nothing any more."""
    (kept, gone) = rows_dealt(office, office.record, NEW, OLD)
    office.approve(office.list())

    read_anew = FoldedRecord(office.record._log)
    (now,) = rows_dealt(office, read_anew, OPEN)

    assert (now[0], kept[0]) == (gone[0], gone[0])
    assert len({kept, gone, now}) == 3


def test_the_event_tells_how_far_blocks_have_come_and_not_whose_rows_they_were(office):
    rows_dealt(office, office.record, OLD, NEW)

    event = office.approve(office.list())

    assert [each.rows for each in event.body.blocks] == [2]


def test_a_record_from_before_blocks_were_told_of_still_opens(office):
    rows_dealt(office, office.record, NEW, OLD)
    event = office.approve(office.list())
    row = office.record._log.find(event.id)
    contents = json.loads(row.payload)
    del contents["body"]["blocks"]

    old = decode(row._replace(payload=json.dumps(contents).encode())).body
    assert isinstance(old, CasesDisposed)
    assert old.blocks == ()


def test_what_is_read_anew_is_what_was_at_hand(office):
    rows_dealt(office, office.record, NEW, OLD)
    office.approve(office.list())

    assert FoldedRecord(office.record._log).open_blocks() == office.record.open_blocks()
