"""Reads a text that exists in several languages."""

import re
from collections.abc import Mapping

from kiosk.content.faults import text_fault
from kiosk.content.leaves import LocalLeaf
from kiosk.content.problems import Place
from kiosk.domain.language import Language, LocalText

REQUIRED = (Language.BOKMAL, Language.NYNORSK)
# a placeholder stands for a number too
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*|\{\w+\}")


def read_local(leaf: LocalLeaf, raw: object, place: Place) -> LocalText | None:
    """A text from a table with one key per language, or a string that is alike everywhere."""
    if isinstance(raw, str):
        return LocalText.same(raw) if _is_good(raw, leaf, place) else None
    if not isinstance(raw, dict):
        place.fault("expects_local_text")
        return None
    languages = [language.value for language in Language]
    for name in raw:
        if name not in languages:
            place.at(str(name)).fault("unknown_field", allowed=", ".join(languages))
    return _read_table(raw, leaf, place)


def _read_table(raw: Mapping[str, object], leaf: LocalLeaf, place: Place) -> LocalText | None:
    for language in REQUIRED:
        if language.value not in raw:
            place.at(language.value).fault("missing")
    texts: dict[str, str] = {}
    for name, text in raw.items():
        if isinstance(text, str) and _is_good(text, leaf, place.at(name)):
            texts[name] = text
        elif not isinstance(text, str):
            place.at(name).fault("expects_text", value=text)
    if not all(language.value in texts for language in REQUIRED):
        return None
    compare_numbers(texts["nb"], texts["nn"], place)
    return LocalText(texts["nb"], texts["nn"], texts.get("en"))


def _is_good(text: str, leaf: LocalLeaf, place: Place) -> bool:
    fault = text_fault(text, leaf.most)
    if fault is not None:
        code, values = fault
        place.fault(code, **values)
        return False
    if leaf.budget is not None and len(text) > leaf.budget:
        place.warn("over_budget", length=len(text), budget=leaf.budget)
    return True


def compare_numbers(nb: str, nn: str, place: Place) -> None:
    """Both Norwegian texts must state the same numbers and times."""
    bokmal, nynorsk = (set(NUMBER.findall(text)) for text in (nb, nn))
    if bokmal != nynorsk:
        place.fault(
            "numbers_differ",
            nb=", ".join(sorted(bokmal - nynorsk)) or "–",
            nn=", ".join(sorted(nynorsk - bokmal)) or "–",
        )
