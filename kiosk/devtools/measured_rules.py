"""How fast a rule is applied: invented people of a whole municipality, each with a reason."""

import gc
import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.app.nonchoice.reason_texts import Given, Reasons
from kiosk.domain.case import CaseRef
from kiosk.domain.language import Language, LocalText
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.applying import Premises, in_order, open_lot, run
from kiosk.domain.nonchoice.parts import MinimumShare, NonchoiceState, PoliticalDecision
from kiosk.domain.nonchoice.rule import NonchoiceRule, RuleBook
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.supply import Ceiling, Supplier, Supply
from kiosk.domain.provider import ProviderKind
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId
from kiosk.i18n import GettextWords
from kiosk.settings import Resources

RUNS = 5
TODAY = date(2026, 11, 23)
SERVICES = (ServiceId("hjemmesykepleie"), ServiceId("praktisk-bistand"))
ZONES = tuple(ZoneId(f"sone-{number}") for number in range(1, 8))
TOWN = ProviderId("kommunen")
PRIVATE = tuple(ProviderId(f"eksempel-{number}") for number in range(1, 8))


def allocation_s(people: int) -> float:
    """Seconds to propose for so many people who have not replied, and to say why; a median."""
    applicants = in_order(_people(people))
    reasons = Reasons(GettextWords(Language.BOKMAL, Resources.shipped().locales))
    return statistics.median(_once(applicants, reasons) for _ in range(RUNS))


def _once(applicants: tuple[Applicant, ...], reasons: Reasons) -> float:
    supply = _supply()
    premises = Premises(_rules(), lambda _service, _zone: supply, open_lot, TODAY)
    gc.collect()
    begun = time.perf_counter()
    told = 0
    for proposal in run(applicants, premises, Standing(private=frozenset(PRIVATE))):
        given = Given(proposal.way, proposal.provider or "", proposal.interim)
        told += len(reasons.text(given))
    took_s = time.perf_counter() - begun
    assert told  # noqa: S101  every reason was made
    return took_s


def _people(count: int) -> Iterator[Applicant]:
    for number in range(count):
        yield Applicant(
            case=CaseRef(f"EKSEMPEL-{number:06}"),
            service=SERVICES[number % 2],
            zone=ZONES[number % 7],
            state=NonchoiceState.NO_REPLY,
            due=TODAY - timedelta(days=number % 90),
            decided_on=TODAY - timedelta(days=100 + number % 300),
            present=TOWN if number % 5 else None,
            minutes_per_week=30 * (number % 20),
            needs=frozenset({DayPart.DAY}) if number % 3 else frozenset(DayPart),
        )


def _supply() -> Supply:
    town = Supplier(TOWN, ProviderKind.MUNICIPAL)
    others = (
        Supplier(
            key,
            ProviderKind.COMMERCIAL,
            covers=frozenset(DayPart) if place % 2 else frozenset({DayPart.DAY}),
            ceiling=Ceiling(200 * (place + 1)),
        )
        for place, key in enumerate(PRIVATE)
    )
    return {each.provider: each for each in (town, *others)}


def _rules() -> RuleBook:
    decision = PoliticalDecision(LocalText.same("kommunestyret"), date(2026, 3, 12), "18/26")
    return {
        (service, zone): (
            NonchoiceRule(
                id=f"{service}-minsteandel",
                version="1",
                service=service,
                zone=zone,
                keeps_present=True,
                fallback=MinimumShare(10, TOWN),
                decision=decision,
            ),
        )
        for service in SERVICES
        for zone in ZONES
    }
