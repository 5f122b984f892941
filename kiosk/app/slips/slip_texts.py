"""What whoever enters a reply slip reads: its answers, what is odd about it, what was stored."""

from kiosk.app.compose_options import option_title
from kiosk.app.compose_receipt import outcome_text
from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.choice import Answer, Cannot, Chooses, DoesNotWish, Keeps, Outcome, Postpones
from kiosk.domain.document.service_section import OptionKey
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId


def answer_words(
    answer: Answer, municipality: Municipality, present: ProviderId | None, words: Words
) -> str:
    """An answer as the label of an alternative.

    Args:
        answer: One that can stand on the slip.
        municipality: Where the providers are.
        present: Who can be kept; None for nobody.
        words: Of the reader.
    """
    match answer:
        case Chooses(provider):
            return provider_name(municipality, provider, words)
        case Postpones(until):
            text = words.gettext("Wants to think until {date}")
            return text.format(date=words.day_and_month(until))
        case Keeps():
            return _kept(municipality, present, words)
        case DoesNotWish():
            return outcome_text(Outcome.DOES_NOT_WISH, words)
        case Cannot():
            return outcome_text(Outcome.CANNOT, words)


def _kept(municipality: Municipality, present: ProviderId | None, words: Words) -> str:
    if present is None:
        return outcome_text(Outcome.KEEPS, words)
    text = words.gettext("Keeps {provider}")
    return text.format(provider=provider_name(municipality, present, words))


def printed_words(
    answer: Answer, municipality: Municipality, present: ProviderId | None, words: Words
) -> tuple[str, ...]:
    """How an answer stands on the slip, where that is not its label; empty for one with a day."""
    match answer:
        case Keeps():
            keep = option_title(OptionKey.KEEP, words)
            name = "" if present is None else provider_name(municipality, present, words)
            return (keep, f"{keep}: {name}")
        case DoesNotWish():
            return (option_title(OptionKey.DOES_NOT_WISH, words),)
        case _:
            return ()


def unclear_words(words: Words) -> str:
    """That nobody can tell which answer is meant."""
    return words.gettext("Unclear: several crosses, or not readable")


def other_brochure_text(words: Words) -> str:
    """That a slip came with a brochure of another version than today's."""
    return words.gettext(
        "The slip came with an older brochure or another one than today's. Providers and "
        "answers may have other names there. Read the slip with care."
    )


def stored_text(receipt: str, is_unclear: bool, words: Words) -> str:
    """What was stored of a slip, and what is to be done.

    Args:
        receipt: Number of the receipt; empty where nothing was answered.
        is_unclear: Whether something on the slip could not be read.
        words: Of the reader.
    """
    stored = words.gettext(
        "The answer is stored. The receipt has number {number}. Send it to the person."
    )
    unclear = words.gettext(
        "It is stored that the slip is unclear. The person now stands on the list of those to ask, "
        "under “Allocation”."
    )
    return sentences(
        stored.format(number=receipt) if receipt else "", unclear if is_unclear else ""
    )
