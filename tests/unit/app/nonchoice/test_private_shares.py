import pytest

from kiosk.app.nonchoice.private_shares import Counts, Part, private_shares
from kiosk.domain.nonchoice.parts import Unit, Window

EVERYBODY = Part(40, 100)
NEW = (Unit.USERS, Window.FLOW)


def counts(new):
    return Counts(EVERYBODY, EVERYBODY, new, new, is_told=True)


@pytest.mark.parametrize(
    ("new", "is_told"),
    [
        (Part(10, 30), True),
        (Part(15, 35), True),
        (Part(12, 32), False),
        (Part(10, 33), False),
        # more private ones, fewer municipal ones: three more in all
        (Part(18, 33), False),
    ],
)
def test_new_ones_are_told_where_two_rules_make_as_many_or_many_more(new, is_told):
    for one, other in ((Part(10, 30), new), (new, Part(10, 30))):
        (now,), (then,) = private_shares([counts(one)], [counts(other)], is_flow_told=True)
        assert (now[NEW], then[NEW]) == ((one, other) if is_told else (None, None))


def test_new_ones_of_zones_are_hidden_together():
    zones, sums = [Part(10, 30), Part(10, 30)], Part(20, 60)
    changed = [Part(12, 32), Part(18, 38)]

    now, then = private_shares(
        [*map(counts, zones), counts(sums)],
        [*map(counts, changed), counts(Part(30, 70))],
        is_flow_told=True,
    )

    assert [each[NEW] for each in now] == [None, None, sums]
    assert [each[NEW] for each in then] == [None, None, Part(30, 70)]
