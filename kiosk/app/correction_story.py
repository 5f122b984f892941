"""What a correction changed, each with its old and its new value."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.app.change_words import from_to
from kiosk.app.compose_receipt import who_answered
from kiosk.app.history_texts import answers_text
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import basis_line
from kiosk.domain.choice import RecordedChoice
from kiosk.domain.event import ChoiceRecorded
from kiosk.domain.municipality import Municipality


@dataclass(frozen=True, slots=True)
class CorrectionStory:
    """Puts the wrong choice beside the right one."""

    municipality: Municipality
    words: Words

    def changes(self, wrong: ChoiceRecorded, right: ChoiceRecorded) -> Iterator[str]:
        """Whole sentences, only about what differs; nothing where nothing does."""
        yield from self._answers(wrong.choice, right.choice)
        for (label, old), (_, new) in zip(self._about(wrong), self._about(right), strict=True):
            if old != new:
                change = from_to(old, new, self.words).rstrip(".")
                yield f"{label}: {change}."

    def _answers(self, wrong: RecordedChoice, right: RecordedChoice) -> Iterator[str]:
        before, after = (
            answers_text(each, self.municipality, self.words) for each in (wrong, right)
        )
        if before and before != after:
            yield self.words.gettext("Before: {answers}").format(answers=before)

    def _about(self, told: ChoiceRecorded) -> tuple[tuple[str, str], ...]:
        choice, words = told.choice, self.words
        return (
            (words.gettext("Who answered"), who_answered(choice.person, choice.decider, words)),
            basis_line(choice.decider, words),
            (words.gettext("Received"), words.full_date(told.received)),
        )
