"""Invented blocks to print: six providers with the awkward cases that municipalities have."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from brochures.documents import PdfDocuments
from brochures.typeface import FontFiles
from kiosk.domain.document import (
    Brochure,
    BrochurePart,
    Comparison,
    CoverageCell,
    CoverageStrip,
    Fact,
    FactKey,
    NonchoiceBlock,
    NonchoiceKey,
    NonchoiceRow,
    OverviewRow,
    OverviewTable,
    ProviderBlock,
    Receipt,
    ReceiptLine,
    ReceiptService,
)
from kiosk.domain.language import Language
from kiosk.domain.municipality import Prose, ProseKind, ProsePart
from kiosk.domain.provider import Coverage, ProviderKind
from kiosk.domain.service import DayPart, ProviderId, ServiceId

FONT_DIR = Path(__file__).parents[2] / "assets" / "fonts"
ISSUED_AT = datetime(2026, 11, 3, 9, 42, 5, tzinfo=UTC)
NBSP = "\u00a0"
PHONE = f"00{NBSP}00{NBSP}12{NBSP}00"

_PAPER_WORDS = {
    Language.BOKMAL: {
        "Page {page} of {pages}": "Side {page} av {pages}",
        "EXAMPLE": "EKSEMPEL",
        "EXAMPLE. The municipality, the providers and all facts are invented.": (
            "EKSEMPEL. Kommunen, leverandørene og alle opplysninger er oppdiktet."
        ),
        "Brochure {code}": "Brosjyre {code}",
        "Receipt {number}": "Kvittering {number}",
        "How to choose, switch and complain": "Slik velger, bytter og klager du",
        "Ask us": "Spør oss",
        "{title} ({part} of {parts})": "{title} ({part} av {parts})",
        "Name": "Navn",
        "Type": "Type",
        "Owner": "Eier",
        "Approval": "Godkjenning",
    },
    Language.NYNORSK: {
        "Page {page} of {pages}": "Side {page} av {pages}",
        "EXAMPLE": "EKSEMPEL",
        "EXAMPLE. The municipality, the providers and all facts are invented.": (
            "EKSEMPEL. Kommunen, leverandørane og alle opplysningane er oppdikta."
        ),
        "Brochure {code}": "Brosjyre {code}",
        "Receipt {number}": "Kvittering {number}",
        "How to choose, switch and complain": "Slik vel, byter og klagar du",
        "Ask us": "Spør oss",
        "{title} ({part} of {parts})": "{title} ({part} av {parts})",
        "Name": "Namn",
        "Type": "Type",
        "Owner": "Eigar",
        "Approval": "Godkjenning",
    },
}


class FixedWords:
    """Words of paper furniture; a message without a translation is a fault in the test."""

    def __init__(self, language: Language) -> None:
        self._words = _PAPER_WORDS[language]

    def gettext(self, message: str, /) -> str:
        return self._words[message]

    def pgettext(self, context: str, message: str, /) -> str:
        return self._words[message]


def font_files() -> FontFiles:
    return FontFiles(
        regular=FONT_DIR / "SourceSans3_400Regular.ttf", bold=FONT_DIR / "SourceSans3_700Bold.ttf"
    )


def documents() -> PdfDocuments:
    return PdfDocuments(font_files(), FixedWords)


SERVICES = {
    ServiceId("nursing"): ("Hjemmesykepleie", "Heimesjukepleie"),
    ServiceId("practical"): ("Praktisk bistand", "Praktisk bistand"),
    ServiceId("bpa"): ("BPA", "BPA"),
}
TWO_SERVICES = (ServiceId("nursing"), ServiceId("practical"))
ALL_SERVICES = tuple(SERVICES)

_PARTS = {
    DayPart.DAY: ("Dag", "07.30–15.00"),
    DayPart.EVENING: ("Kveld", "15.00–22.30"),
    DayPart.NIGHT: ("Natt", "22.30–07.30"),
    DayPart.WEEKEND: ("Helg", "lørdag og søndag"),
}
_LABELS = {
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


def _pick(pair: tuple[str, str], language: Language) -> str:
    return pair[1] if language is Language.NYNORSK else pair[0]


def strip(
    service: ServiceId, language: Language, coverage: tuple[Coverage, ...] | None
) -> CoverageStrip:
    name = _pick(SERVICES[service], language)
    if coverage is None:
        return CoverageStrip(service, name, (), _pick(_ABSENT, language))
    words = {YES: "Ja", NO: "Nei", UNKNOWN: _pick(_MISSING, language)}
    cells = tuple(
        CoverageCell(part, label, hours, comes, words[comes], words[comes])
        for (part, (label, hours)), comes in zip(_PARTS.items(), coverage, strict=True)
    )
    return CoverageStrip(service, name, cells)


def facts(language: Language, values: dict[FactKey, str]) -> tuple[Fact, ...]:
    missing = _pick(_MISSING, language)
    return tuple(
        Fact(key, _pick(label, language), values.get(key, missing))
        for key, label in _LABELS.items()
    )


def _values(texts: tuple[str, ...]) -> dict[FactKey, str]:
    return {key: text for key, text in zip(_LABELS, texts, strict=True) if text}


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
        version="3",
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


def heading(text: str, level: int = 1) -> ProsePart:
    return ProsePart(ProseKind.HEADING, text, level)


def paragraph(text: str) -> ProsePart:
    return ProsePart(ProseKind.PARAGRAPH, text)


def item(text: str) -> ProsePart:
    return ProsePart(ProseKind.ITEM, text)


WHAT: Prose = (
    heading("Hva er fritt brukervalg?"),
    paragraph(
        "Du har fått et vedtak om hjelp hjemme. I vedtaket står det hva du får hjelp til, og hvor "
        "mye hjelp du får."
    ),
    paragraph(
        "Fritt brukervalg betyr at du kan velge hvem som skal gi deg hjelpen. Den som gir hjelpen, "
        "kaller vi en leverandør. Kommunestyret innførte ordningen for at du skal kunne bestemme "
        "mer selv."
    ),
    paragraph("Det finnes tre slags leverandører:"),
    item("kommunal: drives av kommunen"),
    item("privat kommersiell: et firma som kan gi overskudd til eierne"),
    item("ideell: en organisasjon som bruker overskuddet til formålet sitt"),
)
SAME: Prose = (
    heading("Dette er likt, uansett hvem som hjelper deg"),
    item("Vedtaket er det samme. Du får hjelp til det samme og like mye."),
    item(
        "Du betaler det samme. Hjemmesykepleie er gratis. Egenandelen for praktisk bistand er lik "
        "hos alle leverandørene."
    ),
    item("Kommunen har ansvaret for at du får hjelpen."),
    item("Alle som hjelper deg, har taushetsplikt."),
    item("Du kan klage på samme måte."),
    heading("Du kan ha med deg noen", 1),
    paragraph(
        "Du kan ha med en person du stoler på når du skal velge. Hvis en annen skal velge for deg, "
        "må den personen ha rett til det, for eksempel en skriftlig fullmakt fra deg."
    ),
)
CHOOSE: Prose = (
    heading("Slik velger du"),
    paragraph("Svarfristen står i brevet. Du kan velge en av disse måtene:"),
    item("Kryss av på svarslippen og send den til kommunen."),
    item(f"Ring tildelingskontoret på telefon {PHONE}."),
    item("Si det til saksbehandleren når dere møtes."),
    paragraph(
        "Du kan også krysse av for at kommunen kan bestemme, eller for at du vil beholde den "
        "leverandøren du har. Du får en kvittering på det du har svart."
    ),
)
SWITCH: Prose = (
    heading("Slik bytter du"),
    paragraph(
        "Du kan bytte når du vil. Det koster ikke noe, og du trenger ikke å si hvorfor. Ring eller "
        f"skriv til tildelingskontoret. Den nye leverandøren begynner 14{NBSP}dager etter at "
        "kommunen har fått beskjed. Den du har nå, hjelper deg til da."
    ),
    heading("Hvis leverandøren slutter"),
    paragraph(
        "Kommunen sørger for at du får hjelp hele tiden. Du får brev, og du kan velge på nytt."
    ),
)
COMPLAIN: Prose = (
    heading("Slik klager du"),
    paragraph(
        f"På vedtaket: Skriv til Eksempelvik kommune innen 4{NBSP}uker etter at du fikk vedtaket. "
        "Kommunen kan endre vedtaket. Hvis ikke, sender kommunen klagen til Statsforvalteren."
    ),
    paragraph(
        "På hvordan hjelpen blir gitt: Si fra til leverandøren eller til tildelingskontoret."
    ),
)
QUESTIONS: Prose = (
    heading("Spørsmål og svar"),
    heading("Kan jeg velge forskjellige leverandører?", 2),
    paragraph("Ja. Du velger for hver tjeneste."),
    heading("Koster det noe å bytte?", 2),
    paragraph("Nei."),
)
PRIVACY: Prose = (
    heading("Personvern"),
    paragraph("Eksempelvik kommune er ansvarlig for opplysningene om deg (dataansvarlig)."),
    heading("Hva vi lagrer", 2),
    paragraph(
        "Navnet ditt, fødselsdatoen din, saksnummeret, hvilken tjeneste det gjelder, hva du svarte "
        "og når du svarte. Hvis en annen svarer for deg, lagrer vi hvem det er og hva som gir rett "
        "til det."
    ),
    heading("Dine rettigheter", 2),
    paragraph(
        "Du kan be om å få se opplysningene og få dem rettet. Ring tildelingskontoret eller "
        f"personvernombudet, telefon 00{NBSP}00{NBSP}12{NBSP}90. Du kan klage til Datatilsynet."
    ),
)


def nonchoice(services: tuple[ServiceId, ...], language: Language) -> NonchoiceBlock:
    who = tuple(
        NonchoiceRow(
            NonchoiceKey.WHO,
            "Hvem hjelper deg da?",
            "Hvis du ikke velger, får du hjelp fra Eksempelvik hjemmetjeneste."
            if index % 2 == 0
            else "Hvis du ikke velger, går det på tur mellom leverandørene i sone Nord. Du får et "
            "brev om hvem det blir.",
            service,
            _pick(SERVICES[service], language),
        )
        for index, service in enumerate(services)
    )
    rows = (
        *who,
        NonchoiceRow(
            NonchoiceKey.WHO,
            "Hvem hjelper deg da?",
            "Har du hjelp fra før, fortsetter du med den leverandøren du har.",
        ),
        NonchoiceRow(
            NonchoiceKey.WHY,
            "Hvem har bestemt dette?",
            f"Dette er kommunens regel. Kommunestyret vedtok regelen 18.{NBSP}juni{NBSP}2026 "
            f"(sak{NBSP}47/26). Det er ikke en anbefaling.",
        ),
        NonchoiceRow(
            NonchoiceKey.SAME,
            "Blir prisen eller vedtaket annerledes?",
            "Nei. Du betaler det samme, og vedtaket er det samme.",
        ),
        NonchoiceRow(
            NonchoiceKey.LATER,
            "Kan du velge eller bytte senere?",
            "Ja. Ring eller skriv til tildelingskontoret når du vil. Du trenger ikke å si hvorfor. "
            f"Den nye leverandøren begynner 14{NBSP}dager etter at kommunen har fått beskjed.",
        ),
        NonchoiceRow(
            NonchoiceKey.ASK,
            "Hvem kan du spørre?",
            f"Tildelingskontoret i Eksempelvik kommune, telefon {PHONE}, hverdager fra klokka 9 "
            "til 15.",
        ),
    )
    return NonchoiceBlock(
        "Hva skjer hvis du ikke velger?",
        "Du kan velge, eller la være å velge. Du trenger ikke å si hvorfor.",
        rows,
    )


def overview(
    blocks: tuple[ProviderBlock, ...], services: tuple[ServiceId, ...], language: Language
) -> OverviewTable:
    names = tuple(_pick(SERVICES[service], language) for service in services)
    rows = [
        OverviewRow(
            block.name,
            tuple("Ja" if strip.cells else "Nei" for strip in block.strips),
            block.id,
            ticks=tuple(bool(strip.cells) for strip in block.strips),
        )
        for block in blocks
    ]
    all_yes, all_ticks = ("Ja",) * len(services), (True,) * len(services)
    rows.append(
        OverviewRow(
            "Jeg vil ikke velge. Kommunen kan bestemme.",
            all_yes,
            None,
            BrochurePart.NONCHOICE,
            all_ticks,
        )
    )
    rows.append(
        OverviewRow(
            "Behold den jeg har",
            ("Ja", *("Gjelder ikke",) * (len(services) - 1)),
            None,
            BrochurePart.CHOOSE,
            (True, *(False,) * (len(services) - 1)),
        )
    )
    return OverviewTable(
        title="Dette kan du velge mellom",
        lead="Disse leverandørene gir hjelp i sone Nord. Hver leverandør har én side, satt opp på "
        "samme måte. Du kan også la være å velge.",
        headings=("Mulighet", *names, "Side"),
        rows=tuple(rows),
        about_order=(
            "Om rekkefølgen",
            "Rekkefølgen er satt slik at alle leverandørene står like ofte på hver plass når vi "
            "ser alle brosjyrene under ett. Den sier ikke noe om kvalitet. Du møter den samme "
            "rekkefølgen på skjermen.",
        ),
        how_to_read=(
            "Slik leser du sidene",
            "Kommunen har kontrollert opplysningene. Teksten «Skrevet av leverandøren» er "
            "leverandørens egen. «Ikke oppgitt» betyr at leverandøren ikke har gitt opplysningen "
            "til kommunen. Tillegg er noe du kjøper selv, utenom vedtaket.",
        ),
    )


def comparison(
    blocks: tuple[ProviderBlock, ...], service: ServiceId, language: Language
) -> Comparison:
    offered = [
        (block, strip)
        for block in blocks
        for strip in block.strips
        if strip.service == service and strip.cells
    ]
    rows: list[tuple[str, tuple[str, ...]]] = [
        ("Type", tuple(block.kind_line.split(" leverandør")[0] for block, _strip in offered))
    ]
    ticks: list[tuple[bool, ...]] = [()]
    for index, (label, _hours) in enumerate(_PARTS.values()):
        cells = [strip.cells[index] for _block, strip in offered]
        rows.append((label, tuple(cell.short for cell in cells)))
        ticks.append(tuple(cell.comes is YES for cell in cells))
    for key in (FactKey.CAPACITY, FactKey.START, FactKey.LANGUAGES):
        values = [
            next(fact.value for fact in block.facts if fact.key is key) for block, _strip in offered
        ]
        rows.append((_pick(_LABELS[key], language), tuple(values)))
        ticks.append(())
    return Comparison(
        title=f"Sammenlign: {_pick(SERVICES[service], language).lower()}",
        lead="Tabellen har opplysninger som er korte nok til å stå ved siden av hverandre. Alt "
        "annet står på leverandørenes egne sider.",
        columns=tuple(block.name for block, _strip in offered),
        rows=tuple(rows),
        note=f"Oppgitt av leverandørene til kommunen, 1.{NBSP}september–1.{NBSP}oktober{NBSP}2026.",
        tick_rows=tuple(ticks),
    )


def brochure(
    count: int = 6,
    services: tuple[ServiceId, ...] = TWO_SERVICES,
    language: Language = Language.BOKMAL,
) -> Brochure:
    blocks = providers(count, services, language)
    compared = tuple(
        each for service in services if (each := comparison(blocks, service, language)).columns
    )
    return Brochure(
        language=language,
        municipality="Eksempelvik kommune",
        office="Tildelingskontoret",
        is_example=True,
        code="EV-2026-11-N",
        title="Hvem skal\nhjelpe deg hjemme?",
        subtitle="Fritt brukervalg",
        scope="Hjemmesykepleie og praktisk bistand\ni sone Nord",
        other_forms="Du kan få denne brosjyren i stor skrift, som lyd, på nynorsk eller lest opp. "
        f"Ring tildelingskontoret på telefon {PHONE}.",
        approved="Brosjyre EV-2026-11-N. Godkjent av Eksempelvik kommune "
        f"1.{NBSP}oktober{NBSP}2026.",
        services=tuple(_pick(SERVICES[service], language) for service in services),
        what=WHAT,
        same=SAME,
        nonchoice=nonchoice(services, language),
        overview=overview(blocks, services, language),
        providers=blocks,
        comparisons=compared,
        choose=CHOOSE,
        switch=SWITCH,
        complain=COMPLAIN,
        questions=QUESTIONS,
        privacy=PRIVACY,
        contact=(
            "Tildelingskontoret, Storgata 1, 0000 Eksempelvik",
            f"Telefon {PHONE}, hverdager fra klokka 9 til 15",
            "tildeling@eksempelvik.example",
        ),
    )


def receipt(language: Language = Language.BOKMAL) -> Receipt:
    return Receipt(
        language=language,
        municipality="Eksempelvik kommune",
        office="Tildelingskontoret",
        is_example=True,
        number="EV-2026-000417",
        title="Kvittering",
        stored=f"Kommunen har lagret dette svaret 13.{NBSP}oktober{NBSP}2026 klokka{NBSP}10.42.",
        services=(
            ReceiptService(
                "Hjemmesykepleie",
                (
                    ReceiptLine("Svar", "Beholder nåværende leverandør"),
                    ReceiptLine("Leverandør", "Eksempelvik hjemmetjeneste"),
                    ReceiptLine("Gjelder fra", "Som nå"),
                ),
            ),
            ReceiptService(
                "Praktisk bistand",
                (
                    ReceiptLine("Svar", "Valgte leverandør"),
                    ReceiptLine("Leverandør", f"Fjordheim Omsorg{NBSP}AS"),
                    ReceiptLine(
                        "Gjelder fra",
                        f"Venteliste. Ås{NBSP}AS hjelper deg fra tirsdag 27.{NBSP}oktober{NBSP}2026 "
                        "til det blir ledig plass.",
                    ),
                ),
            ),
        ),
        about_title="Hvem svaret gjelder",
        about=(
            ReceiptLine("Navn", "Kari Prøve Eksempelsen"),
            ReceiptLine("Hvem svarte", "Kari Prøve Eksempelsen svarte selv"),
            ReceiptLine("Til stede", "Datter, som støtte"),
            ReceiptLine("Informasjon", "Brosjyre EV-2026-11-N, bokmål"),
        ),
        next_title="Hvis du vil bytte, rette eller klage",
        next_text=(
            f"Ring tildelingskontoret på telefon {PHONE}. Du kan bytte når du vil, og du trenger "
            "ikke å si hvorfor. Er noe feil på kvitteringen, retter vi det, og du får en ny. Klage "
            f"på vedtaket skriver du til kommunen innen 4{NBSP}uker etter at du fikk vedtaket.",
        ),
        frame=(
            ReceiptLine("Kvittering", "EV-2026-000417"),
            ReceiptLine("Saksnummer", "2026/000417"),
            ReceiptLine("Protokoll", "Maskin 03, post 1284"),
            ReceiptLine("Kontrolltegn", "9F3A 61C2 07BD E458"),
        ),
        issued_on=date(2026, 10, 13),
    )
