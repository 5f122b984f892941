"""Words in a pack that praise, rank, press or compare, each with its place (N28, N36)."""

from collections.abc import Iterator, Sequence
from datetime import date

from kiosk.content.easy_prose import EasyTexts, easy_file
from kiosk.content.entries import Entries, Entry, offers_of
from kiosk.content.forms import ProviderForm
from kiosk.content.problems import Place, ProblemLog
from kiosk.content.prose import Texts
from kiosk.content.word_reasons import Finding, without_reason
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Prose
from kiosk.domain.neutral.kinds import Loaded, TextSort, Weight
from kiosk.domain.neutral.linter import loaded_words


def check_neutral(
    entries: Entries, prose: Texts, easy: EasyTexts, today: date | None, log: ProblemLog
) -> None:
    """Every text about a provider, and every one of the municipality to its citizens.

    An error has to be written anew before people see the pack; a warning may stay for a reason.
    """
    found = list(_findings(entries, prose, easy, log))
    left = without_reason(found, entries.reasons, today)
    told: dict[tuple[str, str, Loaded, Weight], list[Finding]] = {}
    for each in left:
        key = each.place.file, each.place.field, each.word.kind, each.word.weight
        told.setdefault(key, []).append(each)
    for (_file, _field, kind, weight), alike in told.items():
        words = ", ".join(dict.fromkeys(f"«{each.word.words}»" for each in alike))
        place = alike[0].place
        tell = place.unfit if weight is Weight.ERROR else place.warn
        tell(f"loaded_{kind.value}", words=words)


def _findings(
    entries: Entries, prose: Texts, easy: EasyTexts, log: ProblemLog
) -> Iterator[Finding]:
    """Every loaded word, in the order of the pack."""
    names = tuple(_names(entries))
    for provider in entries.providers:
        for place, text, sort in texts_of_provider(provider):
            yield from _in_local(text, sort, place, names)
    for service in entries.services:
        place = service.place.at("fee")
        if place.is_sound:
            yield from _in_local(service.form.fee, TextSort.MUNICIPALITY, place, names)
    for (key, language), parts in prose.items():
        place = Place(log, f"prose/{language.value}/{key.value}.md")
        yield from _in_prose(parts, language, place, names)
    for (easy_key, language), parts in easy.items():
        yield from _in_prose(parts, language, Place(log, easy_file(easy_key, language)), names)


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


def _in_local(
    text: LocalText, sort: TextSort, place: Place, names: Sequence[str]
) -> Iterator[Finding]:
    if text == LocalText.same(text.nb):
        # Written once, for all languages.
        yield from _in_text(text.nb, Language.BOKMAL, sort, place, names)
        return
    for language in Language:
        if text.shown_in(language) is language:
            at = place.at(language.value)
            yield from _in_text(text.in_(language), language, sort, at, names)


def _in_prose(
    parts: Prose, language: Language, place: Place, names: Sequence[str]
) -> Iterator[Finding]:
    text = "\n".join(part.text for part in parts) if place.is_sound else ""
    yield from _in_text(text, language, TextSort.MUNICIPALITY, place, names)


def _in_text(
    text: str, language: Language, sort: TextSort, place: Place, names: Sequence[str]
) -> Iterator[Finding]:
    for word in loaded_words(text, language, sort, names):
        yield Finding(place, word)
