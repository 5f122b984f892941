from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.exits.compose_exit import compose_exit
from kiosk.app.exits.issue_exit_letter import IssueExitLetter
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.mailout.how_to_answer import Enclosed
from kiosk.app.present_providers import PresentProviders
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import DocumentKind
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.parts import Distribute, MinimumShare, MunicipalDefault, Turns
from tests.unit.app import factory as make
from tests.unit.app.exits.test_provider_exits import (
    FIRST,
    IDS,
    LAST_DAY,
    PLAN,
    exits,
    person,
    record_of,
)
from tests.unit.app.factory import ACTOR, FJORDHEIM, MUNICIPAL, NURSING, TODAY, plain
from tests.unit.app.nonchoice.test_allocation_letter import KeptLetters
from tests.unit.app.test_plain_language import (
    HIGHEST_LIX,
    LONGEST_SENTENCE,
    NORWEGIAN,
    lix,
    sentences,
    words_in,
)

FALLBACKS = [
    Distribute(Turns(), MUNICIPAL),
    MinimumShare(10, MUNICIPAL),
    MunicipalDefault(MUNICIPAL),
]


def issuing(plan=PLAN, fallback=FALLBACKS[2], case=None):
    content = make.municipality(rules=make.rules(True, fallback))
    record = record_of(case or person(FIRST))
    exits(record, content).announce(replace(plan, services=(NURSING,)), ACTOR)
    joined = with_exits(content, standing_exits(record))
    clock = make.FixedClock()
    present = PresentProviders(joined, record, clock, IDS, make.WORKING)
    return IssueExitLetter(
        joined,
        record,
        clock,
        KeptLetters(),  # type: ignore[arg-type]  # only letters are made here
        make.words,
        present,
        make.WORKING,
    )


def sheet_of(use, language=Language.BOKMAL):
    return compose_exit(use.plan(FIRST, ACTOR), TODAY, make.words(language))


def lines(sheet):
    return {line.label: plain(line.value) for part in sheet.sections for line in part.lines}


def test_it_says_until_when_who_helps_then_and_by_when_to_answer():
    told = lines(sheet_of(issuing()))

    assert told["Hva som skjer"] == "Lind AS slutter. Siste dag er 31. januar 2027."
    assert told["Hvem som hjelper deg"].startswith("Lind AS hjelper deg til og med den dagen.")
    assert "1. februar 2027" in told["Hvem som hjelper deg"]
    assert told["Slik svarer du"].startswith("Svar innen fredag 18. desember 2026.")
    assert told["Beskjed til leverandøren"] == "Du trenger ikke å si fra til Lind AS."


def test_an_acute_one_says_who_helps_from_today():
    stopped = replace(PLAN, last_day=TODAY - timedelta(days=1), backup=FJORDHEIM)

    told = lines(sheet_of(issuing(stopped)))

    assert told["Hva som skjer"] == "Lind AS har sluttet og gir ikke mer hjelp."
    assert "23. november 2026" in told["Hvem som hjelper deg"]
    assert "Lind" not in told["Hvem som hjelper deg"]


def test_the_options_are_in_the_persons_own_order_and_without_who_stops():
    use = issuing()

    (told,) = use.plan(FIRST, ACTOR).told
    dealt = use.record.case_file(FIRST).order

    assert dealt is not None
    assert told.asked is not None
    options = told.asked.options
    assert [each for each in dealt.order if each in options] == list(options)
    assert PLAN.provider not in options
    assert make.FULL in options


def test_every_option_is_told_in_the_same_form():
    sheet = sheet_of(issuing())

    (section,) = [each for each in sheet.sections if each.heading.startswith("Disse kan du velge")]
    assert len(section.lines) == 3
    assert all(", " in each.value and "leverandør" in each.value for each in section.lines)


def test_what_happens_without_an_answer_is_the_rule_without_the_provider_that_stops():
    told = lines(sheet_of(issuing(fallback=FALLBACKS[0])))

    assert "Du beholder" not in told["Hvis du ikke svarer"]
    assert "tur" in told["Hvis du ikke svarer"]


def test_the_last_day_stands_beside_the_window_too():
    use = issuing()

    use.letter(FIRST, ACTOR)

    beside = {each.label: plain(each.value) for each in use.documents.letters[0].references}
    assert beside["Svarfrist"] == "18. desember 2026"


@pytest.mark.parametrize("beside", Enclosed)
def test_whom_to_ask_is_told_once(beside):
    plan = replace(issuing().plan(FIRST, ACTOR), beside=beside)

    told = lines(compose_exit(plan, TODAY, make.words()))

    hours = make.municipality().office.contact.hours
    assert hours is not None
    whom = [label for label, text in told.items() if plain(hours.nb) in text]
    assert whom == ["Hvem kan du spørre" if beside is Enclosed.NOTHING else "Slik svarer du"]


def test_nobody_gets_it_whom_no_exit_concerns():
    use = issuing(case=person(FIRST, FJORDHEIM))

    with pytest.raises(RefusedError):
        use.letter(FIRST, ACTOR)


def test_it_is_issued_in_the_form_that_the_person_reads():
    case = replace(person(FIRST), written_language=Language.NYNORSK)

    document = issuing(case=case).letter(FIRST, ACTOR)

    assert (document.kind, document.language) == (DocumentKind.EXIT, Language.NYNORSK)


def test_no_title_tells_whose_letter_it_is():
    assert "Lind" not in sheet_of(issuing()).title


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("last_day", [LAST_DAY, TODAY, date(2026, 11, 1)])
@pytest.mark.parametrize("fallback", FALLBACKS, ids=["turns", "share", "municipal"])
def test_the_letter_is_easy_to_read(fallback, last_day, language):
    sheet = sheet_of(issuing(replace(PLAN, last_day=last_day), fallback), language)

    values = [line.value for part in sheet.sections for line in part.lines if "." in line.value]
    text = " ".join([sheet.lead, *values])
    assert lix(text) <= HIGHEST_LIX
    longest = max(sentences(text), key=lambda each: len(words_in(each)))
    assert len(words_in(longest)) <= LONGEST_SENTENCE, longest
