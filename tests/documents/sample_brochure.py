"""An invented brochure around the sample providers."""

from kiosk.domain.document.brochure import (
    Brochure,
    BrochurePart,
    Comparison,
    OverviewRow,
    OverviewTable,
)
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey, NonchoiceRow
from kiosk.domain.document.provider_block import FactKey, ProviderBlock
from kiosk.domain.language import Language
from kiosk.domain.service import ServiceId
from tests.documents.sample_prose import (
    CHOOSE,
    COMPLAIN,
    NBSP,
    PHONE,
    PRIVACY,
    QUESTIONS,
    SAME,
    SWITCH,
    WHAT,
)
from tests.documents.sample_providers import (
    LABELS,
    PARTS,
    SERVICES,
    TWO_SERVICES,
    YES,
    pick,
    providers,
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
            pick(SERVICES[service], language),
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
    names = tuple(pick(SERVICES[service], language) for service in services)
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
    for index, (label, _hours) in enumerate(PARTS.values()):
        cells = [strip.cells[index] for _block, strip in offered]
        rows.append((label, tuple(cell.short for cell in cells)))
        ticks.append(tuple(cell.comes is YES for cell in cells))
    for key in (FactKey.CAPACITY, FactKey.START, FactKey.LANGUAGES):
        values = [
            next(fact.value for fact in block.facts if fact.key is key) for block, _strip in offered
        ]
        rows.append((pick(LABELS[key], language), tuple(values)))
        ticks.append(())
    return Comparison(
        title=f"Sammenlign: {pick(SERVICES[service], language).lower()}",
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
        services=tuple(pick(SERVICES[service], language) for service in services),
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
