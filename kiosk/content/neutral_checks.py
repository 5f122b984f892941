"""Words in a pack that praise, rank, press or compare, each a warning with its place (N28, N36)."""

from collections.abc import Iterator, Sequence

from kiosk.content.easy_prose import EasyTexts, easy_file
from kiosk.content.entries import Entries, Entry, offers_of
from kiosk.content.forms import ProviderForm
from kiosk.content.problems import Place, ProblemLog
from kiosk.content.prose import Texts
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Prose
from kiosk.domain.neutral.kinds import Loaded, TextSort
from kiosk.domain.neutral.linter import loaded_words


def check_neutral(entries: Entries, prose: Texts, easy: EasyTexts, log: ProblemLog) -> None:
    """Every text about a provider, and every one of the municipality to its citizens."""
    names = tuple(_names(entries))
    for provider in entries.providers:
        for place, text, sort in texts_of_provider(provider):
            _check_local(text, sort, place, names)
    for service in entries.services:
        place = service.place.at("fee")
        if place.is_sound:
            _check_local(service.form.fee, TextSort.MUNICIPALITY, place, names)
    for (key, language), parts in prose.items():
        place = Place(log, f"prose/{language.value}/{key.value}.md")
        _check_prose(parts, language, place, names)
    for (easy_key, language), parts in easy.items():
        _check_prose(parts, language, Place(log, easy_file(easy_key, language)), names)


def _names(entries: Entries) -> Iterator[str]:
    for provider in entries.providers:
        for language in Language if provider.place.are_sound("name") else ():
            yield provider.form.name.in_(language)
        if provider.form.owner is not None and provider.place.are_sound("owner"):
            yield provider.form.owner


def texts_of_provider(
    provider: Entry[ProviderForm],
) -> Iterator[tuple[Place, LocalText, TextSort]]:
    """Every free text with its place; registered names are no claims and left out."""
    form, place = provider.form, provider.place
    texts: list[tuple[Place, LocalText | None]] = [
        (place.at(name), getattr(form, name))
        for name in ("presentation", "wishes", "accessibility")
    ]
    if place.are_sound("extras") and form.extras is not None:
        texts.append((place.at("extras").at("description"), form.extras.description))
    if place.are_sound("competence"):
        texts.append((place.at("competence").at("leader"), form.competence.leader))
    for offer in offers_of(provider):
        texts += [
            (offer.place.at(name), getattr(offer.form, name))
            for name in ("otherwise", "exceptions")
        ]
    for at, text in texts:
        if text is not None and at.is_sound:
            yield at, text, TextSort.PROFILE
    hours = place.at("contact").at("hours")
    if place.are_sound("contact") and form.contact.hours is not None:
        yield hours, form.contact.hours, TextSort.TIMES


def _check_local(text: LocalText, sort: TextSort, place: Place, names: Sequence[str]) -> None:
    if text == LocalText.same(text.nb):
        # Written once, for all languages.
        for kind, found in _found(text.nb, Language.BOKMAL, sort, names):
            _warn(place, kind, found)
        return
    for language in Language:
        if text.shown_in(language) is language:
            for kind, found in _found(text.in_(language), language, sort, names):
                _warn(place.at(language.value), kind, found)


def _check_prose(parts: Prose, language: Language, place: Place, names: Sequence[str]) -> None:
    text = "\n".join(part.text for part in parts) if place.is_sound else ""
    for kind, found in _found(text, language, TextSort.MUNICIPALITY, names):
        _warn(place, kind, found)


def _found(
    text: str, language: Language, sort: TextSort, names: Sequence[str]
) -> Iterator[tuple[Loaded, str]]:
    """For each kind all its words, in the order of the text."""
    words: dict[Loaded, list[str]] = {}
    for each in loaded_words(text, language, sort, names):
        words.setdefault(each.kind, []).append(each.words)
    for kind, found in words.items():
        yield kind, ", ".join(f"«{word}»" for word in dict.fromkeys(found))


def _warn(place: Place, kind: Loaded, found: str) -> None:
    place.warn(f"loaded_{kind.value}", words=found)
