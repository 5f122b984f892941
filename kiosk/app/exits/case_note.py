"""What an exit means for one service of a person, in a few words for staff."""

from collections.abc import Iterable, Iterator

from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.exits.affected import Helped, Touched, stand_ins, touched
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality


def exit_note(
    helped: Helped, exits: Iterable[ProviderExit], municipality: Municipality, words: Words
) -> str:
    """That a provider stops, and who helps then; empty for whom no exit concerns."""
    return sentences(*_notes(helped, exits, municipality, words))


def _notes(
    helped: Helped, exits: Iterable[ProviderExit], municipality: Municipality, words: Words
) -> Iterator[str]:
    for exit_ in exits:
        how = touched(helped, exit_)
        if how is None:
            continue
        yield words.gettext("{provider} stops, last day {date}.").format(
            provider=provider_name(municipality, exit_.provider, words),
            date=words.full_date(exit_.last_day),
        )
        if how is Touched.WAITING:
            yield words.gettext("The person is no longer on the waiting list there.")
        for day, helper in stand_ins(helped, exit_):
            yield words.gettext("{helper} helps from {date}.").format(
                helper=provider_name(municipality, helper, words), date=words.full_date(day)
            )
