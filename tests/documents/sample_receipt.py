"""An invented receipt."""

from datetime import date

from kiosk.domain.document.receipt import Receipt, ReceiptLine, ReceiptService
from kiosk.domain.language import Language
from tests.documents.sample_prose import NBSP, PHONE


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
            ReceiptLine("Med i samtalen", "Datter, som støtte"),
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
