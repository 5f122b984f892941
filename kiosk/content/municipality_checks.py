"""What lies between the fields of ``municipality.toml``, and keys that must be unique."""

from collections.abc import Iterable
from datetime import date

from kiosk.content.entries import Entries, Entry
from kiosk.content.forms import MunicipalityForm, ServiceForm, ZoneForm
from kiosk.content.problems import Place
from kiosk.domain.language import Language, LocalText


def check_municipality(municipality: Entry[MunicipalityForm], today: date | None) -> None:
    """Documents have a Norwegian language, codes stay invented."""
    form, place = municipality.form, municipality.place
    if form.default_language is Language.ENGLISH:
        place.at("default_language").fault("not_one_of", value="en", allowed="nb, nn")
    approved = place.at("approved_on")
    if today is not None and approved.is_sound and form.approved_on > today:
        approved.fault("in_the_future", day=form.approved_on)
    if form.example_staff and not form.example and place.are_sound("example"):
        place.at("example_staff").fault("staff_in_a_real_pack")
    staff = place.at("example_staff")
    _check_unique(
        (member.name, staff.item(member.label).at("name")) for member in form.example_staff
    )


def check_uniqueness(entries: Entries) -> None:
    """No key twice, and no name in a case list that could mean two things."""
    _check_unique((zone.form.id, zone.place.at("id")) for zone in entries.zones)
    _check_unique((service.form.id, service.place.at("id")) for service in entries.services)
    _check_unique((rule.form.id, rule.place.at("id")) for rule in entries.rules)
    _check_unique((rule.form.id, rule.place.at("id")) for rule in entries.retention)
    _check_unique((entry.form.id, entry.place.at("id")) for entry in entries.providers)
    _check_unique(
        (entry.form.org_number, entry.place.at("org_number")) for entry in entries.providers
    )
    _check_names(_zone_names(entry) for entry in entries.zones)
    _check_names(_service_names(entry) for entry in entries.services)


def _check_unique(keys: Iterable[tuple[str | None, Place]]) -> None:
    first: dict[str, Place] = {}
    for key, place in keys:
        if key is not None and first.setdefault(key, place) is not place:
            place.fault("used_twice", value=key, other=first[key].name)


def _check_names(entries: Iterable[Iterable[tuple[str, Place]]]) -> None:
    owner: dict[str, tuple[int, Place]] = {}
    for index, names in enumerate(entries):
        for name, place in names:
            first, other = owner.setdefault(name.casefold(), (index, place))
            if first != index:
                place.fault("ambiguous_name", value=name, other=other.name)


def _zone_names(entry: Entry[ZoneForm]) -> Iterable[tuple[str, Place]]:
    if entry.place.are_sound("name"):
        yield entry.form.name, entry.place.at("name")


def _service_names(entry: Entry[ServiceForm]) -> Iterable[tuple[str, Place]]:
    if entry.place.are_sound("name"):
        yield from _in_all_languages(entry.form.name, entry.place.at("name"))
    for alias in entry.form.aliases:
        yield alias, entry.place.at("aliases").item(alias)


def _in_all_languages(text: LocalText, place: Place) -> Iterable[tuple[str, Place]]:
    for name in dict.fromkeys((text.nb, text.nn, text.en)):
        if name is not None:
            yield name, place
