"""Everything that the public pages show and do."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.idle_times import WARNING_S
from kiosk.domain.language import Language
from kiosk.ui.public_state import PublicState
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.tasks import Tasks
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.viewmodels.answer_page import AnswerPage
from kiosk.ui.viewmodels.compare import Compare
from kiosk.ui.viewmodels.information import Information
from kiosk.ui.viewmodels.narrowing import Narrowing
from kiosk.ui.viewmodels.overview import Overview
from kiosk.ui.viewmodels.public_brochure import PublicBrochure
from kiosk.ui.viewmodels.public_places import PublicPlaces
from kiosk.ui.viewmodels.spot_sheets import SpotSheets
from kiosk.ui.viewmodels.visit_steps import VisitSteps
from kiosk.ui.viewmodels.warning_words import outcome

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class PublicDesk(QObject):
    """View-models of a session, and its buttons.

    Signals:
        changed: The session or its language is another.
        moved: The attract page has moved a little (access O11).
        begun: Somebody began, in a language by its ISO code.
        staffAsked, startAsked, stayed, ended, finished, brochureAsked: A button was used.
    """

    changed = Signal()
    moved = Signal()
    begun = Signal(str)
    staffAsked = Signal()
    startAsked = Signal()
    stayed = Signal()
    ended = Signal()
    finished = Signal()
    brochureAsked = Signal()

    def __init__(
        self, state: PublicState, theme: ThemeSource, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._shift = (0, 0)
        self._end_after_s, self._is_stored = WARNING_S, False
        self._steps = VisitSteps(state, self)
        self._information = Information(state, self)
        self._places = PublicPlaces(state, self)
        self._overview = Overview(state, theme, self)
        self._answer = AnswerPage(state, self)
        self._compare = Compare(state, self._overview, theme, self)
        self._narrowing = Narrowing(state, self._overview, self)
        self._brochure = PublicBrochure(state, theme, tasks, self)
        self._sheets = SpotSheets(state, self._brochure, tasks, self)
        state.changed.connect(self.changed)
        state.shell.retold.connect(self.changed)

    def move_to(self, x_px: int, y_px: int) -> None:
        """Show the attract page a few pixels elsewhere."""
        self._shift = (x_px, y_px)
        self.moved.emit()

    def warn(self, end_after_s: int, *, is_stored: bool) -> None:
        """Nobody seems to be there; ``is_stored`` where the answers of a visit are stored already."""
        self._end_after_s, self._is_stored = end_after_s, is_stored
        self.changed.emit()

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """What the warning page says becomes of what is on the screen."""
        return outcome(self._state.words, self._end_after_s, is_stored=self._is_stored)

    @Property(bool, notify=changed)
    def isStored(self) -> bool:
        """Whether the warning page is shown to somebody whose answers are stored."""
        return self._is_stored

    @Property(int, notify=moved)
    def shiftX(self) -> int:
        """Pixels to the right."""
        return self._shift[0]

    @Property(int, notify=moved)
    def shiftY(self) -> int:
        """Pixels down."""
        return self._shift[1]

    @Property(VisitSteps, constant=True)
    def steps(self) -> VisitSteps:
        """Forward and back on pages that inform."""
        return self._steps

    @Property(Information, constant=True)
    def information(self) -> Information:
        """Texts before any provider."""
        return self._information

    @Property(PublicPlaces, constant=True)
    def places(self) -> PublicPlaces:
        """Zone and services."""
        return self._places

    @Property(Overview, constant=True)
    def overview(self) -> Overview:
        """Cards of a service."""
        return self._overview

    @Property(AnswerPage, constant=True)
    def provider(self) -> AnswerPage:
        """One provider in full."""
        return self._answer

    @Property(Compare, constant=True)
    def compare(self) -> Compare:
        """Providers side by side."""
        return self._compare

    @Property(Narrowing, constant=True)
    def narrowing(self) -> Narrowing:
        """Only some of the providers."""
        return self._narrowing

    @Property(PublicBrochure, constant=True)
    def brochure(self) -> PublicBrochure:
        """A brochure on paper."""
        return self._brochure

    @Property(SpotSheets, constant=True)
    def sheets(self) -> SpotSheets:
        """How much paper it takes."""
        return self._sheets

    @Slot(str)
    def begin(self, language: str) -> None:
        """Begin in a language."""
        self.begun.emit(language)

    @Slot()
    def beginSomehow(self) -> None:
        """Begin in the municipality's own language: something beside the buttons was touched."""
        self.begun.emit(self._state.program.municipality.default_language.value)

    @Slot(str, result=str)
    def heading(self, language: str) -> str:
        """What the machine is about, in the language of a column of the attract page."""
        return self._state.program.words_for(Language(language)).gettext("Help at home")

    @Slot(str, result=str)
    def lead(self, language: str) -> str:
        """What can be done here, in the language of a column of the attract page."""
        words = self._state.program.words_for(Language(language))
        return words.gettext("Read about free choice of provider.")

    @Slot(str, result=str)
    def begins(self, language: str) -> str:
        """The button of a column of the attract page, in its language."""
        words = self._state.program.words_for(Language(language))
        # Each language names itself here.
        return words.pgettext("button", "Start in English")

    @Slot()
    def askStaff(self) -> None:
        """A staff member wants to sign in."""
        self.staffAsked.emit()

    @Slot()
    def backToStart(self) -> None:
        """Nobody signs in after all."""
        self.startAsked.emit()

    @Slot()
    def stay(self) -> None:
        """Somebody is still here."""
        self.stayed.emit()

    @Slot()
    def end(self) -> None:
        """End, and delete what is on the screen."""
        self.ended.emit()

    @Slot()
    def finish(self) -> None:
        """The person is done."""
        self.finished.emit()

    @Slot()
    def askForBrochure(self) -> None:
        """On to printing what was read about."""
        self.brochureAsked.emit()
