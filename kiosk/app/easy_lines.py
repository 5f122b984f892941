"""The easy-read way of setting a text: one sentence a line."""

import re
from dataclasses import replace

from kiosk.domain.language import Language
from kiosk.domain.municipality import EasyKey, Municipality, Prose

MOST_WORDS = 12
"""In a sentence of the easy-read edition; see ``test_plain_language`` for all others."""

# "kl. 9" and "12. mars" end no sentence: what follows has no capital.
_END = re.compile(r"(?<=[.?!:]) (?=[«“]?[A-ZÆØÅ{])")
_WORD = re.compile(r"[^\W_][\w-]*")


def one_by_one(text: str) -> tuple[str, ...]:
    """The sentences of a text; a text without any is one."""
    return tuple(_END.split(text))


def one_a_line(text: str) -> str:
    """The text with a line feed after each sentence."""
    return "\n".join(one_by_one(text))


def in_lines(prose: Prose) -> Prose:
    """A whole text, each sentence of it on a line of its own."""
    return tuple(replace(part, text=one_a_line(part.text)) for part in prose)


def word_count(sentence: str) -> int:
    """Words of a sentence; a number is one, hard spaces or not."""
    joined = re.sub(r"(?<=\d)[ \u00a0](?=\d)", "", sentence)
    return len(_WORD.findall(joined))


def lacking_easy_texts(municipality: Municipality, language: Language) -> tuple[str, ...]:
    """The files that an easy-read edition needs and the pack does not have; empty for none."""
    return tuple(
        f"prose/{language.value}/easy/{key.value}.md"
        for key in EasyKey
        if (key, language) not in municipality.easy
    )


def has_easy_texts(municipality: Municipality, language: Language) -> bool:
    """Whether there is an easy-read edition."""
    return not lacking_easy_texts(municipality, language)
