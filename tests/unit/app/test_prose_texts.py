from dataclasses import replace

import pytest

from kiosk.app.prose_texts import ProseFact, filled
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Office, ProseKind, ProsePart
from kiosk.domain.notice import (
    AgreedDate,
    CutOff,
    DaysNotice,
    FirstOfNextMonth,
    MonthsNotice,
    NoticeRule,
)
from kiosk.domain.provider import Contact
from tests.intake_samples import municipality
from tests.unit.app import factory as make
from tests.unit.app.factory import plain

OFFICE = Office(LocalText.same("Kontoret"), LocalText.same("kontoret"), Contact(phone="12345678"))


def text(written, language=Language.BOKMAL, **changes):
    prose = (ProsePart(ProseKind.PARAGRAPH, written),)
    (part,) = filled(prose, replace(municipality(), **changes), make.words(language))
    return plain(part.text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("fact", ProseFact)
def test_every_placeholder_is_filled_in(fact, language):
    said = text(f"a {{{fact.value}}} b", language, office=OFFICE)

    assert "{" not in said
    assert len(said) > len("a  b")


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (DaysNotice(30), "Det tar 30 dager før den nye leverandøren begynner."),
        (MonthsNotice(1), "Det tar 1 måned før den nye leverandøren begynner."),
        (FirstOfNextMonth(), "Den nye leverandøren begynner den første dagen i neste måned."),
        (
            CutOff(20),
            "Får vi beskjed senest den 20., begynner den nye leverandøren den 1. i neste måned. "
            "Får vi beskjed senere, tar det én måned til.",
        ),
        (
            CutOff(15, 2),
            "Får vi beskjed senest den 15., begynner den nye leverandøren den 1., 2 måneder "
            "senere. Får vi beskjed senere, tar det én måned til.",
        ),
        (AgreedDate(), "Vi avtaler med deg når den nye leverandøren begynner."),
    ],
)
def test_the_notice_rule_is_told_as_it_is_applied(period, said):
    assert text("{notice}", notice=NoticeRule("n", period)) == said


def with_own_rule(rule):
    """Two services, the second one with a rule of its own."""
    first, second = municipality().services
    return (first, replace(second, notice=rule))


def test_services_that_differ_are_told_of_one_by_one():
    services = with_own_rule(NoticeRule("3m", MonthsNotice(3)))

    assert text("{notice}", Language.NYNORSK, services=services) == (
        "Heimesjukepleie: Det tek 14 dagar før den nye leverandøren byrjar. "
        "Praktisk hjelp: Det tek 3 månader før den nye leverandøren byrjar."
    )


def test_services_that_agree_are_told_of_once():
    services = with_own_rule(NoticeRule("other", DaysNotice(14)))

    assert text("{notice}", services=services) == (
        "Det tar 14 dager før den nye leverandøren begynner."
    )


def test_a_reader_hears_of_the_own_services_only():
    place = replace(municipality(), services=with_own_rule(NoticeRule("3m", MonthsNotice(3))))
    prose = (ProsePart(ProseKind.PARAGRAPH, "{notice}"),)

    (part,) = filled(prose, place, make.words(), [place.services[1].id])

    assert plain(part.text) == "Det tar 3 måneder før den nye leverandøren begynner."


def test_a_limit_is_told_with_the_rule():
    rule = NoticeRule("n", MonthsNotice(1), max_per_year=1)

    assert text("{notice}", notice=rule) == (
        "Det tar 1 måned før den nye leverandøren begynner. "
        "Du kan bytte 1 gang i et kalenderår. Det første valget ditt teller ikke som et bytte."
    )


def test_the_reply_deadline_is_counted():
    assert text("{reply_days}", Language.NYNORSK, reply_days=1) == "1 dag"
    assert text("{reply_days}", Language.NYNORSK, reply_days=21) == "21 dagar"


def test_anything_else_in_braces_stays():
    assert text("{} {other} { x }") == "{} {other} { x }"
