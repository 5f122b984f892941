"""A signature that was given on the screen, as documents show it."""

from collections.abc import Iterable, Iterator

from kiosk.app.ports.words import Words
from kiosk.domain.choice import RecordedChoice
from kiosk.domain.decider import OWN_ROLES
from kiosk.domain.document.receipt import SignatureBlock
from kiosk.domain.event import ChoiceRecorded, Event


def signature_label(words: Words) -> str:
    """What stands before a signature."""
    return words.pgettext("drawn by hand", "Signature")


def signature_block(choice: RecordedChoice, person: str, label: str) -> SignatureBlock | None:
    """The signature of a choice, with the name of the decider; None where nobody signed.

    Args:
        choice: Under which somebody may have signed.
        person: Name of the person on the day of the answer.
        label: What stands before it.
    """
    decider = choice.decider
    if choice.signature is None or decider is None:
        return None
    name = person if decider.role in OWN_ROLES else decider.name.strip()
    return SignatureBlock(label, choice.signature, name)


def signatures_in(events: Iterable[Event], person: str, words: Words) -> Iterator[SignatureBlock]:
    """Every signature of a case under its day, in the order of the events.

    Args:
        events: Of one case.
        person: The person's name, for choices that did not store it.
        words: The paper's language.
    """
    label = words.gettext("Signature of {date}")
    for event in events:
        if isinstance(event.body, ChoiceRecorded):
            choice = event.body.choice
            dated = label.format(date=words.full_date(choice.at.date()))
            block = signature_block(choice, choice.person or person, dated)
            if block is not None:
                yield block
