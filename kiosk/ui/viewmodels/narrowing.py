"""Only some of the providers of a service, because the person asks for them (neutrality N23)."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.narrowing_texts import WishCard, left_line, wish_cards
from kiosk.app.see_providers import candidates
from kiosk.domain.asked_view import ViewKind
from kiosk.domain.narrowing import Candidate, Narrowed, Topic, Wishes, narrowed, with_or_without
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.viewmodels.overview import Overview
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_NOBODY = Narrowed(())


@QmlElement
@QmlUncreatable("made by the application")
class Narrowing(QObject):
    """What can be asked for, as cards that can be picked together; none is picked at first.

    Nothing is left out on the overview before ``show``.

    Signals:
        changed: Another card is picked, or the language is another.
        shown, left: Back to the overview, with what was asked for or as it was.
    """

    changed = Signal()
    shown = Signal()
    left = Signal()

    def __init__(
        self, state: VisitState, overview: Overview, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._faults = state.faults
        self._overview = overview
        self._wishes: Wishes = frozenset()
        self._cards: tuple[WishCard, ...] = ()
        self._left = _NOBODY
        self._count = 0
        self._message = ""
        fields = ("key", "name", "support", "isPicked")
        self._languages = RowsModel(fields, self)
        self._times = RowsModel(fields, self)
        self._others = RowsModel(fields, self)
        state.changed.connect(self._refresh)

    def start(self) -> None:
        """Pick among the facts of the service that is shown, from what is asked for now."""
        self._message = ""
        self._wishes = self._state.view.wishes_for(self._overview.section.service)
        self._refresh()

    @Property(RowsModel, constant=True)
    def languages(self) -> RowsModel:
        """Languages that somebody speaks, from A to Å; may be empty."""
        return self._languages

    @Property(RowsModel, constant=True)
    def times(self) -> RowsModel:
        """Parts of the day in which somebody comes; may be empty."""
        return self._times

    @Property(RowsModel, constant=True)
    def others(self) -> RowsModel:
        """Everything else; may be empty."""
        return self._others

    @Property(str, notify=changed)
    def note(self) -> str:
        """How many fit, and that those stay who have not stated everything."""
        return left_line(self._left, self._count, self._state.words) if self._count else ""

    @Property(str, notify=changed)
    def message(self) -> str:
        """That nobody fits; empty until such a page is asked for."""
        return self._message

    @Property(bool, notify=changed)
    def isAsked(self) -> bool:
        """Whether anything is asked for."""
        return bool(self._wishes)

    @Property(int, notify=changed)
    def shownCount(self) -> int:
        """How many fit."""
        return len(self._left.shown)

    @Property(int, notify=changed)
    def count(self) -> int:
        """Of how many."""
        return self._count

    @Slot(str)
    @told
    def toggle(self, key: str) -> None:
        """Ask for a fact, or no longer."""
        card = next((each for each in self._cards if each.wish.key == key), None)
        if card is not None:
            self._message = ""
            self._wishes = with_or_without(self._wishes, card.wish)
            self._refresh()

    @Slot()
    @told
    def show(self) -> None:
        """Show those who fit; where nobody does, say so and stay."""
        if not self._left.shown:
            self._message = left_line(self._left, self._count, self._state.words)
            self.changed.emit()
            return
        self._see(self._wishes)
        self.shown.emit()

    @Slot()
    @told
    def showAll(self) -> None:
        """Show everybody again."""
        self._see(frozenset())
        self.shown.emit()

    @Slot()
    def leave(self) -> None:
        """Back, with nothing changed."""
        self.left.emit()

    def _see(self, wishes: Wishes) -> None:
        view, service = self._state.view, self._overview.section.service
        if wishes == view.wishes_for(service):
            return
        self._state.see(view.only(service, wishes), ViewKind.SOME if wishes else None)

    @Slot()
    @told
    def _refresh(self) -> None:
        found = self._candidates()
        self._count = len(found)
        self._left = narrowed(found, self._wishes)
        self._cards = self._all_cards(found)
        for model, topics in (
            (self._languages, {Topic.LANGUAGE}),
            (self._times, {Topic.TIME}),
            (self._others, set(Topic) - {Topic.LANGUAGE, Topic.TIME}),
        ):
            model.show([self._row(each) for each in self._cards if each.wish.topic in topics])
        self.changed.emit()

    def _candidates(self) -> tuple[Candidate, ...]:
        if not self._state.is_open or not self._state.sections:
            self._wishes, self._message = frozenset(), ""
            return ()
        section = self._overview.dealt_section
        return candidates(section.providers, section, self._state.scope(section.service))

    def _all_cards(self, found: tuple[Candidate, ...]) -> tuple[WishCard, ...]:
        if not found:
            return ()
        service = self._overview.dealt_section.service
        return wish_cards(found, service, self._state.scope(service), self._state.words)

    def _row(self, card: WishCard) -> dict[str, str | bool]:
        return {
            "key": card.wish.key,
            "name": card.name,
            "support": card.support,
            "isPicked": card.wish in self._wishes,
        }
