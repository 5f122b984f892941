"""Services with the same rule share a box; whose rules differ in a word never do."""

from dataclasses import replace

import pytest

from brochures.editions import LOOKS
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, TextMark
from brochures.nonchoice import nonchoice_pieces
from brochures.prose import ProseSetter
from brochures.typeface import Typeface
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey, NonchoiceRow
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.domain.service import ServiceId
from tests.documents import samples
from tests.unit.app import factory as make

WHO, WHY = NonchoiceKey.WHO, NonchoiceKey.WHY
COMMON = "Hvis du ikke velger, hjelper Eksempelvik hjemmetjeneste deg."
OTHER = "Hvis du ikke velger, går det på tur."
DECIDED = "Kommunestyret bestemte dette."


def row(key: NonchoiceKey, text: str, name: str = "", language: Language | None = None):
    service = ServiceId(name.lower()) if name else None
    return NonchoiceRow(key, "Hvem?", text, service, name, language)


def boxes(*rows: NonchoiceRow, edition: Edition = Edition.STANDARD) -> list[str]:
    """What stands in the frames, name and text, in reading order."""
    breaker, look = LineBreaker(Typeface(samples.font_files())), LOOKS[edition]
    block = NonchoiceBlock("Hva skjer?", "Du kan la være.", rows)
    setter = ProseSetter(breaker, "Brosjyre", look.prose)
    found = []
    for piece in nonchoice_pieces(block, setter, breaker, make.words(Language.BOKMAL), look):
        if any(isinstance(mark, Frame) for mark in piece.marks):
            texts = [mark for mark in piece.marks if isinstance(mark, TextMark)]
            said = [" ".join(map(text_of, mark.lines)) for mark in texts]
            found += [f"{name}: {text}" for name, text in zip(said[::2], said[1::2], strict=True)]
    return found


@pytest.mark.parametrize("edition", list(Edition))
def test_the_same_rule_for_all_stands_in_one_box(edition):
    rows = [row(WHO, COMMON, name) for name in ("Sykepleie", "Bistand", "BPA", "Mat", "Alarm")]

    found = boxes(*rows, row(WHY, DECIDED), edition=edition)

    assert found == [f"Sykepleie, Bistand, BPA, Mat, Alarm: {COMMON}"]


def test_more_services_than_a_heading_holds_are_all_services():
    names = [f"Tjeneste {at}" for at in range(6)]

    assert boxes(*(row(WHO, COMMON, name) for name in names)) == [f"Alle tjenestene: {COMMON}"]
    assert len(boxes(*(row(WHO, COMMON, name) for name in names), row(WHO, OTHER, "BPA"))) == 2


def test_who_has_another_rule_has_a_box_of_its_own_in_its_place():
    found = boxes(
        row(WHO, COMMON, "Sykepleie"), row(WHO, OTHER, "BPA"), row(WHO, COMMON, "Bistand")
    )

    assert found == [f"Sykepleie, Bistand: {COMMON}", f"BPA: {OTHER}"]


def test_rules_that_differ_for_some_people_only_are_not_put_together():
    found = boxes(
        row(WHO, COMMON, "Sykepleie"),
        row(WHO, COMMON, "BPA"),
        row(WHO, OTHER, "BPA"),
    )

    assert found == [f"Sykepleie: {COMMON}", f"BPA: {COMMON}", f"BPA: {OTHER}"]


def test_rules_of_two_decisions_are_not_put_together():
    found = boxes(
        row(WHO, COMMON, "Sykepleie"),
        row(WHO, COMMON, "BPA"),
        row(WHY, DECIDED, "Sykepleie"),
        row(WHY, "Formannskapet bestemte dette.", "BPA"),
    )

    assert found == [f"Sykepleie: {COMMON}", f"BPA: {COMMON}"]


def test_texts_in_two_languages_are_not_put_together():
    first = row(WHO, COMMON, "Sykepleie")

    found = boxes(first, replace(row(WHO, COMMON, "BPA"), language=Language.NYNORSK))

    assert len(found) == 2
