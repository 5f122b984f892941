"""What lies between the fields of one provider, and between the profiles of all."""

from datetime import date
from pathlib import PurePosixPath

from kiosk.content.entries import Entries, Entry, offers_of
from kiosk.content.forms import ProviderForm
from kiosk.content.helper_checks import is_valid
from kiosk.content.problems import Place
from kiosk.domain.language import Language
from kiosk.domain.provider import is_approval_old

# N05: no provider may fill more of the page than another
LARGEST_RATIO = 1.5
PERIODS = (("valid_from", "valid_to"), ("started_on", "contract_until"))


def check_profiles(entries: Entries, today: date | None) -> None:
    """Dates in order, extras described, texts of even length, facts confirmed lately."""
    for provider in entries.providers:
        _check_file(provider)
        _check_periods(provider)
        _check_extras(provider)
        if today is not None:
            _check_age(provider, today)
    for language in (Language.BOKMAL, Language.NYNORSK):
        _check_balance(entries, language)


def _check_file(provider: Entry[ProviderForm]) -> None:
    name = f"{provider.form.id}.toml"
    if provider.place.are_sound("id") and PurePosixPath(provider.place.file).name != name:
        provider.place.whole_file().fault("file_name", name=name)


def _check_periods(provider: Entry[ProviderForm]) -> None:
    form, place = provider.form, provider.place
    days = {
        "valid_from": form.valid_from,
        "valid_to": form.valid_to,
        "started_on": form.started_on,
        "contract_until": form.contract_until,
    }
    for begins, ends in PERIODS:
        first, last = days[begins], days[ends]
        if first is not None and last is not None and last < first:
            place.at(ends).fault("ends_before_it_begins", other=begins)


def _check_extras(provider: Entry[ProviderForm]) -> None:
    extras, place = provider.form.extras, provider.place.at("extras")
    if extras is None or not place.is_sound:
        return
    if extras.offered and extras.description is None:
        place.at("description").fault("missing")
    if not extras.offered and extras.description is not None:
        place.at("description").fault("nothing_offered")


def _check_age(provider: Entry[ProviderForm], today: date) -> None:
    approved = provider.place.at("approved_on")
    if approved.is_sound:
        _check_not_later(approved, provider.form.approved_on, today)
        if is_approval_old(provider.form.approved_on, today):
            approved.warn("stale", day=provider.form.approved_on)
    _check_not_later(provider.place.at("started_on"), provider.form.started_on, today)
    if provider.place.are_sound("competence"):
        counted = provider.place.at("competence").at("as_of")
        _check_not_later(counted, provider.form.competence.as_of, today)
    for offer in offers_of(provider):
        if offer.place.are_sound("capacity"):
            asked = offer.place.at("capacity").at("as_of")
            _check_not_later(asked, offer.form.capacity.as_of, today)
    if not is_valid(provider, today):
        provider.place.warn("not_shown", day=today)


def _check_not_later(place: Place, day: date | None, today: date) -> None:
    if day is not None and day > today:
        place.warn("in_the_future", day=day)


def _check_balance(entries: Entries, language: Language) -> None:
    texts = [
        (len(entry.form.presentation.in_(language)), entry)
        for entry in entries.providers
        if entry.form.presentation is not None
    ]
    if not texts:
        return
    shortest, longest = (
        pick(texts, key=lambda text: (text[0], text[1].place.file)) for pick in (min, max)
    )
    if longest[0] > LARGEST_RATIO * shortest[0]:
        longest[1].place.at("presentation").at(language.value).warn(
            "uneven", length=longest[0], shortest=shortest[0], other=shortest[1].place.file
        )
