from datetime import date
from itertools import chain

import pytest

from kiosk.app.issue_documents import IssueDocuments, paper_language
from kiosk.app.ports.paper import FoldedSheets
from kiosk.app.present_providers import PresentProviders, shown_orders
from kiosk.domain.case import Address, Closing
from kiosk.domain.choice import Chooses, Keeps
from kiosk.domain.document.brochure import BrochurePart
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.errors import NotFoundError, RefusedError
from kiosk.domain.event import DocumentChannel, DocumentIssued, DocumentKind, Medium, OrderDealt
from kiosk.domain.language import Language
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    ACTOR,
    ASSISTANCE,
    CASE,
    FJORDHEIM,
    FULL,
    ISLAND,
    LIND,
    MUNICIPAL,
    NORTH,
    NURSING,
    PRACTICAL,
    plain,
)
from tests.unit.app.flow import choice_of
from tests.unit.app.test_life_of_a_choice import Desk

CLOSED = Closing(date(2026, 11, 1), "flyttet")


class MemoryMaker:
    """Keeps what it was asked to print."""

    def __init__(self):
        self.brochures = []
        self.receipts = []

    def brochure(self, brochure, _issued_at, _edition):
        self.brochures.append(brochure)
        return b"brochure"

    def booklet_sheets(self, brochure, _issued_at):
        return FoldedSheets(b"sheets", 5)

    def receipt(self, receipt, _issued_at, edition=None):
        self.receipts.append(receipt)
        return b"receipt"

    def sheet(self, sheet, _issued_at, edition=None):
        raise NotImplementedError

    def letter(self, letter, _issued_at, edition=None):
        raise NotImplementedError

    def slip(self, slip, _issued_at, edition=None):
        raise NotImplementedError


class Office:
    """A record with one case, and the use case over it."""

    def __init__(self, case=None):
        self.case = case or make.case()
        self.record = make.record_with(self.case)
        self.maker = MemoryMaker()
        clock, ids, municipality = make.FixedClock(), make.CountingIds(), make.municipality()
        self.present = PresentProviders(municipality, self.record, clock, ids, make.WORKING)
        self.issue = IssueDocuments(
            municipality, self.record, clock, ids, self.maker, make.words, self.present
        )

    def brochure(self, language=None):
        self.issue.brochure_for_case(CASE, ACTOR, language)
        return self.maker.brochures[-1]

    def zone_brochure(self, *services, zone=NORTH, language=Language.BOKMAL):
        self.issue.brochure_for_zone(zone, services or (NURSING,), language, ACTOR)
        return self.maker.brochures[-1]

    def bodies(self):
        return [event.body for _, event in self.record.history(CASE)]


@pytest.fixture
def office():
    return Office()


def refused(call):
    with pytest.raises(RefusedError) as found:
        call()
    return [each.code for each in found.value.refusals]


def test_a_brochure_has_every_provider_once_in_the_order_of_the_screen(office):
    sections = office.present.sections(CASE, make.words(), Medium.SCREEN, ACTOR)

    pages = [block.id for block in office.brochure().providers]

    for service, shown in shown_orders(sections).items():
        offered = make.municipality().offered(service, NORTH, make.TODAY)
        assert tuple(each for each in pages if each in offered) == shown
    assert sorted(pages) == sorted([MUNICIPAL, LIND, FJORDHEIM, AAS, FULL])


def test_the_screen_shows_the_order_of_a_brochure_that_came_first(office):
    pages = [block.id for block in office.brochure().providers]

    sections = office.present.sections(CASE, make.words(), Medium.SCREEN, ACTOR)

    (nursing, _) = shown_orders(sections).values()
    assert nursing == tuple(each for each in pages if each in nursing)


def test_a_first_brochure_deals_on_paper(office):
    office.brochure()

    (dealt,) = [body for body in office.bodies() if isinstance(body, OrderDealt)]
    assert dealt.medium is Medium.PAPER


def test_overview_and_comparisons_keep_the_order_of_the_pages(office):
    brochure = office.brochure()

    pages = [block.name for block in brochure.providers]
    rows = [row.name for row in brochure.overview.rows if row.page_of is not None]
    columns = [column for table in brochure.comparisons for column in table.columns]
    assert rows == pages
    assert [plain(each) for each in pages if plain(each) in columns[:4]] == columns[:4]


def test_screen_and_paper_have_the_same_labels(office):
    (first, *_) = office.present.sections(CASE, make.words(), Medium.SCREEN, ACTOR)

    on_paper = {tuple(fact.label for fact in each.facts) for each in office.brochure().providers}

    assert on_paper == {tuple(fact.label for fact in each.facts) for each in first.providers}


def test_the_other_answers_stand_on_the_overview_with_their_page(office):
    rows = office.brochure().overview.rows[-3:]

    assert [(row.name, row.cells, row.see) for row in rows] == [
        ("Behold den jeg har", ("Ja", "Gjelder ikke"), BrochurePart.CHOOSE),
        ("Jeg vil ikke velge", ("Ja", "Ja"), BrochurePart.NONCHOICE),
        ("Jeg vil tenke på det", ("Ja", "Ja"), BrochurePart.CHOOSE),
    ]


def test_there_is_nothing_to_keep_without_help():
    brochure = Office(make.case(make.granted(NURSING))).brochure()

    assert "Behold den jeg har" not in [row.name for row in brochure.overview.rows]


def test_every_row_of_the_overview_has_a_tick_or_none_per_service(office):
    rows = office.brochure().overview.rows

    assert {len(row.ticks) for row in rows} == {len(row.cells) for row in rows} == {2}


def test_every_row_of_a_comparison_has_a_cell_per_provider(office):
    for table in office.brochure().comparisons:
        assert {len(cells) for _, cells in table.rows} == {len(table.columns)}
        assert {len(ticks) for ticks in table.tick_rows} == {len(table.columns)}
        assert all(label and all(cells) for label, cells in table.rows)


def test_comparisons_have_the_same_rows_for_every_service(office):
    labels = [[label for label, _ in table.rows] for table in office.brochure().comparisons]

    assert labels[0] == labels[1]


def test_extras_are_never_compared(office):
    words = {
        text
        for table in office.brochure().comparisons
        for text in chain.from_iterable((label, *cells) for label, cells in table.rows)
    }

    assert not any("betaling" in text or "Tillegg" in text for text in words)


def test_a_tick_never_stands_without_its_word(office):
    for table in office.brochure().comparisons:
        for (_, cells), ticks in zip(table.rows, table.tick_rows, strict=True):
            assert all(cell == "Ja" for cell, tick in zip(cells, ticks, strict=True) if tick)


def test_the_consequences_are_those_of_the_screen(office):
    rows = office.brochure().nonchoice.rows

    assert plain(rows[0].text) == "Du får fortsatt hjelp fra Lind AS."
    assert [row.label for row in rows][:1] == ["Hvem hjelper deg da?"]


def test_the_cover_names_services_zone_and_edition(office):
    brochure = office.brochure()

    assert plain(brochure.scope) == "Hjemmesykepleie og praktisk bistand i sone Nord"
    assert brochure.code == "EV-2026-11-NORD"
    assert plain(brochure.approved) == (
        "Brosjyre EV-2026-11-NORD, utgave 3, versjon 3+ab12. "
        "Godkjent av Eksempelvik kommune 1. november 2026."
    )


def test_the_contact_stands_on_the_back(office):
    assert [plain(line) for line in office.brochure().contact] == [
        "Tildelingskontoret, Storgata 1, 0000 Eksempelvik",
        "Telefon 00 00 12 00, hverdager kl. 9–15",
        "tildeling@eksempelvik.example",
    ]


def test_a_brochure_for_nobody_has_an_order_of_its_own_and_says_so(office):
    brochure = office.zone_brochure()

    assert "Skjermen" not in brochure.overview.about_order[1]
    assert office.bodies()[1:] == []


def test_n30_brochures_for_nobody_begin_with_different_providers(office):
    firsts = {office.zone_brochure().providers[0].id for _ in range(12)}

    assert len(firsts) > 1


def test_a_brochure_for_a_person_says_that_the_screen_has_the_same_order(office):
    assert "Skjermen har samme rekkefølge." in office.brochure().overview.about_order[1]


def test_nobody_in_particular_keeps_what_they_may_have(office):
    keep = office.zone_brochure().overview.rows[-3]

    assert (keep.name, keep.cells) == ("Behold den jeg har", ("Hvis du har hjelp",))


def test_services_are_chosen_per_zone(office):
    assert refused(lambda: office.zone_brochure(NURSING, zone=ISLAND)) == ["document.not_in_zone"]


def test_an_unknown_zone_is_not_found(office):
    with pytest.raises(NotFoundError):
        office.zone_brochure(NURSING, zone="nowhere")


def test_a_closed_case_gets_no_brochure():
    closed = Office(make.case(closing=CLOSED))

    assert refused(closed.brochure) == ["document.case_closed"]
    assert closed.maker.brochures == []


def test_a_case_without_choice_gets_no_brochure():
    child = make.case(make.granted(ASSISTANCE), birth_date=date(2014, 6, 14))

    assert refused(Office(child).brochure) == ["document.nothing_offered"]


@pytest.mark.parametrize("is_protected", [True, False])
def test_no_brochure_holds_anything_about_the_person(is_protected):
    hidden = Address(("Hemmeligveien 9",), "0000", "Gjemt")
    office = Office(make.case(address=hidden, is_address_protected=is_protected))

    everything = repr(office.brochure())

    assert not any(text in everything for text in ("Hemmelig", "Gjemt", "Kari", "1942", "000417"))


def test_a_receipt_is_made_from_the_stored_choice(office):
    choice = choice_of({NURSING: Chooses(FJORDHEIM)}, case=office.case, record=office.record)

    document = office.issue.receipt(choice.receipt_number)

    assert (document.pdf, document.receipt_number) == (b"receipt", choice.receipt_number)
    assert office.maker.receipts[0].number == choice.receipt_number


def test_every_copy_of_a_receipt_bears_the_mark_of_the_stored_choice(office):
    choice = choice_of({NURSING: Chooses(FJORDHEIM)}, case=office.case, record=office.record)
    for language in (Language.BOKMAL, Language.NYNORSK):
        office.issue.receipt(choice.receipt_number, language)

    marks = {receipt.frame[-1].value for receipt in office.maker.receipts}

    assert marks == {office.record.receipt_mark(choice.receipt_number)}


def test_a_closed_case_still_gets_its_receipt():
    office = Office()
    choice = choice_of({NURSING: Keeps()}, case=office.case, record=office.record)
    office.record.append([make.closed_event(CASE, CLOSED)])

    assert office.issue.receipt(choice.receipt_number).kind is DocumentKind.RECEIPT


def test_an_unknown_receipt_is_not_found(office):
    with pytest.raises(NotFoundError):
        office.issue.receipt("EV-2026-7F3K-000099")


def test_nothing_is_logged_as_issued_before_it_was_handed_over(office):
    office.brochure()

    assert not any(isinstance(body, DocumentIssued) for body in office.bodies())


def test_what_was_handed_over_is_logged(office):
    document = office.issue.brochure_for_case(CASE, ACTOR, Language.NYNORSK)

    office.issue.note_issued(document, DocumentChannel.FILE, ACTOR)

    assert office.bodies()[-1] == DocumentIssued(
        DocumentKind.BROCHURE, Language.NYNORSK, DocumentChannel.FILE
    )


@pytest.mark.parametrize(
    ("wished", "written", "expected"),
    [
        (None, None, Language.BOKMAL),
        (None, Language.NYNORSK, Language.NYNORSK),
        (Language.ENGLISH, Language.NYNORSK, Language.NYNORSK),
        (Language.ENGLISH, None, Language.BOKMAL),
        (Language.BOKMAL, Language.NYNORSK, Language.BOKMAL),
    ],
)
def test_documents_exist_in_the_two_norwegian_languages(wished, written, expected):
    office = Office(make.case(written_language=written))

    assert office.brochure(wished).language is expected


def test_a_receipt_follows_the_language_of_the_visit(office):
    choice = choice_of(
        {NURSING: Keeps()}, case=office.case, record=office.record, language=Language.NYNORSK
    )

    assert office.issue.receipt(choice.receipt_number).language is Language.NYNORSK


def test_a_default_that_is_not_on_paper_gives_bokmal():
    assert paper_language([Language.ENGLISH, None], Language.ENGLISH) is Language.BOKMAL


def test_a_provider_page_answers_for_every_service_asked_for(office):
    for block in office.brochure().providers:
        assert [strip.service for strip in block.strips] == [NURSING, PRACTICAL]
        assert next(fact for fact in block.facts if fact.key is FactKey.OTHERWISE).value


def test_the_receipt_of_a_withdrawal_is_found_by_its_number_and_printed_again_alike():
    desk = Desk()
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    taken = desk.withdraw(choice)
    maker, ids = MemoryMaker(), make.CountingIds()
    present = PresentProviders(desk.municipality, desk.record, desk.clock, ids, make.WORKING)
    issue = IssueDocuments(
        desk.municipality, desk.record, desk.clock, ids, maker, make.words, present
    )

    first, again = (issue.receipt(f" {taken.receipt_number.lower()}") for _ in range(2))

    assert first.receipt_number == again.receipt_number == taken.receipt_number
    assert maker.receipts[0] == maker.receipts[1]
    assert maker.receipts[0].services[0].lines[0].label == "Trukket tilbake"


def test_a_corrected_receipt_says_so_when_it_is_printed_again():
    desk = Desk()
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    right = desk.correct(wrong, {NURSING: Chooses(LIND)})
    maker, ids = MemoryMaker(), make.CountingIds()
    present = PresentProviders(desk.municipality, desk.record, desk.clock, ids, make.WORKING)
    issue = IssueDocuments(
        desk.municipality, desk.record, desk.clock, ids, maker, make.words, present
    )

    issue.receipt(wrong.receipt_number)

    (note,) = maker.receipts[0].notes
    assert note.startswith("Rettet")
    assert right.receipt_number in note
