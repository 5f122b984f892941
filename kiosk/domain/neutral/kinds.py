"""What a loaded word does to its reader, and which texts must be free of it."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Loaded(Enum):
    """Why a word is not neutral."""

    RANK = "rank"
    PROMISE = "promise"
    PRAISE = "praise"
    PRESSURE = "pressure"
    COMPARISON = "comparison"
    VAGUE = "vague"
    OWNER = "owner"
    READER = "reader"
    FIRST_PERSON = "first_person"
    SHOUT = "shout"
    LINK = "link"


class Weight(Enum):
    """What becomes of a text that holds the word (neutrality 2)."""

    ERROR = "error"
    """It is written anew before people see it."""
    WARNING = "warning"
    """It may stay for a reason that a second person agrees to."""


HARSH = frozenset(Loaded) - {Loaded.VAGUE, Loaded.OWNER, Loaded.FIRST_PERSON}
"""Kinds of which most words have to go from a profile."""


class TextSort(Enum):
    """Who speaks in a text, and about what."""

    PROFILE = "profile"
    """About one provider, beside the others: facts in the third person only."""
    TIMES = "times"
    """When somebody can be reached: "around the clock" is a fact here."""
    MUNICIPALITY = "municipality"
    """The municipality to its citizens: it has a "we", asks questions, and must not press."""


LOOKED_FOR: Mapping[TextSort, frozenset[Loaded]] = MappingProxyType(
    {
        TextSort.PROFILE: frozenset(Loaded),
        TextSort.TIMES: frozenset(Loaded) - {Loaded.PROMISE, Loaded.VAGUE},
        TextSort.MUNICIPALITY: frozenset(
            {Loaded.PRESSURE, Loaded.OWNER, Loaded.READER, Loaded.SHOUT}
        ),
    }
)
"""Which words count in which text."""

Phrases = Mapping[Loaded, tuple[str, ...]]
"""Patterns of whole words, in the notation of ``re``; a blank stands for any white space."""
