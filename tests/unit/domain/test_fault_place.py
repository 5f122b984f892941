"""Of a failure, kind and place are told and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.fault_place import (
    ELSEWHERE,
    UNKNOWN,
    FaultPlace,
    fault_place,
    is_fault_kind,
    is_fault_place,
)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("/srv/kari/main/kiosk/ui/shell.py", "kiosk/ui/shell.py:7"),
        ("C:\\Users\\Kari\\kiosk\\ui\\shell.py", "kiosk/ui/shell.py:7"),
        ("file:///opt/kiosk/kiosk/ui/qml/Kiosk/Main.qml", "kiosk/ui/qml/Kiosk/Main.qml:7"),
        ("/home/kari-nordmann/notes.py", ELSEWHERE),
        ("<string>", ELSEWHERE),
        ("", ELSEWHERE),
        ("/x/kiosk/Kari Nordmann.py", ELSEWHERE),
    ],
)
def test_the_place_is_a_line_of_our_own_source(file: str, told: str) -> None:
    assert fault_place("ValueError", file, 7) == FaultPlace("ValueError", told)


@given(st.text(), st.text(), st.integers())
def test_nothing_else_ever_gets_in(kind: str, file: str, line: int) -> None:
    told = fault_place(kind, file, line)

    assert is_fault_kind(told.kind)
    assert is_fault_place(told.place)
    assert not set(told.kind + told.place) & set(" \n\t,;'\"øæåØÆÅ@")


def test_what_is_no_name_of_a_class_is_unknown() -> None:
    assert fault_place("Kari Nordmann", "", 1) == FaultPlace(UNKNOWN, ELSEWHERE)
