"""Whether the office has room in the windows of envelopes."""

from collections.abc import Iterator

from brochures.lines import LineBreaker
from brochures.window import ADDRESS, ADDRESS_WIDTH_PT, WindowSetter
from kiosk.app.mailout.around_text import post_of
from kiosk.app.ports.words import Words
from kiosk.app.slips.compose_slip import office_lines
from kiosk.domain.errors import ContentProblem, DoesNotFitError
from kiosk.domain.mailing import Recipient
from kiosk.domain.municipality import Municipality

_FILE = "municipality.toml"
_ADDRESS = "office.contact.address"
_SOMEBODY = Recipient(("A", "1"))


def office_problems(
    municipality: Municipality, breaker: LineBreaker, words: Words
) -> Iterator[ContentProblem]:
    """A problem where reply slips and letters could not be made; none for an office that fits."""
    setter = WindowSetter(breaker, municipality.name)
    try:
        setter.office(office_lines(municipality, words), words)
        tuple(setter.address(post_of(_SOMEBODY, municipality, words), words))
    except DoesNotFitError:
        field = _widest(municipality, breaker, words)
        values = {"language": words.language.value}
        yield ContentProblem(_FILE, field, "no_room_in_window", values)


def _widest(municipality: Municipality, breaker: LineBreaker, words: Words) -> str:
    """The field that has no room by itself; the address where only all together has none."""
    alone = (
        ("name", municipality.name),
        (f"office.name.{words.language.value}", words.local(municipality.office.name)),
    )
    for field, text in alone:
        if breaker.text_width_pt(text, ADDRESS) > ADDRESS_WIDTH_PT:
            return field
    return _ADDRESS
