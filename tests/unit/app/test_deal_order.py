"""Blocks of orders begin and end in the log (neutrality 1.2)."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.deal_order import DealOrder
from kiosk.domain.event import BlockClosed, BlockEnd, BlockOpened, Medium, OrderDealt
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    ACTOR,
    ASSISTANCE,
    FJORDHEIM,
    FULL,
    LIND,
    MUNICIPAL,
    NORTH,
    NURSING,
    PRACTICAL,
    SOUTH,
)

NURSES = frozenset([MUNICIPAL, LIND, FJORDHEIM, FULL])
CLEANERS = frozenset([LIND, FJORDHEIM, AAS])
ASSISTANTS = frozenset([MUNICIPAL, FJORDHEIM])


class Watched(MemoryRecord):
    """Remembers every event that was appended."""

    def __init__(self):
        super().__init__()
        self.bodies = []

    def append(self, events):
        self.bodies += [event.body for event in events]
        return super().append(events)


class Dealer:
    def __init__(self):
        self.record = Watched()
        self.ids = make.CountingIds()
        self.municipality = make.municipality()

    def deal(self, offered, times=1):
        dealing = DealOrder(self.municipality, self.record, make.FixedClock(), self.ids)
        for _ in range(times):
            dealing.for_nobody(offered, Medium.SCREEN, ACTOR)

    def lose(self, gone):
        left = tuple(each for each in self.municipality.providers if each.id != gone)
        self.municipality = replace(self.municipality, providers=left)

    def opened(self):
        return [body.block for body in self.record.bodies if isinstance(body, BlockOpened)]

    def closed(self):
        return [body for body in self.record.bodies if isinstance(body, BlockClosed)]


@pytest.fixture
def dealer():
    return Dealer()


def test_a_block_that_is_used_up_is_closed_before_the_next_one_opens(dealer):
    dealer.deal(ASSISTANTS, times=3)

    first, _second = dealer.opened()
    kinds = [type(body) for body in dealer.record.bodies]
    assert dealer.closed() == [BlockClosed(first.id, BlockEnd.USED_UP, 2)]
    assert kinds == [BlockOpened, OrderDealt, OrderDealt, BlockClosed, BlockOpened, OrderDealt]


def test_a_block_stays_open_beside_the_blocks_of_other_people(dealer):
    dealer.deal(NURSES)
    dealer.deal(CLEANERS)
    dealer.deal(NURSES)

    assert dealer.closed() == []
    assert len(dealer.opened()) == 2


def test_a_block_whose_providers_nobody_gets_any_more_is_closed_when_a_new_one_opens(dealer):
    dealer.deal(NURSES)
    dealer.deal(CLEANERS)
    dealer.lose(FULL)
    dealer.deal(NURSES - {FULL})

    assert dealer.closed() == [BlockClosed(dealer.opened()[0].id, BlockEnd.OTHER_PROVIDERS, 1)]


def test_providers_that_come_back_get_a_new_block(dealer):
    before = dealer.municipality
    dealer.deal(NURSES)
    dealer.lose(FULL)
    dealer.deal(NURSES - {FULL})
    dealer.municipality = before
    dealer.deal(NURSES)

    first, _, third = dealer.opened()
    assert first.providers == third.providers
    assert len(dealer.closed()) == 2


@pytest.mark.parametrize(
    ("services", "zone"),
    [
        ([NURSING], NORTH),
        ([PRACTICAL], SOUTH),
        ([NURSING, PRACTICAL], NORTH),
        ([NURSING, PRACTICAL, ASSISTANCE], SOUTH),
    ],
)
def test_every_set_that_somebody_can_get_keeps_its_block(dealer, services, zone):
    today = date(2026, 11, 23)
    offers = (dealer.municipality.offered(service, zone, today) for service in services)
    dealer.deal(frozenset().union(*offers))
    dealer.deal(ASSISTANTS)

    assert dealer.closed() == []
