import ast
import re
from pathlib import Path

import pytest

import kiosk.content
from kiosk.content import check_pack
from kiosk.content.faults import EXPECTS
from kiosk.content.leaves import Kind
from kiosk.content.wording import in_words, sentences
from kiosk.domain.errors import ContentProblem
from kiosk.domain.language import Language
from kiosk.i18n import GettextWords

ROOM = Path(kiosk.content.__file__).parent
LOGGING = {"fault", "warn", "Leaf"}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@pytest.fixture
def words(locales) -> GettextWords:
    return GettextWords(Language.ENGLISH, locales)


def codes_in_the_room() -> set[str]:
    """Every code that is logged somewhere: first argument of fault and warn, and Leaf's own."""
    codes = set(EXPECTS.values()) | {f"unknown_{kind.value}" for kind in Kind}
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and called_name(node.func) in LOGGING:
                codes |= texts_in(node.args[0])
    return codes


def called_name(function: ast.expr) -> str:
    return str(getattr(function, "attr", getattr(function, "id", "")))


def texts_in(node: ast.expr) -> set[str]:
    if isinstance(node, ast.IfExp):
        return texts_in(node.body) | texts_in(node.orelse)
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return {str(ast.literal_eval(node))} if is_text else set()


def test_every_reason_has_a_sentence(words):
    assert codes_in_the_room() <= set(sentences(words))


def test_a_reason_is_filled_in(words):
    problem = ContentProblem("a.toml", "b", "not_one_of", {"value": "x", "allowed": "y, z"})

    assert in_words(problem, words) == "“x” is not one of: y, z."


def test_a_value_with_braces_is_shown_as_it_is(words):
    problem = ContentProblem("a.toml", "b", "used_twice", {"value": "{0}{x}", "other": "c"})

    assert in_words(problem, words).startswith("“{0}{x}” is used")


def test_every_placeholder_of_a_reported_problem_has_its_value(pack, words):
    for path in pack.folder.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"', '"!', 1).replace("yes", "ja", 1), encoding="utf-8")

    reasons = [in_words(problem, words) for problem in check_pack(pack.folder)]

    assert reasons
    assert not any(PLACEHOLDER.search(reason) for reason in reasons)
