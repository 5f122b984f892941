"""Invented prose of a municipality."""

from kiosk.domain.municipality import Prose, ProseKind, ProsePart

NBSP = "\u00a0"
PHONE = f"00{NBSP}00{NBSP}12{NBSP}00"


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
