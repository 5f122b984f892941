"""Bokmål and nynorsk name the same providers and zones (N29)."""

from collections.abc import Iterator, Mapping

from kiosk.content.entries import Entries
from kiosk.content.neutral_checks import texts_of_provider
from kiosk.content.problems import Place, ProblemLog
from kiosk.content.prose import Texts, words_of
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import ProseKey

Names = Mapping[str, LocalText]


def check_names(entries: Entries, prose: Texts, log: ProblemLog) -> None:
    """A warning wherever one form names somebody whom the other one does not."""
    names = dict(_names(entries))
    for provider in entries.providers:
        for place, text, _sort in texts_of_provider(provider):
            _compare(text, names, place)
    for key in ProseKey:
        nb, nn = (prose.get((key, each), ()) for each in (Language.BOKMAL, Language.NYNORSK))
        place = Place(log, f"prose/nn/{key.value}.md")
        if nb and nn and place.is_sound:
            _compare(LocalText(words_of(nb), words_of(nn)), names, place)


def _names(entries: Entries) -> Iterator[tuple[str, LocalText]]:
    for provider in entries.providers:
        if provider.place.are_sound("id", "name"):
            yield f"providers.{provider.form.id}", provider.form.name
    for zone in entries.zones:
        if zone.place.are_sound("id", "name"):
            yield f"zones.{zone.form.id}", LocalText.same(zone.form.name)


def _compare(text: LocalText, names: Names, place: Place) -> None:
    nb, nn = (_named(text.in_(each), names, each) for each in (Language.BOKMAL, Language.NYNORSK))
    if nb != nn:
        place.warn("names_differ", nb=_told(nb - nn, names), nn=_told(nn - nb, names))


def _named(text: str, names: Names, language: Language) -> set[str]:
    plain = " ".join(text.split())
    return {key for key, name in names.items() if name.in_(language) in plain}


def _told(keys: set[str], names: Names) -> str:
    return ", ".join(sorted(names[key].nb for key in keys)) or "–"
