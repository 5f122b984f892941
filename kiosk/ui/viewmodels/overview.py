"""The overview: every answer of one service as one equal card."""

from itertools import chain

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.asked_view import ViewKind
from kiosk.domain.choice import Answer, Chooses, DoesNotWish, Keeps, Postpones
from kiosk.domain.document.service_section import OptionKey, ServiceSection
from kiosk.theme.cards import card_pages, stands_apart
from kiosk.ui.faults import told
from kiosk.ui.models.rows import Row, RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.view_news import ViewNews
from kiosk.ui.viewmodels.card_layout import CardLayout
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Overview(QObject):
    """Cards of the present service, a page of them at a time.

    Signals:
        changed: Another service, page of cards, language or answer.
        opened: A card was tapped; carries its key.
        passed, left: Forward from the last page of cards; back from the first.
        otherwiseAsked, compareAsked, narrowAsked: The person wants to pick another way of seeing
            them, two or three side by side, or only some.
        seen: All cards are others, from the first page.
    """

    changed = Signal()
    opened = Signal(str)
    passed = Signal()
    left = Signal()
    otherwiseAsked = Signal()
    compareAsked = Signal()
    narrowAsked = Signal()
    seen = Signal()

    def __init__(
        self, state: VisitState, theme: ThemeSource, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._faults = state.faults
        self._theme = theme
        self._service = 0
        self._page = 0
        self._shown: tuple[ServiceSection, ...] = ()
        self._news = ViewNews()
        self._layout = CardLayout(theme.scale, self)
        self._providers = RowsModel(("key", "name", "support", "isAnswer"), self)
        self._options = RowsModel(("key", "name", "support", "isAnswer"), self)
        state.changed.connect(self._refresh)
        theme.changed.connect(self._start_over)

    @property
    def section(self) -> ServiceSection:
        """The service that is shown, as the person asked to see it."""
        return self._shown[self._service]

    @property
    def dealt_section(self) -> ServiceSection:
        """The same with everybody, in the dealt order."""
        return self._state.sections[self._service]

    @property
    def service_index(self) -> int:
        """Place of that service among those asked about, from 0."""
        return self._service

    def start(self) -> None:
        """Begin with the first service of a visit, so that the page can be made before it is shown."""
        self.show_service(0)

    def show_service(self, index: int, *, last_page: bool = False) -> None:
        """Show the cards of a service, from the first page or the last."""
        self._shown = self._state.shown_sections
        self._service = index
        self._arrange()
        self._page = len(self._pages()) - 1 if last_page else 0
        self._refresh()

    def forget(self) -> None:
        """Show nothing; the next person begins with the first service."""
        self._service = self._page = 0
        self._shown = ()
        self._news.forget()
        # The room that a long title left to one person is not what the next one has.
        self._layout.forget()
        self._providers.show([])
        self._options.show([])
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The question; with the page of cards where the text is largest."""
        if not self._shown:
            return ""
        if not self._theme.scale.has_short_titles:
            return self.section.title
        if self.section.is_narrowed:
            several = len(self._state.sections) > 1
            line = self._narrowed_line()
            return f"{self.section.name}: {line}" if several else line
        return self.section.title if len(self._pages()) == 1 else self._compact_title()

    @Property(str, notify=changed)
    def note(self) -> str:
        """How many providers, in which order, and which page."""
        if not self._shown or self._theme.scale.has_short_titles:
            return ""
        words = self._state.words
        count = len(self.section.providers)
        pages = len(self._pages())
        if self.section.is_narrowed and pages > 1:
            return self._narrowed_line()
        if pages == 1:
            return self.section.count_line
        text = words.ngettext(
            "{count} provider, page {page} of {pages}",
            "{count} providers, page {page} of {pages}",
            count,
        )
        return text.format(count=count, page=self._page + 1, pages=pages)

    @Property(str, notify=changed)
    def asideNote(self) -> str:
        """How many providers, and in which order, where the title says the page itself."""
        if not self._shown or not self._theme.scale.has_short_titles or self.section.is_narrowed:
            return ""
        return self.section.count_line

    @Property(bool, notify=changed)
    def hasSeveral(self) -> bool:
        """Whether there is an order to change, or anybody to leave out."""
        return bool(self._shown) and len(self.dealt_section.providers) > 1

    @Property(str, notify=changed)
    def turnText(self) -> str:
        """Which page of cards is shown; empty where there is one only."""
        if not self._shown or len(self._pages()) == 1:
            return ""
        text = self._state.words.gettext("Page {page} of {pages}")
        return text.format(**self._place())

    @Property(str, notify=changed)
    def shortTitle(self) -> str:
        """The question without the service, for where its name takes two lines."""
        words = self._state.words
        if not self._shown:
            return ""
        if self._theme.scale.has_short_titles and self.section.is_narrowed:
            return self._narrowed_line()
        if not self._theme.scale.has_short_titles or len(self._pages()) == 1:
            return words.gettext("Who will help you?")
        text = words.gettext("Who will help you? Page {page} of {pages}")
        return text.format(**self._place())

    @Property(str, notify=changed)
    def shortNote(self) -> str:
        """The service and the note, below the question without the service."""
        if not self._shown:
            return ""
        return ": ".join(part for part in (self.section.name, self.note) if part)

    @Property(RowsModel, constant=True)
    def providers(self) -> RowsModel:
        """Providers on this page, in the order dealt to the case; may be empty."""
        return self._providers

    @Property(RowsModel, constant=True)
    def options(self) -> RowsModel:
        """The other answers on this page; may be empty."""
        return self._options

    @Property(CardLayout, constant=True)
    def layout(self) -> CardLayout:
        """Columns and size of all cards."""
        return self._layout

    @Property(bool, notify=changed)
    def isSplit(self) -> bool:
        """Whether providers and other answers stand on this page, with a rule between."""
        return self._providers.rowCount() > 0 and self._options.rowCount() > 0

    @Property(bool, notify=changed)
    def hasMoreCards(self) -> bool:
        """More cards wait."""
        return self._page + 1 < len(self._pages())

    @Property(bool, notify=changed)
    def isAToZ(self) -> bool:
        """Whether names stand from A to Å."""
        return self._state.view.is_a_to_z

    @Property(bool, notify=changed)
    def isNarrowed(self) -> bool:
        """Whether only some providers are shown, because the person asked for them."""
        return bool(self._shown) and self.section.is_narrowed

    @Slot()
    @told
    def sort(self) -> None:
        """From A to Å, or in the drawn order again."""
        view = self._state.view
        wanted = not view.is_a_to_z
        self._state.see(view.sorted_a_to_z(wanted=wanted), ViewKind.A_TO_Z if wanted else None)
        self.seen.emit()

    @Slot(result=str)
    def takeNews(self) -> str:
        """How many are shown, and how, where that is new since the last look; else empty."""
        return self._news.look(self.section, self._state.view) if self._shown else ""

    @Slot()
    def seeOtherwise(self) -> None:
        """On to the other ways of seeing them, where the row of buttons has no room for all."""
        self.otherwiseAsked.emit()

    @Slot()
    def pickToCompare(self) -> None:
        """On to picking whom to compare."""
        self.compareAsked.emit()

    @Slot()
    @told
    def narrow(self) -> None:
        """On to asking for only some; from there everybody is shown again with one tap."""
        if not self.isNarrowed:
            self.narrowAsked.emit()
            return
        self._state.see(self._state.view.only(self.section.service, frozenset()))
        self.seen.emit()

    @Slot(float, float)
    def fit(self, width_px: float, height_px: float) -> None:
        """Arrange the cards in the room that the page has for them."""
        if width_px > 0 and height_px > 0 and self._layout.see(int(width_px), int(height_px)):
            self._refresh()

    @Slot(str)
    def open(self, key: str) -> None:
        """Read about an answer."""
        self.opened.emit(key)

    @Slot()
    def goOn(self) -> None:
        """Next page of cards, or on from the last."""
        if self.hasMoreCards:
            self._page += 1
            self._refresh()
        else:
            self.passed.emit()

    @Slot()
    def goBack(self) -> None:
        """The page of cards before, or back from the first."""
        if self._page > 0:
            self._page -= 1
            self._refresh()
        else:
            self.left.emit()

    def _compact_title(self) -> str:
        words = self._state.words
        if len(self._state.sections) == 1:
            text = words.gettext("Who will help you? Page {page} of {pages}")
            return text.format(**self._place())
        text = words.gettext("{service}, page {page} of {pages}")
        return text.format(service=self.section.name, **self._place())

    def _narrowed_line(self) -> str:
        words, section = self._state.words, self.section
        if len(self._pages()) == 1:
            return section.count_line
        shown = len(section.providers)
        text = words.gettext("{shown} of {count} providers, page {page} of {pages}")
        return text.format(shown=shown, count=shown + section.left_out, **self._place())

    def _place(self) -> dict[str, int]:
        return {"page": self._page + 1, "pages": len(self._pages())}

    def _pages(self) -> tuple[tuple[int, ...], ...]:
        """Cards of each page; none between visits."""
        if not self._shown:
            return ()
        plan = self._layout.plan
        section = self.section
        return card_pages(len(section.providers), len(section.options), plan.columns, plan.rows)

    def _first_apart(self, shown: tuple[int, ...]) -> int:
        """The first card below the rule; past the last card where all stand side by side."""
        plan, first_option = self._layout.plan, len(self.section.providers)
        providers = sum(index < first_option for index in shown)
        apart = stands_apart(providers, len(shown) - providers, plan.columns, plan.rows)
        return first_option if apart else max(shown) + 1

    def _arrange(self) -> None:
        self._layout.arrange(self._theme.scale, self._state.sections)

    @Slot()
    def _start_over(self) -> None:
        self._layout.forget()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if not self._state.is_open or not self._state.sections:
            return
        self._shown = self._state.shown_sections
        self._service = min(self._service, len(self._state.sections) - 1)
        self._arrange()
        pages = self._pages()
        self._page = min(self._page, len(pages) - 1)
        section = self.section
        answer_key = key_of(self._state.visit.answers.get(section.service))
        cards = [
            *((block.id, block.name, block.support) for block in section.providers),
            *(
                (option_card(option.key), option.title, option.support)
                for option in section.options
            ),
        ]
        rows: list[Row] = [
            {"key": key, "name": name, "support": support, "isAnswer": key == answer_key}
            for key, name, support in cards
        ]
        shown = pages[self._page]
        first_option = self._first_apart(shown)
        self._providers.show([rows[n] for n in shown if n < first_option])
        self._options.show([rows[n] for n in shown if n >= first_option])
        self.changed.emit()


def first_card(section: ServiceSection) -> str:
    """Key of the first card of a service; empty when it has none."""
    providers = (block.id for block in section.providers)
    options = (option_card(option.key) for option in section.options)
    return next(chain(providers, options), "")


def option_card(key: OptionKey) -> str:
    """Key of the card of an answer that is not a provider; never a provider's id."""
    return f"option:{key.value}"


def key_of(answer: Answer | None) -> str:
    """Key of the card that stands for an answer; empty without an answer."""
    match answer:
        case Chooses(provider):
            return provider
        case Keeps():
            return option_card(OptionKey.KEEP)
        case DoesNotWish():
            return option_card(OptionKey.DOES_NOT_WISH)
        case Postpones():
            return option_card(OptionKey.THINK)
        case _:
            return ""
