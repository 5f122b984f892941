"""What is posted of a mail-out, and which letters are not, in words."""

from collections.abc import Iterator
from datetime import date

from kiosk.app.mailout.lacking_files import LackingFiles, names_text
from kiosk.app.mailout.letter_numbers import numbers_text
from kiosk.app.mailout.post_batch import Posting
from kiosk.app.mailout.since_made import Changed
from kiosk.app.ports.words import Words
from kiosk.domain.mail_events import NotPosted


def posted_lines(posting: Posting, day: date, words: Words) -> Iterator[str]:
    """What was entered; letters by their numbers, and no names."""
    count = len(posting.cases)
    text = words.ngettext(
        "{count} letter is entered as posted {date}.",
        "{count} letters are entered as posted {date}.",
        count,
    )
    yield text.format(count=words.number(count), date=words.full_date(day))
    line = words.gettext("Not posted, {reason}: {count} (number {numbers})")
    for why, which in posting.not_posted.items():
        reason = not_posted_text(why, words)
        told = {"reason": reason[:1].lower() + reason[1:], "count": words.number(len(which))}
        yield line.format(**told, numbers=numbers_text(which))
    yield from _changed_lines(posting, words)
    if posting.papers_in:
        text = words.gettext(
            "List and totals are in {folder}. Put them where the letters are kept."
        )
        yield text.format(folder=posting.papers_in)


def before_posting_lines(posting: Posting, words: Words) -> Iterator[str]:
    """Which letters to take out of the pile before it is posted; may be empty."""
    line = words.gettext("Take out before posting: number {numbers}. {reason}.")
    for why, which in posting.not_posted.items():
        yield line.format(numbers=numbers_text(which), reason=not_posted_text(why, words))
    yield from _changed_lines(posting, words)


def lacking_lines(lacking: LackingFiles, words: Words) -> Iterator[str]:
    """Which files with letters are not as they were made; empty where all are."""
    if lacking.missing:
        text = words.gettext("Files with letters are not in {folder}: {names}.")
        yield text.format(folder=lacking.where, names=names_text(lacking.missing, words))
    if lacking.altered:
        text = words.gettext("Files in {folder} are not as they were made: {names}.")
        yield text.format(folder=lacking.where, names=names_text(lacking.altered, words))


def not_posted_text(why: NotPosted, words: Words) -> str:
    """A reason as the label of a count."""
    return {
        NotPosted.PULLED_OUT: words.gettext("Pulled out"),
        NotPosted.CLOSED: words.gettext("The case is closed"),
        NotPosted.PROTECTED: words.gettext("The address is protected"),
        NotPosted.RETURNED: words.gettext("The last letter came back"),
    }[why]


def _changed_lines(posting: Posting, words: Words) -> Iterator[str]:
    lines = {
        Changed.ADDRESS: words.gettext(
            "The address has changed since the letter was made: number {numbers}."
        ),
        Changed.ANSWERED: words.gettext(
            "The person has answered since the letter was made: number {numbers}."
        ),
    }
    for what, which in posting.changed.items():
        yield lines[what].format(numbers=numbers_text(which))
