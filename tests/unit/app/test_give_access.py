"""Access to one's own data: everything, in whole sentences, logged first."""

import json

import pytest

from kiosk.app.give_access import GiveAccess
from kiosk.app.read_case import ReadCase
from kiosk.domain.case import Address, CaseRef
from kiosk.domain.errors import NotFoundError, RefusedError, StorageError
from kiosk.domain.event import PROGRAM, Event, StaffAdded, Stored
from kiosk.domain.handling import AccessGiven
from kiosk.domain.language import Language
from kiosk.domain.reading import Reading
from kiosk.domain.soundness import Damage, Harm
from kiosk.domain.staff import StaffMember, StaffRole
from tests.later_samples import store_later
from tests.unit.app import factory as make

OFFICER, DESK = "Kari Kontor", "Ola Kontor"
HIDDEN = "Hemmelige vei 7"


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
    def __init__(self, **changes):
        self.record = make.record_with(make.case(**changes))
        self.ids, self.paper, self.clock = make.CountingIds(), PlainPaper(), make.FixedClock()
        for name, role in ((OFFICER, StaffRole.CASE_OFFICER), (DESK, StaffRole.FRONT_DESK)):
            body = StaffAdded(StaffMember(name, role, "hash"))
            self.record.append([Event(self.ids.event_id(), make.NOW, PROGRAM, None, body)])
        municipality = make.municipality()
        self.use_case = GiveAccess(
            municipality, self.record, self.clock, self.ids, self.paper, make.words
        )

    def make(self, actor=OFFICER, case=make.CASE):
        return self.use_case.make(case, actor)

    def sections(self):
        (sheet,) = self.paper.sheets
        return {
            each.heading: [(make.plain(line.label), make.plain(line.value)) for line in each.lines]
            for each in sheet.sections
        }


def test_it_tells_about_the_person_what_happened_and_who_read_it():
    office = Office()
    ReadCase(office.record, office.clock, office.ids).log(make.CASE, Reading.CASE_PAGE, DESK)

    office.make()

    sections = office.sections()
    assert ("Navn", "Kari Prøve Eksempelsen") in sections["Om deg"]
    assert ("Fødselsdato", "4. mai 1942") in sections["Om deg"]
    assert [what for _who, what in sections["Det som har hendt"]] == [
        "Saken kom inn fra en saksliste. Eva Prøve kl. 10.42.",
        "Det som er lagret om personen, ble skrevet ut. Kari Kontor kl. 10.42.",
    ]
    assert sections["Hvem som har lest saken din"] == [
        ("23. november 2026", "Leste saken. Ola Kontor.")
    ]
    assert sections["Hvor lenge det blir lagret"][0][1].startswith("Kommunen har ikke vedtatt")


def test_the_document_carries_the_file_for_programs():
    office = Office()

    document = office.use_case.document(make.CASE, OFFICER)

    assert json.loads(document.for_programs)["now"]["reference"] == make.CASE


def test_it_comes_in_the_written_form_of_the_person():
    office = Office(written_language=Language.NYNORSK)

    assert office.make().language is Language.NYNORSK
    assert office.paper.sheets[0].title == "Det som er lagra om deg"


def test_a_protected_address_is_not_put_on_paper():
    office = Office(address=Address((HIDDEN,), "0000", "Eksempelvik"), is_address_protected=True)

    office.make()

    assert HIDDEN not in repr(office.paper.sheets)


def test_the_file_for_programs_holds_every_event_and_no_secret():
    office = Office()

    stored = json.loads(office.make().json)

    assert [event["kind"] for event in stored["events"]] == ["case_imported", "access_given"]
    assert stored["events"][0]["body"]["case"]["family_name"] == "Eksempelsen"
    assert stored["now"]["birth_date"] == "1942-05-04"


def test_what_only_a_newer_version_can_read_is_written_out_too():
    office = Office()
    store_later(office.record, make.CASE)

    stored = json.loads(office.make().json)

    later = stored["events"][1]
    assert later["kind"] == "moved_house"
    assert later["body"] == {"moved": {"to": "sør"}}
    told = [what for _who, what in office.sections()["Det som har hendt"]]
    assert told[1] == (
        "En nyere utgave av programmet har lagret noe her som denne utgaven ikke kan lese. "
        "Det er tatt vare på. Kari Kontor kl. 09.00."
    )


def test_the_file_names_staff_as_actors_only():
    stored = json.loads(Office().make().json)

    assert stored["events"][-1]["actor"] == OFFICER
    assert "hash" not in json.dumps(stored)


def test_what_cannot_be_logged_is_not_written_out():
    office = Office()
    office.record._log.note(Damage(Harm.UNREADABLE, Stored("7F3K", 1)))

    with pytest.raises(StorageError):
        office.make()

    assert office.paper.sheets == []


@pytest.mark.parametrize(
    ("actor", "code"),
    [(DESK, "staff.may_not_give_access"), (PROGRAM, "staff.unknown")],
)
def test_the_front_desk_does_not_write_it_out_and_nobody_without_a_name(actor, code):
    office = Office()

    with pytest.raises(RefusedError) as error:
        office.make(actor)

    assert error.value.refusals[0].code == code
    bodies = [event.body for _place, event in office.record.history(make.CASE)]
    assert not any(isinstance(body, AccessGiven) for body in bodies)


def test_a_case_that_does_not_exist_is_refused():
    with pytest.raises(NotFoundError):
        Office().make(case=CaseRef("none"))
