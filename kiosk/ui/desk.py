"""All view-models in one typed place; the only thing that a page is given."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.ui.citizen_side import CitizenSide
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_desk import StaffDesk
from kiosk.ui.viewmodels.display_settings import DisplaySettings

if TYPE_CHECKING:
    from kiosk.ui.viewmodels.answer_page import AnswerPage
    from kiosk.ui.viewmodels.compare import Compare
    from kiosk.ui.viewmodels.information import Information
    from kiosk.ui.viewmodels.narrowing import Narrowing
    from kiosk.ui.viewmodels.overview import Overview
    from kiosk.ui.viewmodels.public_desk import PublicDesk
    from kiosk.ui.viewmodels.review_page import ReviewPage
    from kiosk.ui.viewmodels.signature_page import SignaturePage
    from kiosk.ui.viewmodels.visit_steps import VisitSteps
    from kiosk.ui.viewmodels.who_decides import WhoDecides
else:
    # The citizen's side is imported with the first visit; until then any QObject will do, and a
    # page that takes one checks its real type.
    AnswerPage = Information = Overview = ReviewPage = VisitSteps = WhoDecides = QObject
    SignaturePage = PublicDesk = Compare = Narrowing = QObject

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Desk(QObject):
    """What the pages show and do, on the citizen's side and the staff's."""

    def __init__(
        self,
        shell: AppShell,
        settings: DisplaySettings,
        citizen: CitizenSide,
        staff: StaffDesk,
        strangers: "PublicDesk | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._settings = settings
        self._citizen = citizen
        self._staff = staff
        self._strangers = strangers

    @Property(AppShell, constant=True)
    def shell(self) -> AppShell:
        """Page, language, municipality."""
        return self._shell

    @Property(DisplaySettings, constant=True)
    def settings(self) -> DisplaySettings:
        """Language, text size, colours."""
        return self._settings

    @Property(StaffDesk, constant=True)
    def staff(self) -> StaffDesk:
        """The staff's pages, and the two pages between the sides."""
        return self._staff

    @Property(PublicDesk, constant=True)
    def strangers(self) -> "PublicDesk | None":
        """The pages of a machine that strangers use; None on any other."""
        return self._strangers

    @Property(VisitSteps, constant=True)
    def steps(self) -> VisitSteps:
        """Forward and back on pages that inform."""
        return self._citizen.pages.steps

    @Property(Information, constant=True)
    def information(self) -> Information:
        """Texts before any provider."""
        return self._citizen.pages.information

    @Property(Overview, constant=True)
    def overview(self) -> Overview:
        """Cards of a service."""
        return self._citizen.pages.overview

    @Property(Narrowing, constant=True)
    def narrowing(self) -> Narrowing:
        """Only some of the providers."""
        return self._citizen.pages.narrowing

    @Property(Compare, constant=True)
    def compare(self) -> Compare:
        """Providers side by side."""
        return self._citizen.pages.compare

    @Property(AnswerPage, constant=True)
    def answer(self) -> AnswerPage:
        """One answer in full."""
        return self._citizen.pages.answer

    @Property(WhoDecides, constant=True)
    def who(self) -> WhoDecides:
        """Who decides, and on what basis."""
        return self._citizen.pages.who

    @Property(ReviewPage, constant=True)
    def review(self) -> ReviewPage:
        """Review and stored page."""
        return self._citizen.pages.review

    @Property(SignaturePage, constant=True)
    def signature(self) -> SignaturePage:
        """The page on which somebody may sign."""
        return self._citizen.pages.signature
