"""Which keys a person needs, and which of them a machine has heard (access O16)."""

from dataclasses import dataclass, replace

LETTERS = ("æ", "ø", "å")
SPACE, ENTER, TAB = "Space", "Enter", "Tab"
WANTED = (*LETTERS, SPACE, ENTER, TAB)
"""The letters that a keyboard of another country lacks, and the keys that every page needs."""


@dataclass(frozen=True, slots=True)
class KeyTry:
    """Keys that were heard so far."""

    heard: frozenset[str] = frozenset()

    @property
    def missing(self) -> tuple[str, ...]:
        """Those that were not, in their order."""
        return tuple(key for key in WANTED if key not in self.heard)

    def with_text(self, text: str) -> "KeyTry":
        """Letters in a field, whichever case; a space counts too."""
        letters = {letter for letter in LETTERS if letter in text.lower()}
        return replace(self, heard=self.heard | letters | ({SPACE} if " " in text else set()))

    def with_key(self, key: str) -> "KeyTry":
        """A key that writes nothing; one that nobody needs changes nothing."""
        return replace(self, heard=self.heard | ({key} & {ENTER, TAB}))
