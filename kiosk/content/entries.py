"""The entries of a pack, each with the place where its faults belong."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from msgspec import Struct

from kiosk.content.decoding import Known, decode
from kiosk.content.files import PackFiles
from kiosk.content.forms import (
    Everywhere,
    Form,
    MunicipalityForm,
    OfferForm,
    ProviderForm,
    ReasonForm,
    ReasonsForm,
    RetentionForm,
    RetentionRuleForm,
    ServiceForm,
    ServicesForm,
    ZoneForm,
    ZonesForm,
)
from kiosk.content.leaves import Kind
from kiosk.content.problems import Place, ProblemLog
from kiosk.content.rule_forms import RuleForm, RulesForm
from kiosk.domain.provider import ProviderKind

F = TypeVar("F", bound=Form)
Table = dict[str, object] | None


class Entry(Struct, Generic[F], frozen=True):
    """A form and where it stands."""

    form: F
    place: Place


class Entries(Struct, frozen=True):
    """Everything that was found, faulty entries too; each in the order of the files.

    Attributes:
        municipality: None when its file is missing or broken.
        known_providers: Keys of all provider files, the broken ones too.
        are_zones_known: Whether "all" can be told in zones.
    """

    municipality: Entry[MunicipalityForm] | None
    zones: tuple[Entry[ZoneForm], ...]
    services: tuple[Entry[ServiceForm], ...]
    rules: tuple[Entry[RuleForm], ...]
    retention: tuple[Entry[RetentionRuleForm], ...]
    reasons: tuple[Entry[ReasonForm], ...]
    providers: tuple[Entry[ProviderForm], ...]
    known_providers: frozenset[str]
    are_zones_known: bool

    def service(self, key: str) -> Entry[ServiceForm] | None:
        """The service with this key, unless its own key or zones are faulty or unknown."""
        found = (entry for entry in self.services if entry.form.id == key and self._is_clear(entry))
        return next(found, None)

    def _is_clear(self, entry: Entry[ServiceForm]) -> bool:
        needs_zones = isinstance(entry.form.zones, Everywhere)
        return entry.place.are_sound("id", "zones") and (self.are_zones_known or not needs_zones)

    def provider(self, key: str) -> Entry[ProviderForm] | None:
        """The provider with this key; None also when its file is broken."""
        return next((entry for entry in self.providers if entry.form.id == key), None)

    @property
    def municipal(self) -> frozenset[str]:
        """The municipality's own providers, as far as that is sound."""
        return frozenset(
            entry.form.id
            for entry in self.providers
            if entry.place.are_sound("kind") and entry.form.kind is ProviderKind.MUNICIPAL
        )

    def zones_of(self, entry: Entry[ServiceForm]) -> frozenset[str]:
        """Where the choice of a service is offered."""
        every = frozenset(zone.form.id for zone in self.zones if zone.place.are_sound("id"))
        return zones_within(entry.form.zones, every)


def zones_within(zones: Everywhere | list[str], every: frozenset[str]) -> frozenset[str]:
    """The zones that an entry names; ``every`` for the word "all"."""
    return every if isinstance(zones, Everywhere) else frozenset(zones)


def offers_of(provider: Entry[ProviderForm]) -> Iterator[Entry[OfferForm]]:
    """The offers of a provider; nothing where the list as a whole is faulty."""
    for offer in provider.form.offers or ():
        yield Entry(offer, provider.place.at("offers").item(offer.label))


def read_entries(files: PackFiles, log: ProblemLog) -> Entries:
    """Decode every entry of every file; faults are logged."""
    tables = {name: files.table(name, log) for name in files.texts if name.endswith(".toml")}
    known = _known(tables)
    zones = _decoded(ZonesForm, "zones.toml", tables, known, log)
    services = _decoded(ServicesForm, "services.toml", tables, known, log)
    rules = _decoded(RulesForm, "rules.toml", tables, known, log)
    retention = _decoded(RetentionForm, "retention.toml", tables, known, log)
    reasons = _decoded(ReasonsForm, "reasons.toml", tables, known, log)
    providers = (_decoded(ProviderForm, name, tables, known, log) for name in files.providers())
    return Entries(
        _decoded(MunicipalityForm, "municipality.toml", tables, known, log),
        () if zones is None else _listed(zones.form.zones, zones.place.at("zones")),
        () if services is None else _listed(services.form.services, services.place.at("services")),
        () if rules is None else _listed(rules.form.rules, rules.place.at("rules")),
        () if retention is None else _listed(retention.form.rules, retention.place.at("rules")),
        () if reasons is None else _listed(reasons.form.reasons, reasons.place.at("reasons")),
        tuple(entry for entry in providers if entry is not None),
        known[Kind.PROVIDER] or frozenset(),
        known[Kind.ZONE] is not None,
    )


def _decoded(
    form: type[F], name: str, tables: dict[str, Table], known: Known, log: ProblemLog
) -> Entry[F] | None:
    table = tables.get(name)
    if table is None:
        return None
    place = Place(log, name)
    decoded = decode(form, table, place, known)
    return None if decoded is None else Entry(decoded, place)


def _listed(forms: Iterable[F] | None, place: Place) -> tuple[Entry[F], ...]:
    return tuple(Entry(form, place.item(form.label)) for form in forms or ())


def _known(tables: dict[str, Table]) -> Known:
    providers = {name: table for name, table in tables.items() if name.startswith("providers/")}
    return {
        Kind.ZONE: _keys(tables.get("zones.toml"), "zones"),
        Kind.SERVICE: _keys(tables.get("services.toml"), "services"),
        Kind.PROVIDER: frozenset(
            # a broken file is reported once, not again wherever its provider is named
            _key(table) or PurePosixPath(name).stem
            for name, table in providers.items()
        ),
    }


def _key(table: Table) -> str | None:
    key = None if table is None else table.get("id")
    return key if isinstance(key, str) else None


def _keys(table: Table, name: str) -> frozenset[str] | None:
    entries = None if table is None else table.get(name)
    if not isinstance(entries, list):
        return None
    return frozenset(str(entry.get("id")) for entry in entries if isinstance(entry, dict))
