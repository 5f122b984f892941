"""Every refusal that the program can utter, gathered from its source."""

import ast
import re
from pathlib import Path

from kiosk.domain.decider import QUESTIONS, Question
from kiosk.domain.errors import Refusal

_SOURCE = Path(__file__).parents[3] / "kiosk"
_VALUES = {
    "age": "18",
    "limit": "60",
    "question": "is_lawyer",
    "length": "6",
    "seconds": "30",
    "shortest": "15",
    "example": "23.11.2026",
    "folder": "brev",
    "names": "1.pdf",
    "most": "5000",
    "files": "prose/nb/easy/what.md",
    "field": "Returadresse",
    "character": "€",
    "cases": "EV-1, EV-2",
    "begun": "1",
    "now": "2",
    "numbers": "13",
    "text": "tre",
    "date": "2026-11-23",
    "places_nb": "Hjemmesykepleie, Nord",
    "places_nn": "Heimesjukepleie, Nord",
    "places_en": "Home nursing, Nord",
    "provider_nb": "Hjemmehjelpa AS",
    "provider_nn": "Heimehjelpa AS",
    "provider_en": "Home Help AS",
}
_WRITTEN = re.compile(
    r'"(?!escrow\.txt|restore\.partial)((?:decider|visit|choice|cannot|text|note|document|staff|pack|sign_in'
    r"|passphrase|escrow|backup|restore|withdrawal|correction|agreement|hold|disposal|allocation|letters?"
    r'|answer|wishes|simulation|exit|waiting|slip|mailout|asked|interests)\.[a-z_]+)"'
)
# who words a code also writes it; case lists have reasons of their own
_WORDED = {
    "refusals.py",
    "intake_reasons.py",
    "intake_wording.py",
    "code_try.py",
    "key_faults.py",
    "refusal_texts.py",
    "retention_faults.py",
    "waiting_refusals.py",
}
_FILES = [file for file in _SOURCE.rglob("*.py") if file.name not in _WORDED]


def uttered_codes() -> set[str]:
    """Codes that are written where a refusal is made, whatever they begin with."""
    calls = (
        node
        for file in _FILES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal" and node.args
    )
    first = (call.args[0] for call in calls)
    return {str(arg.value) for arg in first if isinstance(arg, ast.Constant)}


def written_codes() -> set[str]:
    """Codes that stand in the source, with those that are made from questions."""
    found = {code for file in _FILES for code in _WRITTEN.findall(file.read_text("utf-8"))}
    asked = {question for questions in QUESTIONS.values() for question in questions}
    # A missing certificate refuses nobody.
    return found | {f"decider.{question.value}" for question in asked - {Question.ATTEST_SEEN}}


def refusals() -> list[Refusal]:
    """One refusal per code, with the values that a sentence may need."""
    codes = written_codes() - {"decider.unanswered", "decider.power_not_seen"}
    unanswered = [Refusal("decider.unanswered", {"question": each.value}) for each in Question]
    return [*(Refusal(code, _VALUES) for code in sorted(codes)), *unanswered]
