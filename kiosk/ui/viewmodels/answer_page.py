"""One answer in full: a provider, keeping, not choosing or thinking it over; the same frame."""

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.choice import Answer, Chooses, DoesNotWish, Keeps, Postpones
from kiosk.domain.document.provider_block import CoverageCell, ProviderBlock
from kiosk.domain.document.service_section import OptionBlock, OptionKey, ServiceSection
from kiosk.domain.eligibility import postpone_dates, reply_deadline
from kiosk.domain.provider import Coverage
from kiosk.domain.service import ServiceId
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import ending_whole
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.viewmodels.overview import first_card, key_of, option_card
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_SIGNS = {Coverage.YES: "checkmark", Coverage.NO: "minus", Coverage.NOT_STATED: ""}


@QmlElement
@QmlUncreatable("made by the application")
class AnswerPage(QObject):
    """What is to be read about one answer, and whether it is the person's.

    Signals:
        changed: Another answer, language, or it was picked or cleared.
        left: Back to all answers.
        asked: A message that the person should read, such as to pick a date first.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, state: VisitState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._faults = state.faults
        self._service = ServiceId("")
        self._key = ""
        self._until = ""
        self._message = ""
        self._strip = RowsModel(("label", "hours", "words", "sign", "comes"), self)
        self._facts = RowsModel(("label", "value"), self)
        self._dates = RowsModel(("key", "name", "isPicked"), self)
        state.changed.connect(self._refresh)

    def start(self) -> None:
        """Begin with the first answer of a visit, so that the page can be made before one is opened."""
        section = self._state.sections[0] if self._state.sections else None
        if section is not None:
            self.show(section.service, first_card(section))

    def show(self, service: ServiceId, key: str) -> None:
        """Show the answer with this key."""
        self._service = service
        self._key = key
        self._message = ""
        given = self._state.visit.answers.get(service)
        self._until = given.until.isoformat() if isinstance(given, Postpones) else ""
        self._refresh()

    def forget(self) -> None:
        """Show nothing; the next person begins with another answer."""
        self._service, self._key, self._until, self._message = ServiceId(""), "", "", ""
        for rows in (self._strip, self._facts, self._dates):
            rows.show([])
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """Name of the provider, or the words of the card."""
        block = self._provider()
        if block is not None:
            return block.name
        option = self._option()
        return option.title if option is not None else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        """Service and zone."""
        section = self._section()
        return section.zone_line if section is not None else ""

    @Property(str, notify=changed)
    def kindLine(self) -> str:
        """Kind and since when; empty for answers that are no provider."""
        block = self._provider()
        return ending_whole(block.kind_line) if block is not None else ""

    @Property(str, notify=changed)
    def ownerLine(self) -> str:
        """Owner and organisation number; empty for answers that are no provider."""
        block = self._provider()
        return block.owner_line if block is not None else ""

    @Property(str, notify=changed)
    def approval(self) -> str:
        """Source and approval of the facts; empty for answers that are no provider."""
        block = self._provider()
        return ending_whole(block.approval) if block is not None else ""

    @Property(bool, notify=changed)
    def hasStrip(self) -> bool:
        """Whether parts of the day are shown."""
        return self._provider() is not None

    @Property(RowsModel, constant=True)
    def strip(self) -> RowsModel:
        """Day, evening, night, weekend."""
        return self._strip

    @Property(RowsModel, constant=True)
    def facts(self) -> RowsModel:
        """Labelled fields in the order of all media."""
        return self._facts

    @Property(RowsModel, constant=True)
    def dates(self) -> RowsModel:
        """Dates to agree on when thinking it over; empty for other answers."""
        return self._dates

    @Property(bool, notify=changed)
    def hasDates(self) -> bool:
        """Whether a date is to be agreed on."""
        return self._dates.rowCount() > 0

    @Property(bool, notify=changed)
    def isAnswer(self) -> bool:
        """Whether this is the person's answer."""
        given = self._state.visit.answers.get(self._service) if self._state.is_open else None
        return self._key != "" and key_of(given) == self._key

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why this cannot be the answer, or not yet; empty when nothing is in the way."""
        return self._message or self._limit()

    @Slot(str)
    @told
    def pickDate(self, key: str) -> None:
        """Agree on a date; a given postponement moves with it."""
        self._until = key
        self._message = ""
        if self.isAnswer:
            self._give()
        self._refresh()

    @Slot()
    @told
    def toggle(self) -> None:
        """Make this the answer, or clear it."""
        if self.isAnswer:
            self._state.update(self._state.visit.cleared(self._service))
        else:
            self._give()

    @Slot()
    def leave(self) -> None:
        """Back to all answers."""
        self.left.emit()

    def _limit(self) -> str:
        """Why no other provider can be chosen; empty for every answer that can be given."""
        section, block = self._section(), self._provider()
        if section is None or block is None:
            return ""
        return block.no_choice or ("" if block.id == section.present else section.limit)

    def _give(self) -> None:
        if self._limit():
            self.changed.emit()
            return
        answer = self._answer()
        if answer is None:
            self._message = self._state.words.gettext("Pick a date first.")
            self.changed.emit()
        else:
            self._state.update(self._state.visit.answered(self._service, answer))

    def _answer(self) -> Answer | None:
        option = self._option()
        block = self._provider()
        if block is not None:
            return Chooses(block.id)
        match option.key if option is not None else None:
            case OptionKey.KEEP:
                return Keeps()
            case OptionKey.DOES_NOT_WISH:
                return DoesNotWish()
            case OptionKey.THINK if self._until:
                return Postpones(date.fromisoformat(self._until))
            case _:
                return None

    def _section(self) -> ServiceSection | None:
        sections = self._state.sections
        return next((item for item in sections if item.service == self._service), None)

    def _provider(self) -> ProviderBlock | None:
        section = self._section()
        if section is None:
            return None
        return next((block for block in section.providers if block.id == self._key), None)

    def _option(self) -> OptionBlock | None:
        section = self._section()
        if section is None:
            return None
        return next((item for item in section.options if option_card(item.key) == self._key), None)

    @Slot()
    @told
    def _refresh(self) -> None:
        if not self._state.is_open or not self._key:
            return
        block = self._provider()
        option = self._option()
        self._strip.show([_cell_row(cell) for cell in _cells(block)])
        if block is not None:
            self._facts.show([{"label": fact.label, "value": fact.value} for fact in block.facts])
        elif option is not None:
            self._facts.show([{"label": label, "value": text} for label, text in option.rows])
        self._dates.show(self._date_rows(option))
        self.changed.emit()

    def _days_to_agree_on(self) -> tuple[date, ...]:
        program = self._state.program
        granted = self._state.case.granted(self._service)
        if granted is None:
            return ()
        deadline = reply_deadline(program.municipality, granted)
        return postpone_dates(program.clock.now().date(), deadline, program.working)

    def _date_rows(self, option: OptionBlock | None) -> list[dict[str, str | bool]]:
        if option is None or option.key is not OptionKey.THINK:
            return []
        words = self._state.words
        days = self._days_to_agree_on()
        return [
            {
                "key": day.isoformat(),
                "name": words.day_and_month(day),
                "isPicked": day.isoformat() == self._until,
            }
            for day in days
        ]


def _cells(block: ProviderBlock | None) -> tuple[CoverageCell, ...]:
    return block.strips[0].cells if block is not None and block.strips else ()


def _cell_row(cell: CoverageCell) -> dict[str, str | bool]:
    return {
        "label": cell.label,
        "hours": cell.hours,
        "words": cell.words,
        "sign": _SIGNS[cell.comes],
        "comes": cell.comes is Coverage.YES,
    }
