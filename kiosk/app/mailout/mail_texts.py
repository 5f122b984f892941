"""What is told about a mail-out while it is made and afterwards."""

from collections.abc import Iterator, Mapping

from kiosk.app.mailout.batch import Made, Unmade
from kiosk.app.mailout.choose_recipients import Chosen
from kiosk.app.mailout.known_batch import KnownBatch
from kiosk.app.mailout.left_out_texts import left_out_text
from kiosk.app.mailout.unmade_texts import unmade_text
from kiosk.app.ports.words import Words
from kiosk.domain.case import CaseRef
from kiosk.domain.mail_events import LetterNotMade
from kiosk.domain.mailing import LeftOut

_TO_MEND = frozenset({LeftOut.ADDRESS_TOO_LONG})
"""Reasons that somebody can mend, so that the cases are named; there are few of them."""


def chosen_lines(chosen: Chosen, words: Words) -> Iterator[str]:
    """How many get a letter, and how many do not, with the reasons."""
    count = len(chosen.cases)
    text = words.ngettext("{count} case gets a letter.", "{count} cases get a letter.", count)
    yield text.format(count=words.number(count))
    for each in chosen.counts:
        reason = left_out_text(each.reason, words)
        line = words.gettext("No letter, {reason}: {count}").format(
            reason=reason[:1].lower() + reason[1:], count=words.number(each.cases)
        )
        if each.reason in _TO_MEND:
            line = f"{line} ({', '.join(chosen.left_out[each.reason])})"
        yield line


def made_lines(made: Made, words: Words) -> Iterator[str]:
    """How many letters were made, and what was wrong with the others."""
    yield made_text(made, words)
    yield from _unmade(made.unmade, words)


def made_text(made: Made, words: Words) -> str:
    """How many letters were made, and that the mail-out is over where none could be."""
    if made.is_discarded:
        return words.gettext(
            "No letter could be made, so that there is nothing to post. The mail-out is "
            "discarded. Mend what is wrong, and begin a new one."
        )
    text = words.ngettext("{count} letter was made.", "{count} letters were made.", made.letters)
    return text.format(count=words.number(made.letters))


def _unmade(unmade: Mapping[CaseRef, Unmade | LetterNotMade], words: Words) -> Iterator[str]:
    line = words.gettext("No letter for case {case}: {reason}")
    for case, why in unmade.items():
        yield line.format(case=case, reason=unmade_text(why, words))


def batch_line(batch: KnownBatch, words: Words) -> str:
    """A mail-out in one line: how many letters, and how far it has come."""
    text = words.gettext("{key}: {made} of {meant} letters. {state}")
    return text.format(
        key=batch.key,
        made=words.number(len(batch.made)),
        meant=words.number(_meant(batch)),
        state=batch_state_text(batch, words),
    )


def made_of_text(batch: KnownBatch, words: Words) -> str:
    """How many letters of a mail-out are made."""
    text = words.gettext("{made} of {meant} letters")
    return text.format(made=words.number(len(batch.made)), meant=words.number(_meant(batch)))


def _meant(batch: KnownBatch) -> int:
    return len(batch.made) if batch.begun is None else batch.begun.cases


def batch_state_text(batch: KnownBatch, words: Words) -> str:
    """Whether a mail-out is posted, and when."""
    if batch.posted_on is not None:
        posted = words.gettext("Posted {date}.")
        return posted.format(date=words.full_date(batch.posted_on))
    if batch.is_discarded:
        return words.gettext("Discarded, never posted.")
    return words.gettext("Not posted yet.")


def not_made_lines(batch: KnownBatch, words: Words) -> Iterator[str]:
    """Why letters of a mail-out are missing, by case number; may be empty."""
    return _unmade(dict(sorted(batch.unmade.items())), words)


def discarded_text(letters: int, words: Words) -> str:
    """That a mail-out is discarded, and what is to be done with what was made of it."""
    if not letters:
        return words.gettext("The mail-out is discarded. No letter was made of it.")
    text = words.ngettext(
        "The mail-out is discarded. Destroy {count} letter that was made of it.",
        "The mail-out is discarded. Destroy the {count} letters that were made of it.",
        letters,
    )
    return text.format(count=words.number(letters))
