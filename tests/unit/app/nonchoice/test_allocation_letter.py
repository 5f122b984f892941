from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.compose_allocation import AllocationPlan, compose_allocation
from kiosk.app.nonchoice.issue_letters import IssueLetters, allocated_under
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.allocation_events import ServiceAllocated, WishesNoted
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import DocumentKind
from kiosk.domain.language import Language, LocalText
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.parts import (
    Distribute,
    Fallback,
    Lots,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    Turns,
)
from kiosk.domain.nonchoice.silence import LetterForm
from kiosk.domain.provider import Contact
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, LIND, MUNICIPAL, NURSING, PRACTICAL, plain
from tests.unit.app.nonchoice.people import (
    LATER,
    desk,
    municipality,
    opened,
    silent_record,
    told,
)
from tests.unit.app.test_plain_language import (
    HIGHEST_LIX,
    LONGEST_SENTENCE,
    NORWEGIAN,
    lix,
    sentences,
    words_in,
)

FIRST = CaseRef("2026/000001")
FALLBACKS: list[Fallback] = [
    Distribute(Turns(), MUNICIPAL),
    Distribute(Lots(), MUNICIPAL),
    MinimumShare(10, MUNICIPAL),
    MunicipalDefault(MUNICIPAL),
]


class KeptLetters:
    """Keeps what it is given instead of making a file."""

    def __init__(self):
        self.letters = []

    def letter(self, copies, issued_at, edition=None):
        self.letters += copies
        return b"%PDF"


def letter(
    fallback=FALLBACKS[0],
    form=LetterForm.INFORMATION,
    language=Language.BOKMAL,
    noted=None,
    change=MappingProxyType({}),
    contact=None,
):
    record = silent_record(2)
    if noted is not None:
        told(record, FIRST, noted)
    content = municipality(fallback)
    if contact is not None:
        content = with_contact(content, contact)
    opened(record, content).confirm()
    (body,) = [
        each.body for _, each in record.history(FIRST) if isinstance(each.body, ServiceAllocated)
    ]
    plan = AllocationPlan(
        content,
        record.case_file(FIRST).case,
        (allocated_under(record, replace(body, **change)),),
        form,
        "Eva Prøve",
    )
    return compose_allocation(plan, LATER.date(), make.words(language)), body


def lines(sheet):
    return {line.label: plain(line.value) for part in sheet.sections for line in part.lines}


def test_the_letter_says_who_helps_from_when_why_and_by_whose_rule():
    sheet, body = letter()

    told = lines(sheet)
    assert plain(sheet.lead) == (
        "Du har ikke valgt leverandør innen fristen."
        " Derfor avgjør regelen i kommunen hvem som hjelper deg."
    )
    assert told["Hjelper deg"] == plain(body.answer.provider_name.nb)
    assert told["Hvorfor"] == f"{told['Hjelper deg']} sto for tur."
    assert told["Hvem som har bestemt regelen"].startswith(
        "Kommunestyret bestemte dette 18. juni 2026"
    )
    assert "etter tur" in told["Regelen"]


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("fallback", FALLBACKS, ids=repr)
def test_the_rule_leaves_out_what_the_letter_tells_by_itself(fallback, language):
    sheet, _ = letter(fallback, language=language)
    words = make.words(language)

    (rule,) = (
        plain(line.value)
        for part in sheet.sections
        for line in part.lines
        if line.label == words.pgettext("label of a letter", "The rule")
    )

    meanwhile = plain(words.gettext("The same provider helps you until that is decided."))
    assert words.gettext("This holds if you do not reply.") not in rule
    assert meanwhile not in rule


def with_contact(content, contact):
    return replace(
        content, providers=tuple(replace(each, contact=contact) for each in content.providers)
    )


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        (
            Contact("00001500", LocalText("hverdager 8–15", "kvardagar 8–15")),
            "00 00 15 00, hverdager 8–15",
        ),
        (Contact("00001500"), "00 00 15 00"),
        (Contact(), None),
    ],
)
def test_the_letter_says_how_to_reach_whoever_helps(contact, shown):
    sheet, _ = letter(contact=contact)

    assert lines(sheet).get("Telefon") == shown


def about(*given, rules=MappingProxyType({}), language=Language.BOKMAL):
    """A letter about services with their states; some may have a rule of their own."""
    record = silent_record(1)
    content = municipality()
    opened(record, content).confirm()
    (body,) = [
        each.body for _, each in record.history(FIRST) if isinstance(each.body, ServiceAllocated)
    ]
    allocations = []
    for service, state in given:
        name = content.service(service).name
        told_ = replace(
            body,
            answer=replace(body.answer, service=service, service_name=name),
            applicant=replace(body.applicant, state=state),
        )
        under = allocated_under(record, body)
        rule = replace(under.rule, fallback=rules.get(service, under.rule.fallback))
        allocations.append(replace(under, allocated=told_, rule=rule))
    case = record.case_file(FIRST).case
    plan = AllocationPlan(content, case, tuple(allocations), LetterForm.INFORMATION, "Eva Prøve")
    return compose_allocation(plan, LATER.date(), make.words(language))


def lead_of(*given):
    """The first sentences of a letter about services with their states."""
    return plain(about(*given).lead)


def labels_of(sheet):
    return [[line.label for line in part.lines] for part in sheet.sections]


def test_a_rule_that_all_services_share_is_told_once():
    silent = NonchoiceState.NO_REPLY

    *services, last = labels_of(about((NURSING, silent), (PRACTICAL, silent)))

    assert last[:2] == ["Regelen", "Hvem som har bestemt regelen"]
    assert not any("Regelen" in labels for labels in services)


def test_rules_that_differ_are_told_with_their_services():
    silent = NonchoiceState.NO_REPLY
    other = {PRACTICAL: MunicipalDefault(MUNICIPAL)}

    *services, last = labels_of(about((NURSING, silent), (PRACTICAL, silent), rules=other))

    assert all({"Regelen", "Hvem som har bestemt regelen"} <= set(labels) for labels in services)
    assert "Regelen" not in last


def test_why_there_is_no_choice_is_told_once_for_all_services():
    silent = NonchoiceState.NO_REPLY

    assert lead_of((NURSING, silent), (PRACTICAL, silent)) == (
        "Du har ikke valgt leverandør innen fristen."
        " Derfor avgjør regelen i kommunen hvem som hjelper deg."
    )


def test_why_there_is_no_choice_is_told_by_service_where_it_differs():
    lead = lead_of((NURSING, NonchoiceState.DOES_NOT_WISH), (PRACTICAL, NonchoiceState.CANNOT))

    assert lead == (
        "Hjemmesykepleie: Du har sagt at du ikke vil velge."
        " Praktisk bistand: Det er avgjort at du ikke kan ta dette valget selv."
        " Derfor avgjør regelen i kommunen hvem som hjelper deg."
    )


@pytest.mark.parametrize("fallback", [FALLBACKS[0], FALLBACKS[-1]], ids=repr)
def test_what_was_given_is_told_when_service_and_provider_have_left_the_content(fallback):
    record = silent_record(1)
    content = municipality(fallback)
    opened(record, content).confirm()
    services = tuple(each for each in content.services if each.id != NURSING)
    providers = tuple(each for each in content.providers if each.id != MUNICIPAL)
    today = replace(content, services=services, providers=providers)

    sheet = issuing(record, today).in_words(FIRST, make.words())

    assert sheet.sections[0].heading == "Hjemmesykepleie"
    assert {"Hjelper deg", "Regelen", "Hva er likt"} <= set(lines(sheet))


def test_only_the_decision_tells_how_to_complain():
    information, _ = letter()
    decision, _ = letter(form=LetterForm.DECISION)

    assert "Klage" not in lines(information)
    assert "4 uker" in lines(decision)["Klage"]
    assert information.title != decision.title


def test_no_title_tells_whose_letter_it_is():
    sheet, _ = letter()

    assert "Eksempelsen" not in sheet.title


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("fallback", FALLBACKS, ids=repr)
def test_the_letter_is_easy_to_read(fallback, form, language):
    sheet, _ = letter(fallback, form, language)

    values = [line.value for part in sheet.sections for line in part.lines if "." in line.value]
    text = " ".join([sheet.lead, *values])
    assert lix(text) <= HIGHEST_LIX
    longest = max(sentences(text), key=lambda each: len(words_in(each)))
    assert len(words_in(longest)) <= LONGEST_SENTENCE, longest


def issuing(record, content):
    return IssueLetters(
        content,
        record,
        make.FixedClock(LATER),
        KeptLetters(),  # type: ignore[arg-type]  # only letters are made here
        make.words,
    )


def test_a_letter_is_made_in_the_form_that_the_municipality_has_chosen():
    record = silent_record(1)
    content = municipality(allocation_letter=LetterForm.DECISION)
    opened(record, content).confirm()
    letters = issuing(record, content)

    document = letters.allocation(FIRST)

    assert (document.kind, document.case) == (DocumentKind.ALLOCATION, FIRST)
    assert letters.documents.letters[0].title == "Vedtak om hvem som hjelper deg"


def test_nobody_gets_a_letter_about_nothing():
    record = silent_record(1)

    with pytest.raises(RefusedError):
        issuing(record, desk(record).municipality).allocation(FIRST)


def test_a_start_stands_as_a_whole_date():
    record = silent_record(8)
    content = municipality()
    opened(record, content).confirm()

    starts = {
        body.answer.start_on
        for number in range(1, 9)
        for _, event in record.history(CaseRef(f"2026/{number:06}"))
        if isinstance(body := event.body, ServiceAllocated)
    }
    assert starts == {None, date(2027, 1, 25)}


def test_a_draw_can_be_repeated_from_the_letter():
    sheet, body = letter(Distribute(Lots(), MUNICIPAL))

    told = lines(sheet)["Trekningen"]

    assert told == (
        "Disse kunne komme: Stiftelsen Fjordheim, Eksempelvik kommune, hjemmetjenesten og Lind AS. "
        f"Loddet ditt er {body.lot}. Med det kan alle trekke på nytt. Kontoret viser deg hvordan."
    )
    assert "Trekningen" not in lines(letter()[0])


def test_where_one_provider_could_come_the_letter_says_so():
    noted = WishesNoted(NURSING, Known(), (MUNICIPAL, LIND))

    sheet, _ = letter(Distribute(Lots(), MUNICIPAL), noted=noted)

    assert lines(sheet)["Trekningen"] == "Bare Stiftelsen Fjordheim kunne komme."


def test_a_draw_from_before_each_person_had_a_lot_tells_its_seed_and_place():
    sheet, _ = letter(Distribute(Lots(), MUNICIPAL), change={"lot": "", "seed": "6f1c"})

    assert (
        "Startverdi 6f1c, plass 1. Med dem kan alle trekke på nytt." in lines(sheet)["Trekningen"]
    )


def test_the_letter_names_everybody_who_confirmed_and_each_once():
    services = (make.granted(NURSING), make.granted(PRACTICAL))
    record = silent_record(1, services=services)
    content = municipality()
    made = desk(record, content)
    confirmed = []
    for actor, many in ((ACTOR, 1), ("Per Prøve", None)):
        run = open_run(made, survey(content, record, LATER.date()), actor)
        run.confirm(None if many is None else run.open[0].position)
        sheet = issuing(record, content).in_words(FIRST, make.words())
        told = {line.label: plain(line.value) for line in sheet.frame}
        confirmed.append(told["Bekreftet av"])

    assert confirmed == [ACTOR, f"{ACTOR} og Per Prøve"]
