"""Which page is shown, in which language, for which municipality."""

from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.phrases import sentence_case
from kiosk.app.ports.words import Words
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LANGUAGE_NAMES = {
    Language.BOKMAL: "Bokmål",
    Language.NYNORSK: "Nynorsk",
    Language.ENGLISH: "English",
}


class Page(Enum):
    """Every page; the value is its QML file below the module."""

    SIGN_IN = "staff/SignInPage.qml"
    UNLOCK = "staff/UnlockPage.qml"
    SET_UP = "staff/SetUpPage.qml"
    CASES = "staff/CasesPage.qml"
    CASE = "staff/CasePage.qml"
    OFFICE = "staff/OfficePage.qml"
    IMPORT = "staff/ImportPage.qml"
    BACKUP = "staff/BackupPage.qml"
    SCREEN = "staff/ScreenPage.qml"
    MAINTENANCE = "staff/MaintenancePage.qml"
    SELF_TEST = "staff/SelfTestPage.qml"
    TOUCH_TEST = "staff/TouchTestPage.qml"
    DAY_END = "staff/DayEndPage.qml"
    CLEANING = "public/CleaningPage.qml"
    DELIVERY = "staff/DeliveryPage.qml"
    EXITS = "staff/ExitsPage.qml"
    MAIL_OUT = "staff/MailoutPage.qml"
    DISPOSAL = "staff/DisposalPage.qml"
    TRY_RULE = "staff/TryRulePage.qml"
    ALLOCATION = "staff/AllocationPage.qml"
    WAITING = "staff/WaitingPage.qml"
    TIES = "staff/TiesPage.qml"
    HAND_OVER = "staff/HandOverPage.qml"
    NOTE = "staff/NotePage.qml"
    WITHDRAW = "staff/WithdrawPage.qml"
    CORRECT = "staff/CorrectPage.qml"
    PAPER = "staff/PaperPage.qml"
    SLIPS = "staff/SlipsPage.qml"
    RETURNS = "staff/ReturnsPage.qml"
    BROCHURE = "staff/BrochurePage.qml"
    PRINT = "staff/PrintPage.qml"
    WELCOME = "citizen/WelcomePage.qml"
    WHAT = "citizen/WhatPage.qml"
    NONCHOICE = "citizen/NonchoicePage.qml"
    OVERVIEW = "citizen/OverviewPage.qml"
    ANSWER = "citizen/AnswerPage.qml"
    VIEWS = "citizen/ViewsPage.qml"
    SOME = "citizen/SomePage.qml"
    COMPARE_PICK = "citizen/ComparePickPage.qml"
    COMPARE = "citizen/ComparePage.qml"
    WHO_DECIDES = "citizen/WhoDecidesPage.qml"
    BASIS = "citizen/BasisPage.qml"
    REVIEW = "citizen/ReviewPage.qml"
    SIGNATURE = "citizen/SignaturePage.qml"
    STORED = "citizen/StoredPage.qml"
    RECEIPT_PRINT = "citizen/ReceiptPrintPage.qml"
    GIVE_BACK = "citizen/GiveBackPage.qml"
    ATTRACT = "public/AttractPage.qml"
    PUBLIC_SETTINGS = "public/SettingsPage.qml"
    PUBLIC_ZONE = "public/ZonePage.qml"
    PUBLIC_SERVICES = "public/ServicesPage.qml"
    PUBLIC_WHAT = "public/WhatPage.qml"
    PUBLIC_NONCHOICE = "public/NonchoicePage.qml"
    PUBLIC_OVERVIEW = "public/OverviewPage.qml"
    PUBLIC_PROVIDER = "public/ProviderPage.qml"
    PUBLIC_VIEWS = "public/ViewsPage.qml"
    PUBLIC_SOME = "public/SomePage.qml"
    PUBLIC_COMPARE_PICK = "public/ComparePickPage.qml"
    PUBLIC_COMPARE = "public/ComparePage.qml"
    PUBLIC_NEXT = "public/NextPage.qml"
    PUBLIC_BROCHURE = "public/BrochurePage.qml"
    WARNING = "public/WarningPage.qml"

    @property
    def is_citizens(self) -> bool:
        """Whether the page belongs to the citizen's side."""
        return self.value.startswith("citizen/")

    @property
    def is_public(self) -> bool:
        """Whether the page is for people who do not say who they are."""
        return self.value.startswith("public/")


# Every page of a usual visit, in its order. A page that is written on is not among them: it is made
# anew each time, so that nothing written stays.
VISIT_PAGES = (
    Page.WELCOME,
    Page.WHAT,
    Page.NONCHOICE,
    Page.OVERVIEW,
    Page.ANSWER,
    Page.WHO_DECIDES,
    Page.REVIEW,
    Page.STORED,
)


@QmlElement
@QmlUncreatable("made by the application")
class AppShell(QObject):
    """The frame around all pages.

    Signals:
        pageChanged: Another page is shown.
        pageDue: Time to make a page that may follow.
        visitBegun: Pages of the visit before are worth nothing any more.
        spoken: Another language; every text must be made again. Not while strangers are alone with the
            screen: the record is closed then, and what the staff's pages would read is not there.
        retold: Another language, whoever is there.
        settingsAsked, endAsked: The citizen used a button of the header.
    """

    pageChanged = Signal()
    pageDue = Signal()
    visitBegun = Signal()
    spoken = Signal()
    retold = Signal()
    staffChanged = Signal()
    settingsAsked = Signal()
    endAsked = Signal()

    def __init__(
        self, municipality: Municipality, words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._is_public = False
        self._municipality = municipality
        self._words = words
        self._page = Page.SIGN_IN
        self._staff = ""

    @property
    def words(self) -> Words:
        """Texts in the language that is shown now."""
        return self._words

    @property
    def current(self) -> Page:
        """The page that is shown."""
        return self._page

    @property
    def visit_pages(self) -> tuple[Page, ...]:
        """Every page of a usual visit in this municipality, in its order."""
        if not self._municipality.asks_signature:
            return VISIT_PAGES
        # Its drawing lives in the view-model, which forgets it with the page.
        after = VISIT_PAGES.index(Page.REVIEW) + 1
        return (*VISIT_PAGES[:after], Page.SIGNATURE, *VISIT_PAGES[after:])

    def show(self, page: Page) -> None:
        """Show a page from its top, the same page again too."""
        self._page = page
        self.pageChanged.emit()

    @Slot()
    def makePageSoon(self) -> None:
        """Ask for a page that may follow, when nothing else is waiting.

        Pages are made in answer to a signal of Python only, which lets go of the interpreter's
        lock: Qt's loading thread asks our translator, and whoever waits for the thread with the
        lock in hand waits for ever.
        """
        QTimer.singleShot(0, self, self.pageDue.emit)

    def begin_visit(self) -> None:
        """Show the first page of a visit; no page of an earlier one is left."""
        self.visitBegun.emit()
        self.show(VISIT_PAGES[0])

    def speak(self, words: Words) -> None:
        """Change the language of all pages."""
        self._words = words
        self.retold.emit()
        if not self._is_public or self._staff:
            self.spoken.emit()

    def serve_strangers(self) -> None:
        """From now on the machine is one that strangers use alone."""
        self._is_public = True
        self.retold.emit()

    def signed_in(self, name: str) -> None:
        """Show who is signed in; empty when nobody is."""
        self._staff = name
        self.staffChanged.emit()

    @Property(str, notify=pageChanged)
    def pageSource(self) -> str:
        """File of the page."""
        return self._page.value

    @Property("QStringList", constant=True)
    def visitPages(self) -> list[str]:
        """Files of the pages that are made ahead and kept for a visit, in order."""
        return [page.value for page in self.visit_pages]

    @Property(bool, notify=pageChanged)
    def isCitizensPage(self) -> bool:
        """Whether the citizen's side is showing."""
        return self._page.is_citizens

    @Property(bool, notify=retold)
    def isPublic(self) -> bool:
        """Whether strangers use this machine, so that ending deletes what is on the screen."""
        return self._is_public

    @Property(str, constant=True)
    def municipality(self) -> str:
        """Name of the municipality."""
        return self._municipality.name

    @Property(bool, constant=True)
    def isExample(self) -> bool:
        """The content is invented."""
        return self._municipality.is_example

    @Property(str, notify=retold)
    def zoneHeading(self) -> str:
        """The municipality's own word for its zones, as a heading."""
        return sentence_case(self._words.local(self._municipality.zone_word))

    @Property(str, notify=retold)
    def phone(self) -> str:
        """Telephone number of the office."""
        return self._words.phone(self._municipality.office.contact.phone or "")

    @Property(str, notify=retold)
    def language(self) -> str:
        """ISO code of the language."""
        return self._words.language.value

    @Property(str, notify=retold)
    def languageName(self) -> str:
        """The language's own name."""
        return LANGUAGE_NAMES[self._words.language]

    @Property(str, notify=staffChanged)
    def staffName(self) -> str:
        """Who is signed in; empty when nobody is."""
        return self._staff

    @Slot()
    def openSettings(self) -> None:
        """The citizen wants another language, text size or colours."""
        self.settingsAsked.emit()

    @Slot()
    def endVisit(self) -> None:
        """The citizen wants to end."""
        self.endAsked.emit()
