"""The approved texts reach screen and paper with the municipality's facts in them."""

from dataclasses import replace

import pytest

from kiosk.app.compose_brochure import BrochurePlan, compose_brochure
from kiosk.app.compose_overview import Reader
from kiosk.app.compose_provider import ProviderScope
from kiosk.domain.language import Language
from kiosk.domain.municipality import ProseKey, ProseKind, ProsePart
from tests.stage import example, memory_program, open_stage

ASKED = (ProsePart(ProseKind.HEADING, "Hei", 1), ProsePart(ProseKind.PARAGRAPH, "Ring {office}."))


def asking():
    """The example with a bokmål text that names the office, and no English one."""
    prose = {**example().prose, (ProseKey.WHAT, Language.BOKMAL): ASKED}
    del prose[ProseKey.WHAT, Language.ENGLISH]
    return replace(example(), prose=prose)


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.ENGLISH])
def test_the_screen_names_the_office_in_the_language_of_the_text(qapp, language):
    with open_stage(memory_program(asking())) as stage:
        stage.visit(language=language)

        rows = stage.open.citizen.information.what.rows()

    assert [row["text"] for row in rows] == ["Ring tildelingskontoret."]


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_no_placeholder_is_printed(language):
    program = memory_program()
    words = program.words_for(language)
    zone, services = example().zones[0].id, tuple(each.id for each in example().services)
    brochure = compose_brochure(
        BrochurePlan(
            scope=ProviderScope(example(), zone, services, program.clock.now().date()),
            order=tuple(each.id for each in example().providers),
            reader=Reader(None),
            nonchoice=program.explain.for_zone(zone, services, words),
        ),
        words,
    )

    texts = (brochure.choose, brochure.switch, brochure.complain, brochure.privacy)
    printed = [part.text for prose in texts for part in prose]
    assert not [text for text in printed if "{" in text]
    assert any("12\u00a034\u00a056\u00a078" in text for text in printed)
