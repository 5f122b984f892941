"""What every record promises, whatever lies under it."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.nonchoice.outlined import outline_of
from kiosk.app.ports.case_file import CaseFilter
from kiosk.app.ports.record import Record
from kiosk.domain.allocation_events import AskedAgain, LetterPosted
from kiosk.domain.case import CaseRef, Closing, GrantedService
from kiosk.domain.choice import Channel, Outcome
from kiosk.domain.edition import Edition
from kiosk.domain.errors import NotFoundError, StorageError, StorageFault
from kiosk.domain.event import (
    AnswerUnclear,
    BatchBegun,
    BatchDiscarded,
    BatchFileMade,
    BatchPosted,
    BlockClosed,
    BlockEnd,
    BlockOpened,
    CaseChanged,
    CaseClosed,
    ChoiceWithdrawn,
    InformationNoted,
    InterestsStated,
    LetterNotMade,
    LetterProduced,
    Medium,
    OrderDealt,
    SignedIn,
    SignInFailed,
    SlipCodeDealt,
    StaffAdded,
    StaffCodeChanged,
    StaffRemoved,
    StaffRoleChanged,
    Stored,
    Understood,
)
from kiosk.domain.handling import RowsDealt
from kiosk.domain.language import Language
from kiosk.domain.mail_events import MailFilter, Making
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.told import RuleTold
from kiosk.domain.ordering import DealtOrder, open_block
from kiosk.domain.receipt_mark import read_mark
from kiosk.domain.service import ProviderId, ZoneId
from kiosk.domain.slip_code import drawn_code
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.memory import MemoryRecord
from tests.record_samples import (
    MORNING,
    NURSING,
    OFFICER,
    PRACTICAL,
    TODAY,
    case,
    choice,
    chosen,
    event,
    imported,
    postponed,
    recorded,
    withdrawal,
)
from tests.unit.record.disposing import GONE, dispose

TIES = ((ProviderId("a"),), (ProviderId("a"), ProviderId("b")))
THREE = frozenset({ProviderId("a"), ProviderId("b"), ProviderId("c")})


@pytest.fixture(params=["ledger", "memory"])
def record(request, tmp_path):
    opened = open_trial_record(tmp_path / "data") if request.param == "ledger" else MemoryRecord()
    yield opened
    opened.close()


def refs(record: Record, text: str = "", filter_: CaseFilter = CaseFilter.ALL) -> list[str]:
    return list(record.find_cases(text, filter_, TODAY))


def test_numbers_events_without_gaps(record):
    first = record.append([imported(case("1")), imported(case("2"))])
    second = record.append([imported(case("3"))])

    assert [place.sequence for place in first + second] == [1, 2, 3]
    assert {place.device for place in first + second} == {record.device}


def test_device_id_is_four_unmistakable_characters(record):
    assert len(record.device) == 4
    assert not set(record.device) & set("01258BILOSZ")


def test_stores_an_event_once_however_often_it_comes(record):
    once = imported()

    places = [record.append([once]), record.append([once]), record.append([once, once])]

    assert {place for group in places for place in group} == {Stored(record.device, 1)}
    assert len(record.history(CaseRef("2026/1"))) == 1


def test_stores_nothing_that_rests_on_what_came_before_something_else(record):
    seen = record.event_count
    record.append([imported(case("1"))])

    assert not record.append_at(seen, [imported(case("2"))])
    assert record.case_refs() == {case("1").reference}

    assert record.append_at(seen + 1, [imported(case("2"))])
    assert record.event_count == seen + 2


def test_a_repeated_attempt_may_come_later(record):
    record.append([imported()])
    attempt = choice()
    later = MORNING + timedelta(seconds=2)

    place = record.append([recorded(attempt)])

    again = replace(recorded(replace(attempt, at=later)), at=later)
    assert record.append([again]) == place


def test_refuses_other_content_under_a_known_id(record):
    first = imported()
    record.append([first])

    with pytest.raises(StorageError) as caught:
        record.append([replace(first, body=imported(case(phone="22 22 22 22")).body)])

    assert caught.value.fault is StorageFault.ID_REUSED


def test_stores_nothing_of_an_append_that_is_refused(record):
    first = imported()
    record.append([first])
    clash = replace(first, actor="Somebody else")

    with pytest.raises(StorageError):
        record.append([imported(case("2")), clash])

    assert record.case_refs() == {"2026/1"}


def test_history_gives_back_events_as_they_were_stored(record):
    events = [imported(), recorded(choice())]
    places = record.append(events)

    assert record.history(CaseRef("2026/1")) == tuple(zip(places, events, strict=True))


def test_history_of_an_unknown_case_is_empty(record):
    assert record.history(CaseRef("none")) == ()


def test_a_new_case_has_services_without_outcome(record):
    record.append([imported()])

    file = record.case_file(CaseRef("2026/1"))

    assert file.case == case()
    assert [(state.service, state.outcome) for state in file.states] == [(NURSING, None)]
    assert (file.choice, file.order, file.note_pending_for) == (None, None, None)


def test_unknown_case_is_not_found(record):
    with pytest.raises(NotFoundError):
        record.case_file(CaseRef("none"))


def test_gives_open_cases_in_outline_by_number(record):
    record.append([imported(case(number)) for number in ("2026/3", "2026/1", "2026/2")])
    record.append([recorded(choice("2026/3")), event(CaseClosed(Closing(TODAY, "")), "2026/2")])

    files = [record.case_file(CaseRef(each)) for each in ("2026/1", "2026/3")]
    assert list(record.outlines()) == [outline_of(each) for each in files]


def test_outlines_are_all_of_one_moment(record):
    record.append([imported(case("2026/1")), imported(case("2026/2"))])
    outlines = record.outlines()
    first = next(outlines)
    record.append([recorded(choice("2026/2"))])

    assert [each.services[0].answer for each in (first, *outlines)] == [None, None]


def test_the_latest_choice_of_a_service_wins(record):
    both = (GrantedService(NURSING, TODAY), GrantedService(PRACTICAL, TODAY))
    record.append([imported(case(services=both))])
    record.append([recorded(choice("2026/1", chosen(NURSING, "a"), chosen(PRACTICAL, "a")))])
    last = choice("2026/1", chosen(NURSING, "b"))
    record.append([recorded(last)])

    file = record.case_file(CaseRef("2026/1"))

    assert [state.answer and state.answer.provider for state in file.states] == ["b", "a"]
    assert file.states[0].answered_on == MORNING.date()
    assert file.choice is not None
    assert file.choice.id == last.id


def test_receipt_number_tells_prefix_year_device_and_place(record):
    record.append([imported()])
    stored = choice()

    (place,) = record.append([recorded(stored)])

    number = f"EV-2026-{record.device}-00000{place.sequence}"
    assert record.receipt_by_number(number) == replace(stored, receipt_number=number)
    assert record.case_file(CaseRef("2026/1")).choice.receipt_number == number


@pytest.mark.parametrize(
    "number",
    ["", "EV", "EV-2026-7F3K-000001", "XX-2026-{d}-000002", "EV-2026-{d}-000009", "a-b-c-x"],
)
def test_other_receipt_numbers_are_not_found(record, number):
    record.append([imported(), recorded(choice())])

    with pytest.raises(NotFoundError):
        record.receipt_by_number(number.replace("{d}", record.device))


def test_receipt_number_is_found_in_small_letters(record):
    record.append([imported(), recorded(choice())])

    found = record.receipt_by_number(f" ev-2026-{record.device.lower()}-000002 ")

    assert found.case == "2026/1"


def test_a_withdrawal_is_found_by_its_receipt_number(record):
    first = choice()
    record.append([imported(), recorded(first)])
    taken = withdrawal(first.id)

    (place,) = record.append([event(ChoiceWithdrawn(taken, "EV"), taken.case, id=taken.id)])

    number = f"EV-2026-{record.device}-00000{place.sequence}"
    assert record.receipt_by_number(number) == replace(taken, receipt_number=number)
    assert record.receipt_mark(number) != record.receipt_mark(f"EV-2026-{record.device}-000002")


def test_the_mark_of_a_receipt_stays_the_same_and_is_its_own(record):
    record.append([imported(), recorded(choice()), recorded(choice())])
    numbers = [f"EV-2026-{record.device}-00000{place}" for place in (2, 3)]

    first, second = map(record.receipt_mark, numbers)
    record.append([imported(case("2"))])

    assert record.receipt_mark(numbers[0].lower()) == first != second
    assert read_mark(first) is not None


@pytest.mark.parametrize("number", ["", "EV-2026-{d}-000001", "EV-2026-{d}-000009"])
def test_what_is_no_receipt_has_no_mark(record, number):
    record.append([imported(), recorded(choice())])

    with pytest.raises(NotFoundError):
        record.receipt_mark(number.replace("{d}", record.device))


def test_a_visit_waits_for_its_note(record):
    record.append([imported()])
    visit = choice()
    record.append([recorded(visit)])
    assert record.case_file(CaseRef("2026/1")).note_pending_for == visit.id

    record.append([event(InformationNoted(visit.id, Understood.YES, "samtale"))])

    assert record.case_file(CaseRef("2026/1")).note_pending_for is None


def test_a_note_for_an_earlier_visit_leaves_the_last_one_waiting(record):
    record.append([imported()])
    first, second = choice(), choice()
    record.append([recorded(first), recorded(second)])

    record.append([event(InformationNoted(first.id, Understood.YES, ""))])

    assert record.case_file(CaseRef("2026/1")).note_pending_for == second.id


def test_a_second_visit_leaves_the_note_of_the_first_missing(record):
    record.append([imported()])
    first, second = choice(), choice()
    record.append([recorded(first), recorded(second)])
    assert record.case_file(CaseRef("2026/1")).note_pending_for == first.id

    record.append([event(InformationNoted(second.id, Understood.YES, ""))])

    assert record.case_file(CaseRef("2026/1")).note_pending_for == first.id


def test_an_answer_entered_on_the_case_page_needs_no_note(record):
    record.append([imported(), recorded(choice(channel=Channel.CASE_PAGE))])

    assert record.case_file(CaseRef("2026/1")).note_pending_for is None


def test_a_changed_case_keeps_its_answers(record):
    record.append([imported(), recorded(choice())])

    moved = case(zone=ZoneId("sor"))
    record.append([event(CaseChanged(moved, ("zone",)))])

    file = record.case_file(CaseRef("2026/1"))
    assert file.case == moved
    assert file.states[0].outcome is Outcome.CHOSEN


def test_a_closed_case_is_found_among_the_closed_only(record):
    record.append([imported()])

    record.append([event(CaseClosed(Closing(TODAY, "flyttet")))])

    assert refs(record) == []
    assert refs(record, "", CaseFilter.CLOSED) == ["2026/1"]
    assert not record.case_file(CaseRef("2026/1")).case.is_open
    assert record.case_refs() == {"2026/1"}


def granted(day: date | None) -> tuple[GrantedService, ...]:
    return (GrantedService(NURSING, date(2026, 10, 20), reply_by=day),)


def test_lists_the_earliest_deadline_first_and_then_the_alphabet(record):
    later, sooner = granted(date(2026, 12, 1)), granted(date(2026, 11, 4))
    cases = [
        case("none", services=granted(None)),
        case("å", family_name="Åsen", services=later),
        case("o", family_name="Ødegård", services=later),
        case("b", family_name="Berg", services=later),
        case("first", services=sooner),
    ]

    record.append([imported(value) for value in cases])

    assert refs(record) == ["first", "b", "o", "å", "none"]


def test_an_answered_service_has_no_deadline(record):
    record.append([imported(case("1", services=granted(date(2026, 11, 4))))])
    record.append([imported(case("2", services=granted(date(2026, 11, 5))))])

    record.append([recorded(choice("1"))])

    assert refs(record) == ["2", "1"]


@pytest.mark.parametrize(
    "text", ["solveig", "STRAND", "2026/1", "strand sol", "nord", "  ", "2026 nord"]
)
def test_finds_a_case_by_parts_of_name_number_and_zone(record, text):
    record.append([imported(), imported(case("9", given_name="Ola", family_name="Vik"))])

    assert "2026/1" in refs(record, text)


def test_does_not_find_what_no_field_holds(record):
    record.append([imported()])

    assert refs(record, "strandx") == []


def test_finds_norwegian_letters_typed_on_another_keyboard(record):
    record.append([imported(case(family_name="Sørås"))])

    assert refs(record, "soras") == refs(record, "SØRÅS") == ["2026/1"]


def filters_of(record: Record) -> set[CaseFilter]:
    """Filters about what waits for an answer; what waits for delivery has tests of its own."""
    asked = set(CaseFilter) - {CaseFilter.UNDELIVERED}
    return {filter_ for filter_ in asked if refs(record, "", filter_)}


def test_a_case_without_answer_is_waiting(record):
    record.append([imported(case(services=granted(date(2027, 1, 1))))])

    assert filters_of(record) == {CaseFilter.ALL, CaseFilter.WAITING}


def test_a_case_due_on_sunday_is_due_this_week(record):
    record.append([imported(case(services=granted(date(2026, 11, 8))))])

    assert CaseFilter.DUE_THIS_WEEK in filters_of(record)


def test_an_overdue_case_stays_due(record):
    record.append([imported(case(services=granted(date(2026, 10, 1))))])

    assert CaseFilter.DUE_THIS_WEEK in filters_of(record)


def test_a_case_due_next_monday_is_not_due_this_week(record):
    record.append([imported(case(services=granted(date(2026, 11, 9))))])

    assert CaseFilter.DUE_THIS_WEEK not in filters_of(record)


def test_a_visit_without_note_is_unfinished(record):
    record.append([imported(), recorded(choice())])

    assert filters_of(record) == {CaseFilter.ALL, CaseFilter.UNFINISHED}


def test_an_answered_case_with_its_note_is_done(record):
    visit = choice()
    record.append([imported(), recorded(visit)])

    record.append([event(InformationNoted(visit.id, Understood.UNSURE, ""))])

    assert filters_of(record) == {CaseFilter.ALL, CaseFilter.DONE}


def test_a_postponed_case_is_due_on_the_agreed_day(record):
    later = choice("2026/1", postponed(NURSING, date(2026, 11, 6)), channel=Channel.CASE_PAGE)

    record.append([imported(), recorded(later)])

    due = {CaseFilter.ALL, CaseFilter.POSTPONED, CaseFilter.DUE_THIS_WEEK}
    assert filters_of(record) == due


def test_counts_what_a_filter_finds(record):
    record.append([imported(case(str(number))) for number in range(5)])
    record.append([recorded(choice("0")), event(CaseClosed(Closing(TODAY, "")), "1")])

    counts = {filter_: record.count_cases(filter_, TODAY) for filter_ in CaseFilter}

    assert counts == {filter_: len(refs(record, "", filter_)) for filter_ in CaseFilter}


def test_gives_the_newest_block_of_exactly_this_set(record):
    older, newer = open_block("1", THREE, "x"), open_block("2", THREE, "y")
    other = open_block("3", THREE | {ProviderId("d")}, "z")

    record.append([event(BlockOpened(block, "secret"), None) for block in (older, newer, other)])

    assert record.open_block(THREE) == (newer, 0)
    assert record.open_block(frozenset({ProviderId("a")})) is None


def test_counts_the_rows_dealt_and_gives_the_case_its_order(record):
    block = open_block("1", THREE, "x")
    dealt = DealtOrder("1", 0, block.rows[0])
    record.append([event(BlockOpened(block, "secret"), None), imported()])

    record.append([event(OrderDealt(dealt, Medium.SCREEN))])

    assert record.open_block(THREE) == (block, 1)
    assert record.case_file(CaseRef("2026/1")).order == dealt


def test_a_closed_block_is_open_no_more_and_the_others_stay(record):
    closed, other = open_block("1", THREE, "x"), open_block("2", THREE | {ProviderId("d")}, "y")
    record.append([event(BlockOpened(block, "secret"), None) for block in (closed, other)])

    record.append([event(BlockClosed("1", BlockEnd.USED_UP, 6), None)])

    assert record.open_block(THREE) is None
    assert record.open_blocks() == ((other, 0),)


def test_tells_of_its_disposals_and_how_far_the_blocks_had_come(record):
    block = open_block("1", THREE, "x")
    record.append([event(BlockOpened(block, "secret"), None), imported(case(GONE))])
    record.append([event(OrderDealt(DealtOrder("1", 0, block.rows[0]), Medium.SCREEN), GONE)])
    assert record.disposals() == ()

    told = [dispose(record, GONE, blocks=(RowsDealt("1", 4),))]
    record.append([imported(case(GONE))])
    told.append(dispose(record, GONE))

    assert record.disposals() == tuple(told)
    assert record.open_block(THREE) == (block, 4)


def test_a_newcomer_in_a_dealt_order_uses_no_second_row(record):
    block = open_block("1", THREE, "x")
    dealt = DealtOrder("1", 0, block.rows[0])
    wider = DealtOrder("1", 0, (*block.rows[0], ProviderId("d")))
    record.append([event(BlockOpened(block, "secret"), None), imported()])

    record.append([event(OrderDealt(order, Medium.SCREEN)) for order in (dealt, wider)])

    assert record.open_block(THREE) == (block, 1)
    assert record.case_file(CaseRef("2026/1")).order == wider


def test_lists_staff_by_name(record):
    members = [StaffMember(name, StaffRole.CASE_OFFICER, "hash") for name in ("Å", "b", "A")]

    record.append([event(StaffAdded(member), None) for member in members])

    assert [member.name for member in record.staff()] == ["A", "b", "Å"]


def test_a_removed_member_is_off_the_staff_but_stays_on_the_list(record):
    member = StaffMember("Kari", StaffRole.CASE_OFFICER, "hash")
    record.append([event(StaffAdded(member), None), event(StaffRemoved("Kari"), None)])

    assert record.staff() == ()
    (entry,) = record.staff_entries()
    assert (entry.member, entry.added_at, entry.removed_at) == (member, MORNING, MORNING)
    assert not entry.is_active


def test_a_new_code_and_a_new_role_hold_from_then_on(record):
    member = StaffMember("Kari", StaffRole.CASE_OFFICER, "hash")
    record.append([event(StaffAdded(member), None), event(SignInFailed("Kari"), None)])

    record.append([event(StaffCodeChanged("Kari", "other"), None)])
    record.append([event(StaffRoleChanged("Kari", StaffRole.ADMINISTRATOR), None)])

    assert record.staff() == (StaffMember("Kari", StaffRole.ADMINISTRATOR, "other"),)
    assert record.failed_tries("Kari") == (0, None)


def test_the_newest_statement_of_ties_stands_beside_the_name(record):
    member = StaffMember("Kari", StaffRole.CASE_OFFICER, "hash")
    record.append([event(StaffAdded(member), None)])
    (before,) = record.staff_entries()

    by_kari = [replace(event(InterestsStated(ties), None), actor="Kari") for ties in TIES]
    record.append(by_kari)

    (entry,) = record.staff_entries()
    assert (before.stated_at, before.ties) == (None, ())
    assert (entry.stated_at, entry.ties) == (MORNING, TIES[-1])


def test_counts_wrong_codes_since_the_last_right_one(record):
    wrong = SignInFailed(OFFICER)
    record.append([event(wrong, None), event(SignedIn(), None)])
    assert record.failed_tries(OFFICER) == (0, None)

    last = MORNING + timedelta(minutes=1)
    record.append([event(wrong, None), event(wrong, None, at=last)])

    assert record.failed_tries(OFFICER) == (2, last)
    assert record.failed_tries("Somebody else") == (0, None)


def test_counts_wrong_codes_of_whatever_name_since_the_last_right_one(record):
    last = MORNING + timedelta(minutes=1)
    record.append([event(SignInFailed("Kari"), None), event(SignInFailed(""), None, at=last)])
    assert record.failed_tries(None) == (2, last)

    record.append([event(SignedIn(), None)])
    assert record.failed_tries(None) == (0, None)
    assert record.failed_tries("Kari")[0] == 1

    record.append([event(SignInFailed("Kari"), None, at=last)])
    assert record.failed_tries(None) == (1, last)


def test_an_event_about_an_unknown_case_changes_no_document(record):
    record.append([recorded(choice("lost")), event(CaseClosed(Closing(TODAY, "")), "lost")])

    assert record.case_refs() == frozenset()


def test_threads_append_and_read_without_disturbing_each_other(record):
    def store(thread: int) -> list[int]:
        places = []
        for number in range(25):
            (place,) = record.append([imported(case(f"{thread}-{number}"))])
            assert f"{thread}-{number}" in refs(record)
            places.append(place.sequence)
        return places

    with ThreadPoolExecutor(4) as pool:
        places = [place for found in pool.map(store, range(4)) for place in found]

    assert sorted(places) == list(range(1, 101))


def test_the_order_of_events_of_different_cases_does_not_matter(record):
    cases = [case(str(number)) for number in range(20)]
    shuffled = random.Random(7).sample(cases, len(cases))  # noqa: S311  a fixed order

    record.append([imported(value) for value in shuffled])

    assert {record.case_file(value.reference).case for value in cases} == set(cases)


def test_a_case_keeps_the_first_code_of_its_slips(record):
    first, second = drawn_code("one"), drawn_code("two")
    record.append([imported(case("2026/1")), event(SlipCodeDealt(first), "2026/1")])
    record.append([event(SlipCodeDealt(second), "2026/1")])

    assert record.case_file(CaseRef("2026/1")).slip_code == first
    assert record.case_of_slip(first) == record.case_of_slip(second) == "2026/1"


def test_a_case_has_no_code_before_one_was_dealt(record):
    record.append([imported(case("2026/1"))])

    assert record.case_file(CaseRef("2026/1")).slip_code is None
    with pytest.raises(NotFoundError):
        record.case_of_slip(drawn_code("one"))


def test_the_code_of_a_case_goes_with_it(record):
    code, other = drawn_code("one"), drawn_code("two")
    record.append([imported(case(GONE)), event(SlipCodeDealt(code), GONE)])
    record.append([imported(case("2026/9")), event(SlipCodeDealt(other), "2026/9")])

    dispose(record, GONE)

    with pytest.raises(NotFoundError):
        record.case_of_slip(code)
    assert record.case_of_slip(other) == "2026/9"


def test_tells_the_events_of_a_batch_of_letters(record):
    kind, day = LetterKind.INVITATION, TODAY
    begun = event(
        BatchBegun("u1", MailFilter(kind), Edition.STANDARD, Making(), "1", day, 2, ()), None
    )
    letters = [
        event(
            LetterProduced("u1", kind, number, 1, Language.BOKMAL, day, "1.pdf", 1, 4, "ab"), case
        )
        for number, case in ((1, GONE), (2, "2026/9"))
    ]
    file = event(BatchFileMade("u1", "1.pdf", 2, 8, "ef"), None)
    other = event(LetterProduced("u2", kind, 1, 1, Language.BOKMAL, day, "", 0, 4, "cd"), "2026/9")
    unmade = event(LetterNotMade("u1", field="Navn", character="x"), "2026/9")
    posted = event(BatchPosted("u1", day), None)
    record.append([imported(case(GONE)), imported(case("2026/9"))])
    discarded = event(BatchDiscarded("u2"), None)
    record.append([begun, file, *letters, other, unmade, posted, discarded])

    assert record.batches() == ("u1", "u2")
    assert record.batch("u1") == (begun, file, *letters, unmade, posted)
    assert record.batch("u2") == (other, discarded)

    dispose(record, GONE)

    assert record.batch("u1") == (begun, file, letters[1], unmade, posted)
    with pytest.raises(NotFoundError):
        record.batch("u3")


def test_a_case_knows_what_its_letters_ask_and_by_which_day(record):
    record.append([imported(case("1"))])
    bodies = (
        LetterPosted(LetterKind.INVITATION, TODAY),
        LetterPosted(
            LetterKind.REMINDER, TODAY, reply_by=TODAY, services=(NURSING,), is_copy_only=True
        ),
    )
    record.append([event(body, "1") for body in bodies])

    unknown, known = record.case_file(CaseRef("1")).letters

    assert (unknown.reply_by, unknown.services, unknown.has_reached) == (None, None, True)
    assert (known.reply_by, known.services, known.has_reached) == (TODAY, (NURSING,), False)


def test_a_case_knows_what_its_letters_told_and_when_the_office_asked_again(record):
    told = RuleTold(NURSING, "turordning@2", tuple(NonchoiceState), "0f1e2d3c4b5a6978", TODAY)
    record.append([imported(case("1"))])
    for body in (
        LetterPosted(LetterKind.INVITATION, TODAY),
        LetterPosted(LetterKind.REMINDER, TODAY, (told,)),
        AskedAgain(TODAY),
    ):
        record.append([event(body, "1")])

    file = record.case_file(CaseRef("1"))

    assert [letter.told for letter in file.letters] == [None, (told,)]
    assert file.asked_again == (TODAY,)


def test_a_slip_that_nobody_can_read_stands_until_there_is_an_answer(record):
    record.append([imported(case("2026/1")), event(AnswerUnclear(NURSING, TODAY), "2026/1")])
    assert record.case_file(CaseRef("2026/1")).unclear == {NURSING: TODAY}

    record.append([recorded(choice("2026/1", chosen(NURSING, "a")))])

    assert record.case_file(CaseRef("2026/1")).unclear == {}
