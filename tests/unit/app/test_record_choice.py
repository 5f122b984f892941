from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.record_choice import Presented, RecordChoice
from kiosk.app.review import ReviewAnswers
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.choice import (
    Cannot,
    Channel,
    Chooses,
    DoesNotWish,
    EventId,
    Keeps,
    Outcome,
    Postpones,
    RecordedChoice,
)
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.errors import NotFoundError, RefusedError, StorageError
from kiosk.domain.event import ChoiceRecorded
from kiosk.domain.language import Language
from kiosk.domain.session import Visit
from kiosk.domain.signature import Signature
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    ACTOR,
    ASSISTANCE,
    CASE,
    FJORDHEIM,
    LIND,
    MUNICIPAL,
    NURSING,
    PRACTICAL,
    TODAY,
)
from tests.unit.app.flow import read_of

SHOWN = {NURSING: (FJORDHEIM, MUNICIPAL, LIND), PRACTICAL: (FJORDHEIM, AAS, LIND)}
ID = EventId("00000000-0000-7000-8000-00000000ab01")
OTHER_ID = EventId("00000000-0000-7000-8000-00000000ab02")
ANSWERS = {NURSING: Chooses(FJORDHEIM), PRACTICAL: DoesNotWish()}
CLOSED = Closing(date(2026, 11, 1), "flyttet")
INK = Signature((((0, 0), (900, 300)),))


class Desk:
    """A record with one case and the use case over it."""

    def __init__(self, case=None, record=None):
        self.record = record or make.record_with(case or make.case())
        self.clock = make.FixedClock()
        self.use_case = RecordChoice(make.municipality(), self.record, self.clock, make.WORKING)

    def store(self, answers=ANSWERS, *, event_id=ID, shown=SHOWN, signature=None, **changes):
        visit = Visit(
            CASE,
            (NURSING, PRACTICAL),
            answers,
            **{"decider": make.SELF, "nonchoice_shown": True, **changes},
        )
        presented = Presented(shown, Language.NYNORSK, self.read(visit))
        return self.use_case.store(visit, presented, event_id, ACTOR, signature)

    def read(self, visit):
        """What the review tells; nothing where an answer is one that no page offers."""
        review = ReviewAnswers(make.municipality(), self.clock, make.WORKING)
        try:
            return tuple(
                review.consequences(self.record.case_file(CASE).case_on(TODAY), visit).values()
            )
        except NotFoundError:
            return ()

    def stored(self):
        return [
            event
            for _, event in self.record.history(CASE)
            if isinstance(event.body, ChoiceRecorded)
        ]

    def refused(self, answers=ANSWERS, **changes):
        with pytest.raises(RefusedError) as refused:
            self.store(answers, **changes)
        assert self.stored() == []
        return [each.code for each in refused.value.refusals]


@pytest.fixture
def desk():
    return Desk()


def test_stores_each_answer_with_what_follows_from_it(desk):
    choice = desk.store()

    assert [(each.service, each.outcome, each.provider) for each in choice.answers] == [
        (NURSING, Outcome.CHOSEN, FJORDHEIM),
        (PRACTICAL, Outcome.DOES_NOT_WISH, None),
    ]


def test_what_comes_back_is_what_the_record_holds(desk):
    choice = desk.store()

    assert choice == desk.record.receipt_by_number(choice.receipt_number)


def test_the_receipt_number_begins_with_the_municipality_s_letters(desk):
    assert desk.store().receipt_number.startswith("EV-2026-")


def test_stores_what_was_shown_and_in_which_version_and_language(desk):
    choice = desk.store()

    assert choice.shown == SHOWN
    assert (choice.content_version, choice.language) == ("3+ab12", Language.NYNORSK)


def test_stores_who_decided_took_part_and_was_signed_in(desk):
    choice = desk.store(participants=("datter",))

    assert (choice.decider, choice.participants, choice.recorded_by, choice.channel) == (
        make.SELF,
        ("datter",),
        ACTOR,
        Channel.HOME_VISIT,
    )


def test_a_signature_is_stored_with_the_answers_that_it_was_given_for(desk):
    choice = desk.store(signature=INK)

    assert choice.signature == INK
    assert desk.record.receipt_by_number(choice.receipt_number).signature == INK


def test_answers_hold_without_a_signature(desk):
    assert desk.store().signature is None


def test_a_repeated_attempt_keeps_the_signature_of_the_one_that_was_stored(desk):
    desk.store(signature=INK)

    assert desk.store(signature=None).signature == INK


def test_a_service_without_an_answer_stores_no_outcome(desk):
    desk.store({NURSING: Keeps()})

    states = desk.record.case_file(CASE).states
    assert [state.outcome for state in states] == [Outcome.KEEPS, None]


def test_answers_stand_in_the_order_of_the_case(desk):
    choice = desk.store(dict(reversed(ANSWERS.items())))

    assert [each.service for each in choice.answers] == [NURSING, PRACTICAL]


def test_a_second_tap_stores_nothing_and_gets_the_same_receipt(desk):
    first = desk.store()
    desk.clock.moment = make.NOW.replace(hour=11)

    assert desk.store() == first
    assert len(desk.stored()) == 1


def test_a_repeated_attempt_gets_its_own_choice_after_a_later_one(desk):
    first = desk.store()
    desk.store({NURSING: Keeps()}, event_id=OTHER_ID)

    assert desk.store() == first


def test_a_repeated_attempt_is_answered_even_when_the_visit_is_marked_stored(desk):
    first = desk.store()

    assert desk.store(is_stored=True) == first


@pytest.mark.parametrize(
    "changes",
    [
        {"answers": {**ANSWERS, PRACTICAL: Chooses(LIND)}},
        {"answers": {**ANSWERS, NURSING: Chooses(LIND)}},
        {"answers": {NURSING: Chooses(FJORDHEIM)}},
        {"decider": Decider(DeciderRole.SELF_WITH_SUPPORT)},
    ],
)
def test_a_repeated_attempt_that_says_otherwise_is_not_told_as_stored(desk, changes):
    first = desk.store()

    with pytest.raises(RefusedError) as refused:
        desk.store(**changes)

    assert [each.code for each in refused.value.refusals] == ["visit.stored_otherwise"]
    assert desk.record.case_file(CASE).choice == first


def test_a_later_visit_stores_a_new_choice(desk):
    first = desk.store()

    assert desk.store(event_id=OTHER_ID).receipt_number != first.receipt_number


def test_a_closed_case_is_refused():
    assert Desk(make.case(closing=CLOSED)).refused() == ["choice.case_closed"]


def test_an_unknown_case_is_not_found():
    with pytest.raises(NotFoundError):
        Desk(make.case(reference=CaseRef("other"))).store()


def test_nothing_is_stored_before_the_consequences_were_shown(desk):
    assert desk.refused(nonchoice_shown=False) == ["visit.nonchoice_not_shown"]


def test_a_stored_visit_is_not_stored_again_under_another_id(desk):
    assert desk.refused(is_stored=True) == ["visit.is_stored"]


def test_somebody_must_have_decided(desk):
    assert desk.refused(decider=None) == ["visit.decider_missing"]


def test_a_decider_that_the_law_does_not_allow_is_refused(desk):
    assert desk.refused(decider=Decider(DeciderRole.PARENT, "Ola Prøve")) == [
        "decider.not_a_child",
        "decider.unanswered",
    ]


def test_a_visit_without_answers_stores_nothing(desk):
    assert desk.refused({}) == ["choice.nothing_answered"]


def test_refuses_a_provider_not_on_offer(desk):
    # The municipality gives no practical assistance.
    assert desk.refused({PRACTICAL: Chooses(MUNICIPAL)}) == ["choice.provider_not_offered"]


def test_refuses_a_provider_that_was_shown_and_is_offered_no_longer(desk):
    shown = {**SHOWN, PRACTICAL: (MUNICIPAL, LIND)}

    assert desk.refused({PRACTICAL: Chooses(MUNICIPAL)}, shown=shown) == [
        "choice.provider_not_offered"
    ]


def test_refuses_a_provider_that_was_not_shown(desk):
    shown = {**SHOWN, NURSING: (MUNICIPAL, LIND)}

    assert desk.refused({NURSING: Chooses(FJORDHEIM)}, shown=shown) == [
        "choice.provider_not_offered"
    ]


def test_refuses_a_service_that_was_not_granted(desk):
    assert desk.refused({ASSISTANCE: DoesNotWish()}) == ["choice.service_not_offered"]


def test_refuses_a_granted_service_that_is_not_offered():
    child = make.case(make.granted(ASSISTANCE), birth_date=date(2014, 6, 14))
    parent = Decider(DeciderRole.PARENT, "Ola Prøve")

    assert "choice.service_not_offered" in Desk(child).refused(
        {ASSISTANCE: DoesNotWish()}, decider=parent
    )


def test_refuses_to_keep_where_nobody_helps(desk):
    assert desk.refused({PRACTICAL: Keeps()}) == ["choice.nothing_to_keep"]


def test_refuses_to_keep_a_provider_that_is_no_longer_offered():
    case = make.case(make.granted(PRACTICAL, MUNICIPAL))

    assert Desk(case).refused({PRACTICAL: Keeps()}) == ["choice.nothing_to_keep"]


def test_refuses_a_date_that_is_not_ahead(desk):
    assert desk.refused({NURSING: Postpones(TODAY)}) == ["choice.date_passed"]


def test_refuses_cannot_from_the_citizen_s_side(desk):
    assert desk.refused({NURSING: Cannot("26/9")}) == ["choice.staff_only"]


def test_everything_that_stands_in_the_way_is_told_at_once(desk):
    codes = desk.refused({NURSING: Chooses(AAS), PRACTICAL: Keeps()}, nonchoice_shown=False)

    assert codes == [
        "visit.nonchoice_not_shown",
        "choice.provider_not_offered",
        "choice.nothing_to_keep",
    ]


class FullDisk(MemoryRecord):
    """Takes in the case and then nothing more."""

    is_full = False

    def append(self, events):
        if self.is_full:
            raise StorageError
        return super().append(events)


def test_a_storage_fault_is_told_and_a_new_attempt_succeeds():
    record = FullDisk()
    record.append([event for _, event in make.record_with(make.case()).history(CASE)])
    desk = Desk(record=record)
    record.is_full = True
    with pytest.raises(StorageError):
        desk.store()
    assert desk.stored() == []

    record.is_full = False

    assert desk.store().receipt_number


def test_outcomes_are_distinct_in_the_record(desk):
    kinds = {
        Outcome.CHOSEN: Chooses(LIND),
        Outcome.KEEPS: Keeps(),
        Outcome.DOES_NOT_WISH: DoesNotWish(),
        Outcome.POSTPONED: Postpones(date(2026, 12, 4)),
    }

    stored = [
        desk.store({NURSING: answer}, event_id=EventId(f"{ID[:-2]}{number:02}"))
        for number, answer in enumerate(kinds.values(), start=10)
    ]

    assert [choice.answers[0].outcome for choice in stored] == list(kinds)


def test_what_was_read_before_midnight_is_not_stored_with_the_dates_of_another_day(desk):
    visit = Visit(CASE, (NURSING,), {NURSING: Chooses(FJORDHEIM)}, make.SELF, nonchoice_shown=True)
    read = Presented(SHOWN, Language.BOKMAL, desk.read(visit))
    desk.clock.moment += timedelta(days=1)

    with pytest.raises(RefusedError) as refused:
        desk.use_case.store(visit, read, ID, ACTOR)

    assert [each.code for each in refused.value.refusals] == ["choice.changed_since_read"]
    assert desk.stored() == []


def test_what_is_stored_is_what_was_read(desk):
    visit = Visit(CASE, (NURSING,), {NURSING: Chooses(FJORDHEIM)}, make.SELF, nonchoice_shown=True)
    read = desk.read(visit)

    choice = desk.use_case.store(visit, Presented(SHOWN, Language.BOKMAL, read), ID, ACTOR)

    assert choice.answers == read


def test_no_refusal_tells_who_it_is_about(desk):
    with pytest.raises(RefusedError) as refused:
        desk.store({}, decider=Decider(DeciderRole.GUARDIAN, "Ola Prøve"))

    assert "Ola" not in str(refused.value)
    assert "Kari" not in str(refused.value)


def test_a_provider_profile_s_version_is_part_of_the_content_that_was_shown():
    # The fingerprint of the pack changes with any profile; it is stored as it was that day.
    newer = replace(make.municipality(), version="4+cd34")
    record = make.record_with(make.case())
    visit = Visit(CASE, (NURSING,), {NURSING: Keeps()}, make.SELF, nonchoice_shown=True)

    choice = RecordChoice(newer, record, make.FixedClock(), make.WORKING).store(
        visit, Presented(SHOWN, Language.BOKMAL, read_of(newer, make.case(), visit)), ID, ACTOR
    )

    stored = record.receipt_by_number(choice.receipt_number)
    assert isinstance(stored, RecordedChoice)
    assert stored.content_version == "4+cd34"
