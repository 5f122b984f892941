"""The first difference of a run that was worked out again, in words."""

import pytest

from kiosk.app.nonchoice.replay_run import Difference, Replayed, Result
from kiosk.app.nonchoice.replay_texts import replay_lines
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.stored import StoredQueue
from kiosk.domain.service import ProviderId
from tests.unit.app import factory as make
from tests.unit.app.factory import LIND, NORTH, NURSING, plain
from tests.unit.app.nonchoice.people import TODAY, municipality

GONE = ProviderId("borte")


def told(difference=None, erased=0):
    replayed = Replayed("run", TODAY, 3, 0, erased, difference)
    words = make.words(Language.BOKMAL)
    return [plain(line) for line in replay_lines(replayed, municipality(), words)]


def test_a_run_that_comes_out_the_same_is_told_in_a_sentence():
    assert told() == ["Regelen gir det samme på nytt."]


def test_people_who_were_disposed_of_are_counted():
    assert told(erased=2)[0].startswith("2 av dem er slettet siden.")


@pytest.mark.parametrize(
    ("again", "text"),
    [
        (GONE, "Plass 2 er ulik: lagret Lind AS, regelen gir borte."),
        (None, "Plass 2 er ulik: lagret Lind AS, regelen gir ingen."),
        (LIND, "Plass 2 gir samme leverandør, men av en annen grunn."),
    ],
)
def test_the_first_difference_names_the_providers(again, text):
    stored = Result(Way.OFFICER, LIND)

    assert told(Difference(2, stored, Result(Way.OFFICER, again))) == [text]


def test_turns_that_stand_otherwise_are_told_as_such():
    same = Result(Way.OFFICER, LIND)
    queue = StoredQueue("regel", NURSING, NORTH, (LIND,))

    assert told(Difference(4, same, same, queue)) == [
        "Etter plass 4 står turene eller andelene annerledes."
    ]
