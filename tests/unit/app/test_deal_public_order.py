"""Sessions of a public machine see the balanced order too, without any record (neutrality 1.2)."""

from collections import Counter

from kiosk.app.deal_public_order import DealPublicOrder, fresh_key
from kiosk.domain.machine_event import MachineEventId
from kiosk.domain.order_events import Medium
from kiosk.domain.ordering import position_counts, williams
from kiosk.machine.memory import MemoryMachineLog, MemoryOrderStock
from kiosk.system import SystemIds
from tests.unit.app import factory as make
from tests.unit.app.factory import AAS, FJORDHEIM, FULL, LIND, MUNICIPAL

NURSES = frozenset([MUNICIPAL, LIND, FJORDHEIM, FULL])
CLEANERS = frozenset([LIND, FJORDHEIM, AAS])


def dealer():
    ids = SystemIds()
    return DealPublicOrder(
        make.municipality(), MemoryMachineLog(), MemoryOrderStock(), make.FixedClock(), ids
    )


def show(deal, offered):
    return deal.for_session(fresh_key(deal.ids), offered, Medium.SCREEN)


def events_of(deal, kind):
    return [event for event in deal.log.events if event.id is kind]


def test_every_provider_stands_everywhere_equally_often_over_a_block():
    deal = dealer()

    orders = [show(deal, NURSES) for _ in range(3 * len(williams(len(NURSES))))]

    assert all(set(places) == {3} for places in position_counts(orders).values())
    assert set(Counter(zip(orders[0], orders[0][1:], strict=False)).values()) == {1}


def test_the_log_names_session_block_row_order_and_medium():
    deal = dealer()

    order = show(deal, CLEANERS)

    (dealt,) = events_of(deal, MachineEventId.ORDER_DEALT)
    assert dealt.fields["order"] == order
    assert dealt.fields["medium"] == "screen"
    assert dealt.fields["row"] == 0


def test_a_used_up_block_is_closed_before_the_next():
    deal = dealer()

    for _ in range(len(williams(len(NURSES))) + 1):
        show(deal, NURSES)

    (closed,) = events_of(deal, MachineEventId.BLOCK_CLOSED)
    assert closed.fields["why"] == "used_up"
    assert closed.fields["rows_dealt"] == 4
    assert len(events_of(deal, MachineEventId.BLOCK_OPENED)) == 2


def test_a_set_that_nobody_is_offered_any_more_is_closed():
    deal = dealer()

    show(deal, frozenset([AAS, FULL]))
    show(deal, NURSES)

    (closed,) = events_of(deal, MachineEventId.BLOCK_CLOSED)
    assert closed.fields["why"] == "other_providers"


def test_keys_tell_no_time():
    ids = SystemIds()

    assert len({fresh_key(ids)[:8] for _ in range(8)}) == 8
