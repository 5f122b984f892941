"""Where somebody lives and what they want to read about, without saying who they are."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.service import ServiceId, ZoneId
from kiosk.ui.faults import Faults, told
from kiosk.ui.models.rows import Row, RowsModel
from kiosk.ui.public_state import PublicState
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_UNSURE = "?"


@QmlElement
@QmlUncreatable("made by the application")
class PublicPlaces(QObject):
    """Equal cards for zones and services; nothing is picked at entry.

    Signals:
        changed: Another card is picked, or a message is shown.
        zoned, chosen: The zone, or at least one service, is told; the way goes on.
    """

    changed = Signal()
    zoned = Signal()
    chosen = Signal()

    def __init__(self, state: PublicState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._faults: Faults = state.faults
        self._message = ""
        fields = ("key", "name", "support", "isPicked", "isHelp")
        self._zones = RowsModel(fields, self)
        self._services = RowsModel(fields, self)
        state.changed.connect(self._refresh)
        state.shell.retold.connect(self._forget)

    @Property(RowsModel, constant=True)
    def zones(self) -> RowsModel:
        """Zones of the municipality, and that the person does not know."""
        return self._zones

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Services with a choice in the zone; several can be picked."""
        return self._services

    @Property(str, notify=changed)
    def message(self) -> str:
        """What is missing, or where there is help; empty when nothing is."""
        return self._message

    @Slot()
    def enter(self) -> None:
        """A page is shown: nothing is said before something is asked."""
        self._say("")

    @Slot(str)
    @told
    def pickZone(self, key: str) -> None:
        """Live in a zone, or not know in which."""
        if key == _UNSURE:
            self._say(self._who_knows())
            return
        self._message = ""
        self._state.changing(lambda session: session.living_in(ZoneId(key)))

    @Slot(str)
    @told
    def toggleService(self, key: str) -> None:
        """Read about a service, or not; not knowing leads to help."""
        if key == _UNSURE:
            self._say(self._who_knows_services())
            return
        self._message = ""
        self._state.changing(lambda session: session.toggled(ServiceId(key), self._known()))

    @Slot()
    @told
    def leaveZone(self) -> None:
        """On from the zones."""
        if self._state.present.zone is None:
            self._say(self._state.words.gettext("Tap the place where you live first."))
        else:
            self.zoned.emit()

    @Slot()
    @told
    def leaveServices(self) -> None:
        """On from the services."""
        if self._state.present.is_placed:
            self.chosen.emit()
        else:
            self._say(self._state.words.gettext("Tap at least one kind of help first."))

    def _who_knows(self) -> str:
        words = self._state.words
        text = words.gettext(
            "Ask at the front desk, or call {phone}. They find it from your address."
        )
        return text.format(phone=self._state.shell.phone)

    def _who_knows_services(self) -> str:
        words = self._state.words
        return words.gettext(
            "It stands in your decision letter. You can pick several, and read about all of them."
        )

    def _known(self) -> tuple[ServiceId, ...]:
        zone = None if self._state.session is None else self._state.session.zone
        return () if zone is None else self._state.machine.services_in(zone)

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._message = ""
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        session, words = self._state.session, self._state.words
        municipality = self._state.program.municipality
        unsure: Row = {
            "key": _UNSURE,
            "name": words.gettext("I do not know"),
            "support": words.gettext("See how to find out"),
            "isPicked": False,
            "isHelp": True,
        }
        picked = None if session is None else session.zone
        zones: list[Row] = [
            {
                "key": zone.id,
                "name": zone.name,
                "support": self._state.shell.zoneHeading,
                "isPicked": zone.id == picked,
                "isHelp": False,
            }
            for zone in municipality.zones
        ]
        wanted = () if session is None else session.services
        services: list[Row] = [
            {
                "key": key,
                "name": words.local(municipality.service(key).name),
                "support": "",
                "isPicked": key in wanted,
                "isHelp": False,
            }
            for key in self._known()
        ]
        self._zones.show([*zones, unsure])
        self._services.show([*services, unsure])
        self.changed.emit()
