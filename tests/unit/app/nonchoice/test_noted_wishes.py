"""What was noted for the rule is what is announced, and what is applied (neutrality 1.3)."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.survey import survey
from kiosk.app.review import ReviewAnswers
from kiosk.domain.allocation_events import WishesNoted
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import DoesNotWish
from kiosk.domain.document.nonchoice_block import NonchoiceKey
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.parts import Continuity, Floor, MunicipalDefault
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.session import Visit
from kiosk.i18n.language_codes import language_code
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING
from tests.unit.app.nonchoice.people import (
    LATER,
    TODAY,
    desk,
    municipality,
    opened,
    silent_record,
    told,
)

FIRST = CaseRef("2026/000001")
FORMER = Known(former=FJORDHEIM, former_until=date(2026, 9, 30))


def ruled(fallback=None, **changes):
    """Everybody's rule with some parts changed."""
    content = municipality() if fallback is None else municipality(fallback)
    rules = {
        spot: tuple(replace(rule, **changes) for rule in each)
        for spot, each in content.rules.items()
    }
    return replace(content, rules=rules)


def noted(known=FORMER, objects_to=()):
    record = silent_record(1)
    told(record, FIRST, WishesNoted(NURSING, known, objects_to))
    return record


def announced(record, content):
    case = record.case_file(FIRST).case_on(TODAY)
    explain = ExplainNonchoice(content, make.FixedClock(LATER))
    rows = explain.for_case(case, make.words()).rows
    return next(make.plain(row.text) for row in rows if row.key is NonchoiceKey.WHO)


@pytest.mark.parametrize("fallback", [None, MunicipalDefault(MUNICIPAL)])
def test_who_helped_before_is_announced_and_comes(fallback):
    content = ruled(fallback, continuity=Continuity(former_months=12))
    record = noted()

    (placed,) = opened(record, content).open

    assert "Stiftelsen Fjordheim" in announced(record, content)
    assert (placed.proposal.way, placed.proposal.provider) == (Way.FORMER, FJORDHEIM)


def test_nobody_hears_of_it_whom_nothing_was_noted_of():
    content = ruled(continuity=Continuity(former_months=12))

    assert "før" not in announced(silent_record(1), content)


def test_who_is_not_wanted_is_not_promised_to_go_on():
    content = ruled(MunicipalDefault(MUNICIPAL), continuity=Continuity())
    record = silent_record(1, services=(make.granted(NURSING, LIND),))
    before = announced(record, content)
    told(record, FIRST, WishesNoted(NURSING, Known(), (LIND,)))

    assert "fortsatt hjelp fra Lind AS" in before
    assert "fortsatt" not in announced(record, content)


def test_the_review_says_what_the_rule_gives_this_person():
    content = ruled(MunicipalDefault(MUNICIPAL), continuity=Continuity(former_months=12))
    record = noted()
    case = record.case_file(FIRST).case_on(TODAY)
    visit = Visit(FIRST, (NURSING,), {NURSING: DoesNotWish()})

    review = ReviewAnswers(content, make.FixedClock(LATER), make.WORKING)
    answer = review.consequences(case, visit)[NURSING]

    # Whether the former provider has room is found out when the rule is applied.
    assert (answer.provider, answer.interim) == (None, MUNICIPAL)


def test_the_language_of_the_interpreter_is_told_as_a_code():
    content = ruled(floor=Floor(language=True))
    polish = tuple(
        replace(each, languages=("no", "pl") if each.id == LIND else ("no",))
        for each in content.providers
    )
    content = replace(content, providers=polish)
    record = silent_record(2, interpreter="Polsk")
    made = replace(desk(record, content), language_code=language_code)

    run = open_run(made, survey(content, record, TODAY, language_code=language_code), ACTOR)

    assert [each.proposal.applicant.language for each in run.open] == ["pl", "pl"]
    assert {each.proposal.provider for each in run.open} == {LIND}
    assert run.confirm() == len(run.applicants)
