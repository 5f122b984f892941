"""One of every document that the program makes, in a language, made as the program makes it.

Whoever adds a document adds it to ``every_document``; ``test_conformance`` tells which is missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kiosk.app.compose_access import compose_access
from kiosk.app.compose_disposal import compose_disposal
from kiosk.app.compose_note import NotePlan, compose_note
from kiosk.app.day_report import DayEnd, day_report
from kiosk.app.day_report_texts import compose_day_report
from kiosk.app.machine_report import compose_machine_report, machine_report
from kiosk.app.machine_test_page import compose_test_page
from kiosk.app.mailout.in_window import in_window
from kiosk.app.nonchoice.compose_simulation import compose_simulation
from kiosk.app.ports.words import Words
from kiosk.app.present_providers import PresentProviders
from kiosk.app.provider_lists import ListEntry, ProviderLists
from kiosk.app.self_test import DiskTest, FolderTest, run_all
from kiosk.app.self_test_texts import compose_self_test
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, EventId
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.provider_block import Fact
from kiosk.domain.document.receipt import Receipt
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.document.slip import Slip
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.edition import Edition
from kiosk.domain.event import Event, InformationNoted, Understood
from kiosk.domain.handling import CasesDisposed, DisposedUnder
from kiosk.domain.language import Language
from kiosk.domain.machine_event import TestEnd, TestName
from kiosk.domain.nonchoice.silence import LetterForm
from kiosk.domain.public_session import SessionEnd
from kiosk.domain.start_stop import Change, Turn
from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.documents import samples
from tests.documents.told_texts import Blocks
from tests.stage import OFFICER, SOLVEIG, example, memory_program
from tests.unit.app import factory as make
from tests.unit.app.exits import test_exit_letter as exits
from tests.unit.app.mailout import test_compose_letter as letters
from tests.unit.app.nonchoice import test_allocation_letter as allocations
from tests.unit.app.nonchoice import test_tried_texts as trials
from tests.unit.app.slips import test_compose_slip as slips
from tests.unit.app.slips import test_switch_form as switches
from tests.unit.app.test_day_report import MORNING as REPORTED_AT
from tests.unit.app.test_day_report import found as test_found
from tests.unit.app.test_day_report import sessions
from tests.unit.app.test_later_receipts import receipt as later_receipt
from tests.unit.app.test_life_of_a_choice import Desk
from tests.unit.app.test_machine_report import DAY as REPORTED_DAY
from tests.unit.app.test_machine_report import ended as sessions_ended
from tests.unit.app.test_place_letter import OfferingQueue
from tests.unit.app.test_self_test import FakeProbe
from tests.unit.app.test_signed_documents import INK, access_plan, chosen, receipt_of

LANGUAGES = (Language.BOKMAL, Language.NYNORSK)
NAMES = (
    "brochure of a person",
    "brochure of a zone",
    "brochure of a person, easy to read",
    "brochure of a zone, easy to read",
    "brochure with much text",
    "receipt, signed",
    "receipt of a withdrawal",
    "note",
    "list for a provider",
    "allocation as information",
    "allocation as decision",
    "exit of a provider",
    "offered place",
    "access",
    "statement of disposal",
    "tried rule",
    "self-test of a machine",
    "report of a machine",
    "opening report of a machine",
    "closing report of a machine",
    "test page of a machine",
    "letter of a mail-out",
    "reminder",
    "allocation to be handed over",
    "reply slip",
    "switch form",
)


@dataclass(frozen=True)
class Made:
    """A document in words.

    Attributes:
        by: Name of the function that puts it into words.
    """

    by: str
    blocks: Blocks


@cache
def every_document(language: Language) -> dict[str, Made]:
    """The documents by their ``NAMES``."""
    made = (*_brochures(language), *_others(language), *_mailed(language))
    return dict(zip(NAMES, made, strict=True))


@cache
def printed(name: str, language: Language) -> bytes:  # noqa: PLR0911 — one for each kind
    """The file of a document, by the real maker and the words of the catalogues."""
    maker = LateDocuments(Resources.shipped(), make.words)
    blocks = every_document(language)[name].blocks
    match blocks:
        case Brochure():
            return maker.brochure(blocks, samples.ISSUED_AT)
        case EasyBrochure():
            return maker.brochure(blocks, samples.ISSUED_AT, Edition.EASY_READ)
        case Receipt():
            return maker.receipt(blocks, samples.ISSUED_AT)
        case Sheet():
            return maker.sheet(blocks, samples.ISSUED_AT)
        case WindowLetter():
            return maker.letter([blocks], samples.ISSUED_AT)
        case Slip():
            return maker.slip(blocks, samples.ISSUED_AT)


class _KeptBrochures:
    """Keeps what it is given instead of making a file."""

    def __init__(self) -> None:
        self.kept: list[Brochure | EasyBrochure] = []

    def brochure(self, brochure, issued_at, edition):
        self.kept.append(brochure)
        return b""


def _brochures(language: Language) -> Iterator[Made]:
    maker, made = _KeptBrochures(), memory_program()
    ids = make.CountingIds()
    present = PresentProviders(example(), made.documents.record, made.clock, ids, made.working)
    issue = replace(made.documents, documents=maker, present=present)  # type: ignore[arg-type]
    zone = example().zones[0].id
    services = tuple(each.id for each in example().services)
    offered = tuple(each for each in services if example().offered(each, zone, make.TODAY))
    issue.brochure_for_case(SOLVEIG, OFFICER, language)
    issue.brochure_for_zone(zone, offered, language, OFFICER)
    issue.brochure_for_case(SOLVEIG, OFFICER, language, Edition.EASY_READ)
    issue.brochure_for_zone(zone, offered, language, OFFICER, Edition.EASY_READ)
    for each in maker.kept:
        is_easy = isinstance(each, EasyBrochure)
        yield Made("compose_easy_brochure" if is_easy else "compose_brochure", each)
    yield Made("compose_brochure", _much(samples.brochure(5, samples.ALL_SERVICES, language)))


def _much(brochure: Brochure) -> Brochure:
    """With tables that go over page turns, an address that breaks, and a text in English."""
    first, second, *others = brochure.providers
    first = replace(first, facts=tuple(map(_odd, first.facts)))
    comparisons = tuple(
        replace(each, rows=each.rows * 4, tick_rows=each.tick_rows * 4)
        for each in brochure.comparisons
    )
    contact = (*brochure.contact, f"{'tildeling-' * 8}kontoret@eksempelvik.example")
    return replace(
        brochure, providers=(first, second, *others), comparisons=comparisons, contact=contact
    )


def _odd(fact: Fact) -> Fact:
    match fact.key.value:
        case "email":
            return replace(fact, value="post.og.henvendelser.i.nordre@solbakken-omsorg.example")
        case "wishes":
            return replace(fact, value="You may ask for a woman.", language=Language.ENGLISH)
        case _:
            return fact


def _others(language: Language) -> Iterator[Made]:
    words = make.words(language)
    yield Made("compose_receipt", receipt_of(chosen(signature=INK), language))
    desk = Desk()
    choice = desk.answer(nursing=Chooses(make.FJORDHEIM), practical=DoesNotWish())
    yield Made("compose_withdrawal", later_receipt(desk, desk.withdraw(choice), language))
    noted = InformationNoted(choice.id, Understood.YES, "Gjentok med egne ord", "polsk")
    plan = NotePlan(make.municipality(), make.case(), choice, noted, make.NOW, make.ACTOR)
    yield Made("compose_note", compose_note(plan, make.TODAY, words))
    starts = [
        ListEntry(make.case(), Change(Turn(make.TODAY, make.NURSING, make.LIND, is_start)))
        for is_start in (True, False)
    ]
    lists = ProviderLists(make.municipality(), words)
    yield Made("sheet", lists.sheet(starts, "levering-1", make.TODAY))
    for form in (LetterForm.INFORMATION, LetterForm.DECISION):
        told, _ = allocations.letter(form=form, language=language)
        yield Made("compose_allocation", _posted(told, words))
    yield Made("compose_exit", _posted(exits.sheet_of(exits.issuing(), language), words))
    yield Made("compose_place", _posted(OfferingQueue().sheet(language), words))
    yield Made("compose_access", compose_access(access_plan(INK), words))
    yield Made("compose_disposal", _disposal(language))
    yield Made("compose_simulation", compose_simulation(trials.tried(), words))
    yield from _of_machines(words)


def _of_machines(words: Words) -> Iterator[Made]:
    municipality = make.municipality()
    found = run_all(
        (FolderTest(FakeProbe(can_write=False), "/var/lib/brukervalg-kiosk"), DiskTest(FakeProbe()))
    )
    yield Made("compose_self_test", compose_self_test(found, municipality, make.NOW, words))
    ended = [*sessions_ended(SessionEnd.FINISHED, 20), *sessions_ended(SessionEnd.ABANDONED, 3)]
    report = machine_report(ended, REPORTED_DAY, REPORTED_DAY)
    sheet = compose_machine_report(report, municipality, REPORTED_DAY, words)
    yield Made("compose_machine_report", sheet)
    noted = [*sessions(7), test_found(TestName.DISK, TestEnd.FAILED)]
    for end in (DayEnd.OPENING, DayEnd.CLOSING):
        day = day_report(end, noted, REPORTED_AT, unreadable=1)
        yield Made("compose_day_report", compose_day_report(day, municipality, words))
    yield Made("compose_test_page", compose_test_page(municipality, make.NOW, words))


def _mailed(language: Language) -> Iterator[Made]:
    words, services = make.words(language), (make.NURSING, make.PRACTICAL)
    yield Made("compose_letter", letters.letter_of(language, *services)[0])
    reminder, _ = letters.letter_of(language, *services, asked_on=make.TODAY)
    yield Made("compose_letter", reminder)
    sheet, _ = allocations.letter(form=LetterForm.DECISION, language=language)
    handed = in_window(sheet, _case_of(sheet), None, make.municipality(), words)
    yield Made("in_window", handed)
    case = make.case(*(make.granted(each) for each in services))
    yield Made("compose_slip", slips.slip_of(case, language)[0])
    helped = make.case(*(make.granted(each, make.LIND) for each in services))
    left = {make.NURSING: 1}
    yield Made("compose_switch", switches.switch_of(helped, language, switches.limited(), left))


def _posted(sheet: Sheet, words: Words) -> WindowLetter:
    return in_window(sheet, _case_of(sheet), letters.KARI, make.municipality(), words)


def _case_of(sheet: Sheet) -> Case:
    """Whom a letter is about, by its numbers."""
    name, number, *_ = (each.value for each in sheet.frame)
    given, family = name.rsplit(" ", 1)
    reference = CaseRef(number)
    return replace(make.case(), given_name=given, family_name=family, reference=reference)


def _disposal(language: Language) -> Sheet:
    rules = (DisposedUnder("lukket-5-ar", "sak 47/26", False, 3),)
    body = CasesDisposed(rules, "Anne Kontor", "9F3A 61C2", ())
    event = Event(EventId("00000000-0000-7000-8000-0000000000d1"), make.NOW, "Anne", None, body)
    return compose_disposal(event, body, make.municipality(), "9F3A 61C2", make.words(language))
