"""A stranger reads about the providers at a public machine, and nothing of it is left."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.language import Language
from kiosk.domain.machine_event import MachineEventId
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.shell import Page
from tests.stage import memory_program, open_public_stage, public_machine

Role = QAccessible.Role


class Time:
    """Milliseconds that pass at every look, so that taps count, and as a test says."""

    def __init__(self):
        self.ms = 0.0

    def __call__(self):
        self.ms += 600
        return self.ms

    def pass_s(self, seconds):
        self.ms += seconds * 1000


class Stranger:
    def __init__(self, stage, machine, time):
        self.stage, self.machine, self.time = stage, machine, time
        self.open, self.reader = stage.open, stage.reader

    def shows(self, page):
        return self.page is page

    @property
    def page(self):
        return self.open.shell.current

    @property
    def public(self):
        return self.open.public

    def forward_to(self, page):
        for _ in range(20):
            if self.page is page:
                return
            self.reader.press_first("Videre", "Vis mer")
        pytest.fail(f"never came to {page}")

    def read_about(self, *services):
        self.reader.press("Begynn på bokmål")
        self.forward_to(Page.PUBLIC_ZONE)
        self.reader.press_starting("Sentrum")
        self.forward_to(Page.PUBLIC_SERVICES)
        for service in services:
            self.reader.press_starting(service)
        self.forward_to(Page.PUBLIC_OVERVIEW)

    def wait(self, seconds):
        self.time.pass_s(seconds)
        self.public.watch.look()
        self.reader.settle()

    def ends(self):
        events = self.machine.log.events
        return [e.fields["end"] for e in events if e.id is MachineEventId.SESSION_ENDED]


@pytest.fixture
def stranger(qapp):
    program, time = memory_program(), Time()
    machine = public_machine(program)
    with open_public_stage(program, machine, time) as stage:
        yield Stranger(stage, machine, time)


def test_the_attract_page_names_no_provider_and_three_languages(stranger):
    names = " ".join(stranger.reader.names())

    providers = stranger.stage.program.municipality.providers
    assert not any(provider.name.in_(Language.BOKMAL) in names for provider in providers)
    buttons = stranger.reader.names(Role.Button)
    assert buttons == ["Begynn på bokmål", "Byrja på nynorsk", "Start in English", "For ansatte"]


@pytest.mark.parametrize(
    ("button", "language"),
    [("Byrja på nynorsk", Language.NYNORSK), ("Start in English", Language.ENGLISH)],
)
def test_each_button_begins_in_its_language(stranger, button, language):
    stranger.reader.press(button)

    assert stranger.shows(Page.PUBLIC_SETTINGS)
    assert stranger.open.shell.words.language is language


def test_any_key_begins(stranger):
    QTest.keyClick(stranger.open.window, Qt.Key.Key_Space)

    assert stranger.shows(Page.PUBLIC_SETTINGS)


def test_a_touch_beside_the_buttons_begins(stranger):
    window = stranger.open.window
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=window.geometry().center() / 2)

    assert stranger.shows(Page.PUBLIC_SETTINGS)


def test_nothing_is_picked_at_entry_and_the_way_asks_for_what_is_missing(stranger):
    stranger.reader.press("Begynn på bokmål")
    stranger.forward_to(Page.PUBLIC_ZONE)

    stranger.reader.press("Videre")
    assert stranger.shows(Page.PUBLIC_ZONE)
    assert stranger.reader.has("Trykk først på stedet der du bor.")
    stranger.reader.press_starting("Sentrum")
    stranger.reader.press("Videre")
    stranger.reader.press("Videre")
    assert stranger.shows(Page.PUBLIC_SERVICES)
    assert stranger.public.state.present.services == ()


def test_not_knowing_leads_to_help_and_picks_nothing(stranger):
    stranger.reader.press("Begynn på bokmål")
    stranger.forward_to(Page.PUBLIC_ZONE)

    stranger.reader.press_starting("Jeg vet ikke")

    assert any(name.startswith("Spør i skranken") for name in stranger.reader.names())
    assert stranger.public.state.present.zone is None


def test_no_provider_is_dealt_before_the_page_about_not_choosing(stranger):
    stranger.reader.press("Begynn på bokmål")
    stranger.forward_to(Page.PUBLIC_ZONE)
    stranger.reader.press_starting("Sentrum")
    stranger.forward_to(Page.PUBLIC_SERVICES)
    stranger.reader.press_starting("Hjemmesykepleie")
    stranger.forward_to(Page.PUBLIC_NONCHOICE)

    assert stranger.public.state.present.order == ()


def test_a_card_opens_the_provider_and_offers_no_answer(stranger):
    stranger.read_about("Hjemmesykepleie")
    block = stranger.public.state.sections[0].providers[0]

    stranger.reader.press_starting(block.name)

    assert stranger.shows(Page.PUBLIC_PROVIDER)
    assert stranger.reader.has(block.name, Role.Heading)
    assert not stranger.reader.has("Dette er mitt svar")
    stranger.reader.press("Alle leverandører")
    assert stranger.shows(Page.PUBLIC_OVERVIEW)


def test_a_to_aa_is_asked_for_logged_and_taken_back_by_the_same_button(stranger):
    stranger.read_about("Hjemmesykepleie")
    state = stranger.public.state
    drawn = [block.id for block in state.sections[0].providers]

    stranger.reader.press("A til Å")
    assert any("fra A til Å" in name for name in stranger.reader.names())
    stranger.reader.press("Tilfeldig rekkefølge")

    assert [block.id for block in state.sections[0].providers] == drawn
    kinds = [event.id for event in stranger.machine.log.events]
    assert kinds.count(MachineEventId.A_TO_Z_ASKED) == 1


def test_two_or_three_stand_side_by_side_in_the_order_of_the_session(stranger):
    stranger.read_about("Hjemmesykepleie")
    blocks = stranger.public.state.sections[0].providers
    stranger.reader.press("Sammenlign")

    stranger.reader.press("Sammenlign")
    assert stranger.shows(Page.PUBLIC_COMPARE_PICK)
    for block in reversed(blocks[:3]):
        stranger.reader.press_starting(block.name)
    stranger.reader.press("Sammenlign 3")

    assert stranger.shows(Page.PUBLIC_COMPARE)
    assert len(stranger.public.desk.compare.columns) == 3
    assert stranger.reader.has("Sammenlign tre leverandører", Role.Heading)
    stranger.reader.press("Sammenlign andre")
    assert stranger.public.state.view.compared == ()


def test_a_fourth_is_not_taken_and_large_text_has_room_for_two(stranger):
    stranger.read_about("Hjemmesykepleie")
    blocks = stranger.public.state.sections[0].providers
    stranger.open.theme.show(TextSize.L, Contrast.STANDARD)
    stranger.reader.press("Sammenlign")

    for block in blocks[:3]:
        stranger.public.desk.compare.toggle(block.id)

    assert len(stranger.public.state.view.compared) == 2
    assert stranger.public.desk.compare.message != ""


def test_settings_lead_back_to_the_page_and_keep_the_order(stranger):
    stranger.read_about("Hjemmesykepleie")
    order = stranger.public.state.present.order

    stranger.reader.press("Tekst og farger")
    stranger.open.settings.pickLanguage("nn")
    stranger.reader.settle()
    stranger.reader.press_first("Vidare")

    assert stranger.shows(Page.PUBLIC_OVERVIEW)
    assert stranger.public.state.present.order == order


def test_end_deletes_everything(stranger):
    stranger.read_about("Hjemmesykepleie", "Praktisk bistand")
    stranger.open.settings.pickLanguage("nn")
    stranger.open.settings.pickSize("XL")
    stranger.open.settings.pickContrast("high-dark")
    QGuiApplication.clipboard().setText("Solveig")

    stranger.reader.press("Avslutt og slett")

    assert stranger.shows(Page.ATTRACT)
    assert stranger.ends() == ["by_person"]
    assert_nothing_is_left(stranger)


def test_whoever_is_gone_is_asked_and_then_the_session_is_abandoned(stranger):
    stranger.read_about("Hjemmesykepleie")

    stranger.wait(300)
    assert stranger.shows(Page.WARNING)
    assert stranger.reader.has("Er du her fortsatt?", Role.Heading)
    stranger.wait(61)

    assert stranger.shows(Page.ATTRACT)
    assert stranger.ends() == ["abandoned"]
    assert_nothing_is_left(stranger)


def test_a_window_that_is_closed_ends_no_session_later(stranger):
    stranger.reader.press("Begynn på bokmål")

    stranger.public.close()
    stranger.wait(600)

    assert stranger.shows(Page.PUBLIC_SETTINGS)
    assert stranger.ends() == []


def test_somebody_who_is_still_there_comes_back_to_the_same_page_every_time(stranger):
    stranger.read_about("Hjemmesykepleie")
    session = stranger.public.state.present

    for _ in range(12):
        stranger.wait(300)
        assert stranger.shows(Page.WARNING)
        stranger.reader.press("Jeg er her fortsatt")
        assert stranger.shows(Page.PUBLIC_OVERVIEW)

    assert stranger.public.state.present == session


def test_the_attract_page_never_times_out_and_moves_a_little(stranger):
    places = set()
    for _ in range(6):
        stranger.wait(300)
        places.add((stranger.public.desk.shiftX, stranger.public.desk.shiftY))

    assert stranger.shows(Page.ATTRACT)
    assert len(places) > 2


def test_a_log_that_cannot_be_written_keeps_nobody_on_the_screen(stranger, monkeypatch):
    def full(_events):
        raise StorageError(StorageFault.FAILED)

    stranger.read_about("Hjemmesykepleie")
    monkeypatch.setattr(stranger.machine.log, "append", full)

    stranger.reader.press("Avslutt og slett")

    assert stranger.shows(Page.ATTRACT)
    assert_nothing_is_left(stranger)


def test_what_does_not_work_is_told_without_a_word_about_answers(stranger, monkeypatch):
    def full(_events):
        raise StorageError(StorageFault.FAILED)

    monkeypatch.setattr(stranger.machine.log, "append", full)
    stranger.reader.press("Begynn på bokmål")

    told = "Noe virker ikke her nå. Prøv igjen, eller spør i skranken. Ingenting er lagret om deg."
    assert stranger.shows(Page.ATTRACT)
    assert stranger.reader.has(told)
    stranger.wait(300)
    assert not stranger.reader.has(told)


def test_the_record_is_never_asked(stranger, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError

    record = type(stranger.stage.program.record)
    for name in ("append", "case_file", "open_blocks", "taken"):
        monkeypatch.setattr(record, name, refuse)

    stranger.read_about("Hjemmesykepleie", "Praktisk bistand")
    stranger.forward_to(Page.PUBLIC_NEXT)
    stranger.reader.press("Jeg er ferdig")

    assert stranger.ends() == ["finished"]


def assert_nothing_is_left(stranger):
    desk = stranger.public.desk
    assert stranger.public.state.session is None
    assert not stranger.public.state.is_open
    assert stranger.public.state.sections == ()
    assert desk.overview.providers.rowCount() == 0
    assert desk.provider.title == ""
    assert desk.provider.facts.rowCount() == 0
    assert desk.compare.rows.rowCount() == 0
    assert desk.information.nonchoice.rowCount() == 0
    assert desk.places.services.rowCount() == 1
    assert stranger.open.shell.words.language is Language.BOKMAL
    assert stranger.open.theme.scale.size is TextSize.M
    assert stranger.open.theme.contrast is Contrast.STANDARD
    assert QGuiApplication.clipboard().text() == ""


def test_six_providers_stand_on_one_page_upright_in_the_largest_text(qapp):
    program, time = memory_program(), Time()
    machine = public_machine(program)
    with open_public_stage(program, machine, time, "kiosk-21-portrait") as stage:
        stage.open.theme.show(TextSize.XL, Contrast.STANDARD)
        reader = Stranger(stage, machine, time)
        reader.open.public.flow._begin("nb")
        stage.open.theme.show(TextSize.XL, Contrast.STANDARD)
        reader.forward_to(Page.PUBLIC_ZONE)
        reader.reader.press_starting("Sentrum")
        reader.forward_to(Page.PUBLIC_SERVICES)
        reader.reader.press_starting("Hjemmesykepleie")
        reader.forward_to(Page.PUBLIC_OVERVIEW)

        overview = reader.public.desk.overview
        assert overview.providers.rowCount() == len(overview.section.providers) == 6
        assert not overview.hasMoreCards
        # What was seen of the room is nobody else's.
        reader.public.flow.attract()
        assert overview._layout.see(900, 2000)
        assert overview._layout._room == (900, 2000)


def test_what_a_screen_reader_does_keeps_the_session(stranger):
    stranger.reader.press("Begynn på bokmål")
    stranger.forward_to(Page.PUBLIC_ZONE)
    for _ in range(4):
        stranger.time.pass_s(100)
        # An action of assistive technology; no key, no finger.
        stranger.reader.press_starting("Sentrum")
        stranger.wait(0)
        assert stranger.shows(Page.PUBLIC_ZONE)


@pytest.fixture
def heard(stranger):
    """What the bar of a page says aloud: its own flag tells, since Qt does not."""

    def bars():
        found = stranger.open.window.findChildren(QObject)
        return [each for each in found if each.property("isSaid") is not None]

    return lambda: [str(bar.property("message")) for bar in bars() if bar.property("isSaid")]


def test_the_same_refusal_is_heard_again(stranger, heard):
    stranger.reader.press("Begynn på bokmål")
    stranger.forward_to(Page.PUBLIC_ZONE)
    told = "Trykk først på stedet der du bor."
    stranger.reader.press("Videre")
    assert heard() == [told]

    (bar,) = (
        each
        for each in stranger.open.window.findChildren(QObject)
        if each.property("message") == told
    )
    bar.setProperty("isSaid", False)
    stranger.reader.press("Videre")
    assert heard() == [told]


class Thought:
    """Something that only itself holds."""

    def __init__(self):
        self.itself = self


def test_what_only_itself_holds_is_gone_once_the_attract_page_is_seen(stranger):
    stranger.reader.press("Begynn på bokmål")
    gc.collect()
    gc.disable()
    try:
        left = weakref.ref(Thought())
        is_there = left() is not None
        stranger.wait(24 * 3600)
        stranger.wait(24 * 3600)
        stranger.open.window.grabWindow()
        stranger.reader.settle()

        assert is_there
        assert stranger.shows(Page.ATTRACT)
        assert left() is None
    finally:
        gc.enable()
