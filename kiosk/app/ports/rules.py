"""Other rules than those in use, to be tried."""

from typing import Protocol

from kiosk.app.ports.words import Words
from kiosk.domain.errors import ContentError, ContentProblem
from kiosk.domain.municipality import Municipality


class RulesError(ContentError):
    """Rules that were to be tried have faults; nothing in use has any."""


class RulesSource(Protocol):
    """Reads rules that were proposed."""

    def at(self, path: str) -> Municipality:
        """The municipality with the rules of a file, or as another pack describes it.

        Raises:
            RulesError: The file cannot be read, or the rules have faults.
        """
        ...

    def fault(self, problem: ContentProblem, words: Words) -> str:
        """What is wrong, and what to write instead."""
        ...
