from datetime import date

import pytest

from kiosk.domain.machine_event import CATALOGUE, FieldKind, MachineEvent, MachineEventId, Value

DAY = date(2026, 3, 2)
KEY = "0123456789abcdef0123456789abcdef"
DEALT: dict[str, Value] = {
    "session": KEY,
    "scheme": "williams-1",
    "block": KEY,
    "row": 3,
    "order": ("lind", "granly"),
    "medium": "screen",
}


def test_an_event_of_the_catalogue_can_be_made():
    MachineEvent(MachineEventId.ORDER_DEALT, DAY, DEALT)
    MachineEvent(MachineEventId.SESSION_ENDED, DAY, {"session": KEY, "end": "abandoned"})


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {**DEALT, "provider": "lind"},
        {**DEALT, "session": "Kari Nordmann"},
        {**DEALT, "row": -1},
        {**DEALT, "row": True},
        {**DEALT, "row": "3"},
        {**DEALT, "order": ()},
        {**DEALT, "order": ("lind", "lind")},
        {**DEALT, "order": ("Kari Nordmann",)},
        {**DEALT, "medium": "telefon"},
    ],
)
def test_nothing_else_can_be_written_down(fields):
    with pytest.raises(ValueError, match="order_dealt"):
        MachineEvent(MachineEventId.ORDER_DEALT, DAY, fields)


@pytest.mark.parametrize("end", ["does_not_wish", "not_chosen", ""])
def test_a_session_never_ends_as_an_answer(end):
    with pytest.raises(ValueError, match="session_ended"):
        MachineEvent(MachineEventId.SESSION_ENDED, DAY, {"session": KEY, "end": end})


def test_every_kind_of_event_stands_in_the_catalogue():
    assert set(CATALOGUE) == set(MachineEventId)


def test_every_word_field_names_its_words():
    for fields in CATALOGUE.values():
        for allowed in fields.values():
            assert bool(allowed.words) == (allowed.kind is FieldKind.WORD)


def test_an_order_stands_only_where_it_was_dealt_or_drawn():
    with_order = {
        kind
        for kind, fields in CATALOGUE.items()
        if any(allowed.kind is FieldKind.ORDER for allowed in fields.values())
    }

    assert with_order == {MachineEventId.ORDER_DEALT, MachineEventId.BLOCK_OPENED}
