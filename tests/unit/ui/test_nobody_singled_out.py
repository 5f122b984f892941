"""Nothing shows one provider apart but what the person asks for on the spot (neutrality N32)."""

import ast
from pathlib import Path

import kiosk
from kiosk.ui.viewmodels.hand_over import HandOver

PACKAGE = Path(kiosk.__file__).parent
VIEWMODELS = "ui/viewmodels"
# Who may change how providers are seen: pages in the citizen's hands, and the visit that begins or ends.
CHANGES_VIEW = {f"{VIEWMODELS}/{name}.py" for name in ("compare", "narrowing", "overview")}
MAKES_VIEW = {"ui/visit_state.py", "ui/public_state.py"}
# What staff settle before the screen is the citizen's: who takes part, and in which language.
STAFF_PARTS = {f"{VIEWMODELS}/{name}.py" for name in ("hand_over", "taking_part", "case_actions")}
OF_PROVIDERS = {
    "AskedView", "ViewKind", "AnswerPage", "Overview", "Compare", "Narrowing", "ProviderId",
    "ProviderBlock", "ServiceSection",
}  # fmt: skip


def test_n32_only_pages_in_the_citizens_hands_change_how_providers_are_seen():
    changing = {name for name, tree in modules() if any(calls(tree, "see"))}

    assert changing == CHANGES_VIEW


def test_n32_whatever_sets_some_apart_tells_the_log_in_the_same_call():
    silent = [
        f"{name}:{call.lineno}"
        for name, tree in modules()
        for call in calls(tree, "see")
        if len(call.args) < 2 and not shows_everybody(call)
    ]

    assert silent == []


def test_n32_a_visit_begins_with_everybody_in_the_dealt_order():
    begun = [
        (name, call)
        for name, tree in modules()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "AskedView"
    ]

    assert {name for name, _ in begun} == MAKES_VIEW
    assert [call.lineno for _, call in begun if call.args or call.keywords] == []


def test_n32_staff_hand_over_a_screen_and_no_provider():
    known = {
        f"{name}: {node.id}"
        for name, tree in modules()
        if name in STAFF_PARTS
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id in OF_PROVIDERS
    }

    assert known == set()
    assert [name for name in vars(HandOver) if "provider" in name.lower()] == []


def modules():
    """Every module of the window, by its path, parsed."""
    for file in sorted((PACKAGE / "ui").rglob("*.py")):
        yield file.relative_to(PACKAGE).as_posix(), ast.parse(file.read_text("utf-8"))


def calls(tree, method):
    """Calls of a method of a visit's or a session's state."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == method
            and ast.unparse(node.func.value).endswith("state")
        ):
            yield node


def shows_everybody(call):
    """Whether a view takes back what was asked for, or only remembers whom somebody ticked."""
    said = ast.unparse(call.args[0])
    return said.endswith("frozenset())") or ".comparing" in said
