"""Events about those who do not choose, as the golden stores hold them; all people are invented."""

from collections.abc import Sequence
from datetime import date

from kiosk.domain.allocation_events import (
    AllocationSetAside,
    LetterPosted,
    LetterReturned,
    RunOpened,
    ServiceAllocated,
    Step,
    StepsTaken,
    WishesNoted,
)
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Outcome, ServiceAnswer
from kiosk.domain.event import EventBody
from kiosk.domain.language import LocalText
from kiosk.domain.nonchoice.applicant import Applicant, Counted, Known
from kiosk.domain.nonchoice.parts import (
    EVERY_STATE,
    Circle,
    Continuity,
    Distribute,
    Floor,
    MinimumShare,
    NonchoiceState,
    PoliticalDecision,
    StartUp,
    Turns,
    Unit,
    WeightedKey,
)
from kiosk.domain.nonchoice.proposal import PassedOver, Way
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.standing import Load, ShareSeen, Standing, key_of
from kiosk.domain.nonchoice.stored import (
    StoredSupply,
    store_queue,
    store_rule,
    store_standing,
)
from kiosk.domain.nonchoice.supply import Ceiling, PassReason, Supplier
from kiosk.domain.provider import CapacityState, ProviderKind
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId

RUN = "019a48c0-fordeling-1"
SILENT, SET_ASIDE = (CaseRef(f"EKSEMPEL-2026/{number}") for number in (4, 5))
_NURSING, _NORTH = ServiceId("hjemmesykepleie"), ZoneId("nord")
_FJORD, _OWN = ProviderId("fjord"), ProviderId("kommunen")
_TODAY = date(2026, 11, 3)
_DECISION = PoliticalDecision(
    LocalText("kommunestyret", "kommunestyret", "the council"), date(2026, 3, 12), "EKSEMPEL-18/26"
)


def _rule(key: str, fallback: Distribute | MinimumShare) -> NonchoiceRule:
    return NonchoiceRule(
        id=key,
        version="2",
        service=_NURSING,
        zone=_NORTH,
        keeps_present=True,
        fallback=fallback,
        decision=_DECISION,
        states=EVERY_STATE,
        continuity=Continuity(12, household=True),
        floor=Floor(needs=True, language=True),
        start_up=StartUp(_FJORD, date(2026, 1, 1), 6, 40, Unit.HOURS),
    )


_SHARE = _rule("minsteandel", MinimumShare(10, _OWN, Unit.HOURS, pick=Turns()))
_KEY = _rule("andeler", Distribute(WeightedKey(((_OWN, 7), (_FJORD, 3))), _OWN, Circle.ALL, None))
_STANDING = Standing(
    queues={key_of(_SHARE): [_FJORD]},
    given={key_of(_KEY): {_OWN: 3, _FJORD: 1}},
    started={key_of(_SHARE): Load(2, 240)},
    stock={(_NURSING, _NORTH, _OWN): Load(90, 9_000), (_NURSING, _NORTH, _FJORD): Load(9, 900)},
    flow={(_NURSING, _NORTH, _OWN): Load(4, 400)},
    private=frozenset({_FJORD}),
)
_SUPPLY = (
    Supplier(
        _FJORD,
        ProviderKind.NON_PROFIT,
        date(2025, 2, 1),
        state=CapacityState.OPEN,
        covers=frozenset({DayPart.DAY, DayPart.EVENING}),
        languages=frozenset({"no", "pl"}),
        ceiling=Ceiling(120, Unit.HOURS),
    ),
    Supplier(_OWN, ProviderKind.MUNICIPAL, is_suspended=True),
)
_COUNTED = Counted(_OWN, is_new=True)
_APPLICANT = Applicant(
    case=SILENT,
    service=_NURSING,
    zone=_NORTH,
    state=NonchoiceState.NO_REPLY,
    due=date(2026, 10, 30),
    decided_on=date(2026, 9, 1),
    known=Known(_FJORD, date(2026, 1, 31), _OWN),
    minutes_per_week=210,
    needs=frozenset({DayPart.DAY}),
    language="pl",
    objects_to=frozenset({_OWN}),
    counted=_COUNTED,
)
_ANSWER = ServiceAnswer(
    _NURSING,
    Outcome.NO_REPLY,
    _FJORD,
    LocalText.same("Fjord EKSEMPEL Omsorg"),
    start_on=date(2026, 11, 17),
    notice_rule="14-dager",
    interim=_OWN,
    interim_name=LocalText("Kommunen EKSEMPEL", "Kommunen EKSEMPEL"),
    rule="minsteandel@2",
    service_name=LocalText("Hjemmesykepleie", "Heimesjukepleie", "Home nursing"),
)
_ALLOCATED = ServiceAllocated(
    run=RUN,
    position=1,
    applicant=_APPLICANT,
    rule="minsteandel@2",
    way=Way.SHARE_TURN,
    considered=(_OWN, _FJORD),
    passed=(PassedOver(_OWN, PassReason.OBJECTED),),
    share=ShareSeen(900, 9_900),
    answer=_ANSWER,
    content_version="1+eksempel",
    seed="EKSEMPEL",
    person="Eli EKSEMPEL Strand",
    municipality="Eksempelvik",
    office=LocalText("Tjenestekontoret", "Tenestekontoret"),
)
_STEPS = (
    Step(1, _NURSING, _NORTH, "minsteandel", 210, Way.SHARE_TURN, _FJORD, counted=_COUNTED),
    Step(2, _NURSING, _NORTH, "minsteandel", 0, present=_OWN),
)

RULE_EVENTS: Sequence[tuple[CaseRef | None, EventBody]] = (
    (SILENT, LetterPosted(LetterKind.INVITATION, date(2026, 9, 7))),
    (SILENT, LetterReturned(LetterKind.INVITATION, date(2026, 9, 14))),
    (SILENT, LetterPosted(LetterKind.REMINDER, date(2026, 10, 5))),
    (SILENT, WishesNoted(_NURSING, Known(_FJORD, date(2026, 1, 31), _OWN), (_OWN,))),
    (
        None,
        RunOpened(
            run=RUN,
            on=_TODAY,
            seed="EKSEMPEL",
            content_version="1+eksempel",
            rules=(store_rule(_KEY), store_rule(_SHARE)),
            standing=store_standing(_STANDING),
            supplies=(StoredSupply(_NURSING, _NORTH, _SUPPLY),),
        ),
    ),
    (SILENT, _ALLOCATED),
    (SET_ASIDE, AllocationSetAside(RUN, 2, _NURSING, "Flytter snart.")),
    (None, StepsTaken(RUN, _STEPS, (store_queue(_STANDING, key_of(_SHARE)),))),
)
