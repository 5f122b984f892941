"""The places of what was chosen as lines that may be told: few choices are hidden (N35)."""

from collections.abc import Iterator, Mapping

from kiosk.app.ports.words import Words
from kiosk.app.report.count_places import LEAST_CHOICES, CountedPlaces, Places
from kiosk.domain.alphabet import alphabetic


def place_lines(counted: CountedPlaces, words: Words) -> Iterator[str]:
    """A table for staff members and one for machines, then what is worth a look."""
    yield from _table(
        words.gettext("Places of what was chosen, by staff member"), counted.staff, words
    )
    yield from _table(
        words.gettext("Places of what was chosen, by machine"), counted.machines, words
    )
    yield words.gettext(
        "Place 1 is what the person saw first. By chance every place is chosen equally often. "
        "– stands for fewer than {least} choices."
    ).format(least=words.number(LEAST_CHOICES))


def _table(title: str, rows: Mapping[str, Places], words: Words) -> Iterator[str]:
    yield title
    for name in sorted(rows, key=alphabetic):
        places = rows[name]
        yield f"  {name}: {_told(places, words)}"
        if places.is_worth_a_look:
            yield "    " + words.gettext(
                "Places differ more than by chance. Ask how the providers were shown and told of."
            )
    yield ""


def _told(places: Places, words: Words) -> str:
    if places.total < LEAST_CHOICES:
        return "–"
    share = words.pgettext("share", "place {place}: {percent} %")
    shares = (
        share.format(place=place, percent=round(100 * places.chosen[place] / places.total))
        for place in sorted(places.expected)
    )
    return ", ".join(shares)
