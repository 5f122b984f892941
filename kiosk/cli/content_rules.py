"""The rules of a content pack as people will read them, for whoever must answer for the words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import wrap

from kiosk.app.ports.words import Words
from kiosk.app.read_rules import RuleReading, read_rules
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.i18n import GettextWords

_NORWEGIAN = (Language.BOKMAL, Language.NYNORSK)
_WIDTH, _INDENT = 96, "    "


def rule_lines(
    municipality: Municipality,
    notes: dict[str, LocalText],
    on: date,
    locales: Path,
    words: Words,
) -> Iterator[str]:
    """Service, zones and states of every rule, then all five parts in bokmål and nynorsk.

    Args:
        municipality: Whose rules.
        notes: What the writers of the pack noted, by the key of the rule.
        on: The day on which they are read.
        locales: Where the catalogues lie.
        words: Of everything but the texts themselves.
    """
    languages = [GettextWords(language, locales) for language in _NORWEGIAN]
    for reading in read_rules(municipality, on, languages):
        yield ""
        yield from _head(reading, municipality, words)
        note = notes.get(reading.rule.id)
        if note is not None:
            yield words.gettext("Note for staff: {text}").format(text=words.local(note))
        for (language, text), (_, common) in zip(reading.texts, reading.common, strict=True):
            yield f"  {_language(language, words)}:"
            for part in (text, common):
                yield from wrap(
                    part.replace("\xa0", " "),
                    _WIDTH,
                    initial_indent=_INDENT,
                    subsequent_indent=_INDENT,
                )


def _head(reading: RuleReading, municipality: Municipality, words: Words) -> Iterator[str]:
    rule = reading.rule
    service = words.local(municipality.service(rule.service).name)
    zones = words.and_list([municipality.zone(zone).name for zone in reading.zones])
    yield words.gettext("{service} in {zones}").format(service=service, zones=zones)
    states = [text for state, text in _states(words).items() if state in rule.states]
    told = words.gettext("For {states}. Rule: {rule}.")
    yield told.format(states=words.and_list(states), rule=rule.reference)


def _states(words: Words) -> dict[NonchoiceState, str]:
    return {
        NonchoiceState.NO_REPLY: words.pgettext("for whom a rule is", "those who do not reply"),
        NonchoiceState.DOES_NOT_WISH: words.pgettext(
            "for whom a rule is", "those who do not want to choose"
        ),
        NonchoiceState.CANNOT: words.pgettext("for whom a rule is", "those who cannot choose"),
    }


def _language(language: Language, words: Words) -> str:
    if language is Language.BOKMAL:
        return words.pgettext("language", "Bokmål")
    return words.pgettext("language", "Nynorsk")
