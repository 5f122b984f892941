"""The stored form: canonical, complete, and without words of its own in errors."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from kiosk.domain.allocation_events import (
    AllocationSetAside,
    AskedAgain,
    LetterPosted,
    LetterReturned,
    RunOpened,
    ServiceAllocated,
    Step,
    StepsTaken,
    WishesNoted,
)
from kiosk.domain.asked_view import ViewAsked, ViewKind
from kiosk.domain.case import Address, Closing, GrantedService, PostRecipient
from kiosk.domain.choice import Agreement, EventId
from kiosk.domain.decider import Decider, DeciderRole, Question, Reply
from kiosk.domain.delivery_events import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.edition import Edition
from kiosk.domain.errors import StorageError
from kiosk.domain.event import (
    AnswerUnclear,
    BatchBegun,
    BatchDiscarded,
    BatchFileMade,
    BatchPosted,
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
    EventKind,
    HandOverCalledOff,
    HeadingsExplained,
    InformationNoted,
    InterestsStated,
    LetterNotMade,
    LetterProduced,
    Medium,
    OrderDealt,
    ScreenHandedOver,
    SignedIn,
    SignInFailed,
    SlipCodeDealt,
    StaffAdded,
    StaffCodeChanged,
    StaffRemoved,
    StaffRoleChanged,
    StartAgreed,
    Stored,
    Understood,
    VisitEndedWithoutAnswers,
)
from kiosk.domain.event_kind import body_type
from kiosk.domain.exits.events import ExitCalledOff, HelpTakenOver, ProviderExitAnnounced
from kiosk.domain.exits.exit import ExitCause, ProviderExit
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
from kiosk.domain.helping import TakeOver
from kiosk.domain.language import Language, LocalText
from kiosk.domain.later_event import LaterEvent
from kiosk.domain.mail_events import (
    LeftOutCount,
    MailFilter,
    MailState,
    Making,
    NotPosted,
    NotPostedCount,
    OrderPrinted,
    OwnFile,
)
from kiosk.domain.mailing import LeftOut
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.parts import MinimumShare
from kiosk.domain.nonchoice.proposal import PassedOver, Way
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.standing import ShareSeen, key_of
from kiosk.domain.nonchoice.stored import (
    StoredSupply,
    store_queue,
    store_rule,
    store_standing,
)
from kiosk.domain.nonchoice.supply import PassReason
from kiosk.domain.ordering import DealtOrder, open_block
from kiosk.domain.reading import Reading
from kiosk.domain.record_events import RecordBound
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId
from kiosk.domain.slip_code import drawn_code
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.domain.waiting_events import PlaceDeclined, PlaceOffered, PlaceTaken
from kiosk.record.folding.codec import decode, encode
from kiosk.record.ledger.row import Row
from tests.record_samples import (
    NURSING,
    SIGNATURE,
    TODAY,
    case,
    choice,
    chosen,
    event,
    recorded,
    withdrawal,
)
from tests.unit.domain.nonchoice.samples import applicant, rule, standing, supplier

BATCH = BatchBegun(
    "utsending-1",
    MailFilter(LetterKind.INVITATION, MailState.OPEN, ZoneId("nord"), NURSING),
    Edition.LARGE_PRINT,
    Making(50, has_letter_files=True, has_brochure=False),
    "1-ab",
    TODAY,
    2,
    (LeftOutCount(LeftOut.PROTECTED, 3),),
    "/srv/utsendinger",
)
FULL_CASE = case(
    services=(
        GrantedService(
            NURSING,
            TODAY,
            "V-12",
            Decimal("3.50"),
            frozenset(DayPart),
            ProviderId("fjord"),
            date(2024, 1, 1),
            date(2026, 12, 1),
        ),
    ),
    address=Address(("Strandveien 1",), "0001", "Eksempelvik"),
    is_address_protected=True,
    phone="22 22 22 22",
    written_language=Language.NYNORSK,
    interpreter="polsk",
    post=PostRecipient("Nils", "verge", None, instead=True),
    closing=Closing(TODAY, "flyttet"),
)
GUARDED = replace(
    choice(),
    decider=Decider(DeciderRole.GUARDIAN, "Nils", {Question.DOCUMENT_SEEN: Reply.YES}),
)
SIGNED = replace(choice(), signature=SIGNATURE)
RULE = rule(MinimumShare(10, ProviderId("kommunen")))
STANDING = standing(lind=1, kommunen=19)
STEP = Step(1, NURSING, RULE.zone, "regel", 120, Way.SHARE_TURN, ProviderId("fjord"))
TAKEN_BACK = withdrawal(GUARDED.id)
EVENTS = (
    event(CaseImported(FULL_CASE)),
    event(CaseChanged(FULL_CASE, ("zone", "phone"))),
    event(CaseClosed(Closing(TODAY, "flyttet"))),
    event(BlockOpened(open_block("1", [ProviderId("a"), ProviderId("b")], "s"), "s"), None),
    event(BlockClosed("1", BlockEnd.USED_UP, 2), None),
    event(OrderDealt(DealtOrder("1", 0, (ProviderId("a"), ProviderId("b"))), Medium.PAPER)),
    recorded(GUARDED),
    recorded(SIGNED),
    event(ChoiceWithdrawn(TAKEN_BACK, "EV"), id=TAKEN_BACK.id),
    event(StartAgreed(Agreement(GUARDED.id, ServiceId("bpa"), TODAY, LocalText.same("BPA")))),
    event(InformationNoted(GUARDED.id, Understood.UNSURE, "ny samtale", "polsk")),
    event(DocumentIssued(DocumentKind.BROCHURE, Language.BOKMAL, DocumentChannel.FILE)),
    event(SlipCodeDealt(drawn_code("EKSEMPEL"))),
    event(AnswerUnclear(NURSING, TODAY)),
    event(BATCH, None),
    event(BatchFileMade("utsending-1", "1.pdf", 2, 24, "ab"), None),
    event(
        LetterProduced(
            "utsending-1",
            LetterKind.INVITATION,
            7,
            2,
            Language.NYNORSK,
            TODAY,
            "1.pdf",
            9,
            24,
            "cd",
            services=(NURSING,),
            orders=(OrderPrinted(NURSING, (ProviderId("fjord"), ProviderId("own"))),),
            own_files=(OwnFile("brev/000007.pdf", "ef"),),
        )
    ),
    event(LetterNotMade("utsending-1", ("letters.no_letter",), "Navn", "\u10a0", 3)),
    event(
        BatchPosted("utsending-1", TODAY, (NotPostedCount(NotPosted.PULLED_OUT, 2),)),
        None,
    ),
    event(BatchDiscarded("utsending-2"), None),
    event(DeliveryBegun("levering-1", (GUARDED.id, TAKEN_BACK.id))),
    event(CaseDelivered("levering-1", (GUARDED.id,))),
    event(DeliveryFailed("levering-2", (GUARDED.id,), "printing.disk_full")),
    event(StaffAdded(StaffMember("Kari", StaffRole.FRONT_DESK, "$argon2id$")), None),
    event(StaffRemoved("Kari"), None),
    event(StaffCodeChanged("Kari", "$argon2id$other"), None),
    event(StaffRoleChanged("Kari", StaffRole.ADMINISTRATOR), None),
    event(InterestsStated((ProviderId("lind"),)), None),
    event(InterestsStated(()), None),
    event(SignedIn(), None),
    event(SignInFailed("Kari"), None),
    event(ScreenHandedOver(Language.ENGLISH, ("pårørende",))),
    event(HandOverCalledOff(EventId("1"))),
    event(VisitEndedWithoutAnswers()),
    event(ViewAsked(ViewKind.SOME)),
    event(CaseRead(Reading.CASE_PAGE)),
    event(AccessGiven(Language.NYNORSK)),
    event(CaseHeld("Klagen er ikke avgjort.")),
    event(HoldReleased()),
    event(
        CasesDisposed(
            (DisposedUnder("lukket-5-ar", "12/26", False, 2),),
            "Anne Kontor",
            "ab12",
            (ErasedPlaces("7F3K", 3, 9), ErasedPlaces("7F3K", 12, 12)),
            (RowsDealt("0193-block", 4),),
        ),
        None,
    ),
    event(RecordBound("eksempelvik", "Eksempelvik", True), None),
    event(HeadingsExplained(("Sone", "Dato"), (("Dato", "decided_on"),)), None),
    event(LetterPosted(LetterKind.REMINDER, TODAY)),
    event(LetterReturned(LetterKind.REMINDER, TODAY)),
    event(AskedAgain(TODAY)),
    event(WishesNoted(NURSING, Known(ProviderId("fjord"), TODAY), (ProviderId("lind"),))),
    event(
        RunOpened(
            "run-1",
            TODAY,
            "1+abc",
            (store_rule(RULE),),
            store_standing(STANDING),
            (StoredSupply(NURSING, RULE.zone, (supplier(ProviderId("lind")),)),),
        ),
        None,
    ),
    event(StepsTaken("run-1", (STEP,), (store_queue(STANDING, key_of(RULE)),)), None),
    event(
        ServiceAllocated(
            "run-1",
            1,
            applicant(needs=frozenset(DayPart)),
            "regel@1",
            Way.SHARE_TURN,
            (ProviderId("lind"), ProviderId("fjord")),
            (PassedOver(ProviderId("lind"), PassReason.FULL),),
            ShareSeen(1, 20),
            chosen(NURSING),
            "1+abc",
            "Solveig Strand",
            "Eksempelvik",
            LocalText.same("Tildelingskontoret"),
            "9f" * 16,
        )
    ),
    event(AllocationSetAside("run-1", 2, NURSING, "Flytter snart.")),
    event(
        ProviderExitAnnounced(
            ProviderExit(
                "exit-1",
                ProviderId("lind"),
                (NURSING,),
                (ZoneId("nord"),),
                date(2026, 11, 23),
                date(2027, 1, 31),
                ExitCause.CONTRACT_ENDS,
                date(2026, 12, 18),
                ProviderId("kommunen"),
            ),
            LocalText.same("Lind"),
        ),
        None,
    ),
    event(ExitCalledOff("exit-1", "Avtalen er forlenget."), None),
    event(
        HelpTakenOver(
            NURSING,
            TakeOver(
                "exit-1",
                ProviderId("lind"),
                ProviderId("kommunen"),
                date(2027, 2, 1),
                date(2027, 3, 1),
            ),
            LocalText.same("Lind"),
            LocalText.same("Eksempelvik kommune"),
        )
    ),
    event(
        PlaceOffered(
            GUARDED.id,
            NURSING,
            ProviderId("lind"),
            TODAY,
            date(2026, 11, 14),
            LocalText.same("Hjemmesykepleie"),
            LocalText.same("Lind"),
        )
    ),
    event(PlaceTaken(GUARDED.id, TODAY, chosen(NURSING))),
    event(
        PlaceDeclined(
            GUARDED.id,
            NURSING,
            ProviderId("lind"),
            TODAY,
            is_expired=True,
            stays=True,
            service_name=LocalText.same("Hjemmesykepleie"),
            provider_name=LocalText.same("Lind"),
        )
    ),
)


def row_of(stored: Event, payload: bytes | None = None) -> Row:
    kind = stored.kind.value
    bytes_ = encode(stored) if payload is None else payload
    return Row(1, Stored("7F3K", 1), stored.id, kind, 1, bytes_)


@pytest.mark.parametrize("stored", EVENTS, ids=lambda stored: stored.kind.value)
def test_every_kind_of_event_comes_back_as_it_was(stored):
    assert decode(row_of(stored)) == stored


def test_every_kind_is_tried_here():
    assert {stored.kind for stored in EVENTS} == set(EventKind)


def test_every_kind_has_a_body_of_its_own():
    assert [*map(body_type, EventKind), LaterEvent] == list(get_args(EventBody))


@pytest.mark.parametrize("stored", EVENTS, ids=lambda stored: stored.kind.value)
def test_the_stored_form_is_canonical_json(stored):
    payload = encode(stored)

    values = json.loads(payload)
    again = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert payload == again.encode()


def test_needs_are_stored_in_a_fixed_order():
    needs = json.loads(encode(EVENTS[0]))["body"]["case"]["services"][0]["needs"]

    assert needs == ["day", "evening", "night", "weekend"]


def test_equal_events_give_equal_bytes_in_every_process():
    script = (
        "import sys; from tests.unit.record.test_record_codec import FULL_CASE, encode, event;"
        "from kiosk.domain.event import CaseImported;"
        "sys.stdout.buffer.write(encode(event(CaseImported(FULL_CASE), id='1')))"
    )
    command = [sys.executable, "-c", script]

    outputs = {
        subprocess.run(
            command,
            cwd=Path(__file__).parents[3],
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(outputs) == 1


@pytest.mark.parametrize("payload", [b"", b"{", b"{}", b'{"actor":1}', b"[]"])
def test_a_damaged_payload_is_refused_without_quoting_it(payload):
    with pytest.raises(StorageError) as caught:
        decode(row_of(EVENTS[0], payload))

    assert str(caught.value) == "storage.damaged"


def test_a_choice_of_a_version_that_stored_fewer_names_can_be_read():
    values = json.loads(encode(recorded(GUARDED)))
    for name in ("person", "services", "municipality", "office", "signature"):
        del values["body"]["choice"][name]

    body = decode(row_of(recorded(GUARDED), json.dumps(values).encode())).body

    assert isinstance(body, ChoiceRecorded)
    choice = body.choice
    assert (choice.person, choice.services, choice.municipality, choice.office) == (
        "",
        (),
        "",
        None,
    )
    assert choice.signature is None


def test_strokes_stay_in_the_order_in_which_they_were_drawn():
    stored = json.loads(encode(recorded(SIGNED)))["body"]["choice"]["signature"]["strokes"]

    assert stored == [[[0, 913], [1847, 0], [2641, 1206]], [[1300, 400]]]
