"""What does not fit in the record, and what to do, in words."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.app.phrases import sentences
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.domain.soundness import Damage, Harm

# A clock that is set by the network may jump back a little.
_CLOCK_TOLERANCE = timedelta(minutes=5)


def damage_text(damage: Damage, words: Words) -> str:
    """One sentence that says what does not fit, and where."""
    place = damage.place
    texts = _of_file(words) if place is None else _of_event(words)
    text = texts.get(damage.harm, _of_file(words)[Harm.FILE])
    if place is None:
        return text
    return text.format(number=words.number(place.sequence), device=place.device)


def record_notice(record: Record, now: datetime, words: Words) -> str:
    """What staff must know of the record before they use it; empty when all is well."""
    damage = record.damage
    if damage is not None:
        only_read = words.gettext("The record is damaged. You can read it, but nothing is stored.")
        return sentences(only_read, damage_text(damage, words), remedy_text(words))
    return sentences(
        _clock_text(record.last_at, now, words),
        _later_text(record, words),
        _returned_text(record.keys_destroyed_again, words),
        _older_slots_text(words) if record.has_older_slots else "",
    )


def _older_slots_text(words: Words) -> str:
    return words.gettext(
        "Somebody put an older keys.json back, so a passphrase, an escrow key or a keyring that "
        "was replaced opens the record again. Put the newest keys.json back, or change the "
        "passphrase, the escrow key and then the key: kiosk record rotate."
    )


def _returned_text(count: int, words: Words) -> str:
    if not count:
        return ""
    text = words.ngettext(
        "Somebody put an older copy of the keys back, with {count} key that a disposal had "
        "destroyed. It was destroyed again. Delete older copies of the keys.",
        "Somebody put an older copy of the keys back, with {count} keys that a disposal had "
        "destroyed. They were destroyed again. Delete older copies of the keys.",
        count,
    )
    return text.format(count=words.number(count))


def _later_text(record: Record, words: Words) -> str:
    count = record.later_events
    if not count:
        return ""
    text = words.ngettext(
        "A newer version of the program stored {count} event here that this version cannot read. "
        "It is kept. Install the newer version before you go on.",
        "A newer version of the program stored {count} events here that this version cannot read. "
        "They are kept. Install the newer version before you go on.",
        count,
    )
    return text.format(count=words.number(count))


def _clock_text(last: datetime | None, now: datetime, words: Words) -> str:
    if last is None or now >= last - _CLOCK_TOLERANCE:
        return ""
    text = words.gettext(
        "The clock of this machine says {now}, but the record was last used on {last}. "
        "Set the clock right before you go on."
    )
    return text.format(now=_moment(now, words), last=_moment(last, words))


def _moment(moment: datetime, words: Words) -> str:
    date, time = words.full_date(moment.date()), words.time(moment)
    return words.gettext("{date} at\u00a0{time}").format(date=date, time=time)


def remedy_text(words: Words) -> str:
    """What to do about it."""
    return words.gettext(
        "Keep the folder of the record as it is, and bring back the newest backup that is whole."
    )


def _of_file(words: Words) -> Mapping[Harm, str]:
    return {
        Harm.FILE: words.gettext("The file of the record is broken and cannot be read to its end."),
        Harm.GUARDS: words.gettext(
            "The rules inside the file that refuse changes were removed or changed."
        ),
        Harm.SIGNATURE: words.gettext("The signed checkpoints of the record are missing."),
    }


def _of_event(words: Words) -> Mapping[Harm, str]:
    return {
        Harm.MISSING: words.gettext(
            "One or more events before event {number} of machine {device} are missing."
        ),
        Harm.OUT_OF_ORDER: words.gettext(
            "Event {number} of machine {device} stands in the wrong place, or twice."
        ),
        Harm.CHANGED: words.gettext(
            "Event {number} of machine {device} was changed after it was stored."
        ),
        Harm.REPLACED: words.gettext(
            "Event {number} of machine {device}, or one before it, was replaced by another."
        ),
        Harm.REMOVED: words.gettext(
            "What event {number} of machine {device} held was removed without a signed note of it."
        ),
        Harm.RETURNED: words.gettext(
            "What event {number} of machine {device} held was erased, and is back."
        ),
        Harm.UNREADABLE: words.gettext(
            "Event {number} of machine {device} cannot be opened with the keys of the record."
        ),
        Harm.SIGNATURE: words.gettext(
            "The signature at event {number} of machine {device} is missing or wrong."
        ),
        Harm.KEYS_OLDER: words.gettext(
            "Event {number} of machine {device} has no key here: keys.sqlite3 is older than the "
            "record, or a key was taken out of it. Put the newest keys.sqlite3 back."
        ),
        Harm.UNSIGNED: words.gettext(
            "Too many events at the end are not signed, up to event {number} of machine {device}. "
            "The program signs at least every 256th: signed checkpoints were removed, or events "
            "were added past the program."
        ),
        Harm.OTHER_DEVICE: words.gettext(
            "The record names another machine than {device}, which signed it last."
        ),
        Harm.CUT_OFF: words.gettext(
            "The record ends too early: it has held event {number} of machine {device}. "
            "An older copy was put back, or the end was cut off."
        ),
    }
