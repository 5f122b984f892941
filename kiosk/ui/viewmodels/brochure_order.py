"""A brochure for nobody in particular: zone, services, language, edition."""

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.compose_easy_brochure import require_easy_texts
from kiosk.app.edition_texts import edition_name
from kiosk.app.program import Program
from kiosk.app.refusals import refusal_text
from kiosk.domain.edition import Edition
from kiosk.domain.errors import RefusedError
from kiosk.domain.language import Language
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import LANGUAGE_NAMES, AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_ON_PAPER = (Language.BOKMAL, Language.NYNORSK)


@QmlElement
@QmlUncreatable("made by the application")
class BrochureOrder(QObject):
    """What the brochure is to hold.

    Signals:
        changed: Something was picked, or a message is shown.
        ready: Everything is picked; carries zone, services, language and edition.
    """

    changed = Signal()
    ready = Signal(object, object, object, object)

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._zone: ZoneId | None = None
        self._services: set[ServiceId] = set()
        self._language = program.municipality.default_language
        self._edition = Edition.STANDARD
        self._message = ""
        fields = ("key", "name", "picked")
        self._zones = RowsModel(fields, self)
        self._offered = RowsModel(fields, self)
        self._languages = RowsModel(fields, self)
        self._editions = RowsModel(fields, self)
        shell.spoken.connect(self._refresh)

    def show(self) -> None:
        """Begin with what was picked last."""
        self._message = ""
        self._refresh()

    @Property(RowsModel, constant=True)
    def zones(self) -> RowsModel:
        """Zones of the municipality; one is picked."""
        return self._zones

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Services that can be chosen in the zone; several can be picked."""
        return self._offered

    @Property(RowsModel, constant=True)
    def languages(self) -> RowsModel:
        """Languages that documents exist in."""
        return self._languages

    @Property(RowsModel, constant=True)
    def editions(self) -> RowsModel:
        """Editions of brochures; one is picked."""
        return self._editions

    @Property(bool, notify=changed)
    def hasZone(self) -> bool:
        """Whether services can be picked."""
        return self._zone is not None

    @Property(str, notify=changed)
    def message(self) -> str:
        """What is missing; empty when nothing is."""
        return self._message

    @Slot(str)
    def pickZone(self, key: str) -> None:
        """Pick the zone; services that are not offered there are taken back."""
        self._zone = ZoneId(key)
        self._services &= set(self._offered_services())
        self._message = ""
        self._refresh()

    @Slot(str)
    def toggleService(self, key: str) -> None:
        """Take a service in, or leave it out."""
        self._services ^= {ServiceId(key)}
        self._message = ""
        self._refresh()

    @Slot(str)
    def pickLanguage(self, key: str) -> None:
        """Pick the language."""
        self._language = Language(key)
        self._refresh()

    @Slot(str)
    def pickEdition(self, key: str) -> None:
        """Pick the edition."""
        self._edition = Edition(key)
        self._message = ""
        self._refresh()

    @Slot()
    def goOn(self) -> None:
        """On to the printers."""
        words = self._shell.words
        if self._zone is None:
            self._say(
                words.gettext("Pick {zone} first.").format(
                    zone=words.local(self._program.municipality.zone_word)
                )
            )
        elif not self._services:
            self._say(words.gettext("Pick at least one service."))
        elif not (fault := self._fault_of_edition()):
            services = tuple(key for key in self._offered_services() if key in self._services)
            self.ready.emit(self._zone, services, self._language, self._edition)
        else:
            self._say(fault)

    def _fault_of_edition(self) -> str:
        """Why there is no such edition; empty where there is."""
        if self._edition is not Edition.EASY_READ:
            return ""
        try:
            require_easy_texts(self._program.municipality, self._language)
        except RefusedError as error:
            return refusal_text(error.refusals[0], self._shell.words)
        return ""

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    def _today(self) -> date:
        return self._program.clock.now().date()

    def _offered_services(self) -> tuple[ServiceId, ...]:
        if self._zone is None:
            return ()
        municipality = self._program.municipality
        return tuple(
            service.id
            for service in municipality.services
            if municipality.offered(service.id, self._zone, self._today())
        )

    @Slot()
    def _refresh(self) -> None:
        words = self._shell.words
        municipality = self._program.municipality
        self._zones.show(
            [
                {"key": zone.id, "name": zone.name, "picked": zone.id == self._zone}
                for zone in municipality.zones
            ]
        )
        self._offered.show(
            [
                {
                    "key": key,
                    "name": words.local(municipality.service(key).name),
                    "picked": key in self._services,
                }
                for key in self._offered_services()
            ]
        )
        self._languages.show(
            [
                {
                    "key": each.value,
                    "name": LANGUAGE_NAMES[each],
                    "picked": each is self._language,
                }
                for each in _ON_PAPER
            ]
        )
        self._editions.show(
            [
                {
                    "key": each.value,
                    "name": edition_name(each, words),
                    "picked": each is self._edition,
                }
                for each in Edition
            ]
        )
        self.changed.emit()
