"""A small invented municipality (EKSEMPEL) and people in it, for tests of use cases."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

from kiosk.domain.case import Address, Case, CaseRef, Closing, GrantedService
from kiosk.domain.choice import EventId
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.event import CaseClosed, CaseImported, Event
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import (
    Municipality,
    Office,
    Prose,
    ProseKey,
    ProseKind,
    ProsePart,
)
from kiosk.domain.nonchoice.parts import ChooseFirst, Fallback, MunicipalDefault, PoliticalDecision
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.notice import DaysNotice, NoticeRule
from kiosk.domain.provider import (
    Capacity,
    CapacityState,
    Competence,
    Contact,
    Continuity,
    Coverage,
    Extras,
    Measured,
    Offer,
    Provider,
    ProviderKind,
)
from kiosk.domain.service import DayPart, ProviderId, Service, ServiceId, Zone, ZoneId
from kiosk.domain.working_calendar import NorwegianCalendar
from kiosk.i18n import GettextWords
from kiosk.record.memory import MemoryRecord

NORWAY = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=NORWAY)
TODAY = NOW.date()
ACTOR = "Eva Prøve"

NORTH, SOUTH, ISLAND = ZoneId("nord"), ZoneId("sor"), ZoneId("oya")
NURSING, PRACTICAL, ASSISTANCE = (
    ServiceId("hjemmesykepleie"),
    ServiceId("praktisk-bistand"),
    ServiceId("bpa"),
)
MUNICIPAL, LIND, FJORDHEIM, AAS, FULL = (
    ProviderId("kommunen"),
    ProviderId("lind"),
    ProviderId("fjordheim"),
    ProviderId("aas"),
    ProviderId("nordvik"),
)
CASE = CaseRef("2026/000417")
ADDRESS = Address(("Eksempelveien 1",), "0001", "EKSEMPELVIK")
WORKING = NorwegianCalendar()

ALL_DAY = dict.fromkeys(DayPart, Coverage.YES)
NO_NIGHT = {**ALL_DAY, DayPart.NIGHT: Coverage.NO}
DECISION = PoliticalDecision(
    LocalText("kommunestyret", "kommunestyret", "the municipal council"),
    date(2026, 6, 18),
    "47/26",
)


class FixedClock:
    """Stands still."""

    def __init__(self, moment: datetime = NOW) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class CountingIds:
    """Gives ids and secrets that are different and the same in every run."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def event_id(self) -> EventId:
        return EventId(f"00000000-0000-7000-8000-{next(self._numbers):012}")

    def seed(self) -> str:
        return f"seed-{next(self._numbers)}"


def provider(provider_id: ProviderId, name: str, kind: ProviderKind, *offers: Offer) -> Provider:
    return Provider(
        id=provider_id,
        version="1",
        name=LocalText.same(name),
        org_number="000000019",
        kind=kind,
        offers=offers,
        approved_on=date(2026, 10, 1),
        approved_by="Eksempelvik kommune",
        owner="Eksempel Holding AS",
        competence=Competence(
            71,
            (DayPart.DAY, DayPart.EVENING),
            LocalText("sykepleier", "sjukepleiar", "nurse"),
            date(2026, 9, 1),
        ),
        continuity=Continuity(
            True, 9, Measured.MEASURED, LocalText("1. halvår 2026", "1. halvår 2026", "early 2026")
        ),
        languages=("no", "en", "sgn"),
        wishes=LocalText("Du kan be om kvinne eller mann.", "Du kan be om kvinne eller mann."),
        accessibility=LocalText("Lettlest tekst", "Lettlesen tekst", "Easy reading"),
        contact=Contact(
            "00001300",
            LocalText("hverdager kl. 8–16", "kvardagar kl. 8–16", "weekdays 8–16"),
            "post@eksempel.example",
            "www.eksempel.example",
            "Eksempelveien 1, 0000 Eksempelvik",
        ),
        extras=Extras(True, LocalText("Vindusvask.", "Vindaugsvask.", "Window cleaning.")),
        presentation=LocalText("EKSEMPEL. Vi gir hjelp.", "EKSEMPEL. Vi gjev hjelp."),
        started_on=date(2019, 1, 1),
    )


def bare(provider_id: ProviderId, name: str, *offers: Offer) -> Provider:
    """A provider that has stated nothing but what it must."""
    return Provider(
        id=provider_id,
        version="1",
        name=LocalText.same(name),
        org_number="000000004",
        kind=ProviderKind.COMMERCIAL,
        offers=offers,
        approved_on=date(2026, 10, 1),
        approved_by="Eksempelvik kommune",
    )


def offer(
    service: ServiceId,
    *zones: ZoneId,
    coverage: Mapping[DayPart, Coverage] = ALL_DAY,
    otherwise: ProviderId | None = None,
    state: CapacityState = CapacityState.OPEN,
) -> Offer:
    return Offer(
        service=service,
        zones=frozenset(zones or (NORTH, SOUTH)),
        coverage=coverage,
        otherwise_provider=otherwise,
        capacity=Capacity(state, date(2026, 11, 20)),
        start_days=14,
        exceptions=LocalText("Smertepumpe.", "Smertepumpe."),
    )


def service(
    service_id: ServiceId, phrase: LocalText, fee: LocalText, min_age_years: int = 0
) -> Service:
    hours = {
        DayPart.DAY: LocalText.same("07.30–15.00"),
        DayPart.EVENING: LocalText.same("15.00–22.30"),
        DayPart.NIGHT: LocalText.same("22.30–07.30"),
        DayPart.WEEKEND: LocalText("lørdag, søndag", "laurdag, søndag", "Saturday, Sunday"),
    }
    en = phrase.en or phrase.nb
    return Service(
        id=service_id,
        name=LocalText(*(each[0].upper() + each[1:] for each in (phrase.nb, phrase.nn, en))),
        phrase=phrase,
        zones=frozenset({NORTH, SOUTH}),
        hours=hours,
        fee=fee,
        min_age_years=min_age_years,
    )


def rules(
    keeps_present: bool = True, fallback: Fallback | None = None
) -> dict[tuple[ServiceId, ZoneId], tuple[NonchoiceRule, ...]]:
    """One rule for every service and zone; practical assistance has "choose first"."""
    fallbacks: dict[ServiceId, Fallback] = {
        NURSING: MunicipalDefault(MUNICIPAL),
        PRACTICAL: ChooseFirst(AAS),
        ASSISTANCE: MunicipalDefault(MUNICIPAL),
    }
    return {
        (each, zone): (
            NonchoiceRule(
                id=f"{each}-{zone}",
                version="1",
                service=each,
                zone=zone,
                keeps_present=keeps_present,
                fallback=fallback or fallbacks[each],
                decision=DECISION,
            ),
        )
        for each in fallbacks
        for zone in (NORTH, SOUTH)
    }


def municipality(**changes: Any) -> Municipality:
    """Eksempelvik kommune, EKSEMPEL: three zones, three services, five providers."""
    made = Municipality(
        id="eksempelvik",
        name="Eksempelvik kommune",
        version="3+ab12",
        edition="utgave 3",
        is_example=True,
        receipt_prefix="EV",
        zone_word=LocalText("sone", "sone", "zone"),
        zones=(
            Zone(NORTH, "Nord", LocalText("sone Nord", "sone Nord", "zone Nord")),
            Zone(SOUTH, "Sør", LocalText("sone Sør", "sone Sør", "zone Sør")),
            Zone(ISLAND, "Øya", LocalText("sone Øya", "sone Øya", "zone Øya")),
        ),
        services=_services(),
        providers=_providers(),
        rules=rules(),
        notice=NoticeRule("14-dager", DaysNotice(14)),
        reply_days=21,
        child_age_years=18,
        default_language=Language.BOKMAL,
        office=Office(
            LocalText("Tildelingskontoret", "Tildelingskontoret", "The allocation office"),
            LocalText("tildelingskontoret", "tildelingskontoret", "the allocation office"),
            Contact(
                "00001200",
                LocalText("hverdager kl. 9–15", "kvardagar kl. 9–15", "weekdays 9–15"),
                "tildeling@eksempelvik.example",
                None,
                "Storgata 1, 0000 Eksempelvik",
            ),
        ),
        prose=_prose(),
        approved_on=date(2026, 11, 1),
    )
    return replace(made, **changes)


def _services() -> tuple[Service, ...]:
    return (
        service(
            NURSING,
            LocalText("hjemmesykepleie", "heimesjukepleie", "home nursing"),
            LocalText(
                "Hjemmesykepleie er gratis.",
                "Heimesjukepleie er gratis.",
                "Home nursing is free of charge.",
            ),
        ),
        service(
            PRACTICAL,
            LocalText("praktisk bistand", "praktisk hjelp", "practical assistance"),
            # Without English, so that an English page falls back.
            LocalText(
                "Egenandelen for praktisk bistand er lik hos alle.",
                "Eigendelen for praktisk hjelp er lik hos alle.",
            ),
        ),
        service(
            ASSISTANCE,
            LocalText.same("BPA"),
            LocalText("BPA er gratis.", "BPA er gratis.", "BPA is free of charge."),
            min_age_years=18,
        ),
    )


def _providers() -> tuple[Provider, ...]:
    commercial, non_profit = ProviderKind.COMMERCIAL, ProviderKind.NON_PROFIT
    return (
        provider(
            MUNICIPAL,
            "Eksempelvik kommune, hjemmetjenesten",
            ProviderKind.MUNICIPAL,
            offer(NURSING),
            offer(ASSISTANCE),
        ),
        provider(
            LIND,
            "Lind AS",
            commercial,
            offer(NURSING, coverage=NO_NIGHT, otherwise=MUNICIPAL),
            offer(PRACTICAL),
        ),
        provider(
            FJORDHEIM,
            "Stiftelsen Fjordheim",
            non_profit,
            offer(NURSING, coverage=NO_NIGHT, otherwise=MUNICIPAL),
            offer(PRACTICAL, NORTH),
            offer(ASSISTANCE),
        ),
        bare(AAS, "Ås AS", Offer(PRACTICAL, frozenset({NORTH, SOUTH}), {})),
        provider(
            FULL,
            "Nordvik omsorg AS",
            commercial,
            offer(NURSING, coverage=NO_NIGHT, otherwise=MUNICIPAL, state=CapacityState.FULL),
        ),
    )


def _prose() -> dict[tuple[ProseKey, Language], Prose]:
    part = ProsePart(ProseKind.PARAGRAPH, "EKSEMPEL.")
    return {(key, language): (part,) for key in ProseKey for language in Language}


def granted(service_id: ServiceId = NURSING, present: ProviderId | None = None) -> GrantedService:
    return GrantedService(
        service=service_id,
        decided_on=date(2026, 11, 3),
        decision_reference="26/1234",
        present_provider=present,
    )


def case(*services: GrantedService, **changes: Any) -> Case:
    made = Case(
        reference=CASE,
        given_name="Kari Prøve",
        family_name="Eksempelsen",
        birth_date=date(1942, 5, 4),
        zone=NORTH,
        services=services or (granted(NURSING, LIND), granted(PRACTICAL)),
    )
    return replace(made, **changes)


def record_with(*cases: Case) -> MemoryRecord:
    record = MemoryRecord()
    record.append(
        [
            Event(EventId(f"import-{number}"), NOW, ACTOR, each.reference, CaseImported(each))
            for number, each in enumerate(cases)
        ]
    )
    return record


SELF = Decider(DeciderRole.SELF)


def words(language: Language = Language.BOKMAL) -> GettextWords:
    return _WORDS[language]


_LOCALES = Path(__file__).parents[3] / "locales"
_WORDS = {language: GettextWords(language, _LOCALES) for language in Language}


def plain(text: str) -> str:
    """With ordinary spaces, for comparing with what a person would write."""
    return text.replace("\u00a0", " ")


def closed_event(reference: CaseRef, closing: Closing) -> Event:
    return Event(EventId("closing"), NOW, ACTOR, reference, CaseClosed(closing))
