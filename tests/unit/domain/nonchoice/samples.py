"""Rules, people and providers (EKSEMPEL) for tests of those who do not choose."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from kiosk.domain.case import CaseRef
from kiosk.domain.language import LocalText
from kiosk.domain.nonchoice.applicant import Applicant, Known
from kiosk.domain.nonchoice.parts import (
    EVERY_STATE,
    ChooseFirst,
    Circle,
    Continuity,
    Distribute,
    Fallback,
    Floor,
    Lots,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    PoliticalDecision,
    ShareScope,
    Skipped,
    StartUp,
    Turns,
    Unit,
    WeightedKey,
    Window,
)
from kiosk.domain.nonchoice.proposal import Draw, Table
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.standing import Load, Standing
from kiosk.domain.nonchoice.supply import Ceiling, Supplier
from kiosk.domain.provider import CapacityState, ProviderKind
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId

TODAY = date(2026, 11, 23)
NURSING, NORTH, SOUTH = ServiceId("hjemmesykepleie"), ZoneId("nord"), ZoneId("sor")
TOWN, LIND, FJORD, AAS, NORD = (
    ProviderId(key) for key in ("kommunen", "lind", "fjordheim", "aas", "nordvik")
)
PRIVATE = (LIND, FJORD, AAS, NORD)
EVERYBODY = (TOWN, *PRIVATE)
DECISION = PoliticalDecision(LocalText.same("kommunestyret"), date(2026, 3, 12), "18/26")


def supplier(provider: ProviderId, **changes: Any) -> Supplier:
    kind = ProviderKind.MUNICIPAL if provider == TOWN else ProviderKind.COMMERCIAL
    return Supplier(provider, kind, **changes)


def supply(*suppliers: Supplier) -> dict[ProviderId, Supplier]:
    return {each.provider: each for each in suppliers or map(supplier, EVERYBODY)}


def rule(fallback: Fallback, **changes: Any) -> NonchoiceRule:
    made: dict[str, Any] = {
        "id": "regel",
        "version": "1",
        "service": NURSING,
        "zone": NORTH,
        "keeps_present": True,
        "fallback": fallback,
        "decision": DECISION,
    }
    return NonchoiceRule(**{**made, **changes})


def applicant(number: int = 1, **changes: Any) -> Applicant:
    made: dict[str, Any] = {
        "case": CaseRef(f"2026/{number:06}"),
        "service": NURSING,
        "zone": NORTH,
        "state": NonchoiceState.NO_REPLY,
        "due": date(2026, 11, 20),
        "decided_on": date(2026, 10, 20),
        "minutes_per_week": 120,
    }
    return Applicant(**{**made, **changes})


def standing(**users: int) -> Standing:
    """So many people with each provider in the north, two hours a week each."""
    loads = {
        (NURSING, NORTH, ProviderId(key)): Load(count, count * 120) for key, count in users.items()
    }
    return Standing(stock=loads, private=frozenset(PRIVATE))


def table(
    for_rule: NonchoiceRule, of: dict[ProviderId, Supplier] | None = None, **changes: Any
) -> Table:
    made: dict[str, Any] = {
        "rule": for_rule,
        "supply": supply() if of is None else of,
        "standing": standing(),
        "draw": Draw("frø"),
        "on": TODAY,
    }
    return Table(**{**made, **changes})


providers = st.sampled_from(EVERYBODY)
amongs = st.sampled_from([Circle.ALL, Circle.PRIVATE, frozenset({LIND, AAS}), frozenset({TOWN})])
picks = st.one_of(
    st.sampled_from([Turns(Skipped.KEEPS_TURN), Turns(Skipped.LOSES_TURN), Lots()]),
    st.lists(
        st.tuples(providers, st.integers(1, 9)), min_size=1, unique_by=lambda each: each[0]
    ).map(lambda weights: WeightedKey(tuple(weights))),
)
fallbacks: st.SearchStrategy[Fallback] = st.one_of(
    st.just(MunicipalDefault(TOWN)),
    st.builds(ChooseFirst, providers, st.none() | st.integers(1, 60)),
    st.builds(Distribute, picks, providers, amongs, st.none() | st.just(TOWN)),
    st.builds(
        MinimumShare,
        st.integers(1, 100),
        st.just(TOWN),
        st.sampled_from(Unit),
        st.sampled_from(Window),
        st.sampled_from(ShareScope),
        picks,
        st.sampled_from([Circle.PRIVATE, frozenset({LIND, AAS})]),
    ),
)
start_ups = st.none() | st.builds(
    StartUp,
    st.sampled_from(PRIVATE),
    st.dates(date(2026, 1, 1), date(2027, 6, 1)),
    st.integers(1, 12),
    st.integers(1, 3),
    st.sampled_from(Unit),
)
rules = st.builds(
    rule,
    fallbacks,
    keeps_present=st.booleans(),
    states=st.just(EVERY_STATE),
    continuity=st.builds(Continuity, st.integers(0, 24), st.booleans()),
    floor=st.builds(Floor, st.booleans(), st.booleans()),
    start_up=start_ups,
)
knowns = st.builds(
    Known,
    st.none() | providers,
    st.none() | st.dates(date(2024, 1, 1), TODAY),
    st.none() | providers,
)
applicants = st.builds(
    applicant,
    st.integers(1, 99),
    state=st.sampled_from(NonchoiceState),
    present=st.none() | providers,
    known=knowns,
    minutes_per_week=st.integers(0, 2_000),
    needs=st.frozensets(st.sampled_from(DayPart)),
    language=st.sampled_from(["", "so", "pl"]),
    objects_to=st.frozensets(providers, max_size=2),
)
supplies = st.lists(
    st.builds(
        supplier,
        providers,
        joins_on=st.sampled_from([date.min, date(2026, 11, 1), date(2026, 12, 1)]),
        has_started=st.booleans(),
        is_suspended=st.booleans(),
        state=st.sampled_from(CapacityState),
        covers=st.frozensets(st.sampled_from(DayPart), min_size=2),
        languages=st.sampled_from([None, frozenset({"so"}), frozenset({"no", "pl"})]),
        ceiling=st.none() | st.builds(Ceiling, st.integers(0, 4), st.sampled_from(Unit)),
        leaves_on=st.sampled_from([None, None, date(2026, 12, 31)]),
    ),
    min_size=1,
    unique_by=lambda each: each.provider,
).map(lambda each: supply(*each))
