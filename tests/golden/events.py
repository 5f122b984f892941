"""Every kind of event once or more, as the golden stores hold them; all people are invented.

What stands here is written into the next golden folder. Change it freely before the first
release; after one, only add to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from kiosk.domain.case import Address, Case, CaseRef, Closing, GrantedService, PostRecipient
from kiosk.domain.choice import (
    Agreement,
    Channel,
    Correction,
    EventId,
    NamedService,
    Outcome,
    RecordedChoice,
    ServiceAnswer,
    TakenBack,
    Withdrawal,
)
from kiosk.domain.decider import Decider, DeciderRole, Question, Reply
from kiosk.domain.delivery_events import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.event import (
    PROGRAM,
    BlockClosed,
    BlockEnd,
    BlockOpened,
    CaseChanged,
    CaseClosed,
    CaseImported,
    ChoiceRecorded,
    ChoiceWithdrawn,
    DocumentChannel,
    DocumentIssued,
    DocumentKind,
    Event,
    EventBody,
    HandOverCalledOff,
    InformationNoted,
    Medium,
    OrderDealt,
    RecordBound,
    ScreenHandedOver,
    SignedIn,
    SignInFailed,
    StaffAdded,
    StaffCodeChanged,
    StaffRemoved,
    StaffRoleChanged,
    StartAgreed,
    Stored,
    Understood,
    VisitEndedWithoutAnswers,
)
from kiosk.domain.handling import (
    AccessGiven,
    CaseHeld,
    CaseRead,
    CasesDisposed,
    DisposedUnder,
    ErasedPlaces,
    HoldReleased,
    RowsDealt,
)
from kiosk.domain.language import Language, LocalText
from kiosk.domain.ordering import DealtOrder, open_block
from kiosk.domain.reading import Reading
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId
from kiosk.domain.signature import Signature
from kiosk.domain.staff import StaffMember, StaffRole
from tests.golden.exit_events import (
    EXIT_EVENTS,
    GIVES_UP,
    GIVES_UP_ID,
    HELPED,
    PLACE_EVENTS,
    WAITS,
    WAITS_ID,
)
from tests.golden.rule_events import RULE_EVENTS, SET_ASIDE, SILENT

OFFICER, ADMIN = "Kari EKSEMPEL Kontor", "Anne EKSEMPEL Kontor"
FULL, TAKEN_BACK, DISPOSED = (CaseRef(f"EKSEMPEL-2026/{number}") for number in (1, 2, 3))
NURSING, PRACTICAL = ServiceId("hjemmesykepleie"), ServiceId("praktisk-bistand")
FJORD, OWN = ProviderId("fjord"), ProviderId("kommunen")
# One hour ahead of UTC, as in Norway in winter.
MORNING = datetime(2026, 11, 3, 9, 0, 0, 250_000, timezone(timedelta(hours=1)))
TODAY = MORNING.date()
NAMES = {NURSING: LocalText("Hjemmesykepleie", "Heimesjukepleie", "Home nursing")}
FJORD_NAME = LocalText.same("Fjord EKSEMPEL Omsorg")


def golden_id(number: int) -> EventId:
    """The id of an event of the golden stores; a UUIDv7 in its form."""
    return EventId(f"019a48c0-0000-7000-8000-{number:012x}")


def _case(reference: CaseRef, **changes: object) -> Case:
    plain = Case(
        reference=reference,
        given_name="Åse",
        family_name="EKSEMPEL Ørsdóttir",
        birth_date=date(1941, 5, 17),
        zone=ZoneId("nord"),
        services=(GrantedService(NURSING, date(2026, 10, 20), reply_by=date(2026, 11, 10)),),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # fields of a case


_RICH = _case(
    FULL,
    services=(
        GrantedService(
            NURSING,
            date(2026, 10, 20),
            "EKSEMPEL-V-12",
            Decimal("3.50"),
            frozenset(DayPart),
            FJORD,
            date(2024, 1, 1),
            date(2026, 11, 10),
        ),
        GrantedService(PRACTICAL, date(2026, 10, 20)),
    ),
    address=Address(("Eksempelveien 1",), "0000", "Eksempelvik"),
    is_address_protected=True,
    phone="00 00 00 00",
    written_language=Language.NYNORSK,
    interpreter="polsk",
    post=PostRecipient("Nils EKSEMPEL", "verge", None, instead=True),
)

CHOICE_ID, CORRECTION_ID, WITHDRAWN_ID, WITHDRAWAL_ID = map(golden_id, (101, 102, 103, 104))
DISPOSAL_ID, HANDED_OVER_ID = golden_id(105), golden_id(106)

_CHOSEN = ServiceAnswer(
    NURSING,
    Outcome.CHOSEN,
    OWN,
    LocalText("Kommunen EKSEMPEL", "Kommunen EKSEMPEL"),
    FJORD,
    date(2026, 11, 17),
    "14-dager",
    service_name=NAMES[NURSING],
    previous_name=FJORD_NAME,
    interim=FJORD,
    interim_name=FJORD_NAME,
)
_CHOICE = RecordedChoice(
    id=CHOICE_ID,
    case=FULL,
    answers=(
        _CHOSEN,
        ServiceAnswer(PRACTICAL, Outcome.POSTPONED, postponed_until=date(2026, 12, 1)),
    ),
    decider=Decider(
        DeciderRole.GUARDIAN,
        "Nils EKSEMPEL",
        {Question.DOCUMENT_SEEN: Reply.YES, Question.PERSON_OBJECTS: Reply.NO},
    ),
    participants=("pårørende", "tolk"),
    shown={NURSING: (FJORD, OWN), PRACTICAL: (OWN, FJORD)},
    content_version="1+eksempel",
    language=Language.NYNORSK,
    channel=Channel.HOME_VISIT,
    at=MORNING,
    recorded_by=OFFICER,
    person="Åse EKSEMPEL Ørsdóttir",
    services=(NamedService(NURSING, NAMES[NURSING]),),
    municipality="Eksempelvik",
    office=LocalText("Tjenestekontoret", "Tenestekontoret"),
    signature=Signature((((0, 0), (120, 45)), ((60, 90),))),
)
_CORRECTED = replace(
    _CHOICE,
    id=CORRECTION_ID,
    answers=(
        replace(_CHOSEN, outcome=Outcome.KEEPS, provider=FJORD, provider_name=FJORD_NAME),
        ServiceAnswer(PRACTICAL, Outcome.CANNOT, decision_reference="EKSEMPEL-V-13"),
    ),
    decider=None,
    channel=Channel.CASE_PAGE,
    signature=None,
)
_SELF = replace(
    _CHOICE, id=WITHDRAWN_ID, case=TAKEN_BACK, answers=(_CHOSEN,), decider=Decider(DeciderRole.SELF)
)
_WAITING = replace(
    _SELF,
    id=WAITS_ID,
    case=WAITS,
    answers=(replace(_CHOSEN, provider=FJORD, start_on=None, waits_for_place=True, interim=OWN),),
)
_WITHDRAWAL = Withdrawal(
    id=WITHDRAWAL_ID,
    choice=WITHDRAWN_ID,
    case=TAKEN_BACK,
    services=(TakenBack(NURSING, NAMES[NURSING], _CHOSEN, True, FJORD, FJORD_NAME),),
    decider=Decider(DeciderRole.SELF_WITH_SUPPORT),
    participants=(),
    language=Language.BOKMAL,
    at=MORNING,
    recorded_by=OFFICER,
    person="Åse EKSEMPEL Ørsdóttir",
    municipality="Eksempelvik",
    office=None,
)
_BLOCK = open_block("019a48c0-blokk-1", [FJORD, OWN], "EKSEMPEL")
_OTHER_BLOCK = open_block("019a48c0-blokk-2", [FJORD, OWN, ProviderId("ås")], "EKSEMPEL")

_Line = tuple[CaseRef | None, EventBody] | tuple[CaseRef | None, EventBody, EventId]

_DESK: Sequence[_Line] = (
    (None, RecordBound("eksempelvik", "Eksempelvik", is_example=True)),
    (None, StaffAdded(StaffMember(ADMIN, StaffRole.ADMINISTRATOR, "$argon2id$EKSEMPEL"))),
    (None, StaffAdded(StaffMember(OFFICER, StaffRole.FRONT_DESK, "$argon2id$EKSEMPEL"))),
    (None, StaffAdded(StaffMember("Ola EKSEMPEL", StaffRole.CASE_OFFICER, "$argon2id$EKSEMPEL"))),
    (None, StaffRoleChanged(OFFICER, StaffRole.CASE_OFFICER)),
    (None, StaffCodeChanged(OFFICER, "$argon2id$EKSEMPEL-2")),
    (None, StaffRemoved("Ola EKSEMPEL")),
    (None, SignInFailed(ADMIN)),
    (None, SignInFailed("")),
    (None, SignedIn()),
    (FULL, CaseImported(_case(FULL))),
    (FULL, CaseChanged(_RICH, ("services", "address", "phone"))),
    (TAKEN_BACK, CaseImported(_case(TAKEN_BACK, given_name="Odd"))),
    (DISPOSED, CaseImported(_case(DISPOSED, given_name="Liv"))),
    (None, BlockOpened(_BLOCK, "EKSEMPEL")),
    (None, BlockOpened(_OTHER_BLOCK, "EKSEMPEL")),
    (None, BlockClosed(_OTHER_BLOCK.id, BlockEnd.OTHER_PROVIDERS, 0)),
    (FULL, OrderDealt(DealtOrder(_BLOCK.id, 0, _BLOCK.rows[0]), Medium.SCREEN)),
    (DISPOSED, OrderDealt(DealtOrder(_BLOCK.id, 1, _BLOCK.rows[1]), Medium.PAPER)),
    (FULL, CaseRead(Reading.CASE_PAGE)),
    (FULL, ScreenHandedOver(Language.ENGLISH, ()), HANDED_OVER_ID),
    (FULL, HandOverCalledOff(HANDED_OVER_ID)),
)
_LIFE: Sequence[_Line] = (
    (FULL, ScreenHandedOver(Language.NYNORSK, ("pårørende", "tolk"))),
    (FULL, ChoiceRecorded(_CHOICE, "EV"), CHOICE_ID),
    (FULL, InformationNoted(CHOICE_ID, Understood.UNSURE, "Ny samtale er avtalt.", "polsk")),
    (FULL, DocumentIssued(DocumentKind.BROCHURE, Language.BOKMAL, DocumentChannel.FILE)),
    (FULL, DeliveryBegun("levering-1", (CHOICE_ID,))),
    (FULL, DeliveryFailed("levering-1", (CHOICE_ID,), "printing.disk_full")),
    (FULL, CaseDelivered("levering-2", (CHOICE_ID,))),
    (
        FULL,
        ChoiceRecorded(_CORRECTED, "EV", Correction(CHOICE_ID, "Feil person.", TODAY)),
        CORRECTION_ID,
    ),
    (TAKEN_BACK, ChoiceRecorded(_SELF, "EV"), WITHDRAWN_ID),
    (TAKEN_BACK, ChoiceWithdrawn(_WITHDRAWAL, "EV"), WITHDRAWAL_ID),
    (TAKEN_BACK, VisitEndedWithoutAnswers()),
    (TAKEN_BACK, CaseHeld("Klagen er ikke avgjort.")),
    (TAKEN_BACK, HoldReleased()),
    (TAKEN_BACK, AccessGiven(Language.NYNORSK)),
    (TAKEN_BACK, CaseClosed(Closing(TODAY, "flyttet"))),
    (DISPOSED, CaseClosed(Closing(TODAY, "flyttet"))),
    (SILENT, CaseImported(_case(SILENT, given_name="Eli"))),
    (SET_ASIDE, CaseImported(_case(SET_ASIDE, given_name="Jon"))),
    *RULE_EVENTS,
    (HELPED, CaseImported(_case(HELPED, given_name="Ada"))),
    (WAITS, CaseImported(_case(WAITS, given_name="Pål"))),
    (WAITS, ChoiceRecorded(_WAITING, "EV"), WAITS_ID),
    (GIVES_UP, CaseImported(_case(GIVES_UP, given_name="Mai"))),
    (GIVES_UP, ChoiceRecorded(replace(_WAITING, id=GIVES_UP_ID, case=GIVES_UP), "EV"), GIVES_UP_ID),
    *PLACE_EVENTS,
    *EXIT_EVENTS,
    (FULL, StartAgreed(Agreement(CORRECTION_ID, NURSING, TODAY, NAMES[NURSING], FJORD_NAME))),
)


def before_the_new_root_key() -> tuple[Event, ...]:
    """What is stored first: staff, cases, orders."""
    return tuple(_numbered(_DESK, 0))


def after_the_new_root_key() -> tuple[Event, ...]:
    """What is stored then: the life of choices."""
    return tuple(_numbered(_LIFE, len(_DESK)))


def disposal(places: tuple[Stored, ...]) -> Event:
    """What tells that a case was disposed of."""
    body = CasesDisposed(
        (DisposedUnder("lukket-5-ar", "EKSEMPEL-12/26", is_shed=False, cases=1),),
        ADMIN,
        "ab12",
        tuple(ErasedPlaces(each.device, each.sequence, each.sequence) for each in places),
        (RowsDealt(_BLOCK.id, 2),),
    )
    return Event(DISPOSAL_ID, MORNING.astimezone(UTC), PROGRAM, None, body)


def _numbered(lines: Sequence[_Line], start: int) -> Iterator[Event]:
    for number, (case, body, *given) in enumerate(lines, start=start + 1):
        event_id = given[0] if given else golden_id(number)
        actor = PROGRAM if isinstance(body, SignInFailed) else OFFICER
        yield Event(event_id, MORNING + timedelta(minutes=number), actor, case, body)
