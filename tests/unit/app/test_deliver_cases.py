"""Deliveries to the case system: whole, at least once, and with no more than is needed."""

import csv
import io
import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.agree_start import AgreeStart
from kiosk.app.correct_choice import CorrectChoice, Mistake
from kiosk.app.deliver_cases import DeliverCases
from kiosk.app.delivery_files import DeliveryFiles
from kiosk.app.issue_documents import IssueDocuments
from kiosk.app.note_information import NoteInformation
from kiosk.app.present_providers import PresentProviders
from kiosk.app.record_choice import Presented, RecordChoice
from kiosk.app.review import ReviewAnswers
from kiosk.app.watch import Watch
from kiosk.app.withdraw_choice import Wish, WithdrawChoice
from kiosk.domain.case import Address, CaseRef, Closing
from kiosk.domain.choice import Chooses, EventId
from kiosk.domain.delivery import INTERRUPTED, DeliveryState
from kiosk.domain.delivery_events import CaseDelivered
from kiosk.domain.errors import (
    DoesNotFitError,
    NotFoundError,
    PrintError,
    RefusedError,
    StorageError,
)
from kiosk.domain.event import Event, InformationNoted, StaffAdded, Understood
from kiosk.domain.language import Language
from kiosk.domain.notice import AgreedDate, DaysNotice, NoticeRule, Told
from kiosk.domain.session import Visit
from kiosk.domain.signature import Signature
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, FJORDHEIM, LIND, MUNICIPAL, NOW, NURSING, PRACTICAL

SHOWN = {NURSING: (FJORDHEIM, LIND, MUNICIPAL), PRACTICAL: (FJORDHEIM, LIND)}
OTHER = CaseRef("2026/000518")
HOME = Address(("Eksempelveien 7",), "0000", "Eksempelvik")


class MemoryMaker:
    """Papers are their own words; a name that is too long does not fit."""

    def brochure(self, brochure, _issued_at, _edition):
        raise NotImplementedError

    def booklet_sheets(self, brochure, _issued_at):
        raise NotImplementedError

    def receipt(self, receipt, _issued_at, edition=None):
        return self._paper(receipt)

    def sheet(self, sheet, _issued_at, edition=None):
        return self._paper(sheet)

    def letter(self, letter, _issued_at, edition=None):
        return self._paper(letter)

    def slip(self, slip, _issued_at, edition=None):
        return self._paper(slip)

    def _paper(self, paper):
        if "Altfor-langt" in repr(paper):
            raise DoesNotFitError(ACTOR, CASE, 1)
        return repr(paper).replace("\\xa0", " ").encode()


class MemoryOutbox:
    """Keeps parcels; one with a fault takes nothing."""

    def __init__(self):
        self.parcels = {}
        self.fault = ""

    @contextmanager
    def parcel(self, name, kin):
        assert name.startswith(kin)
        files: dict[str, bytes] = {}
        yield Files(files, self)
        if self.fault:
            raise PrintError(self.fault)
        self.parcels[name] = files

    @property
    def last(self):
        return self.parcels[list(self.parcels)[-1]]


class Files:
    def __init__(self, files, outbox):
        self.files = files
        self.outbox = outbox

    def put(self, path, content):
        assert path not in self.files
        self.files[path] = content


class Stopped(BaseException):
    """The power went."""


class Desk:
    """Cases through the weeks, and deliveries between."""

    def __init__(self, *cases, municipality=None):
        self.record = make.record_with(*(cases or (make.case(address=HOME, phone="00001234"),)))
        member = StaffMember(ACTOR, StaffRole.CASE_OFFICER, "hash")
        self.record.append([Event(EventId("staff"), NOW, "program", None, StaffAdded(member))])
        self.clock, self.municipality = make.FixedClock(), municipality or make.municipality()
        self.ids, self.maker, self.outbox = make.CountingIds(), MemoryMaker(), MemoryOutbox()
        present = PresentProviders(
            self.municipality, self.record, self.clock, self.ids, make.WORKING
        )
        receipts = IssueDocuments(
            self.municipality, self.record, self.clock, self.ids, self.maker, make.words, present
        )
        files = DeliveryFiles(self.municipality, self.record, self.maker, receipts, make.words)
        self.use_case = DeliverCases(self.record, self.clock, self.ids, files)

    def wait(self, days=1):
        self.clock.moment += timedelta(days=days)

    def choose(self, provider=FJORDHEIM, case=CASE, service=NURSING, signature=None):
        visit = Visit(
            case,
            (NURSING, PRACTICAL),
            {service: Chooses(provider)},
            make.SELF,
            nonchoice_shown=True,
        )
        review = ReviewAnswers(self.municipality, self.clock, make.WORKING)
        today = self.clock.now().date()
        read = review.consequences(self.record.case_file(case).case_on(today), visit)
        presented = Presented(SHOWN, Language.BOKMAL, tuple(read.values()))
        storing = RecordChoice(self.municipality, self.record, self.clock, make.WORKING)
        return storing.store(visit, presented, self.ids.event_id(), ACTOR, signature)

    def withdraw(self, choice):
        taking = WithdrawChoice(self.municipality, self.record, self.clock)
        wish = Wish(CASE, choice.id, (NURSING,), make.SELF)
        return taking.store(wish, self.ids.event_id(), ACTOR)

    def correct(self, choice, provider):
        correcting = CorrectChoice(self.municipality, self.record, self.clock, make.WORKING)
        mistake = Mistake(CASE, choice.id, {NURSING: Chooses(provider)}, "Feil knapp.")
        return correcting.store(mistake, self.ids.event_id(), ACTOR)

    def note(self, choice):
        noted = InformationNoted(choice.id, Understood.YES, "Gjentok med egne ord", "polsk")
        NoteInformation(self.record, self.clock).store(CASE, noted, self.ids.event_id(), ACTOR)

    def deliver(self, watch=None):
        return self.use_case.deliver(self.outbox, ACTOR, watch)

    def state(self, case=CASE):
        return self.record.case_file(case).delivery.state

    def told(self, provider):
        """Rows of a provider's list in the last parcel."""
        table = self.outbox.last.get(f"leverandorer/{provider}.csv", b"")
        return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig")), delimiter=";"))

    def events(self, folder="0001"):
        return json.loads(self.outbox.last[f"saker/{folder}/sak.json"])["events"]


@pytest.fixture
def desk():
    return Desk()


def content(parcel):
    """A parcel without the name of its run."""
    (run,) = {json.loads(parcel[path])["delivery"]["run"] for path in parcel if "sak.json" in path}
    return {path: data.replace(run.encode(), b"RUN") for path, data in parcel.items()}


def test_with_nothing_to_deliver_no_folder_is_made(desk):
    result = desk.deliver()

    assert (result.run, result.cases, desk.outbox.parcels) == ("", (), {})


@pytest.mark.parametrize(
    ("notifies", "heard"),
    [
        ({Told.OLD_PROVIDER, Told.NEW_PROVIDER}, {LIND, FJORDHEIM}),
        ({Told.NEW_PROVIDER, Told.PERSON}, {FJORDHEIM}),
        ({Told.OLD_PROVIDER}, {LIND}),
        (set(), set()),
    ],
)
def test_the_rule_says_who_hears_of_a_switch(notifies, heard):
    rule = NoticeRule("n", DaysNotice(14), notifies=frozenset(notifies))
    desk = Desk(municipality=make.municipality(notice=rule))
    desk.choose()
    desk.deliver()

    assert {each for each in (LIND, FJORDHEIM) if desk.told(each)} == heard
    (event,) = desk.events()
    assert set(event["answers"][0]["notifies"]) == {each.value for each in notifies}


def test_whoever_comes_to_a_person_without_help_always_hears():
    rule = NoticeRule("n", DaysNotice(14), notifies=frozenset())
    desk = Desk(make.case(make.granted(NURSING)), municipality=make.municipality(notice=rule))
    desk.choose(MUNICIPAL)
    desk.deliver()

    assert desk.told(MUNICIPAL) != []


def test_an_agreed_day_is_delivered_after_the_answer():
    rule = NoticeRule("avtale", AgreedDate())
    desk = Desk(municipality=make.municipality(notice=rule))
    choice = desk.choose()
    desk.deliver()
    assert (desk.told(FJORDHEIM), desk.events()[0]["answers"][0]["awaits_date"]) == ([], True)

    agreeing = AgreeStart(desk.municipality, desk.record, desk.clock, make.WORKING)
    agreeing.store(CASE, NURSING, date(2026, 12, 14), desk.ids.event_id(), ACTOR)
    desk.deliver()

    (event,) = desk.events()
    assert (event["kind"], event["about"], event["start_on"]) == (
        "start_agreed",
        choice.id,
        "2026-12-14",
    )
    assert desk.told(FJORDHEIM) != []
    assert desk.state() is DeliveryState.DELIVERED


def test_a_case_is_receipts_notes_and_one_json_in_a_folder_that_names_nobody(desk):
    choice = desk.choose()
    desk.note(choice)

    result = desk.deliver()

    assert result.cases == (CASE,)
    assert sorted(desk.outbox.last) == [
        "leverandorer/fjordheim.csv",
        "leverandorer/fjordheim.pdf",
        "leverandorer/lind.csv",
        "leverandorer/lind.pdf",
        f"saker/0001/kvittering-{choice.receipt_number}.pdf",
        f"saker/0001/notat-{choice.receipt_number}.pdf",
        "saker/0001/sak.json",
    ]
    assert list(desk.outbox.parcels) == [result.run]
    assert desk.state() is DeliveryState.DELIVERED
    assert desk.use_case.work_list() == ()


def test_the_json_has_the_six_metadata_and_says_whose_case_it_is(desk):
    choice = desk.choose()

    desk.deliver()

    told = json.loads(desk.outbox.last["saker/0001/sak.json"])
    assert (told["form"], told["version"]) == ("brukervalg-kiosk/delivery", 1)
    assert told["case"] == {"number": CASE, "name": "Kari Prøve Eksempelsen"}
    (document,) = told["documents"]
    assert document["metadata"] == {
        "document_id": choice.receipt_number,
        "context": {"case": CASE, "activity": "fritt brukervalg"},
        "title": "Kvittering",
        "sender": "Eksempelvik kommune",
        "recipient": "Kari Prøve Eksempelsen",
        "date": "2026-11-23",
        "registered_at": "2026-11-23T10:42:00+01:00",
    }


def test_the_json_tells_what_was_chosen_by_whom_and_when(desk):
    choice = desk.choose()

    desk.deliver()

    (event,) = desk.events()
    (answer,) = event["answers"]
    assert (event["kind"], event["at"], event["actor"]) == ("choice", choice.at.isoformat(), ACTOR)
    assert event["receipt_number"] == choice.receipt_number
    assert event["control_mark"] == desk.record.receipt_mark(choice.receipt_number)
    assert event["decider"] == {"role": "self", "name": "", "basis": {}}
    assert answer["outcome"] == "chosen"
    assert answer["provider"]["id"] == FJORDHEIM
    assert answer["provider"]["name"]["nb"] == "Stiftelsen Fjordheim"
    assert answer["start_on"] == choice.answers[0].start_on.isoformat()


def test_the_json_says_whether_it_was_signed_and_only_the_receipt_shows_what_was_drawn(desk):
    desk.choose()
    desk.wait()
    desk.choose(LIND, signature=Signature((((0, 4711), (8123, 0)),)))

    desk.deliver()

    assert [each["signed_on_screen"] for each in desk.events()] == [False, True]
    drawn = [name for name, content in desk.outbox.last.items() if b"4711" in content]
    assert len(drawn) == 1
    assert drawn[0].startswith("saker/")
    assert drawn[0].endswith(".pdf")


def test_a_correction_names_what_it_corrects_and_why(desk):
    wrong = desk.choose()
    desk.deliver()
    right = desk.correct(wrong, LIND)

    desk.deliver()

    (event,) = desk.events()
    assert (event["kind"], event["id"]) == ("correction", right.id)
    assert (event["corrects"], event["reason"]) == (wrong.id, "Feil knapp.")


def test_the_note_says_when_by_whom_in_which_language_and_whether_it_was_understood(desk):
    choice = desk.choose()
    desk.note(choice)

    desk.deliver()

    note = desk.outbox.last[f"saker/0001/notat-{choice.receipt_number}.pdf"].decode()
    for text in (ACTOR, "Bokmål", "Polsk", "Gjentok med egne ord", "23. november 2026", CASE):
        assert text in note
    (event,) = [each for each in desk.events() if each["kind"] == "note"]
    assert (event["understood"], event["interpreter"]) == ("yes", "polsk")


def test_only_what_is_new_comes_the_next_time(desk):
    desk.choose()
    desk.deliver()
    desk.wait()
    later = desk.choose(LIND, service=PRACTICAL)

    desk.deliver()

    assert [event["id"] for event in desk.events()] == [later.id]
    assert {row["Tjeneste"] for row in desk.told(LIND)} == {"Praktisk bistand"}


def test_who_starts_gets_what_a_first_visit_needs_and_nothing_else(desk):
    choice = desk.choose()

    desk.deliver()

    assert desk.told(FJORDHEIM) == [
        {
            "Hva som skjer": "Starter, første dag",
            "Dato": choice.answers[0].start_on.isoformat(),
            "Dato meldt før": "",
            "Tjeneste": "Hjemmesykepleie",
            "Navn": "Kari Prøve Eksempelsen",
            "Saksnummer": CASE,
            "Sone": "Nord",
            "Telefon": "00001234",
            "Adresse": "Eksempelveien 7, 0000 Eksempelvik",
        }
    ]


def test_who_stops_gets_the_last_day_and_no_contact(desk):
    choice = desk.choose()

    desk.deliver()

    (row,) = desk.told(LIND)
    last = choice.answers[0].start_on - timedelta(days=1)
    assert (row["Hva som skjer"], row["Dato"]) == ("Slutter, siste dag", last.isoformat())
    assert (row["Sone"], row["Telefon"], row["Adresse"]) == ("", "", "")


@pytest.mark.parametrize("ending", ["csv", "pdf"])
def test_no_provider_hears_of_another_or_of_reasons_or_birth_dates(desk, ending):
    desk.choose()

    desk.deliver()

    starts = desk.outbox.last[f"leverandorer/{FJORDHEIM}.{ending}"].decode()
    stops = desk.outbox.last[f"leverandorer/{LIND}.{ending}"].decode()
    assert "Lind" not in starts
    assert "Fjordheim" not in stops
    for text in ("1942", "26/1234", "valgt", "selv"):
        assert text not in starts + stops


@pytest.mark.parametrize("ending", ["csv", "pdf"])
def test_a_protected_address_reaches_no_provider(ending):
    desk = Desk(make.case(address=HOME, phone="00001234", is_address_protected=True))
    desk.choose()

    desk.deliver()

    told = desk.outbox.last[f"leverandorer/{FJORDHEIM}.{ending}"].decode()
    for text in ("Eksempelveien", "0000 Eksempelvik", "1234", "Nord"):
        assert text not in told
    assert "Sperret" in told


def test_a_start_that_was_told_and_replaced_is_cancelled(desk):
    first = desk.choose(FJORDHEIM)
    desk.deliver()
    desk.wait()
    desk.choose(MUNICIPAL)

    desk.deliver()

    (row,) = desk.told(FJORDHEIM)
    assert (row["Hva som skjer"], row["Dato"]) == (
        "Start avlyst",
        first.answers[0].start_on.isoformat(),
    )
    (moved,) = desk.told(LIND)
    assert moved["Dato meldt før"] != ""


def test_what_is_taken_back_is_cancelled_for_both(desk):
    choice = desk.choose()
    desk.deliver()
    taken = desk.withdraw(choice)

    desk.deliver()

    assert [row["Hva som skjer"] for row in desk.told(FJORDHEIM)] == ["Start avlyst"]
    assert [row["Hva som skjer"] for row in desk.told(LIND)] == ["Fortsetter, slutt avlyst"]
    (event,) = desk.events()
    assert (event["kind"], event["withdraws"]) == ("withdrawal", choice.id)
    assert f"saker/0001/kvittering-{taken.receipt_number}.pdf" in desk.outbox.last


def test_a_cell_that_a_spreadsheet_would_calculate_is_defused():
    desk = Desk(make.case(given_name="=HYPERLINK(1)"))
    desk.choose()

    desk.deliver()

    assert desk.told(FJORDHEIM)[0]["Navn"].startswith("'=")


def test_a_closed_case_is_delivered_and_nobody_starts(desk):
    desk.choose()
    desk.record.append([make.closed_event(CASE, Closing(desk.clock.now().date(), "flyttet"))])

    result = desk.deliver()

    assert result.cases == (CASE,)
    assert [path for path in desk.outbox.last if path.startswith("leverandorer")] == []


def test_a_full_disk_delivers_nothing_and_every_case_keeps_the_reason(desk):
    desk.choose()
    desk.outbox.fault = "printing.disk_full"

    result = desk.deliver()

    assert (result.run, result.cases) == ("", ())
    assert result.failed == {CASE: "printing.disk_full"}
    (left,) = desk.use_case.work_list()
    assert (left.case, left.name) == (CASE, "Kari Prøve Eksempelsen")
    assert (left.delivery.state, left.delivery.fault) == (
        DeliveryState.FAILED,
        "printing.disk_full",
    )


def test_a_case_that_cannot_be_written_keeps_no_other_back():
    long = make.case(given_name="Altfor-langt")
    desk = Desk(long, replace(make.case(), reference=OTHER))
    desk.choose(case=CASE)
    desk.choose(case=OTHER)

    result = desk.deliver()

    assert (result.cases, result.failed) == ((OTHER,), {CASE: "delivery.does_not_fit"})
    assert not [path for path in desk.outbox.last if path.startswith("saker/0001")]
    assert [row["Saksnummer"] for row in desk.told(FJORDHEIM)] == [OTHER]
    assert desk.state(OTHER) is DeliveryState.DELIVERED
    assert desk.state() is DeliveryState.FAILED


def test_an_address_that_fits_no_list_keeps_only_its_own_case_back():
    long = make.case(address=Address(("Altfor-langt",), "0000", "Eksempelvik"))
    desk = Desk(long, replace(make.case(), reference=OTHER))
    desk.choose(case=CASE)
    desk.choose(case=OTHER)

    result = desk.deliver()

    assert (result.cases, result.failed) == ((OTHER,), {CASE: "delivery.does_not_fit"})
    assert [row["Saksnummer"] for row in desk.told(FJORDHEIM)] == [OTHER]


def test_where_every_case_fails_no_folder_is_made():
    desk = Desk(make.case(given_name="Altfor-langt"))
    desk.choose()

    result = desk.deliver()

    assert (result.run, desk.outbox.parcels) == ("", {})
    assert desk.state() is DeliveryState.FAILED


def stop_before(desk, monkeypatch, body_type):
    """The power goes before the first event of a kind is stored."""
    append = desk.record.append

    def stopping(events):
        if any(isinstance(event.body, body_type) for event in events):
            raise Stopped
        return append(events)

    monkeypatch.setattr(desk.record, "append", stopping)
    with pytest.raises(Stopped):
        desk.deliver()
    monkeypatch.undo()


def test_what_was_written_and_not_marked_comes_again_with_the_same_content(desk, monkeypatch):
    desk.note(desk.choose())
    stop_before(desk, monkeypatch, CaseDelivered)
    (left,) = desk.use_case.work_list()
    assert left.delivery.fault == INTERRUPTED

    result = desk.deliver()

    first, second = desk.outbox.parcels.values()
    assert result.cases == (CASE,)
    assert content(first) == content(second)
    assert desk.record.is_delivered(CASE)


def test_who_may_have_read_an_unmarked_list_hears_that_the_start_is_cancelled(desk, monkeypatch):
    desk.choose(FJORDHEIM)
    stop_before(desk, monkeypatch, CaseDelivered)
    desk.wait()
    desk.choose(MUNICIPAL)

    desk.deliver()

    assert [row["Hva som skjer"] for row in desk.told(FJORDHEIM)] == ["Start avlyst"]


def test_what_was_cancelled_once_is_not_cancelled_again(desk, monkeypatch):
    desk.choose(FJORDHEIM)
    stop_before(desk, monkeypatch, CaseDelivered)
    desk.wait()
    later = desk.choose(MUNICIPAL)
    desk.deliver()
    desk.note(later)

    desk.deliver()

    assert desk.told(FJORDHEIM) == []


def test_who_could_not_have_read_a_list_that_failed_hears_nothing_of_it(desk):
    desk.choose(FJORDHEIM)
    desk.outbox.fault = "printing.disk_full"
    desk.deliver()
    desk.outbox.fault = ""
    desk.wait()
    desk.choose(MUNICIPAL)

    desk.deliver()

    assert desk.told(FJORDHEIM) == []


def test_who_was_never_told_of_a_start_hears_nothing_of_it(desk):
    desk.choose(FJORDHEIM)
    desk.wait()
    desk.choose(MUNICIPAL)

    desk.deliver()

    assert desk.told(FJORDHEIM) == []


def test_one_case_is_delivered_again_with_the_same_content(desk):
    desk.note(desk.choose())
    desk.deliver()

    result = desk.use_case.deliver_again(CASE, desk.outbox, ACTOR)

    first, second = desk.outbox.parcels.values()
    assert result.cases == (CASE,)
    assert content(first) == content(second)
    assert desk.record.is_delivered(CASE)


def test_a_cancellation_is_repeated_with_the_rest(desk, monkeypatch):
    desk.choose(FJORDHEIM)
    stop_before(desk, monkeypatch, CaseDelivered)
    desk.wait()
    desk.choose(MUNICIPAL)
    desk.deliver()
    first = desk.told(FJORDHEIM)

    desk.use_case.deliver_again(CASE, desk.outbox, ACTOR)

    assert [row["Hva som skjer"] for row in first] == ["Start avlyst"]
    assert desk.told(FJORDHEIM) == first


def test_what_has_nothing_to_deliver_is_not_repeated(desk):
    with pytest.raises(RefusedError) as refused:
        desk.use_case.deliver_again(CASE, desk.outbox, ACTOR)
    assert [each.code for each in refused.value.refusals] == ["choice.nothing_to_deliver"]

    with pytest.raises(NotFoundError):
        desk.use_case.deliver_again(CaseRef("none"), desk.outbox, ACTOR)


def test_a_cancelled_run_delivers_nothing_and_nothing_has_failed(desk):
    desk.choose()
    seen = []

    result = desk.deliver(Watch(lambda done, count: seen.append((done, count)), lambda: bool(seen)))

    assert result.is_cancelled
    assert seen == [(1, 1)]
    assert desk.outbox.parcels == {}
    assert desk.state() is DeliveryState.WAITING


def test_a_case_that_cannot_be_read_is_listed_with_its_reason(desk, monkeypatch):
    desk.choose()

    def broken(_case):
        raise StorageError

    monkeypatch.setattr(desk.record, "case_file", broken)

    (left,) = desk.use_case.work_list()
    assert (left.case, left.name, left.delivery.fault) == (CASE, "", "storage.failed")
    assert desk.deliver().failed == {CASE: "storage.failed"}
