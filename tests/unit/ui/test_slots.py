"""Methods that signals call are slots.

PySide gives an object a type of its own when a signal is connected to a method that is no slot. QML
remembers properties by the address of the type, and finds those of another object when a later
type is made at the same address (PySide6 6.11).
"""

import ast
from pathlib import Path

import pytest

UI = Path(__file__).parents[3] / "kiosk" / "ui"
SEEN_BY_QML = [*sorted((UI / "viewmodels").glob("*.py")), UI / "shell.py", UI / "turner.py"]


@pytest.mark.parametrize("file", SEEN_BY_QML, ids=lambda file: file.stem)
def test_every_method_that_is_connected_is_a_slot(file):
    tree = ast.parse(file.read_text("utf-8"))
    methods = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}

    plain = [name for name in _connected(tree) if name in methods and not _is_slot(methods[name])]

    assert plain == []


def _connected(tree: ast.Module) -> list[str]:
    """Names of own methods that are handed to ``connect``."""
    return [
        target.attr
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr == "connect"
        for target in call.args
        if isinstance(target, ast.Attribute)
        and isinstance(target.value, ast.Name)
        and target.value.id == "self"
    ]


def _is_slot(method: ast.FunctionDef) -> bool:
    decorators = (each.func for each in method.decorator_list if isinstance(each, ast.Call))
    return any(isinstance(each, ast.Name) and each.id == "Slot" for each in decorators)
