"""The front page: who sends it, the question, what it holds for, how to get it otherwise."""

from collections.abc import Iterator

from brochures.furniture import TOP_RULE, PaperWords
from brochures.lines import LineBreaker, Place
from brochures.marks import Ink, Mark, Outline, Page, Role, Stroke, TextMark
from brochures.styles import (
    BOX,
    CONTENT_WIDTH_PT,
    COVER_OFFER,
    COVER_SCOPE,
    COVER_SENDER,
    COVER_SUBTITLE,
    COVER_TITLE,
    LEFT_PT,
    MM,
    PROSE_WIDTH_PT,
    RIGHT_PT,
    TextStyle,
)
from kiosk.domain.document import Brochure
from kiosk.domain.errors import DoesNotFitError

HOUSE_COUNT = 5
"""Always five, whatever the number of providers, so that nobody counts themselves in."""

GROUND_PT = 212.9 * MM
HOUSE_WIDTH_PT = 28.3 * MM
EAVES_PT = 192.3 * MM
RIDGE_PT = 177.8 * MM
DOOR_WIDTH_PT = 6.2 * MM
DOOR_TOP_PT = 201.5 * MM
LINE_PT = 1.6

SENDER_BASELINE_PT = 26.6 * MM
EXAMPLE_BASELINE_PT = 34.3 * MM
TITLE_BASELINE_PT = 78.1 * MM
OFFER_BASELINE_PT = 227.3 * MM
APPROVED_BASELINE_PT = 272.2 * MM
TITLE_BOTTOM_PT = 165 * MM
OFFER_BOTTOM_PT = 262 * MM
SUBTITLE_GAP_PT = 5.2 * MM
SCOPE_GAP_PT = 6 * MM


def cover(brochure: Brochure, breaker: LineBreaker, words: PaperWords) -> Page:
    """The cover; it has no foot line, its last line names the edition.

    Raises:
        DoesNotFitError: A text runs into the houses or off the page.
    """
    setter = _Cover(brochure, breaker)
    marks = [TOP_RULE, setter.text(brochure.municipality, COVER_SENDER, SENDER_BASELINE_PT)]
    if brochure.is_example:
        warning = words.gettext(
            "EXAMPLE. The municipality, the providers and all facts are invented."
        )
        marks.append(setter.text(warning, BOX, EXAMPLE_BASELINE_PT))
    marks.extend(setter.heading())
    marks.extend(_houses())
    marks.append(setter.text(brochure.other_forms, COVER_OFFER, OFFER_BASELINE_PT))
    setter.refuse_below(OFFER_BOTTOM_PT, "other_forms", COVER_OFFER)
    marks.append(setter.text(brochure.approved, BOX, APPROVED_BASELINE_PT))
    return Page(tuple(marks), brochure.title.replace("\n", " "))


class _Cover:
    """Places the texts of a cover and knows where the last one ended."""

    def __init__(self, brochure: Brochure, breaker: LineBreaker) -> None:
        self._brochure = brochure
        self._breaker = breaker
        self._end_pt = 0.0

    def text(
        self, text: str, style: TextStyle, baseline_pt: float, role: Role = Role.PARAGRAPH
    ) -> Mark:
        """A text whose first line stands on ``baseline_pt``."""
        place = Place(self._brochure.title, text)
        width = (
            CONTENT_WIDTH_PT if style.size_pt > COVER_OFFER.size_pt else PROSE_WIDTH_PT + 16 * MM
        )
        lines = self._breaker.break_text(text, style, width, place)
        last = baseline_pt + (len(lines) - 1) * style.leading_pt
        self._end_pt = last + style.leading_pt - style.baseline_pt
        return TextMark(role, LEFT_PT, baseline_pt, style, lines)

    def heading(self) -> Iterator[Mark]:
        """The question, and under it what the brochure is about."""
        brochure = self._brochure
        yield self.text(brochure.title, COVER_TITLE, TITLE_BASELINE_PT, Role.TITLE)
        for text, style, gap in (
            (brochure.subtitle, COVER_SUBTITLE, SUBTITLE_GAP_PT),
            (brochure.scope, COVER_SCOPE, SCOPE_GAP_PT),
        ):
            yield self.text(text, style, self._end_pt + gap + style.baseline_pt)
        self.refuse_below(TITLE_BOTTOM_PT, "scope", COVER_SCOPE)

    def refuse_below(self, limit_pt: float, field: str, style: TextStyle) -> None:
        """Refuse a text that ended below a limit."""
        over = self._end_pt - limit_pt
        if over > 0:
            raise DoesNotFitError(self._brochure.title, field, int(over // style.leading_pt) + 1)


def _houses() -> Iterator[Mark]:
    """Five equal houses on a ground line, no door open and no window lit."""
    step = (CONTENT_WIDTH_PT - HOUSE_WIDTH_PT) / (HOUSE_COUNT - 1)
    for index in range(HOUSE_COUNT):
        yield from _house(LEFT_PT + index * step)
    yield Stroke(LEFT_PT, GROUND_PT, RIGHT_PT, GROUND_PT, 2.4, Ink.ACCENT)


def _house(left_pt: float) -> Iterator[Mark]:
    right = left_pt + HOUSE_WIDTH_PT
    middle = left_pt + HOUSE_WIDTH_PT / 2
    walls = (
        (left_pt, GROUND_PT),
        (left_pt, EAVES_PT),
        (middle, RIDGE_PT),
        (right, EAVES_PT),
        (right, GROUND_PT),
    )
    yield Outline(walls, LINE_PT, Ink.ACCENT)
    door_left, door_right = middle - DOOR_WIDTH_PT / 2, middle + DOOR_WIDTH_PT / 2
    door = (
        (door_left, GROUND_PT),
        (door_left, DOOR_TOP_PT),
        (door_right, DOOR_TOP_PT),
        (door_right, GROUND_PT),
    )
    yield Outline(door, LINE_PT, Ink.ACCENT)
