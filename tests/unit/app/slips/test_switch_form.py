"""The switch form: a slip for who has a provider, read by its code as a slip is."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.present_providers import PresentProviders
from kiosk.app.slips.compose_switch import SwitchPlan, compose_switch
from kiosk.app.slips.deal_slip_code import DealSlipCode
from kiosk.app.slips.find_slip import FindSlip
from kiosk.app.slips.issue_switch_form import IssueSwitchForm
from kiosk.domain.case import Closing
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import DocumentKind
from kiosk.domain.language import Language
from kiosk.domain.notice import DaysNotice, NoticeRule
from kiosk.domain.working_calendar import NorwegianCalendar
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, LIND, NURSING, PRACTICAL, TODAY
from tests.unit.app.slips.test_compose_slip import CODE, PAPER, sections, slip_of

HELPED = (make.granted(NURSING, LIND), make.granted(PRACTICAL, LIND))


def switch_of(case, language=Language.BOKMAL, municipality=None, left=None, **changes):
    municipality = municipality or make.municipality()
    words = make.words(language)
    shown = tuple(replace(each, **changes) for each in sections(case, words, municipality))
    plan = SwitchPlan(municipality, case, CODE, shown, left or {})
    return compose_switch(plan, TODAY, words)


class KeptSlips:
    def __init__(self):
        self.slips = []

    def slip(self, slip, issued_at, edition):
        self.slips.append((slip, edition))
        return b"%PDF"


class Office:
    def __init__(self, *services, municipality=None, **changes):
        self.municipality = municipality or make.municipality()
        self.case = replace(make.case(*services), **changes)
        self.record = make.record_with(self.case)
        self.clock, self.ids = make.FixedClock(), make.CountingIds()
        self.paper = KeptSlips()
        working = NorwegianCalendar()
        self.issue = IssueSwitchForm(
            self.municipality,
            self.record,
            self.clock,
            PresentProviders(self.municipality, self.record, self.clock, self.ids, working),
            DealSlipCode(self.record, self.clock, self.ids),
            self.paper,  # type: ignore[arg-type]
            make.words,
        )

    def form(self):
        document = self.issue.form(CASE, ACTOR)
        ((slip, _),) = self.paper.slips
        return document, slip

    def refused(self):
        with pytest.raises(RefusedError) as error:
            self.issue.form(CASE, ACTOR)
        return [each.code for each in error.value.refusals]


@pytest.mark.parametrize("language", PAPER)
def test_its_boxes_are_those_of_the_slip_without_not_choosing_and_thinking(language):
    case = make.case(*HELPED)
    slip, shown = slip_of(case, language)

    form = switch_of(case, language)

    assert len(form.services) == 2
    for switch, whole, section in zip(form.services, slip.services, shown, strict=True):
        assert switch.name == whole.name
        assert switch.answers == whole.answers[: len(section.providers) + 1]
        assert switch.answers[-1].startswith(("Behold den jeg har: ", "Behald den eg har: "))


@pytest.mark.parametrize("language", PAPER)
def test_it_asks_for_no_reason_and_names_no_last_day(language):
    form = switch_of(make.case(*HELPED), language)

    assert form.reply_by is None
    assert "hvorfor du bytter" in form.how_to_answer or "kvifor du byter" in form.how_to_answer


def test_it_bears_the_code_the_address_and_the_signer_of_the_slip():
    case = make.case(*HELPED)
    slip, _ = slip_of(case)

    form = switch_of(case)

    for field in ("scanned", "codes", "post", "signature", "person", "back", "how_to_send"):
        assert getattr(form, field) == getattr(slip, field)
    assert form.title != slip.title
    assert form.person[1] == ReceiptLine("Født", "")


def limited(count=2, days=10):
    return make.municipality(notice=NoticeRule("n", DaysNotice(days), max_per_year=count))


def test_every_service_says_how_long_a_switch_takes():
    form = switch_of(make.case(*HELPED), municipality=limited(None, 14))

    told = {make.plain(each.note) for each in form.services}
    assert told == {"Det tar 14 dager før den nye leverandøren begynner."}


@pytest.mark.parametrize(
    ("left", "told"), [(1, "Du kan bytte 1 gang til i år."), (3, "Du kan bytte 3 ganger til i år.")]
)
def test_where_switches_are_counted_it_says_how_many_are_left(left, told):
    form = switch_of(make.case(*HELPED), municipality=limited(), left={NURSING: left})

    nursing, practical = (make.plain(each.note) for each in form.services)
    assert told in nursing
    assert "Det tar 10 dager" in nursing
    assert "i et kalenderår" in practical


def test_where_nobody_else_can_be_chosen_it_says_why():
    form = switch_of(make.case(HELPED[0]), limit="Du kan bytte igjen fra 1. mai.")

    assert form.services[0].note == "Du kan bytte igjen fra 1. mai."
    assert len(form.services[0].answers) == 2


def test_the_form_is_about_what_somebody_helps_with():
    document, form = Office(HELPED[0], make.granted(PRACTICAL)).form()

    assert (document.kind, document.case) == (DocumentKind.SWITCH, CASE)
    assert [each.name for each in form.services] == ["Hjemmesykepleie"]


def test_its_code_leads_to_the_case_as_that_of_a_slip_does():
    office = Office(*HELPED)
    _, form = office.form()

    found = FindSlip(office.municipality, office.record).find(form.scanned)

    assert (found.case, found.is_of_another_brochure) == (CASE, False)
    assert office.issue.codes.for_case(CASE, ACTOR) == office.record.case_file(CASE).slip_code


def test_who_has_no_provider_gets_none():
    assert Office(make.granted(NURSING)).refused() == ["document.nothing_to_switch"]


def test_a_closed_case_gets_none():
    closed = Office(*HELPED, closing=Closing(date(2026, 1, 1), "flyttet"))

    assert closed.refused() == ["choice.case_closed"]
