"""A form takes no page more than it must, and everybody's takes the same."""

from dataclasses import replace

import pytest

from brochures.editions import LOOKS
from brochures.lines import LineBreaker
from brochures.look import EditionLook
from brochures.provider_page import provider_pages
from brochures.provider_sheets import FactSheet
from brochures.typeface import Typeface
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from tests.documents import samples
from tests.unit.app import factory as make

facing = pytest.mark.parametrize("edition", [Edition.LARGE_PRINT, Edition.BOOKLET])
LINES = (1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 7, 1)


def sheet_of(look: EditionLook, right_pt: float) -> FactSheet:
    """Much room on the left page, and so much on the right one."""
    bottom = look.form.top_pt + look.form.height_pt
    return FactSheet(look, tuple(FactKey), LINES, look.form.kind_top_pt, bottom - right_pt, 0)


@facing
def test_facts_go_to_the_left_page_before_own_words_get_a_page_of_their_own(edition):
    look = LOOKS[edition]
    wished = tuple(FactKey).index(look.form.last_on_left) + 1
    roomy = next(
        right
        for right in range(100, int(look.form.height_pt))
        if len(sheet_of(look, right).usual()) == 3
    )

    tight, roomy_cuts = sheet_of(look, roomy).usual(), sheet_of(look, roomy + 1200).usual()

    assert sheet_of(look, roomy).has_room(tight)
    assert tight[1] > wished
    assert roomy_cuts[1] == wished


@pytest.mark.parametrize("edition", list(Edition))
def test_values_get_the_room_that_labels_do_not_need_before_everybody_gets_a_page_more(edition):
    breaker, words = LineBreaker(Typeface(samples.font_files())), make.words(Language.BOKMAL)
    first, *others = samples.providers(2)

    def pages(sentences: int, look: EditionLook) -> int:
        text = "Om natten kommer Eksempelvik hjemmetjeneste. " * sentences
        facts = tuple(
            replace(fact, value=text) if fact.key is FactKey.OTHERWISE else fact
            for fact in first.facts
        )
        return len(provider_pages((replace(first, facts=facts), *others), breaker, words, look))

    look = LOOKS[edition]
    narrow = replace(look, form=replace(look.form, label_pt=look.form.label_pt * 1.3))
    counts = [(pages(each, look), pages(each, narrow)) for each in range(1, 16)]

    assert all(one == other for one, other in counts)
    assert counts[0][0] < counts[-1][0]
