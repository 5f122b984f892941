"""The small picture of the first page on the page before the screen changes hands."""

from kiosk.domain.language import Language
from kiosk.ui.viewmodels.first_page_preview import FirstPagePreview
from tests.stage import memory_program


def test_it_speaks_the_language_that_is_picked(qapp):
    preview = FirstPagePreview()

    preview.show("Solveig", memory_program().words_for(Language.NYNORSK))

    assert preview.title == "Velkomen, Solveig"
    assert preview.buttons[0] == "Nynorsk"
    assert preview.rows.rows()[0]["picked"] == 1


def test_the_way_out_is_called_as_it_will_be_on_that_machine(qapp):
    preview, words = FirstPagePreview(), memory_program().words_for(Language.BOKMAL)

    preview.show("Solveig", words)
    at_home = preview.buttons[-1]
    preview.show("Solveig", words, is_public=True)

    assert (at_home, preview.buttons[-1]) == ("Avslutt", "Avslutt og slett")
