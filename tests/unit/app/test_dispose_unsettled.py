"""What is not at rest yet is never let go, however long ago it was delivered."""

from dataclasses import replace

import pytest

from kiosk.app.dispose_cases import DisposeCases
from kiosk.app.sign_in import SignIn
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, EventId
from kiosk.domain.choice_events import Understood
from kiosk.domain.event import CaseDelivered, CaseImported, Event, InformationNoted
from kiosk.domain.nonchoice.parts import Distribute, Turns
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, LIND, MUNICIPAL, NURSING, TODAY
from tests.unit.app.flow import choice_of
from tests.unit.app.test_dispose_cases import SHED, PlainHasher, PlainPaper
from tests.unit.app.test_room_at_a_provider import SECOND
from tests.unit.app.test_waiting_lists import Queue

OTHER = CaseRef("2026/9")


def noted_and_delivered(queue, case):
    """Nothing but the rule itself keeps the case."""
    told = queue.record.history(case)
    choices = [event.id for _, event in told if type(event.body).__name__ == "ChoiceRecorded"]
    for choice in choices:
        body = InformationNoted(choice, Understood.YES, "Samtale.")
        store(queue, f"note-{choice}", case, body)
    covers = tuple(event.id for _, event in queue.record.history(case))
    store(queue, f"delivered-{case}", case, CaseDelivered("levering-1", covers))


def store(queue, key, case, body):
    queue.record.append([Event(EventId(key), queue.clock.now(), ACTOR, case, body)])


def due(queue, municipality=None):
    queue.wait(100)
    ids = make.CountingIds()
    use_case = DisposeCases(
        replace(municipality or queue.municipality, retention=(SHED,)),
        queue.record,
        queue.clock,
        ids,
        SignIn(queue.record, PlainHasher(), queue.clock, ids),
        PlainPaper(),
        make.words,
    )
    return {each.case for each in use_case.today().due}


def answered(queue, answer, municipality):
    case = make.case(make.granted(NURSING), reference=OTHER)
    store(queue, "imported", OTHER, CaseImported(case))
    known = queue.record.case_file(OTHER).case_on(TODAY)
    choice_of({NURSING: answer}, case=known, municipality=municipality, record=queue.record)
    noted_and_delivered(queue, OTHER)


@pytest.fixture
def queue():
    return Queue()


def test_who_waits_for_a_place_is_kept(queue):
    noted_and_delivered(queue, SECOND)

    assert SECOND not in due(queue)


def test_who_is_offered_a_place_is_kept(queue):
    queue.frees()
    queue.offer(SECOND)
    noted_and_delivered(queue, SECOND)

    assert SECOND not in due(queue)


def test_who_leaves_it_to_a_rule_that_was_not_applied_is_kept(queue):
    content = make.municipality(rules=make.rules(False, Distribute(Turns(), MUNICIPAL)))
    answered(queue, DoesNotWish(), content)

    assert OTHER not in due(queue, content)


def test_who_has_a_provider_is_let_go(queue):
    answered(queue, Chooses(LIND), queue.municipality)

    assert OTHER in due(queue)
