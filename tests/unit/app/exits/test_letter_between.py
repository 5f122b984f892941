"""Whoever has chosen another that begins later is told who helps between, and asked nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.exits.compose_exit import compose_exit
from kiosk.app.exits.exit_status import Stage, exit_status
from kiosk.app.exits.issue_exit_letter import IssueExitLetter
from kiosk.app.exits.provider_exits import Planned
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.mailout.choose_recipients import ChooseRecipients
from kiosk.app.mailout.lying_letters import LyingLetters
from kiosk.app.mailout.meant_services import MeantServices
from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers
from kiosk.app.present_providers import PresentProviders
from kiosk.domain.allocation_events import LetterPosted, LetterReturned
from kiosk.domain.choice import Chooses
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.language import Language
from kiosk.domain.mail_events import MailFilter
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.notice import AgreedDate, NoticeRule
from tests.unit.app import factory as make
from tests.unit.app.exits.test_exit_letter import lines
from tests.unit.app.exits.test_provider_exits import FIRST, IDS, exits, person, record_of
from tests.unit.app.factory import ACTOR, FJORDHEIM, FULL, LIND, MUNICIPAL, NURSING, TODAY
from tests.unit.app.flow import choice_of
from tests.unit.app.nonchoice.people import told
from tests.unit.app.nonchoice.test_allocation_letter import KeptLetters
from tests.unit.app.test_plain_language import (
    HIGHEST_LIX,
    LONGEST_SENTENCE,
    NORWEGIAN,
    lix,
    sentences,
    words_in,
)

SOON = Planned(LIND, TODAY + timedelta(days=3), ExitCause.CONTRACT_ENDS, (NURSING,))
PASSED = replace(SOON, last_day=TODAY - timedelta(days=1))
AGREED = NoticeRule("avtale", AgreedDate())


def announced(answer, plan=SOON, content=None, *others):
    """Somebody has help from Lind and has chosen another; then Lind stops."""
    content = content or make.municipality()
    record = record_of(person(FIRST))
    case = record.case_file(FIRST).case_on(TODAY)
    choice_of({NURSING: answer}, case=case, municipality=content, record=record)
    for each in (plan, *others):
        exits(record, content).announce(each, ACTOR)
    return with_exits(content, standing_exits(record)), record


def issuing(content, record):
    clock = make.FixedClock()
    present = PresentProviders(content, record, clock, IDS, make.WORKING)
    kept = KeptLetters()
    return IssueExitLetter(content, record, clock, kept, make.words, present, make.WORKING)  # type: ignore[arg-type]


def sheet_of(content, record, language=Language.BOKMAL):
    use = issuing(content, record)
    return compose_exit(use.plan(FIRST, ACTOR), TODAY, make.words(language))


def test_it_tells_who_helps_between_and_that_the_choice_stands():
    sheet = sheet_of(*announced(Chooses(FJORDHEIM)))

    said = lines(sheet)
    assert sheet.lead.startswith("Brevet forteller hvem som hjelper deg.")
    assert said["Hvem som hjelper deg"] == (
        "Lind AS hjelper deg til og med den dagen. Eksempelvik kommune, hjemmetjenesten hjelper "
        "deg fra 27. november 2026, til Stiftelsen Fjordheim begynner."
    )
    assert said["Ditt eget valg"].startswith("Du har valgt Stiftelsen Fjordheim, som begynner ")
    assert "Du trenger ikke å gjøre noe." in said["Ditt eget valg"]


def test_it_asks_nothing_and_deals_no_order():
    content, record = announced(Chooses(FJORDHEIM))
    before = record.case_file(FIRST).order

    said = lines(sheet_of(content, record))

    assert not {"Slik svarer du", "Hvis du ikke svarer", "Når det begynner"} & said.keys()
    assert not any(heading.startswith("Disse kan du velge") for heading in said)
    assert record.case_file(FIRST).order == before


def test_who_waits_for_another_reads_that_the_place_in_line_is_kept():
    said = lines(sheet_of(*announced(Chooses(FULL))))

    assert "beholder plassen din i køen" in said["Ditt eget valg"]
    assert "27. november 2026" in said["Hvem som hjelper deg"]


def test_a_start_that_is_still_to_be_agreed_on_is_told_as_such():
    content = make.municipality(notice=AGREED)

    said = lines(sheet_of(*announced(Chooses(FJORDHEIM), SOON, content)))

    assert "Datoen er ikke avtalt ennå." in said["Ditt eget valg"]


def test_who_stands_in_and_was_chosen_does_not_help_until_it_begins_itself():
    said = lines(sheet_of(*announced(Chooses(FJORDHEIM), replace(SOON, backup=FJORDHEIM))))

    assert said["Hvem som hjelper deg"].endswith(
        "Stiftelsen Fjordheim hjelper deg fra 27. november 2026."
    )


def test_who_has_chosen_somebody_that_stops_too_is_asked_anew():
    other = replace(SOON, provider=FJORDHEIM, last_day=date(2027, 1, 31), backup=MUNICIPAL)

    said = lines(sheet_of(*announced(Chooses(FJORDHEIM), SOON, None, other)))

    assert "Slik svarer du" in said
    assert "Ditt eget valg" not in said


def test_who_was_only_promised_it_has_the_same_help_until_somebody_else_begins():
    record = record_of(person(FIRST, MUNICIPAL))
    content = make.municipality()
    case = record.case_file(FIRST).case_on(TODAY)
    choice_of({NURSING: Chooses(LIND)}, case=case, municipality=content, record=record)
    exits(record, content).announce(SOON, ACTOR)

    said = lines(sheet_of(with_exits(content, standing_exits(record)), record))

    assert said["Hva som skjer"].startswith("Lind AS skulle begynne å hjelpe deg.")
    assert said["Hvem som hjelper deg"] == "Du får hjelp som nå, til en ny leverandør begynner."


def test_it_is_on_the_list_of_letters_until_it_is_posted_and_again_when_it_comes_back():
    content, record = announced(Chooses(FJORDHEIM))
    (made,) = standing_exits(record)

    def stage():
        (person_,) = exit_status(content, record, made, TODAY).people
        return person_.stage

    before = stage()
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))
    posted = stage()
    told(record, FIRST, LetterReturned(LetterKind.EXIT, TODAY))

    assert (before, posted, stage()) == (Stage.TO_TELL, Stage.SETTLED, Stage.RETURNED)


def test_a_mail_out_about_exits_reaches_those_who_are_only_told_until_they_are():
    content, record = announced(Chooses(FJORDHEIM))
    due = DueNonchoosers(content, record)
    meant = MeantServices(content, record, make.FixedClock(), due)
    choosing = ChooseRecipients(record, meant, LyingLetters(record))

    def reached(kind):
        chosen = choosing.choose(MailFilter(kind))
        left_out = [case for cases in chosen.left_out.values() for case in cases]
        return {*left_out, *(each.case for each in chosen.cases)}

    before = reached(LetterKind.EXIT)
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))

    assert before == {FIRST}
    assert reached(LetterKind.EXIT) == reached(LetterKind.REMINDER) == set()


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("wanted", [FJORDHEIM, FULL])
@pytest.mark.parametrize("plan", [SOON, PASSED], ids=["soon", "passed"])
def test_the_letter_is_easy_to_read(plan, wanted, language):
    content, record = announced(Chooses(wanted), plan)
    sheet = sheet_of(content, record, language)

    values = [line.value for part in sheet.sections for line in part.lines if "." in line.value]
    text = " ".join([sheet.lead, *values])
    assert lix(text) <= HIGHEST_LIX
    longest = max(sentences(text), key=lambda each: len(words_in(each)))
    assert len(words_in(longest)) <= LONGEST_SENTENCE, longest
