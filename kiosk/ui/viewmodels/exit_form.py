"""Which provider stops, where, when and why, as staff write it."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.exits.exit_texts import cause_text
from kiosk.app.exits.provider_exits import Planned
from kiosk.app.program import Program
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.models.rows import Row, RowsModel
from kiosk.ui.names import service_name
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_FIELDS = ("key", "name", "picked")


@QmlElement
@QmlUncreatable("made by the application")
class ExitForm(QObject):
    """Nothing is picked to begin with, but all that the provider gives.

    Signals:
        changed: Something was picked or written, or the language is another.
    """

    changed = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._provider = self._backup = self._last_day = ""
        self._cause: ExitCause | None = None
        self._services_picked: set[str] = set()
        self._zones_picked: set[str] = set()
        self._providers = RowsModel(_FIELDS, self)
        self._services = RowsModel(_FIELDS, self)
        self._zones = RowsModel(_FIELDS, self)
        self._causes = RowsModel(_FIELDS, self)
        self._backups = RowsModel(_FIELDS, self)
        shell.spoken.connect(self._speak)

    def show(self) -> None:
        """Begin with an empty form."""
        self._provider = self._backup = self._last_day = ""
        self._cause = None
        self._services_picked, self._zones_picked = set(), set()
        self._speak()

    def wanted(self) -> Planned:
        """What is to be announced.

        Raises:
            RefusedError: Something is missing or cannot be read.
        """
        last_day = typed_day(self._last_day)
        refusals = [
            *([] if self._provider else [Refusal("exit.provider_missing")]),
            *([] if self._is_somewhere() else [Refusal("exit.where_missing")]),
            *([] if last_day is not None else [self._unreadable()]),
            *([] if self._cause is not None else [Refusal("exit.cause_missing")]),
        ]
        if refusals or last_day is None or self._cause is None:
            raise RefusedError(refusals)
        return Planned(
            ProviderId(self._provider),
            last_day,
            self._cause,
            services=tuple(ServiceId(each) for each in sorted(self._services_picked)),
            zones=tuple(ZoneId(each) for each in sorted(self._zones_picked)),
            backup=ProviderId(self._backup) if self._backup else None,
        )

    @Property(RowsModel, constant=True)
    def providers(self) -> RowsModel:
        """Who can stop, by name; one is picked."""
        return self._providers

    @Property(bool, notify=changed)
    def hasProvider(self) -> bool:
        """Whether it is picked who stops."""
        return self._provider != ""

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Services of the picked provider; those that stop are picked."""
        return self._services

    @Property(RowsModel, constant=True)
    def zones(self) -> RowsModel:
        """Zones of the picked provider; those where it stops are picked."""
        return self._zones

    @Property(RowsModel, constant=True)
    def causes(self) -> RowsModel:
        """Why it stops; one is picked."""
        return self._causes

    @Property(RowsModel, constant=True)
    def backups(self) -> RowsModel:
        """Who takes over; one is picked, at first whoever helps by the rule."""
        return self._backups

    @Property(str, notify=changed)
    def lastDay(self) -> str:
        """Last day on which it helps, as written."""
        return self._last_day

    @Slot(str)
    def pickProvider(self, key: str) -> None:
        """Say who stops; at first everywhere and with everything."""
        if key == self._provider:
            return
        self._provider = key
        offers = self._program.municipality.provider(ProviderId(key)).offers
        self._services_picked = {offer.service for offer in offers}
        self._zones_picked = {zone for offer in offers for zone in offer.zones}
        if self._backup == key:
            self._backup = ""
        self._speak()

    @Slot(str)
    def toggleService(self, key: str) -> None:
        """It stops with a service, or goes on with it."""
        self._services_picked ^= {key}
        self._speak()

    @Slot(str)
    def toggleZone(self, key: str) -> None:
        """It stops in a zone, or goes on there."""
        self._zones_picked ^= {key}
        self._speak()

    @Slot(str)
    def pickCause(self, key: str) -> None:
        """Say why."""
        self._cause = ExitCause(key)
        self._speak()

    @Slot(str)
    def pickBackup(self, key: str) -> None:
        """Say who takes over; empty for whoever helps by the rule."""
        self._backup = key
        self._speak()

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written."""
        self._last_day = text

    def _is_somewhere(self) -> bool:
        return not self._provider or bool(self._services_picked and self._zones_picked)

    def _unreadable(self) -> Refusal:
        example = as_typed(self._program.clock.now().date())
        return Refusal("correction.day_unreadable", {"example": example})

    @Slot()
    def _speak(self) -> None:
        words, content = self._shell.words, self._program.municipality
        named = [(str(each.id), words.local(each.name)) for each in content.providers]
        providers = dict(sorted(named, key=lambda pair: (alphabetic(pair[1]), pair[0])))
        self._providers.show(_rows(providers, {self._provider}))
        self._show_where()
        causes = {each.value: cause_text(each, words).rstrip(".") for each in ExitCause}
        cause = "" if self._cause is None else self._cause.value
        self._causes.show(_rows(causes, {cause}))
        by_rule = words.gettext("Whoever helps by the rule until a choice")
        others = {key: name for key, name in providers.items() if key != self._provider}
        self._backups.show(_rows({"": by_rule, **others}, {self._backup}))
        self.changed.emit()

    def _show_where(self) -> None:
        """Only what the picked provider gives, in the order of the pack."""
        words, content = self._shell.words, self._program.municipality
        picked = (each for each in content.providers if each.id == self._provider)
        offers = [offer for each in picked for offer in each.offers]
        given = {offer.service for offer in offers}
        services = {
            str(each.id): service_name(content, each.id, words)
            for each in content.services
            if each.id in given
        }
        where = {zone for offer in offers for zone in offer.zones}
        zones = {str(each.id): each.name for each in content.zones if each.id in where}
        self._services.show(_rows(services, self._services_picked))
        self._zones.show(_rows(zones, self._zones_picked))


def _rows(names: Mapping[str, str], picked: Collection[str]) -> list[Row]:
    return [{"key": key, "name": name, "picked": key in picked} for key, name in names.items()]
