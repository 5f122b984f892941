"""Why a loaded word may stay: a reason by one person, agreed to by a second (neutrality N28)."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from kiosk.content.entries import Entry
from kiosk.content.forms import ReasonForm
from kiosk.content.problems import Place
from kiosk.domain.neutral.kinds import Weight
from kiosk.domain.neutral.linter import LoadedWord


class Finding(Struct, frozen=True):
    """A loaded word and the text that it stands in."""

    place: Place
    word: LoadedWord


def without_reason(
    findings: Sequence[Finding], reasons: Sequence[Entry[ReasonForm]], today: date | None
) -> tuple[Finding, ...]:
    """What nobody has given a sound reason for, in the order found; may be empty.

    What is wrong with a reason is logged with it: an error cannot be accepted, nobody approves what
    they wrote themselves, and a reason whose words are gone is to go too.

    Args:
        findings: Order of the pack.
        reasons: Order of the file.
        today: Approval must not lie after it; not checked when None.
    """
    accepted: set[int] = set()
    for reason in reasons:
        meant = [at for at, each in enumerate(findings) if _is_meant(reason.form, each)]
        if _is_sound(reason, [findings[at] for at in meant], today):
            accepted.update(meant)
    return tuple(each for at, each in enumerate(findings) if at not in accepted)


def _is_meant(form: ReasonForm, finding: Finding) -> bool:
    place, words = finding.place, finding.word.words
    is_there = (place.file, place.field) == (form.file, form.field or "")
    return is_there and words.casefold() == form.words.casefold()


def _is_sound(reason: Entry[ReasonForm], meant: Sequence[Finding], today: date | None) -> bool:
    """Whether it holds; what it lacks is logged."""
    form, place = reason.form, reason.place
    if not place.is_sound:
        return False
    if not meant:
        place.warn("reason_for_nothing", words=form.words, file=form.file)
    elif any(each.word.weight is Weight.ERROR for each in meant):
        place.at("words").unfit("reason_for_error", words=form.words)
    elif _person(form.written_by) == _person(form.approved_by):
        place.at("approved_by").unfit("reason_by_one")
    elif today is not None and form.approved_on > today:
        place.at("approved_on").unfit("reason_later", day=form.approved_on)
    else:
        return True
    return False


def _person(name: str) -> str:
    return " ".join(name.split()).casefold()
