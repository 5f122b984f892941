"""From a list to the record: preview, confirm, and what never gets there."""

from itertools import count

import pytest

from kiosk.app.import_cases import ImportCases, ImportResult
from kiosk.app.ports.case_file import CaseFilter
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.choice import EventId
from kiosk.domain.errors import RefusedError, StorageError, StorageFault
from kiosk.domain.event import PROGRAM, CaseImported, Event, StaffAdded
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.intake.case_lists import FileCaseListReader
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.keys.root_key import Trial
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.memory import MemoryLog
from kiosk.record.store import open_store
from tests.intake_samples import (
    HEADING,
    NOW,
    ROW,
    EveryLetter,
    MorningClock,
    birth_number,
    csv_of,
    municipality,
)

ANNE = ROW.replace("EV-1", "EV-2").replace("Solveig", "Anne")
TODAY = NOW.date()


class NumberedIds:
    def __init__(self) -> None:
        self._numbers = count(1)

    def event_id(self) -> EventId:
        return EventId(f"0193-{next(self._numbers):08}")

    def seed(self) -> str:
        return "seed"


class CountingLog(MemoryLog):
    """Tells how often something was stored, and can be full."""

    def __init__(self) -> None:
        super().__init__("7F3K")
        self.appends = 0
        self.is_full = False

    def append(self, rows, cases):
        if self.is_full:
            raise StorageError(StorageFault.DISK_FULL)
        self.appends += 1
        super().append(rows, cases)


STAFF = {
    "Kari Kontor": StaffRole.CASE_OFFICER,
    "Ola Skranke": StaffRole.FRONT_DESK,
    "Siv Styrer": StaffRole.ADMINISTRATOR,
}


def add_staff(record):
    for name, role in STAFF.items():
        member = StaffMember(name, role, "hash")
        record.append([Event(EventId(name), NOW, PROGRAM, None, StaffAdded(member))])


class Desk:
    """A record and the use case over it."""

    def __init__(self, log: CountingLog) -> None:
        self.log = log
        self.record = FoldedRecord(log)
        add_staff(self.record)
        log.appends = 0
        reader = FileCaseListReader(municipality(), MorningClock(), EveryLetter())
        self.use_case = ImportCases(self.record, reader, MorningClock(), NumberedIds())

    def preview(self, *rows: str, heading: str = HEADING):
        return self.use_case.preview(csv_of(heading, *rows))

    def confirm(
        self, *rows: str, heading: str = HEADING, close_missing: bool = False
    ) -> ImportResult:
        preview = self.preview(*rows, heading=heading)
        return self.use_case.confirm(preview, close_missing, "Kari Kontor")

    def case(self, reference: str = "EV-1"):
        return self.record.case_file(CaseRef(reference)).case


@pytest.fixture
def desk():
    return Desk(CountingLog())


def test_a_preview_stores_nothing(desk):
    preview = desk.preview(ROW, ANNE)

    assert [case.reference for case in preview.new] == ["EV-1", "EV-2"]
    assert desk.log.appends == 0


def test_deadlines_that_have_passed_are_told_of_new_cases_alone(desk):
    heading = f"{HEADING};Svarfrist"
    rows = [f"{ROW};20.11.2026", f"{ANNE};31.12.2026"]

    assert desk.preview(*rows, heading=heading).late == 1
    desk.confirm(*rows, heading=heading)
    assert desk.preview(*rows, heading=heading).late == 0


def test_confirming_stores_everything_in_one_append(desk):
    assert desk.confirm(ROW, ANNE) == ImportResult(imported=2, changed=0, closed=0)

    assert desk.log.appends == 1
    assert desk.record.case_refs() == {"EV-1", "EV-2"}


def test_who_imported_stands_in_every_event(desk):
    desk.confirm(ROW)

    ((_, event),) = desk.record.history(CaseRef("EV-1"))
    assert (event.actor, event.at, event.case) == ("Kari Kontor", NOW, "EV-1")


def test_the_same_list_again_changes_nothing(desk):
    desk.confirm(ROW, ANNE)

    preview = desk.preview(ROW, ANNE)

    assert (preview.new, preview.changed, preview.unchanged, preview.missing) == ((), (), 2, ())
    assert desk.confirm(ROW, ANNE) == ImportResult(0, 0, 0)
    assert desk.log.appends == 1


def test_confirming_the_same_preview_twice_stores_once(desk):
    preview = desk.preview(ROW)

    results = [desk.use_case.confirm(preview, False, "Kari Kontor") for _ in range(2)]

    assert results == [ImportResult(1, 0, 0), ImportResult(0, 0, 0)]
    assert desk.log.appends == 1


def test_a_changed_row_is_shown_with_what_changes(desk):
    desk.confirm(ROW)

    (changed,) = desk.preview(ROW.replace("Sørbyen", "Nord").replace("Strand", "Vik")).changed

    assert changed.fields == ("family_name", "zone")
    assert changed.case.zone == "nord"


def test_a_changed_row_updates_the_case_and_keeps_the_old_values_in_its_history(desk):
    desk.confirm(ROW)

    assert desk.confirm(ROW.replace("Sørbyen", "Nord")) == ImportResult(0, 1, 0)

    assert desk.case().zone == "nord"
    (_, first), _ = desk.record.history(CaseRef("EV-1"))
    assert isinstance(first.body, CaseImported)
    assert first.body.case.zone == "sor"


def test_a_case_that_its_row_closes_counts_as_closed_and_no_longer_as_changed(desk):
    desk.confirm(ROW, ANNE)
    heading = f"{HEADING};Avsluttet dato"
    rows = [f"{ROW.replace('Sørbyen', 'Nord')};", f"{ANNE};20.11.2026"]

    assert desk.confirm(*rows, heading=heading) == ImportResult(0, 1, 1)
    assert not desk.case("EV-2").is_open


def test_hours_written_otherwise_are_no_change(desk):
    desk.confirm(f"{ROW};3,5", heading=f"{HEADING};Timer")

    assert desk.preview(f"{ROW};3.50", heading=f"{HEADING};Timer").changed == ()


def test_known_open_cases_that_the_list_lacks_are_shown(desk):
    desk.confirm(ROW, ANNE)

    assert desk.preview(ANNE).missing == ("EV-1",)


def test_a_missing_case_stays_open_unless_staff_say_so(desk):
    desk.confirm(ROW, ANNE)

    desk.confirm(ANNE)

    assert desk.case().is_open


def test_a_missing_case_is_closed_as_of_today_when_staff_say_so(desk):
    desk.confirm(ROW, ANNE)

    assert desk.confirm(ANNE, close_missing=True) == ImportResult(0, 0, 1)

    assert desk.case().closing == Closing(TODAY, "")
    assert desk.case("EV-2").is_open


def test_a_closed_case_is_never_missing(desk):
    desk.confirm(ROW, ANNE)
    desk.confirm(ANNE, close_missing=True)

    assert desk.preview(ANNE).missing == ()


def test_a_case_with_a_refused_row_is_not_missing(desk):
    desk.confirm(ROW, ANNE)

    preview = desk.preview(ROW.replace("Sørbyen", "Vest"), ANNE)

    assert preview.missing == ()
    assert len(preview.case_list.refused) == 1


def test_only_cases_that_were_shown_as_missing_are_closed(desk):
    desk.confirm(ROW)
    preview = desk.preview(ANNE)
    desk.confirm(ROW, ANNE, ROW.replace("EV-1", "EV-3"))

    desk.use_case.confirm(preview, True, "Kari Kontor")

    assert not desk.case("EV-1").is_open
    assert desk.case("EV-3").is_open


def test_a_case_that_the_list_closes_is_closed(desk):
    desk.confirm(ROW)

    desk.confirm(f"{ROW};20.11.2026;flyttet", heading=f"{HEADING};Avsluttet;Grunn")

    assert desk.case().closing == Closing(TODAY.replace(day=20), "flyttet")
    assert desk.record.find_cases("", CaseFilter.ALL, TODAY) == ()


def test_a_list_without_a_column_of_protection_lifts_none(desk):
    desk.confirm(f"{ROW};ja", heading=f"{HEADING};Adressesperre")

    preview = desk.preview(f"{ROW};Hemmelig 1", heading=f"{HEADING};Adresse")
    desk.use_case.confirm(preview, False, "Kari Kontor")

    assert [item.fields for item in preview.changed] == [("address",)]
    assert desk.case().is_address_protected


def test_a_list_that_says_so_lifts_a_protection(desk):
    desk.confirm(f"{ROW};ja", heading=f"{HEADING};Adressesperre")

    desk.confirm(f"{ROW};nei", heading=f"{HEADING};Adressesperre")

    assert not desk.case().is_address_protected


def test_a_case_that_comes_back_is_open_again(desk):
    desk.confirm(ROW, ANNE)
    desk.confirm(ANNE, close_missing=True)

    (changed,) = desk.preview(ROW, ANNE).changed
    desk.confirm(ROW, ANNE)

    assert changed.fields == ("closing",)
    assert desk.case().is_open


def test_a_fault_of_the_disk_stores_nothing_of_the_list(desk):
    desk.log.is_full = True

    with pytest.raises(StorageError):
        desk.confirm(ROW, ANNE)

    assert desk.record.case_refs() == frozenset()


def test_no_birth_number_gets_into_any_file(tmp_path):
    number = birth_number()
    heading = (
        f"{HEADING};Vedtaksreferanse;Timer per uke;Behov;Leverandør;Leverandør siden;Adresse"
        ";Postnr;Poststed;Adressesperre;Telefon;Målform;Tolk;Post til;Rolle;Mottakeradresse"
        ";Svarfrist;Avsluttet;Grunn;Fødselsnummer"
    )
    columns = heading.count(";") + 1
    spread = [ROW.split(";") + [""] * (columns - 6) for _ in range(columns)]
    for place, cells in enumerate(spread):
        cells[0] = f"EV-{place}"
        cells[place] = f"x {number[:6]} {number[6:]}" if place % 2 else number
    record = open_trial_record(tmp_path)
    add_staff(record)
    reader = FileCaseListReader(municipality(), MorningClock(), EveryLetter())
    use_case = ImportCases(record, reader, MorningClock(), NumberedIds())

    preview = use_case.preview(csv_of(heading, *(";".join(cells) for cells in spread)))
    result = use_case.confirm(preview, False, "Kari Kontor")

    record.close()
    log = open_store(tmp_path, Trial())
    held = [row.payload or b"" for row in log.all()]
    log.close()
    held += [file.read_bytes() for file in tmp_path.iterdir()]
    assert result.imported == columns - 6
    assert len(preview.case_list.notices) == columns - 6
    assert b"Solveig" in b"".join(held)
    assert not any(number[6:].encode() in data or number[:6].encode() in data for data in held)
    assert number[6:] not in repr(preview)


def test_three_thousand_rows_come_in_at_once_and_again_without_a_change(desk):
    rows = [ROW.replace("EV-1", f"EV-{number}") for number in range(3000)]

    assert desk.confirm(*rows).imported == 3000
    assert desk.preview(*rows).unchanged == 3000


@pytest.mark.parametrize("actor", ["Siv Styrer", PROGRAM])
def test_an_administrator_and_the_command_line_may_store_a_list(desk, actor):
    assert desk.use_case.confirm(desk.preview(ROW), False, actor).imported == 1


@pytest.mark.parametrize(
    ("actor", "code"),
    [("Ola Skranke", "staff.may_not_import"), ("Ukjent Prøve", "staff.unknown")],
)
def test_others_store_no_list(desk, actor, code):
    with pytest.raises(RefusedError) as refused:
        desk.use_case.confirm(desk.preview(ROW), False, actor)

    assert [each.code for each in refused.value.refusals] == [code]
    assert desk.record.case_refs() == frozenset()


def test_where_a_row_does_not_tell_its_case_nobody_can_tell_which_ones_are_missing(desk):
    desk.confirm(ROW, ANNE)

    preview = desk.preview(ROW, ANNE.replace("EV-2", ""))

    assert (preview.missing, preview.hides_missing) == ((), True)
    assert not desk.preview(ROW, ANNE).hides_missing
