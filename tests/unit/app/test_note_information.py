import pytest

from kiosk.app.note_information import NoteInformation
from kiosk.app.present_providers import PresentProviders
from kiosk.domain.choice import EventId, Keeps
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import InformationNoted, Medium, Understood
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, NURSING
from tests.unit.app.flow import choice_of

ID = EventId("00000000-0000-7000-8000-00000000ab09")
OTHER_ID = EventId("00000000-0000-7000-8000-00000000ab10")


class Desk:
    def __init__(self):
        self.record = make.record_with(make.case())
        self.choice = choice_of({NURSING: Keeps()}, record=self.record)
        self.use_case = NoteInformation(self.record, make.FixedClock())

    def note(
        self,
        understood=Understood.YES,
        how="Gjentok med egne ord",
        choice_id=None,
        interpreter="polsk",
        event_id=ID,
    ):
        noted = InformationNoted(choice_id or self.choice.id, understood, how, interpreter)
        return self.use_case.store(CASE, noted, event_id, ACTOR)

    def notes(self):
        bodies = [event.body for _, event in self.record.history(CASE)]
        return [body for body in bodies if isinstance(body, InformationNoted)]

    def pending(self):
        return self.record.case_file(CASE).note_pending_for


@pytest.fixture
def desk():
    return Desk()


def test_a_visit_is_unfinished_until_the_note_is_there(desk):
    assert desk.pending() == desk.choice.id

    desk.note()

    assert desk.pending() is None


@pytest.mark.parametrize(
    ("understood", "offers"),
    [(Understood.YES, False), (Understood.NO, True), (Understood.UNSURE, True)],
)
def test_doubt_offers_a_new_talk_and_blocks_nothing(desk, understood, offers):
    assert desk.note(understood) is offers
    assert desk.pending() is None
    assert desk.record.case_file(CASE).choice == desk.choice


def test_n32_a_note_that_praises_a_provider_changes_nothing_of_what_is_shown(desk):
    ids = make.CountingIds()
    present = PresentProviders(
        make.municipality(), desk.record, make.FixedClock(), ids, make.WORKING
    )
    before = present.sections(CASE, make.words(), Medium.SCREEN, ACTOR)

    desk.note(how="Lind AS er best for deg")

    assert present.sections(CASE, make.words(), Medium.SCREEN, ACTOR) == before


def test_noting_twice_stores_once(desk):
    desk.note()
    desk.note()

    assert len(desk.notes()) == 1


def test_the_same_note_under_another_id_stores_once_and_still_offers_a_talk(desk):
    desk.note(Understood.UNSURE)

    assert desk.note(Understood.UNSURE, event_id=OTHER_ID) is True
    assert len(desk.notes()) == 1


@pytest.mark.parametrize("event_id", [ID, OTHER_ID])
def test_a_note_that_says_otherwise_is_refused(desk, event_id):
    desk.note(Understood.UNSURE)

    with pytest.raises(RefusedError) as refused:
        desk.note(Understood.YES, event_id=event_id)

    assert [each.code for each in refused.value.refusals] == ["note.is_stored"]
    assert [note.understood for note in desk.notes()] == [Understood.UNSURE]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"how": " "}, "note.how_missing"),
        ({"how": "x" * 201}, "text.too_long"),
        ({"interpreter": "polsk 010190-10046"}, "text.birth_number"),
        ({"interpreter": "x" * 61}, "text.too_long"),
        ({"choice_id": EventId("unknown")}, "note.no_choice"),
    ],
)
def test_refuses_a_note_that_cannot_be_stored(desk, changes, code):
    with pytest.raises(RefusedError) as refused:
        desk.note(**changes)

    assert [each.code for each in refused.value.refusals] == [code]
    assert desk.pending() == desk.choice.id
