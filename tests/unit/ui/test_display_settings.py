"""The next person begins with the usual text size, colours and language."""

import pytest

from kiosk.domain.language import Language
from kiosk.settings import Resources
from kiosk.theme.tokens import Contrast, TextSize, Tokens
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.viewmodels.display_settings import DisplaySettings
from tests.stage import CODE, memory_program, open_stage
from tests.unit.app import factory
from tests.unit.ui.staff_world import StaffWorld


@pytest.fixture
def settings(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case())
    tokens = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")
    theme = ThemeSource(tokens, tokens.devices["laptop-14"])
    return DisplaySettings(world.program, world.shell, theme)


def picked(model):
    return [row["key"] for row in model.rows() if row["isPicked"]]


def test_what_is_picked_is_shown_as_picked(settings):
    settings.pickLanguage("nn")
    settings.pickSize(TextSize.XL.value)
    settings.pickContrast(Contrast.LOW.value)

    assert picked(settings.languages) == [Language.NYNORSK.value]
    assert picked(settings.sizes) == [TextSize.XL.value]
    assert picked(settings.contrasts) == [Contrast.LOW.value]


def test_a_reset_leads_back_to_ordinary_size_and_colours(settings):
    settings.pickSize(TextSize.XL.value)
    settings.pickContrast(Contrast.HIGH_DARK.value)

    settings.reset()

    assert picked(settings.sizes) == [TextSize.M.value]
    assert picked(settings.contrasts) == [Contrast.STANDARD.value]


def test_the_screen_comes_back_in_ordinary_size_colours_and_language(qapp):
    with open_stage(memory_program()) as stage:
        stage.visit(language=Language.NYNORSK)
        window = stage.open
        window.settings.pickSize(TextSize.XL.value)
        window.settings.pickContrast(Contrast.HIGH_DARK.value)
        window.shell.endVisit()
        window.staff.desk.giveBack.tryCode(CODE)

        assert not window.shell.current.is_citizens
        assert (window.theme.scale.size, window.theme.contrast) == (TextSize.M, Contrast.STANDARD)
        assert window.shell.words.language is Language.BOKMAL
