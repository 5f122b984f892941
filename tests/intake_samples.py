"""An invented municipality and case lists of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from stdnum.no.fodselsnummer import calc_check_digit1, calc_check_digit2

from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Municipality, Office
from kiosk.domain.notice import DaysNotice, NoticeRule
from kiosk.domain.provider import Contact, Offer, Provider, ProviderKind
from kiosk.domain.service import ProviderId, Service, ServiceId, Zone, ZoneId
from kiosk.domain.window_lines import lines_in_window

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NURSING = ServiceId("hjemmesykepleie")
PRACTICAL = ServiceId("praktisk-bistand")
HEADING = "Saksnummer;Navn;Fødselsdato;Tjeneste;Sone;Vedtaksdato"
ROW = "EV-1;Solveig Strand;12.04.1941;Hjemmesykepleie;Sørbyen;16.11.2026"


class MorningClock:
    def now(self) -> datetime:
        return NOW


class EveryLetter:
    """A typeface with every letter except the named ones, each as wide as the others."""

    def __init__(self, without: str = "", room: int = 40) -> None:
        self._without = without
        self._room = room

    def can_print(self, text: str) -> bool:
        return not set(text) & set(self._without)

    def over_window(self, lines: Sequence[str]) -> tuple[int, ...]:
        set_ = lines_in_window(lines, len, self._room)
        return tuple(max(0, *(len(part) - self._room for part in parts)) for parts in set_)


def service(key: ServiceId, nb: str, nn: str, *aliases: str) -> Service:
    text = LocalText(nb, nn)
    zones = frozenset({ZoneId("nord"), ZoneId("sor")})
    return Service(key, text, text, zones, {}, LocalText.same(""), aliases)


def provider(key: str, name: LocalText, *services: ServiceId) -> Provider:
    zones = frozenset({ZoneId("nord")})
    offers = tuple(Offer(item, zones, {}) for item in services)
    day = date(2026, 1, 1)
    return Provider(
        ProviderId(key), "1", name, "999999999", ProviderKind.MUNICIPAL, offers, day, "Kontoret"
    )


def municipality() -> Municipality:
    text = LocalText.same("Eksempelvik")
    return Municipality(
        id="eksempelvik",
        name="Eksempelvik",
        version="1",
        edition="1",
        is_example=True,
        receipt_prefix="EV",
        zone_word=LocalText.same("sone"),
        zones=(
            Zone(ZoneId("nord"), "Nord", LocalText("sone Nord", "sone Nord")),
            Zone(ZoneId("sor"), "Sørbyen", LocalText("Sørbyen", "Sørbyen")),
        ),
        services=(
            service(NURSING, "Hjemmesykepleie", "Heimesjukepleie", "Sykepleie i hjemmet"),
            service(PRACTICAL, "Praktisk bistand", "Praktisk hjelp", "Hjemmehjelp"),
        ),
        providers=(
            provider("fjord", LocalText("Fjord Omsorg AS", "Fjord Omsorg AS"), NURSING),
            provider("kommunen", LocalText("Hjemmetjenesten", "Heimetenesta"), NURSING, PRACTICAL),
        ),
        rules={},
        notice=NoticeRule("14", DaysNotice(14)),
        reply_days=14,
        child_age_years=16,
        default_language=Language.BOKMAL,
        office=Office(text, text, Contact()),
        prose={},
        approved_on=date(2026, 1, 1),
    )


def csv_of(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()


def with_check_digits(nine: str) -> str | None:
    """The eleven digits that begin with nine, or None where no check digit fits."""
    first = calc_check_digit1(nine)
    ten = nine + first
    eleven = ten + calc_check_digit2(ten)
    return eleven if len(eleven) == 11 else None


def birth_number(day: int = 12, month: int = 84, year: int = 41) -> str:
    """A number of nobody: by default with the months of invented persons (+80)."""
    numbers = (with_check_digits(f"{day:02}{month:02}{year:02}{k:03}") for k in range(300, 400))
    return next(number for number in numbers if number is not None)
