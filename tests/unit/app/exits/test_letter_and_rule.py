"""The letter about an exit announces what is applied, and tells the day on which it is written."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.exits.compose_exit import compose_exit
from kiosk.app.exits.issue_exit_letter import IssueExitLetter
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.present_providers import PresentProviders
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.choice import Chooses, DoesNotWish
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.allocate import propose
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import (
    ChooseFirst,
    Distribute,
    Lots,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    Turns,
)
from kiosk.domain.nonchoice.proposal import Draw, Table
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.provider import Capacity, CapacityState
from tests.unit.app import factory as make
from tests.unit.app.exits.test_exit_letter import lines
from tests.unit.app.exits.test_provider_exits import FIRST, IDS, PLAN, due, exits, person, record_of
from tests.unit.app.factory import ACTOR, FJORDHEIM, FULL, LIND, MUNICIPAL, NORTH, NURSING, TODAY
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

HERE = replace(PLAN, services=(NURSING,))
SHORT = replace(HERE, last_day=TODAY + timedelta(days=24))
ACUTE = replace(HERE, last_day=TODAY - timedelta(days=1))
TURNS = Distribute(Turns(), MUNICIPAL)


def by_state(silent, unwilling):
    """One rule for who does not reply, another for who does not wish to choose."""
    no_reply = frozenset({NonchoiceState.NO_REPLY, NonchoiceState.CANNOT})
    found = {}
    for (service, zone), (rule,) in make.rules(False).items():
        found[service, zone] = (
            replace(rule, states=no_reply, fallback=silent),
            replace(
                rule,
                id=f"{rule.id}-vil-ikke",
                states=frozenset({NonchoiceState.DOES_NOT_WISH}),
                fallback=unwilling,
            ),
        )
    return found


def issuing(content, record, day=TODAY):
    joined = with_exits(content, standing_exits(record))
    clock = make.FixedClock(make.NOW + (day - TODAY))
    present = PresentProviders(joined, record, clock, IDS, make.WORKING)
    kept = KeptLetters()
    return IssueExitLetter(joined, record, clock, kept, make.words, present, make.WORKING)  # type: ignore[arg-type]


def said_on(day, content, record, language=Language.BOKMAL):
    use = issuing(content, record, day)
    return compose_exit(use.plan(FIRST, ACTOR), day, make.words(language))


@pytest.mark.parametrize("present", [LIND, None, FJORDHEIM])
@pytest.mark.parametrize("answer", [None, DoesNotWish(), Chooses(LIND)])
@pytest.mark.parametrize(
    "fallbacks",
    [
        (TURNS, MunicipalDefault(MUNICIPAL)),
        (MunicipalDefault(MUNICIPAL), MinimumShare(90, MUNICIPAL)),
        (Distribute(Lots(), MUNICIPAL), ChooseFirst(MUNICIPAL)),
        (ChooseFirst(MUNICIPAL), TURNS),
        (MunicipalDefault(LIND), MunicipalDefault(LIND)),
    ],
)
@pytest.mark.parametrize("plan", [HERE, SHORT, ACUTE], ids=["planned", "short", "acute"])
@pytest.mark.parametrize("keeps", [True, False])
def test_what_the_letter_announces_is_what_is_applied(present, answer, fallbacks, plan, keeps):
    rules = {
        key: tuple(replace(rule, keeps_present=keeps) for rule in each)
        for key, each in by_state(*fallbacks).items()
    }
    content = make.municipality(rules=rules)
    record = record_of(person(FIRST, present))
    if answer is not None:
        case = record.case_file(FIRST).case_on(TODAY)
        choice_of({NURSING: answer}, case=case, municipality=content, record=record)
    exits(record, content).announce(replace(plan, backup=FJORDHEIM), ACTOR)
    concerned = any(each.take_overs for each in record.case_file(FIRST).helps.values())
    if not concerned:
        return
    (letter,) = issuing(content, record).plan(FIRST, ACTOR).told
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))
    told(record, FIRST, LetterPosted(LetterKind.REMINDER, date(2026, 12, 21)))
    later = TODAY + timedelta(days=80)

    found = [each for each in due(record, content, later) if each.applicant is not None]

    if letter.asked is None:
        assert found == []
        return
    announced = letter.asked.announced
    named = {provider for clause in announced.clauses for _, provider in clause.results()}
    assert LIND not in {*named, announced.interim}
    for each in found:
        joined = with_exits(content, standing_exits(record))
        rule = joined.rule(NURSING, NORTH, each.applicant.state)
        supply = supply_of(joined, NURSING, NORTH, later)
        given = propose(each.applicant, Table(rule, supply, Standing(), Draw("s"), later))
        assert announced.states == rule.states
        assert announced.admits(given.way, given.provider)


def test_a_provider_whose_limit_is_reached_is_told_to_be_full():
    content = make.municipality()
    limited = tuple(
        replace(
            each,
            offers=tuple(
                replace(offer, capacity=Capacity(CapacityState.OPEN, TODAY, 1))
                for offer in each.offers
            ),
        )
        if each.id == FJORDHEIM
        else each
        for each in content.providers
    )
    content = replace(content, providers=limited)
    record = record_of(person(FIRST), person(make.CASE, FJORDHEIM))
    assert record.taken(NURSING, NORTH)[FJORDHEIM] == Taken(users=1)
    exits(record, content).announce(HERE, ACTOR)

    sheet = said_on(TODAY, content, record)

    said = {make.plain(label): text for label, text in lines(sheet).items()}
    full = ", full nå"
    assert said["Nordvik omsorg AS"].endswith(full)
    assert said["Stiftelsen Fjordheim"].endswith(full)
    assert not said["Eksempelvik kommune, hjemmetjenesten"].endswith(full)


def test_a_letter_that_is_made_late_gives_a_week_and_tells_what_is_over_as_over():
    content = make.municipality(rules=make.rules(True, TURNS))
    record = record_of(person(FIRST))
    exits(record, content).announce(SHORT, ACTOR)
    late = SHORT.last_day + timedelta(days=4)

    said = lines(said_on(late, content, record))

    assert said["Hva som skjer"] == "Lind AS har sluttet og gir ikke mer hjelp."
    assert said["Hvem som hjelper deg"] == (
        "Eksempelvik kommune, hjemmetjenesten hjelper deg nå, til en ny leverandør begynner."
    )
    assert said["Slik svarer du"].startswith("Svar innen mandag 4. januar 2027.")


def test_what_an_acute_exit_told_of_today_is_told_of_the_past_a_week_later():
    content = make.municipality()
    record = record_of(person(FIRST))
    exits(record, content).announce(ACUTE, ACTOR)

    at_once = lines(said_on(TODAY, content, record))
    later = lines(said_on(TODAY + timedelta(days=7), content, record))

    assert "fra 23. november 2026" in at_once["Hvem som hjelper deg"]
    assert "nå" in later["Hvem som hjelper deg"]
    assert "2026" not in later["Hvem som hjelper deg"]


def test_who_helps_meanwhile_is_told_once_and_never_the_one_that_stops():
    content = make.municipality(rules=make.rules(True, TURNS))
    record = record_of(person(FIRST))
    exits(record, content).announce(HERE, ACTOR)

    said = lines(said_on(TODAY, content, record))

    assert "Lind" not in said["Hvis du ikke svarer"]
    assert "avgjort" not in said["Hvis du ikke svarer"]


def test_who_must_choose_reads_that_the_stand_in_helps_until_then():
    content = make.municipality(rules=make.rules(False, ChooseFirst(MUNICIPAL)))
    record = record_of(person(FIRST))
    exits(record, content).announce(HERE, ACTOR)

    said = lines(said_on(TODAY, content, record))

    assert "Lind" not in said["Hvis du ikke svarer"]
    assert "Eksempelvik kommune, hjemmetjenesten" in said["Hvis du ikke svarer"]


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("days", [0, 10, 24, 25, 60])
@pytest.mark.parametrize("wanted", [None, FJORDHEIM, FULL])
def test_the_letter_is_easy_to_read_on_every_day(language, days, wanted):
    content = make.municipality(rules=make.rules(True, TURNS))
    record = record_of(person(FIRST))
    if wanted is not None:
        case = record.case_file(FIRST).case_on(TODAY)
        choice_of({NURSING: Chooses(wanted)}, case=case, municipality=content, record=record)
    exits(record, content).announce(replace(SHORT, last_day=TODAY + timedelta(9)), ACTOR)

    sheet = said_on(TODAY + timedelta(days), content, record, language)

    values = [line.value for part in sheet.sections for line in part.lines if "." in line.value]
    text = " ".join([sheet.lead, *values])
    assert lix(text) <= HIGHEST_LIX
    longest = max(sentences(text), key=lambda each: len(words_in(each)))
    assert len(words_in(longest)) <= LONGEST_SENTENCE, longest
