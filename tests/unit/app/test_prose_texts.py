from dataclasses import replace

import pytest

from kiosk.app.prose_texts import ProseFact, filled
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Office, ProseKind, ProsePart
from kiosk.domain.notice import DaysNotice, FirstOfNextMonth, MonthsNotice, NoticeRule
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
    ],
)
def test_the_notice_rule_is_told_as_it_is_applied(period, said):
    assert text("{notice}", notice=NoticeRule("n", period)) == said


def test_the_reply_deadline_is_counted():
    assert text("{reply_days}", Language.NYNORSK, reply_days=1) == "1 dag"
    assert text("{reply_days}", Language.NYNORSK, reply_days=21) == "21 dagar"


def test_anything_else_in_braces_stays():
    assert text("{} {other} { x }") == "{} {other} { x }"
