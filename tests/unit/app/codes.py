"""Every refusal that the program can utter, gathered from its source."""

import re
from pathlib import Path

from kiosk.domain.decider import QUESTIONS, Question
from kiosk.domain.errors import Refusal

_SOURCE = Path(__file__).parents[3] / "kiosk"
_VALUES = {"age": "18", "limit": "60", "question": "is_lawyer", "length": "6"}
_WRITTEN = re.compile(r'"((?:decider|visit|choice|cannot|text|note|document|staff)\.[a-z_]+)"')
_FILES = [
    *(_SOURCE / "domain").glob("*.py"),
    *(
        _SOURCE / "app" / f"{name}.py"
        for name in (
            "record_choice",
            "record_cannot",
            "import_cases",
            "staff_rights",
            "sign_in",
            "note_information",
            "hand_over_screen",
            "store_choice",
            "issue_documents",
        )
    ),
]


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
