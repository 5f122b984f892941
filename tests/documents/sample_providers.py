"""Six invented providers with the awkward cases that municipalities have."""

from dataclasses import replace

from kiosk.domain.document.provider_block import (
    CoverageCell,
    CoverageStrip,
    Fact,
    FactKey,
    ProviderBlock,
)
from kiosk.domain.language import Language
from kiosk.domain.provider import Coverage, ProviderKind
from kiosk.domain.service import DayPart, ProviderId, ServiceId

NBSP = "\u00a0"
SERVICES = {
    ServiceId("nursing"): ("Hjemmesykepleie", "Heimesjukepleie"),
    ServiceId("practical"): ("Praktisk bistand", "Praktisk bistand"),
    ServiceId("bpa"): ("BPA", "BPA"),
}
TWO_SERVICES = (ServiceId("nursing"), ServiceId("practical"))
ALL_SERVICES = tuple(SERVICES)

PARTS = {
    DayPart.DAY: ("Dag", "07.30–15.00"),
    DayPart.EVENING: ("Kveld", "15.00–22.30"),
    DayPart.NIGHT: ("Natt", "22.30–07.30"),
    DayPart.WEEKEND: ("Helg", "lørdag og søndag"),
}
LABELS = {
    FactKey.OTHERWISE: ("Ellers kommer", "Elles kjem"),
    FactKey.EXCEPTIONS: ("Gjør ikke", "Gjer ikkje"),
    FactKey.ZONES: ("Soner", "Soner"),
    FactKey.CAPACITY: ("Ledig plass", "Ledig plass"),
    FactKey.START: ("Oppstart", "Oppstart"),
    FactKey.COMPETENCE: ("Fagfolk", "Fagfolk"),
    FactKey.CONTINUITY: ("Hjelpere", "Hjelparar"),
    FactKey.LANGUAGES: ("Språk", "Språk"),
    FactKey.WISHES: ("Ønsker", "Ønske"),
    FactKey.ACCESSIBILITY: ("Tilrettelegging", "Tilrettelegging"),
    FactKey.PHONE: ("Telefon", "Telefon"),
    FactKey.EMAIL: ("E-post", "E-post"),
    FactKey.WEB: ("Nettsted", "Nettstad"),
    FactKey.ADDRESS: ("Adresse", "Adresse"),
    FactKey.PRESENTATION: ("Skrevet av leverandøren", "Skrive av leverandøren"),
    FactKey.EXTRAS: ("Tillegg", "Tillegg"),
}
_MISSING = ("Ikke oppgitt", "Ikkje oppgjeve")
_ABSENT = ("Gir ikke denne tjenesten", "Gir ikkje denne tenesta")

YES, NO, UNKNOWN = Coverage.YES, Coverage.NO, Coverage.NOT_STATED


def pick(pair: tuple[str, str], language: Language) -> str:
    return pair[1] if language is Language.NYNORSK else pair[0]


def strip(
    service: ServiceId, language: Language, coverage: tuple[Coverage, ...] | None
) -> CoverageStrip:
    name = pick(SERVICES[service], language)
    if coverage is None:
        return CoverageStrip(service, name, (), pick(_ABSENT, language))
    words = {YES: "Ja", NO: "Nei", UNKNOWN: pick(_MISSING, language)}
    cells = tuple(
        CoverageCell(part, label, hours, comes, words[comes], words[comes])
        for (part, (label, hours)), comes in zip(PARTS.items(), coverage, strict=True)
    )
    return CoverageStrip(service, name, cells)


def facts(language: Language, values: dict[FactKey, str]) -> tuple[Fact, ...]:
    missing = pick(_MISSING, language)
    return tuple(
        Fact(key, pick(label, language), values.get(key, missing)) for key, label in LABELS.items()
    )


def _values(texts: tuple[str, ...]) -> dict[FactKey, str]:
    return {key: text for key, text in zip(LABELS, texts, strict=True) if text}


_MUNICIPAL = _values(
    (
        "Ingen. Praktisk bistand fra denne leverandøren gis på hverdager om dagen.",
        "Ingen unntak",
        "Nord, Sentrum, Sør",
        f"Ja (1.{NBSP}oktober{NBSP}2026)",
        f"Innen 5{NBSP}dager",
        f"68{NBSP}% har helsefaglig utdanning. Sykepleier på vakt dag, kveld og natt. "
        f"Lederen er sykepleier. (1.{NBSP}september{NBSP}2026)",
        f"Fast kontaktperson: ja. Vanligvis 12 ulike hjelpere på 4{NBSP}uker. (Målt 1. halvår 2026)",
        "Norsk, engelsk, polsk, arabisk",
        "Du kan be om kvinne eller mann til dusj og stell.",
        "Lettlest skriv, tegnspråktolk etter avtale",
        f"00{NBSP}00{NBSP}12{NBSP}50, hverdager kl. 8–15.30",
        "hjemme@eksempelvik.example",
        "www.eksempelvik.example",
        "Storgata 1, 0000 Eksempelvik",
        "Eksempelvik hjemmetjeneste er en del av kommunen. Tjenesten har fire grupper, og hver gruppe "
        "har sitt område. Du får et telefonnummer til gruppen din. Hjelperne skriver i en perm hjemme "
        "hos deg, slik at du og dine pårørende kan se hva som er gjort.",
        "Nei",
    )
)
_LONG = _values(
    (
        "Om natten kommer Eksempelvik hjemmetjeneste.",
        "Smertepumpe og hjelp med pustemaskin. Dette gjør Eksempelvik hjemmetjeneste.",
        "Nord, Sentrum",
        f"Ja (1.{NBSP}oktober{NBSP}2026)",
        f"Innen 10{NBSP}dager",
        f"71{NBSP}% har helsefaglig utdanning. Sykepleier på vakt dag og kveld. Lederen er sykepleier. "
        f"(1.{NBSP}september{NBSP}2026)",
        f"Fast kontaktperson: ja. Vanligvis 9 ulike hjelpere på 4{NBSP}uker. (Målt 1. halvår 2026)",
        "Norsk, engelsk, nordsamisk, tegnspråk",
        "Du kan be om kvinne eller mann til dusj og stell.",
        "Tegnspråk, punktskrift",
        f"00{NBSP}00{NBSP}13{NBSP}00, hverdager kl. 8–16",
        "post@solbakken.example",
        "www.solbakken.example",
        "Solbakken 4, 0000 Eksempelvik",
        "Stiftelsen Solbakken har gitt hjelp hjemme i Eksempelvik siden 2011. Overskuddet går til "
        "stiftelsens arbeid for eldre. Hver bruker har én kontaktperson og en fast gruppe hjelpere. "
        "Kontaktpersonen ringer dagen før hvis tidspunktet endres. Du kan alltid si hva du mener.",
        "Nei",
    )
)
_SHORT = _values(
    (
        "Ingen gir praktisk bistand om natten. Spør tildelingskontoret om helg.",
        "",
        "Nord",
        f"Ja (1.{NBSP}oktober{NBSP}2026)",
        f"Innen 7{NBSP}dager",
        "",
        "Fast kontaktperson: ja. Antall ulike hjelpere: ikke oppgitt.",
        "Norsk, litauisk",
        "",
        "",
        f"00{NBSP}00{NBSP}15{NBSP}00, hverdager kl. 9–15",
        "",
        "www.aas.example",
        "Havnegata 12, 0000 Eksempelvik",
        "Ås AS begynte i Eksempelvik i 2026 og gir praktisk bistand i sone Nord. Firmaet har 11 "
        "ansatte. Før hjelpen begynner, kommer kontaktpersonen hjem til deg. Da går dere gjennom "
        "vedtaket og avtaler hvilken dag og hvilket klokkeslett som passer.",
        "Ja. Egen avtale med leverandøren og egen pris.",
    )
)
_FULL = _values(
    (
        "Om natten kommer Eksempelvik hjemmetjeneste.",
        "Smertepumpe. Dette gjør Eksempelvik hjemmetjeneste.",
        "Nord, Sør",
        f"Nei, fullt nå. Venteliste. (1.{NBSP}oktober{NBSP}2026)",
        "Når det blir ledig plass",
        f"64{NBSP}% har helsefaglig utdanning. Sykepleier på vakt dag og kveld. Lederen er vernepleier. "
        f"(1.{NBSP}september{NBSP}2026)",
        f"Fast kontaktperson: ja. Vanligvis 8 ulike hjelpere på 4{NBSP}uker. (Anslått 1. halvår 2026)",
        "Norsk, engelsk, ukrainsk, tagalog",
        "Du kan be om kvinne eller mann til alle oppdrag.",
        "Ingen",
        f"00{NBSP}00{NBSP}14{NBSP}00, hverdager kl. 8–16",
        "post@fjordheim.example",
        "www.fjordheim.example",
        "Fjordveien 20, 0000 Eksempelvik",
        "Fjordheim Omsorg AS gir hjemmesykepleie og praktisk bistand i sone Nord og sone Sør. Firmaet "
        "har 46 ansatte i Eksempelvik. Kontaktpersonen lager en ukeplan sammen med deg. Ukeplanen får "
        "du på papir. Pårørende kan få den på e-post hvis du sier ja til det.",
        "Ja. Egen avtale med leverandøren og egen pris.",
    )
)

_Row = tuple[str, str, ProviderKind, str, str, dict[FactKey, str], tuple[str | None, ...]]
_ROWS: tuple[_Row, ...] = (
    (
        "solbakken",
        "Stiftelsen Solbakken hjemmesykepleie og omsorg i Nordre Eksempelvik",
        ProviderKind.NON_PROFIT,
        "Ideell leverandør, i Eksempelvik siden 2011",
        "Stiftelsen Solbakken",
        _LONG,
        ("++-+", None, None),
    ),
    (
        "hjemme",
        "Eksempelvik hjemmetjeneste",
        ProviderKind.MUNICIPAL,
        "Kommunal leverandør, i Eksempelvik siden 1998",
        "Eksempelvik kommune",
        _MUNICIPAL,
        ("++++", "+---", None),
    ),
    (
        "aas",
        f"Ås{NBSP}AS",
        ProviderKind.COMMERCIAL,
        "Privat kommersiell leverandør, i Eksempelvik siden 2026",
        "Ikke oppgitt",
        _SHORT,
        (None, "++-?", "++?+"),
    ),
    (
        "fjordheim",
        f"Fjordheim Omsorg{NBSP}AS",
        ProviderKind.COMMERCIAL,
        "Privat kommersiell leverandør, i Eksempelvik siden 2019",
        f"Fjordheim Holding{NBSP}AS",
        _FULL,
        ("++-+", "++-+", "++++"),
    ),
    (
        "nordlys",
        "Nordlys Brukerstyrt",
        ProviderKind.NON_PROFIT,
        "Ideell leverandør, i Eksempelvik siden 2015",
        "Foreningen Nordlys",
        {FactKey.OTHERWISE: "Spør tildelingskontoret."},
        (None, None, "++++"),
    ),
    (
        "helse",
        f"Nær Helse og Praktisk Bistand{NBSP}AS",
        ProviderKind.COMMERCIAL,
        "Privat kommersiell leverandør, i Eksempelvik siden 2022",
        f"Nær Helse Gruppen{NBSP}ASA",
        _FULL,
        ("+++-", "+---", None),
    ),
)
_SIGNS = {"+": YES, "-": NO, "?": UNKNOWN}


def provider(
    row: _Row, number: int, services: tuple[ServiceId, ...], language: Language
) -> ProviderBlock:
    key, name, kind, kind_line, owner, values, coverage = row
    signs = dict(zip(ALL_SERVICES, coverage, strict=True))
    org_number = f"Org.nr. 000{NBSP}000{NBSP}{number:03}"
    return ProviderBlock(
        id=ProviderId(key),
        name=name,
        kind=kind,
        support="",
        kind_line=kind_line,
        owner_line=f"Eier: {owner}. {org_number}",
        owner=f"Eier: {owner}",
        org_number=org_number,
        strips=tuple(
            strip(
                service,
                language,
                None if (text := signs[service]) is None else tuple(_SIGNS[sign] for sign in text),
            )
            for service in services
        ),
        facts=facts(language, values),
        approval=f"Kommunen har godkjent opplysningene 1.{NBSP}oktober{NBSP}2026.",
    )


def providers(
    count: int = 6,
    services: tuple[ServiceId, ...] = TWO_SERVICES,
    language: Language = Language.BOKMAL,
) -> tuple[ProviderBlock, ...]:
    """As many providers as asked for; the six of the example come again under other ids."""
    made = []
    for number in range(count):
        row = _ROWS[number % len(_ROWS)]
        block = provider(row, number + 1, services, language)
        again = number // len(_ROWS)
        made.append(
            replace(block, id=ProviderId(f"{block.id}-{again}"), name=f"{block.name} {again + 1}")
            if again
            else block
        )
    return tuple(made)
