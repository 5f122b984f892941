"""At home, too, a person may ask for A to Å, two or three side by side, or only some providers."""

from dataclasses import dataclass

import pytest

from kiosk.app.program import Program
from kiosk.domain.asked_view import AskedView, ViewAsked, ViewKind
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.language import Language
from kiosk.settings import Resources
from kiosk.theme.tokens import Contrast, TextSize, tokens_in
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.viewmodels.compare import Compare
from kiosk.ui.viewmodels.narrowing import Narrowing
from kiosk.ui.viewmodels.overview import Overview
from kiosk.ui.visit_state import VisitState
from tests.stage import OFFICER, SOLVEIG, memory_program, open_stage

POLISH, SOMALI, ARABIC = "language:pl", "language:so", "language:ar"


@dataclass
class Visit:
    """A visit without a window."""

    program: Program
    state: VisitState
    overview: Overview
    narrowing: Narrowing
    compare: Compare

    def begin(self):
        handed = self.program.hand_over.begin(SOLVEIG, Language.BOKMAL, (), OFFICER)
        self.state.begin(handed, OFFICER)
        self.overview.start()

    def shown(self):
        return [row["key"] for row in self.overview.providers.rows()]

    def dealt(self):
        return [block.id for block in self.state.sections[0].providers]

    def asked(self):
        bodies = [event.body for _, event in self.program.record.history(SOLVEIG)]
        return [body.view for body in bodies if isinstance(body, ViewAsked)]

    def only(self, *keys):
        self.narrowing.start()
        for key in keys:
            self.narrowing.toggle(key)
        self.narrowing.show()


@pytest.fixture
def visit(qapp):
    program, tokens = memory_program(), tokens_in(Resources.shipped().assets)
    shell = AppShell(program.municipality, program.words_for(Language.BOKMAL))
    theme = ThemeSource(tokens, tokens.devices["laptop-14"], 0)
    state = VisitState(program, shell)
    overview = Overview(state, theme)
    narrowing, compare = Narrowing(state, overview), Compare(state, overview, theme)
    opened = Visit(program, state, overview, narrowing, compare)
    opened.begin()
    return opened


def test_nothing_is_asked_for_at_first(visit):
    assert visit.state.view == AskedView()
    assert visit.asked() == []
    assert visit.shown() == visit.dealt()


def test_a_to_aa_is_logged_and_the_drawn_order_is_one_tap_away(visit):
    visit.overview.sort()
    names = [row["name"] for row in visit.overview.providers.rows()]
    visit.overview.sort()

    assert names == sorted(names)
    assert visit.asked() == [ViewKind.A_TO_Z]
    assert visit.shown() == visit.dealt()


def test_side_by_side_stand_in_the_dealt_order_and_are_logged_without_names(visit):
    blocks = visit.state.sections[0].providers
    visit.overview.sort()
    visit.compare.start()
    for block in reversed(blocks[:3]):
        visit.compare.toggle(block.id)
    visit.compare.compare()

    names = [block.name.replace("\u00a0", " ") for block in blocks[:3]]
    assert list(visit.compare.columns) == names
    assert visit.asked() == [ViewKind.A_TO_Z, ViewKind.COMPARED]


def test_a_fourth_is_not_taken_and_told(visit):
    visit.compare.start()
    for key in visit.dealt()[:4]:
        visit.compare.toggle(key)

    assert visit.compare.count == 3
    assert visit.compare.message != ""


def test_those_who_are_left_keep_their_order_and_the_page_says_how_many(visit):
    visit.only(POLISH)

    left = visit.shown()
    assert left == [each for each in visit.dealt() if each in left]
    assert len(left) == 2
    assert visit.overview.note == "2 av 6 leverandører vises"
    assert visit.asked() == [ViewKind.SOME]


def test_the_largest_text_says_of_which_service_they_are_where_there_are_several(visit):
    visit.overview._theme.show(TextSize.XL, Contrast.STANDARD)
    visit.only(POLISH)

    assert len(visit.state.sections) > 1
    assert visit.overview.title.startswith("Hjemmesykepleie: 2 av 6 leverandører")
    assert visit.overview.shortTitle.startswith("2 av 6 leverandører")
    assert visit.overview.shortNote == "Hjemmesykepleie"


def test_a_screen_reader_hears_how_many_are_shown_when_that_is_new(visit):
    heard = [visit.overview.takeNews()]
    visit.only(POLISH)
    heard += [visit.overview.takeNews(), visit.overview.takeNews()]
    visit.overview.narrow()
    heard += [visit.overview.takeNews(), visit.overview.takeNews()]

    everybody = "6 leverandører i tilfeldig rekkefølge"
    assert heard == ["", "2 av 6 leverandører vises", "", everybody, ""]


def test_the_next_person_hears_nothing_of_what_the_last_one_asked_for(visit):
    visit.only(POLISH)
    visit.overview.takeNews()
    visit.overview.forget()
    visit.overview.narrow()
    visit.overview.start()

    assert visit.overview.takeNews() == ""


def test_one_tap_shows_everybody_again(visit):
    visit.only(POLISH)

    visit.overview.narrow()

    assert visit.shown() == visit.dealt()
    assert not visit.overview.isNarrowed


def test_the_other_answers_stay_whoever_is_left_out(visit):
    before = visit.overview.options.rows()

    visit.only(POLISH)

    assert visit.overview.options.rows() == before


def test_nobody_left_is_said_and_nothing_is_shown_otherwise(visit):
    shown = []
    visit.narrowing.shown.connect(lambda: shown.append(True))

    visit.only(POLISH, SOMALI, ARABIC, "kind:municipal")

    assert "Ingen leverandør har oppgitt alt dette" in visit.narrowing.message
    assert shown == []
    assert visit.shown() == visit.dealt()
    visit.narrowing.showAll()
    assert shown == [True]
    assert visit.asked() == []


def test_back_changes_nothing_and_picks_are_forgotten(visit):
    visit.narrowing.start()
    visit.narrowing.toggle(POLISH)
    visit.narrowing.leave()

    assert visit.shown() == visit.dealt()
    visit.narrowing.start()
    assert visit.narrowing.shownCount == 6


def test_what_is_stored_and_reviewed_has_everybody_in_the_dealt_order(visit):
    before = visit.dealt()

    visit.only(POLISH)
    visit.overview.sort()

    assert visit.dealt() == before


def test_another_service_begins_with_everybody(visit):
    visit.only(POLISH)

    visit.overview.show_service(1)

    assert not visit.overview.isNarrowed


def test_the_next_visit_begins_with_everybody_in_the_drawn_order(visit):
    visit.only(POLISH)
    visit.overview.sort()

    visit.state.end()
    assert visit.state.view == AskedView()
    visit.begin()
    assert visit.state.view == AskedView()
    assert visit.shown() == visit.dealt()


def test_what_cannot_be_logged_is_not_shown(visit, monkeypatch):
    def fails(_events):
        raise StorageError(StorageFault.DISK_FULL)

    monkeypatch.setattr(visit.program.record, "append", fails)
    visit.overview.sort()
    visit.only(POLISH)

    assert visit.shown() == visit.dealt()
    assert visit.state.faults.text != ""


def forward(stage, page, *names):
    for _ in range(20):
        if stage.open.shell.current is page:
            return
        stage.reader.press_first(*names)
    pytest.fail(f"never came to {page}")


def test_every_way_of_seeing_them_is_reached_and_left_by_buttons(qapp, tmp_path):
    with open_stage(memory_program(), home=tmp_path) as stage:
        stage.visit()
        shows, press = stage.open.shell, stage.reader.press
        forward(stage, Page.OVERVIEW, "Videre", "Vis mer")
        press("Sammenlign")
        assert shows.pageSource == "citizen/ComparePickPage.qml"
        for block in stage.open.state.sections[0].providers[:2]:
            stage.reader.press_starting(block.name)
        press("Sammenlign 2")
        assert shows.pageSource == "citizen/ComparePage.qml"
        press("Alle leverandører")
        press("Bare noen")
        assert shows.pageSource == "citizen/SomePage.qml"
        stage.reader.press_starting("Polsk")
        forward(stage, Page.OVERVIEW, "Vis 2 av 6", "Vis mer")
        assert any("2 av 6 leverandører" in name for name in stage.reader.names())
        press("Vis alle")
        stage.open.theme.show(TextSize.XL, Contrast.STANDARD)
        stage.reader.settle()
        press("Vis annerledes")
        assert shows.pageSource == "citizen/ViewsPage.qml"
        press("A til Å")
        assert shows.pageSource == "citizen/OverviewPage.qml"
        assert stage.open.state.view.is_a_to_z
