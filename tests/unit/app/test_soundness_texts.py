"""What staff are told of a record that does not fit, and of a clock that was set back."""

from datetime import timedelta

import pytest

from kiosk.app.soundness_texts import damage_text, record_notice
from kiosk.domain.case import CaseRef
from kiosk.domain.event import Stored
from kiosk.domain.language import Language
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.memory import MemoryLog
from tests.later_samples import store_later
from tests.record_samples import MORNING, imported
from tests.unit.app import factory as make

LANGUAGES = (Language.BOKMAL, Language.NYNORSK, Language.ENGLISH)


@pytest.fixture
def reopened():
    """A record whose last event was stored on the morning."""
    log = MemoryLog("7F3K")
    FoldedRecord(log).append([imported()])
    return FoldedRecord(log)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_damage_has_its_own_words(language):
    place = Stored("7F3K", 1234)
    texts = [damage_text(Damage(harm, place), make.words(language)) for harm in Harm]

    placed = [text for text in texts if "7F3K" in text]
    assert len(set(placed)) == len(placed) >= 9
    assert not [text for text in texts if "{" in text]


@pytest.mark.parametrize("harm", Harm)
def test_damage_without_a_place_is_told_too(harm):
    assert damage_text(Damage(harm), make.words())


def test_nothing_is_said_while_the_clock_goes_on(reopened):
    for passed in (timedelta(0), timedelta(days=3), -timedelta(minutes=4)):
        assert record_notice(reopened, MORNING + passed, make.words()) == ""


def test_a_clock_that_was_set_back_two_years_is_told(reopened):
    notice = record_notice(reopened, MORNING - timedelta(days=730), make.words(Language.ENGLISH))

    assert "3\u00a0November 2024" in notice
    assert "3\u00a0November 2026" in notice


def test_the_notice_goes_when_the_clock_is_right_again(reopened):
    early = MORNING - timedelta(days=730)
    assert record_notice(reopened, early, make.words())

    assert record_notice(reopened, MORNING, make.words()) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.BOKMAL, "2 hendelser her som denne utgaven ikke kan lese. De er tatt vare på."),
        (Language.NYNORSK, "2 hendingar her som denne utgåva ikkje kan lese."),
        (Language.ENGLISH, "2 events here that this version cannot read. They are kept."),
    ],
)
def test_what_a_newer_version_stored_is_told_beside_the_clock(reopened, language, text):
    store_later(reopened, CaseRef("2026/1"))
    store_later(reopened, None)

    notice = record_notice(reopened, MORNING, make.words(language))
    both = record_notice(reopened, MORNING - timedelta(days=730), make.words(language))

    assert text in make.plain(notice)
    assert both.endswith(notice)
    assert both != notice


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_that_were_back_are_told_of(reopened, language, monkeypatch):
    monkeypatch.setattr(MemoryLog, "keys_destroyed_again", 2)

    notice = record_notice(reopened, MORNING, make.words(language))

    assert "2" in notice
    assert "{" not in notice


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_older_way_to_open_it_is_told_of(reopened, language, monkeypatch):
    monkeypatch.setattr(MemoryLog, "has_older_slots", True)

    assert "keys.json" in record_notice(reopened, MORNING, make.words(language))
