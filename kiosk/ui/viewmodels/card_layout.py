"""How large the choice cards are and how many stand abreast; alike for all services of a visit."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.document.service_section import ServiceSection
from kiosk.theme.cards import CardPlan, CardRoom, Density, plan_cards
from kiosk.theme.scale import Scale
from kiosk.theme.tokens import Family
from kiosk.ui.card_measure import CardLook, CardMeasure
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_LAPTOP_GAP_MM = 4.0
_CLOSE_PAD_MM = 1.2
_CLOSE_NAME_LINE = 1.15

_Texts = frozenset[tuple[str, str]]
_Basis = tuple[Scale, tuple[int, int], tuple[tuple[int, int], ...], _Texts]


@QmlElement
@QmlUncreatable("made by the application")
class CardLayout(QObject):
    """The plan of all cards, made anew when the room, the text size or the words change.

    Signals:
        changed: Another plan.
    """

    changed = Signal()

    def __init__(self, scale: Scale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room: tuple[int, int] | None = None
        self._is_seen = False
        self._basis: _Basis | None = None
        self._plan = _usual(scale)

    @property
    def plan(self) -> CardPlan:
        """Columns, rows and size."""
        return self._plan

    @Property(int, notify=changed)
    def columns(self) -> int:
        """Cards side by side."""
        return self._plan.columns

    @Property(int, notify=changed)
    def cardWidth(self) -> int:
        """Pixels."""
        return self._plan.width_px

    @Property(int, notify=changed)
    def cardHeight(self) -> int:
        """Pixels."""
        return self._plan.height_px

    @Property(int, notify=changed)
    def gap(self) -> int:
        """Pixels between two cards."""
        return self._plan.gap_px

    @Property(bool, notify=changed)
    def isClose(self) -> bool:
        """Whether lines and white are as close as the largest text has them."""
        return self._plan.density > 0

    def forget(self) -> None:
        """The room may have grown: the next that is told counts, whatever it was before."""
        self._is_seen = False

    def see(self, width_px: int, height_px: int) -> bool:
        """Take in the room of the page; tells whether it is news.

        A long title or a note leaves less room. Less stays less until ``forget``, so that a page
        never flickers and two services of one visit have cards of one size.
        """
        if self._is_seen and self._room is not None:
            height_px = min(height_px, self._room[1])
        is_news = self._room != (width_px, height_px)
        self._room = (width_px, height_px)
        self._is_seen = True
        return is_news

    def arrange(self, scale: Scale, sections: tuple[ServiceSection, ...]) -> None:
        """Plan for these services; does nothing where nothing is new."""
        if self._room is None:
            self._take(_usual(scale))
            return
        counts = tuple((len(each.providers), len(each.options)) for each in sections)
        texts = _texts(sections)
        if self._basis is not None and texts != self._basis[-1]:
            self.forget()
        basis = (scale, self._room, counts, texts)
        if basis != self._basis:
            self._basis = basis
            self._take(_plan(*basis))

    def _take(self, plan: CardPlan) -> None:
        if plan != self._plan:
            self._plan = plan
            self.changed.emit()


def _texts(sections: tuple[ServiceSection, ...]) -> _Texts:
    providers = {(each.name, each.support) for section in sections for each in section.providers}
    options = {(each.title, each.support) for section in sections for each in section.options}
    return frozenset(providers | options)


def _plan(
    scale: Scale, room: tuple[int, int], counts: tuple[tuple[int, int], ...], texts: _Texts
) -> CardPlan:
    height = scale.at_least_px(scale.card_mm()[1])
    spare = 0 if scale.is_compact else 2 * _roomy(scale).pad_px
    page = CardRoom(room[0], room[1], scale.card_columns, height, spare)
    return plan_cards(
        counts,
        page,
        (
            Density(scale.card_gap_px, CardMeasure(scale, _roomy(scale), texts).needed),
            Density(
                min(scale.card_gap_px, scale.at_least_px(_least_gap_mm(scale))),
                CardMeasure(scale, close_look(scale), texts).needed,
            ),
        ),
    )


def _roomy(scale: Scale) -> CardLook:
    pad = scale.tokens.by_device("space", "card_padding_min_top", scale.device, scale.size)
    if scale.is_compact:
        return close_look(scale)
    natural = scale.tokens.number("font", "natural_line_em")
    line = scale.tokens.number("font", "line_name") / natural
    return CardLook(scale.px(pad), scale.px(0.8), line, line)


def close_look(scale: Scale) -> CardLook:
    """As the largest text on the laptop has it; for other sizes where it saves a page."""
    natural = scale.tokens.number("font", "natural_line_em")
    line = scale.tokens.number("font", "line_name") / natural
    return CardLook(scale.px(_CLOSE_PAD_MM), scale.px(0.3), _CLOSE_NAME_LINE / natural, line)


def _least_gap_mm(scale: Scale) -> float:
    """The standard between two targets; fingers hit a touch screen less exactly."""
    if scale.device.family is Family.LAPTOP:
        return _LAPTOP_GAP_MM
    return scale.tokens.number("target", "gap")


def _usual(scale: Scale) -> CardPlan:
    """Before the page has told its room."""
    width, height = scale.card_mm()
    return CardPlan(
        scale.card_columns,
        scale.card_rows,
        scale.px(width),
        scale.at_least_px(height),
        scale.card_gap_px,
        1 if scale.is_compact else 0,
    )
