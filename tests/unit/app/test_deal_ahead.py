"""Many who are dealt to at once get what they would have got one by one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.deal_order import DealOrder
from kiosk.app.slips.deal_slip_code import DealSlipCode
from kiosk.domain.case import CaseRef
from kiosk.domain.case_events import CaseImported
from kiosk.domain.choice import EventId
from kiosk.domain.event import Event, Medium
from kiosk.domain.service import ProviderId
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import AAS, ACTOR, FJORDHEIM, FULL, LIND, MUNICIPAL, NURSING

SETS: tuple[frozenset[ProviderId], ...] = (
    frozenset([MUNICIPAL, LIND, FJORDHEIM, FULL]),
    frozenset([LIND, FJORDHEIM, AAS]),
    frozenset([MUNICIPAL, FJORDHEIM]),
    frozenset([LIND, AAS]),
    frozenset(),
)


class Counted(MemoryRecord):
    """Remembers what was appended, and how often."""

    def __init__(self):
        super().__init__()
        self.kept, self.times = [], 0

    def append(self, events):
        self.kept += [replace(event, id="") for event in events]
        self.times += 1
        return super().append(events)


def ref(number):
    return CaseRef(f"2026/{number:06}")


def dealing(count):
    record = Counted()
    granted = make.granted(NURSING)
    cases = [make.case(granted, reference=ref(number)) for number in range(count)]
    imported = (CaseImported(each) for each in cases)
    record.append(
        [
            Event(EventId(f"import-{number}"), make.NOW, ACTOR, body.case.reference, body)
            for number, body in enumerate(imported)
        ]
    )
    record.kept, record.times = [], 0
    place, clock, ids = make.municipality(), make.FixedClock(), make.CountingIds()
    return record, DealOrder(place, record, clock, ids), DealSlipCode(record, clock, ids)


@given(
    picked=st.lists(st.integers(0, len(SETS) - 1), min_size=1, max_size=40),
    size=st.integers(1, 15),
)
def test_orders_and_blocks_are_those_of_dealing_one_by_one(picked, size):
    wanted = [(ref(number), SETS[each]) for number, each in enumerate(picked)]
    record, one, _ = dealing(len(wanted))
    together, many, _ = dealing(len(wanted))
    for case, offered in wanted:
        if offered:
            one.for_case(case, offered, Medium.PAPER, ACTOR)
    for start in range(0, len(wanted), size):
        many.for_cases(wanted[start : start + size], Medium.PAPER, ACTOR)

    assert together.kept == record.kept
    assert set(together.open_blocks()) == set(record.open_blocks())
    assert together.times <= -(-len(wanted) // size)


def test_who_has_an_order_and_a_code_keeps_them():
    record, orders, codes = dealing(3)
    first = orders.for_case(ref(1), SETS[0], Medium.SCREEN, ACTOR)
    code = codes.for_case(ref(1), ACTOR)

    for _ in range(2):
        orders.for_cases([(ref(each), SETS[0]) for each in (0, 1, 2, 2)], Medium.PAPER, ACTOR)
        codes.for_cases([ref(each) for each in (0, 1, 2, 2)], ACTOR)

    files = [record.case_file(ref(each)) for each in range(3)]
    assert files[1].order.order == first
    assert files[1].slip_code == code
    assert len({file.slip_code for file in files}) == 3
    assert len({file.order.row for file in files}) == 3
    assert record.times == 4


def test_one_lot_gives_two_people_two_codes(monkeypatch):
    record, _, codes = dealing(3)
    seeds = iter(["same", "same", "other", "same", "third"])
    monkeypatch.setattr(codes.ids, "seed", lambda: next(seeds))

    codes.for_cases([ref(each) for each in range(3)], ACTOR)

    assert len({record.case_file(ref(each)).slip_code for each in range(3)}) == 3
