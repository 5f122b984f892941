"""Whether a run comes out the same again, in words; the same on the page and in a terminal."""

from collections.abc import Iterator

from kiosk.app.nonchoice.past_runs import PastRun
from kiosk.app.nonchoice.replay_run import Difference, Replayed
from kiosk.app.phrases import provider_name
from kiosk.app.ports.words import Words
from kiosk.domain.errors import NotFoundError
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId


def run_text(run: PastRun, words: Words) -> str:
    """When a run was, and what it gave."""
    text = words.gettext("{date}: {given} given, {aside} set aside.")
    return text.format(
        date=words.full_date(run.on),
        given=words.number(run.given),
        aside=words.number(run.set_aside),
    )


def replay_lines(replayed: Replayed, municipality: Municipality, words: Words) -> Iterator[str]:
    """What working a run out again gave; the last line says whether it is the same."""
    if replayed.erased:
        yield words.gettext(
            "{count} of them were disposed of since; what was stored about the place counts."
        ).format(count=words.number(replayed.erased))
    if replayed.difference is None:
        yield words.gettext("The rule gives the same again.")
    else:
        yield _difference(replayed.difference, municipality, words)


def _difference(difference: Difference, municipality: Municipality, words: Words) -> str:
    place = words.number(difference.position)
    if difference.queue is not None:
        text = words.gettext("After place {place}, the turns or shares stand otherwise.")
        return text.format(place=place)
    stored, again = difference.stored.provider, difference.again.provider
    if stored == again:
        text = words.gettext("Place {place} gives the same provider, but for another reason.")
        return text.format(place=place)
    text = words.gettext("Place {place} differs: stored {stored}, the rule gives {again}.")
    return text.format(
        place=place,
        stored=_name(stored, municipality, words),
        again=_name(again, municipality, words),
    )


def _name(provider: ProviderId | None, municipality: Municipality, words: Words) -> str:
    """The key of a provider that has left the content."""
    if not provider:
        return words.pgettext("given by a rule", "nobody")
    try:
        return provider_name(municipality, provider, words)
    except NotFoundError:
        return provider
