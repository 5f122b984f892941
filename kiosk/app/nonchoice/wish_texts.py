"""What was noted for the rule, in words for staff; about the person only, never about others."""

from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.allocation_events import WishesNoted
from kiosk.domain.errors import NotFoundError
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId


def wishes_text(noted: WishesNoted | None, municipality: Municipality, words: Words) -> str:
    """All that is noted about one service; that nothing is, where nothing is."""
    told = () if noted is None else _told(noted, municipality, words)
    return sentences(*told) if told else words.gettext("Nothing is noted for the rule.")


def _told(noted: WishesNoted, municipality: Municipality, words: Words) -> tuple[str, ...]:
    known, told = noted.known, []
    if known.former is not None:
        former = _name(known.former, municipality, words)
        text = words.gettext("{provider} helped before.")
        if known.former_until is not None:
            text = words.gettext("{provider} helped before, until {date}.")
            text = text.replace("{date}", words.full_date(known.former_until))
        told.append(text.format(provider=former))
    if known.household is not None:
        text = words.gettext("{provider} helps in the same home.")
        told.append(text.format(provider=_name(known.household, municipality, words)))
    if noted.objects_to:
        names = (_name(each, municipality, words) for each in noted.objects_to)
        text = words.gettext("The person does not want {providers}.")
        told.append(text.format(providers=words.and_list(names)))
    return tuple(told)


def _name(provider: ProviderId, municipality: Municipality, words: Words) -> str:
    """The name; the key of a provider that has left the content."""
    try:
        return provider_name(municipality, provider, words)
    except NotFoundError:
        return provider
