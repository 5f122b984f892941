"""What lies between the fields of a notice rule; one for the municipality, and one per service."""

from collections.abc import Iterator

from kiosk.content.entries import Entries
from kiosk.content.forms import NoticeForm, NoticeKind
from kiosk.content.problems import Place

_UNCOUNTED = frozenset({NoticeKind.FIRST_OF_NEXT_MONTH, NoticeKind.AGREED})


def check_notices(entries: Entries) -> None:
    """Every rule has what its kind counts by, and nothing else; no key stands for two rules."""
    first: dict[str, tuple[NoticeForm, Place]] = {}
    for form, place in sound_notices(entries):
        _check_fields(form, place)
        known, other = first.setdefault(form.id, (form, place))
        if known != form:
            place.at("id").fault("used_twice", value=form.id, other=other.at("id").name)


def sound_notices(entries: Entries) -> Iterator[tuple[NoticeForm, Place]]:
    """Every notice rule in which each field is sound, the municipality's first."""
    head = entries.municipality
    if head is not None and head.place.are_sound("notice"):
        yield head.form.notice, head.place.at("notice")
    for entry in entries.services:
        if entry.form.notice is not None and entry.place.are_sound("notice"):
            yield entry.form.notice, entry.place.at("notice")


def _check_fields(form: NoticeForm, place: Place) -> None:
    _check_count(form, place.at("count"))
    day = place.at("day")
    if form.kind is NoticeKind.CUT_OFF:
        if form.day is None:
            day.fault("missing")
    elif form.day is not None:
        day.fault("not_used_here", kind=form.kind.value)


def _check_count(form: NoticeForm, count: Place) -> None:
    if form.kind in _UNCOUNTED:
        if form.count is not None:
            count.fault("not_used_here", kind=form.kind.value)
    elif form.count is None:
        # The first day of the very next month needs no count.
        if form.kind is not NoticeKind.CUT_OFF:
            count.fault("missing")
    elif form.kind is not NoticeKind.DAYS and form.count == 0:
        count.fault("out_of_range", value=0, least=1, most=365)
