"""Starts Qt, wires the view-models and opens the one window."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.app.program import Program
from kiosk.domain.errors import KioskError
from kiosk.domain.idle_times import MachineIdleTimes
from kiosk.domain.language import Language
from kiosk.domain.staff import IDLE_BEFORE_LOCK
from kiosk.system import steady_ms
from kiosk.theme.tokens import Device, Tokens, tokens_in
from kiosk.ui.citizen_side import CitizenSide
from kiosk.ui.closed_input import ClosedInput
from kiosk.ui.desk import Desk
from kiosk.ui.icons import IconProvider
from kiosk.ui.idle_lock import IdleLock
from kiosk.ui.key_hand import ENGINE_PROPERTY as KEY_HAND
from kiosk.ui.key_hand import KeyHand
from kiosk.ui.masking import MaskedCode  # noqa: F401  QML finds it once it is imported
from kiosk.ui.scanner_watch import ScannerWatch
from kiosk.ui.screen_setting import ScreenSetting
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_side import StaffSide
from kiosk.ui.tap_guard import ENGINE_PROPERTY as TAP_GUARD
from kiosk.ui.tap_guard import TapGuard
from kiosk.ui.tasks import Tasks
from kiosk.ui.theme_source import ENGINE_PROPERTY as THEME
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.translator import CatalogueTranslator
from kiosk.ui.viewmodels.display_settings import DisplaySettings
from kiosk.ui.visit_state import VisitState

if TYPE_CHECKING:
    from kiosk.app.public_machine import PublicMachine
    from kiosk.ui.public_side import PublicSide
    from kiosk.ui.viewmodels.hand_over import HandedOver
    from kiosk.ui.visit_flow import CitizenPages, VisitFlow

_USUAL_DRAG_PX = 10
QML_FOLDER = Path(__file__).parent / "qml"


@dataclass(frozen=True, slots=True)
class Outfit:
    """What a window needs beside the program.

    Attributes:
        assets: Folder with fonts, icons and theme.
        device: Screen profile.
        language: Language of the staff's pages.
        screen_file: Where this machine keeps what is measured of its screen; None to keep nothing.
        screen_ratio: Device pixels of the screen in one pixel of the window.
        press_hold_ms: How long the pressed look stays at least; None for the theme's time.
        now_ms: A clock that never goes back, for taps and for idle time.
        strangers: For a machine that strangers use alone; None for a laptop that somebody drives.
        scanner_prefix: What the hand scanner puts before each code; empty where it puts nothing.
        idle: How long such a machine waits before it asks whether somebody is there.
    """

    assets: Path
    device: Device
    language: Language
    tasks: Tasks
    files: StaffFiles
    screen_file: Path | None = None
    screen_ratio: float = 1.0
    press_hold_ms: int | None = None
    now_ms: Callable[[], float] = steady_ms
    strangers: "PublicMachine | None" = None
    scanner_prefix: str = ""
    idle: MachineIdleTimes = field(default_factory=MachineIdleTimes)


class OpenWindow:
    """The engine, its window and the view-models; keep it as long as the window lives.

    Attributes:
        window: The one window.
        desk: All view-models.
        shell: Page and language.
        public: The pages for strangers; None on a laptop that somebody drives.
        theme: Text size and colours.
    """

    def __init__(self, program: Program, outfit: Outfit) -> None:
        load_fonts(outfit.assets / "fonts")
        tokens = tokens_in(outfit.assets)
        words = program.words_for(outfit.language)
        self.engine = QQmlApplicationEngine()
        self.shell = AppShell(program.municipality, words)
        self.theme = ThemeSource(tokens, outfit.device, outfit.press_hold_ms)
        self.state = VisitState(program, self.shell)
        self.settings = DisplaySettings(program, self.shell, self.theme)
        self._citizen = CitizenSide(self.state, self.theme, outfit.tasks)
        screen = ScreenSetting(self.theme, outfit.screen_ratio, outfit.screen_file)
        self.staff = StaffSide(
            program, self.state, outfit.files, outfit.tasks, outfit.language, screen
        )
        self.public = self._public_side(program, outfit)
        self.desk = self._all_pages()
        self._connect_sides()
        self._guard = _tap_guard(tokens, outfit)
        self._hand = KeyHand()
        self._translator = CatalogueTranslator(words)
        limit = IDLE_BEFORE_LOCK if outfit.strangers is None else outfit.idle.staff_lock
        self._idle = IdleLock(outfit.now_ms, limit, lambda: self.staff.flow.may_lock)
        self._closed: ClosedInput | None = None
        self.window = self._open(outfit)
        self._connect_window()
        self._scanner = self._scanner_watch(outfit)
        self._show_first_page()

    @property
    def citizen(self) -> "CitizenPages":
        """View-models of the citizen's pages."""
        return self._citizen.pages

    @property
    def flow(self) -> "VisitFlow":
        """The way through a visit."""
        return self._citizen.flow

    def _all_pages(self) -> Desk:
        strangers = None if self.public is None else self.public.desk
        return Desk(self.shell, self.settings, self._citizen, self.staff.desk, strangers)

    def _show_first_page(self) -> None:
        if self.public is None:
            self.window.installEventFilter(self._scanner)
            self.staff.flow.start()
        else:
            # Before the watch, which sees what leads nowhere too.
            self.close_off(self._scanner.takes)
            self.public.open(self.window)
            self._notice_actions(self.public.watch.note_input)

    def _public_side(self, program: Program, outfit: Outfit) -> "PublicSide | None":
        if outfit.strangers is None:
            return None
        from kiosk.ui.public_side import PublicSide  # noqa: PLC0415  only strangers need it
        from kiosk.ui.public_state import PublicState  # noqa: PLC0415
        from kiosk.ui.session_watch import SessionWatch  # noqa: PLC0415

        watch = SessionWatch(outfit.now_ms, outfit.idle)
        state = PublicState(program, self.shell, outfit.strangers)
        side = PublicSide(state, self.theme, self.settings, watch, outfit.tasks)
        side.let_staff_in(self.staff, self.state)
        side.staff_visits.left.connect(self.staff.forget)
        side.staff_visits.left.connect(self._citizen.forget)
        return side

    def _scanner_watch(self, outfit: Outfit) -> ScannerWatch:
        scanner = ScannerWatch(self.window, outfit.now_ms, outfit.scanner_prefix)
        scanner.scanned.connect(self.staff.flow.scan)
        return scanner

    def _connect_sides(self) -> None:
        self._citizen.endAsked.connect(self._give_back)
        self._citizen.printAsked.connect(self.staff.flow.print_receipt)
        self.staff.flow.handedOver.connect(self._hand_over)
        self.staff.flow.takenBack.connect(self.settings.reset)

    def _give_back(self) -> None:
        if self.public is None:
            self.staff.flow.give_back()
        else:
            self.public.staff_visits.end_visit()

    def _connect_window(self) -> None:
        self._hand.watch(self.window)
        self._connect_idle_lock()
        self._connect_size()

    def _connect_idle_lock(self) -> None:
        self._idle.idle.connect(self.staff.flow.lock)
        self.staff.flow.signedIn.connect(self._idle.restart)
        # All input passes the window; on the application every event of every object would come here.
        self.window.installEventFilter(self._idle)
        self._notice_actions(self._idle.note_input)

    def _notice_actions(self, note: Callable[[], None]) -> None:
        """What assistive technology does is somebody's doing too, and passes the window as no event."""
        self._guard.counted.connect(note)
        self._guard.keyCounted.connect(note)
        self.window.activeFocusItemChanged.connect(note)

    def _connect_size(self) -> None:
        self.window.widthChanged.connect(self._fit)
        self.window.heightChanged.connect(self._fit)
        self._fit()
        self.theme.changed.connect(self._let_fingers_tremble)
        self._let_fingers_tremble()

    def _fit(self) -> None:
        self.theme.fit(self.window.width(), self.window.height())

    def _let_fingers_tremble(self) -> None:
        """A page that scrolls takes a finger for itself only when it has moved farther than a tap may."""
        wobble_mm = self.theme.tokens.number("motion", "wobble")
        far_px = self.theme.scale.at_least_px(wobble_mm) + 1
        QGuiApplication.styleHints().setStartDragDistance(max(_USUAL_DRAG_PX, far_px))

    def _hand_over(self, handed: "HandedOver") -> None:
        self.settings.set_language(handed.language)
        flow = self.flow
        try:
            self.state.begin(handed.visit, handed.actor)
        except KioskError as error:
            self.staff.flow.refuse_visit(handed, error)
            return
        flow.start()
        if self.public is not None:
            self.public.staff_visits.begin_visit()

    def close_off(self, scanned: Callable[[QKeyEvent], bool] = lambda _key: False) -> None:
        """From now on nothing that keys, mice or the system offer leads out of the window.

        Args:
            scanned: Takes the keys of a hand scanner, and tells whether a key was one.
        """
        self._closed = ClosedInput(self.window, scanned)
        # Filters see what those that were installed later let pass, and a key that leads nowhere is
        # somebody's too.
        self.window.removeEventFilter(self._idle)
        self.window.installEventFilter(self._closed)
        self.window.installEventFilter(self._idle)

    def close(self) -> None:
        """Close the window and the engine before the view-models that their bindings read."""
        self.window.removeEventFilter(self._idle)
        if self.public is not None:
            self.public.close()
        self.window.removeEventFilter(self._scanner)
        if self._closed is not None:
            self.window.removeEventFilter(self._closed)
        self.window.close()
        QGuiApplication.removeTranslator(self._translator)
        shiboken6.delete(self.engine)

    def _open(self, outfit: Outfit) -> QQuickWindow:
        QGuiApplication.installTranslator(self._translator)
        self.shell.retold.connect(self._retranslate)
        engine = self.engine
        engine.setProperty(THEME, self.theme)
        engine.setProperty(TAP_GUARD, self._guard)
        engine.setProperty(KEY_HAND, self._hand)
        engine.addImageProvider("icon", IconProvider(outfit.assets / "icons"))
        engine.addImportPath(str(QML_FOLDER))
        size = {"width": outfit.device.width_px, "height": outfit.device.height_px}
        engine.setInitialProperties({"desk": self.desk, "idleLock": self._idle, **size})
        engine.load(QUrl.fromLocalFile(str(QML_FOLDER / "Kiosk" / "Main.qml")))
        roots = engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            message = "the main window could not be built"
            raise RuntimeError(message)
        return roots[0]

    def _retranslate(self) -> None:
        self._translator.speak(self.shell.words)
        self.engine.retranslate()


def _tap_guard(tokens: Tokens, outfit: Outfit) -> TapGuard:
    return TapGuard(
        outfit.now_ms,
        tokens.number("motion", "double_tap_ignored"),
        tokens.number("motion", "input_dead_after_page"),
        tokens.number("motion", "key_tap_ignored"),
    )


def load_fonts(folder: Path) -> None:
    """Load the bundled font; a program without it must not start with another (access A06)."""
    for path in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path.name)


def gui_application() -> QGuiApplication:
    """The one application object; made at the first call."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    # Qt names a folder after it, in which compiled pages wait for the next start.
    QGuiApplication.setApplicationName("brukervalg-kiosk")
    QGuiApplication.setApplicationDisplayName("Brukervalg Kiosk")
    return QGuiApplication(sys.argv[:1])
