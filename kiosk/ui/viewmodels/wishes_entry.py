"""What the rule for those who do not choose shall know of a person, per service."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.nonchoice.wish_texts import wishes_text
from kiosk.app.phrases import provider_name
from kiosk.domain.allocation_events import WishesNoted
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import KioskError, Refusal, RefusedError
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.staff import StaffRight
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import service_name
from kiosk.ui.open_entry import CaseDesk, OpenEntry
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_NOBODY = ""


@QmlElement
@QmlUncreatable("made by the application")
class WishesEntry(QObject):
    """One service at a time; what is stored replaces what was noted before.

    Signals:
        changed: Another case or service, something picked, a message, or the entry is open or
            closed.
    """

    changed = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk.case)
        self._program = desk.program
        self._shell = desk.shell
        self._case = desk.case
        self._entry = OpenEntry(desk, StaffRight.NOTE_FOR_RULE, self._forget, self._tell)
        self._former = self._household = self._day = ""
        self._unwanted: set[str] = set()
        self._rows = RowsModel(("key", "name", "text"), self)
        self._formers = RowsModel(("key", "name", "picked"), self)
        self._households = RowsModel(("key", "name", "picked"), self)
        self._others = RowsModel(("key", "name", "picked"), self)
        desk.case.changed.connect(self._refresh)
        desk.shell.staffChanged.connect(self._refresh)
        self._refresh()

    @Property(bool, notify=changed)
    def isAllowed(self) -> bool:
        """Whether the one who is signed in may enter it, in a case that is open."""
        return self._case.is_open and not self._entry.objections

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Services that can be chosen for, with what is noted."""
        return self._rows

    @Property(str, notify=changed)
    def service(self) -> str:
        """Key of the service that the entry is about; empty while it is closed."""
        return self._entry.subject

    @Property(RowsModel, constant=True)
    def formers(self) -> RowsModel:
        """Who may have helped before; nobody comes first."""
        return self._formers

    @Property(RowsModel, constant=True)
    def households(self) -> RowsModel:
        """Who may help somebody in the same home; nobody comes first."""
        return self._households

    @Property(RowsModel, constant=True)
    def unwanted(self) -> RowsModel:
        """Providers that the person may not want."""
        return self._others

    @Property(bool, notify=changed)
    def asksDay(self) -> bool:
        """Whether a former provider is picked."""
        return self._former != _NOBODY

    @Property(str, notify=changed)
    def dayLabel(self) -> str:
        """The label of the last day, with an example of how to write it."""
        text = self._shell.words.gettext("Last day with that provider, for example {example}")
        return text.format(example=self._example())

    @Property(str, notify=changed)
    def day(self) -> str:
        """The last day with the former provider, as written."""
        return self._day

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._entry.message

    @Slot(str)
    def begin(self, service: str) -> None:
        """Open the entry with what is noted; only for those who may."""
        if not self.isAllowed:
            return
        self._entry.begin(service)
        with suppress(KioskError):
            noted = self._program.record.case_file(self._case.reference).wishes
            self._take_over(noted.get(self._service))
        self._refresh()

    @Slot(str)
    def pickFormer(self, key: str) -> None:
        """Say who helped before."""
        self._former = key
        self._refresh()

    @Slot(str)
    def pickHousehold(self, key: str) -> None:
        """Say who helps somebody in the same home."""
        self._household = key
        self._refresh()

    @Slot(str)
    def toggleUnwanted(self, key: str) -> None:
        """Say that the person does not want a provider, or take it back."""
        self._unwanted ^= {key}
        self._refresh()

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written."""
        if text != self._day:
            self._day = text
            self.changed.emit()

    def close(self) -> None:
        """Close the entry; what is still being stored is told nobody."""
        self._entry.close()

    @Slot()
    def cancel(self) -> None:
        """Close the entry, and store nothing; not while it is being stored."""
        self._entry.cancel()

    @Slot()
    def store(self) -> None:
        """Store it; a second tap while storing does nothing."""
        if self._service:
            self._entry.run(self._attempt())

    def _take_over(self, noted: WishesNoted | None) -> None:
        if noted is None:
            return
        known = noted.known
        self._former, self._household = known.former or _NOBODY, known.household or _NOBODY
        self._day = "" if known.former_until is None else as_typed(known.former_until)
        self._unwanted = set(noted.objects_to)

    def _attempt(self) -> Callable[[], None]:
        use_case, case, service = self._program.note_for_rule, self._case.reference, self._service
        event_id, actor = self._entry.event_id, self._entry.actor
        former = ProviderId(self._former) if self._former else None
        household = ProviderId(self._household) if self._household else None
        unwanted = tuple(ProviderId(each) for each in sorted(self._unwanted))
        day, written, example = typed_day(self._day), self._day.strip(), self._example()

        def attempt() -> None:
            if former is not None and written and day is None:
                raise RefusedError([Refusal("correction.day_unreadable", {"example": example})])
            until: date | None = None if former is None else day
            noted = WishesNoted(service, Known(former, until, household), unwanted)
            use_case.store(case, noted, event_id, actor)

        return attempt

    def _example(self) -> str:
        return as_typed(self._program.clock.now().date())

    @property
    def _service(self) -> ServiceId:
        return ServiceId(self._entry.subject)

    def _forget(self) -> None:
        self._former = self._household = _NOBODY
        self._day = ""
        self._unwanted = set()

    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        if self._case.reference:
            with suppress(KioskError):
                self._read()
        self.changed.emit()

    def _read(self) -> None:
        words, place = self._shell.words, self._program.municipality
        file = self._program.record.case_file(self._case.reference)
        today = self._program.clock.now().date()
        offered = offered_services(place, file.case, today)
        self._rows.show(
            [
                {
                    "key": each.service,
                    "name": service_name(place, each.service, words),
                    "text": wishes_text(file.wishes.get(each.service), place, words),
                }
                for each in offered
            ]
        )
        here = place.offered(self._service, file.case.zone, today) if self._service else ()
        nobody = (_NOBODY, words.pgettext("no provider", "None"))
        names = [(each, provider_name(place, each, words)) for each in here]
        providers = sorted(names, key=lambda pair: (alphabetic(pair[1]), pair[0]))
        self._formers.show(_options((nobody, *providers), {self._former}))
        self._households.show(_options((nobody, *providers), {self._household}))
        self._others.show(_options(providers, self._unwanted))


def _options(options: Iterable[tuple[str, str]], picked: set[str]) -> list[dict[str, str | bool]]:
    return [{"key": key, "name": name, "picked": key in picked} for key, name in options]
