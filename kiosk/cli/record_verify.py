"""``kiosk record verify``: whether the record is the one that was written; needs no key."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.event import Stored, receipt_place
from kiosk.domain.receipt_mark import mark_text, read_mark
from kiosk.domain.signing_key import fingerprint_text, read_fingerprint

if TYPE_CHECKING:
    from kiosk.record.ledger.verify import OutsideMark, Verdict


def verify_command(words: Words) -> click.Command:
    """Check the record of the data folder."""
    return command(
        words,
        "verify",
        words.gettext("Check that the record is whole and unchanged. Needs no key."),
        _verify,
        [
            click.Option(
                ["--mark"],
                metavar=words.pgettext("argument", "MARK"),
                help=words.gettext("Control mark of a receipt that the record must hold."),
            ),
            click.Option(
                ["--receipt"],
                metavar=words.pgettext("argument", "NUMBER"),
                help=words.gettext("Number of a receipt that the record must hold."),
            ),
            click.Option(
                ["--key"],
                metavar=words.pgettext("argument", "FINGERPRINT"),
                help=words.gettext("Fingerprint of the key that must have signed the record."),
            ),
            click.Option(
                ["--backup"],
                type=click.Path(path_type=Path, file_okay=False),
                help=words.gettext("Check a backup of the record instead: its folder."),
            ),
        ],
    )


def verifier_command(words: Words) -> click.Command:
    """Write out the program that checks a record without this one."""
    return command(
        words,
        "verifier",
        words.gettext("Write a small program that checks a record without this one."),
        _verifier,
        [
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, dir_okay=False),
                required=True,
                help=words.gettext("File to write to."),
            )
        ],
    )


def _verify(
    invocation: Invocation,
    mark: str | None,
    receipt: str | None,
    key: str | None,
    backup: Path | None,
) -> int:
    from kiosk.record.copies.checked_backup import verify_backup
    from kiosk.record.ledger.verify import Finding, verify_folder

    words = invocation.words
    marks, signer = _outside_marks(mark, receipt, words), _signer(key, words)
    if backup is None:
        verdict = verify_folder(invocation.settings.data, marks, signer)
    else:
        verdict = verify_backup(backup, marks, signer)
    unproved = next((each.place for each in marks if each.mark is None), None)
    click.echo("\n".join(_lines(verdict, unproved, words)))
    return 0 if verdict.finding is Finding.INTACT else 1


def _outside_marks(
    mark: str | None, receipt: str | None, words: Words
) -> "tuple[OutsideMark, ...]":
    from kiosk.record.ledger.verify import OutsideMark

    start = None if mark is None else read_mark(mark)
    place = None if receipt is None else receipt_place(receipt.strip().upper())
    if mark is not None and start is None:
        text = words.gettext("A control mark has 16 digits and letters, as on the receipt.")
        raise click.UsageError(text)
    if receipt is not None and place is None:
        text = words.gettext("Write the number as it stands on the receipt.")
        raise click.UsageError(text)
    return () if start is None and place is None else (OutsideMark(start, place),)


def _signer(key: str | None, words: Words) -> bytes | None:
    fingerprint = None if key is None else read_fingerprint(key)
    if key is not None and fingerprint is None:
        text = words.gettext("The fingerprint of a key has 32 digits and letters.")
        raise click.UsageError(text)
    return fingerprint


def _lines(verdict: "Verdict", unproved: Stored | None, words: Words) -> Iterator[str]:
    from kiosk.app.soundness_texts import damage_text, remedy_text
    from kiosk.record.ledger.verify import Finding

    if verdict.is_open:
        yield words.gettext("The record is in use. It was checked as it was when the check began.")
    if verdict.damage is not None:
        yield damage_text(verdict.damage, words)
    elif verdict.finding is Finding.OTHER_KEY:
        yield words.gettext(
            "The record is signed by another key. Check that you typed the fingerprint right. If "
            "you did, somebody made the whole record anew, or it is the record of another place."
        )
    elif verdict.mark is not None:
        yield _mark_text(verdict, verdict.mark, words)
    else:
        yield words.gettext("The record is whole and unchanged.")
        if unproved is not None:
            yield _unproved_text(unproved, words)
    if verdict.finding is not Finding.INTACT:
        if verdict.finding is Finding.OTHER_KEY:
            yield from _key(verdict, words)
        yield remedy_text(words)
        return
    yield from _ends(verdict, words)
    yield _unsigned_text(verdict.unsigned, words)
    yield from _key(verdict, words)
    yield from _set_back(verdict, words)


def _mark_text(verdict: "Verdict", outside: "OutsideMark", words: Words) -> str:
    from kiosk.record.ledger.verify import Finding

    place = outside.place
    if verdict.finding is Finding.ROLLED_BACK and place is not None:
        text = words.gettext(
            "Check the number: the record has no event {number} of machine {device}. If the "
            "number is right, the record ends too early."
        )
        return text.format(number=words.number(place.sequence), device=place.device)
    if outside.mark is None:
        return words.gettext("The record holds no receipt with this number. Check the number.")
    return words.gettext(
        "The record does not hold the control mark {mark}. Check that you typed it right. If you "
        "did, the record is another one than the receipt was printed from."
    ).format(mark=mark_text(outside.mark))


def _unproved_text(place: Stored, words: Words) -> str:
    """Without a key nobody sees what an event is; only its mark tells one receipt from another."""
    return words.gettext(
        "The record has an event {number} of machine {device}, but that does not show that it is "
        "this receipt. Give the control mark of the receipt too: --mark MARK"
    ).format(number=words.number(place.sequence), device=place.device)


def _ends(verdict: "Verdict", words: Words) -> Iterator[str]:
    for device, (count, hash_) in (verdict.ends or {}).items():
        text = words.ngettext(
            "Machine {device}: {count} event. It has the control mark {mark}.",
            "Machine {device}: {count} events. The last one has the control mark {mark}.",
            count,
        )
        yield text.format(device=device, count=words.number(count), mark=mark_text(hash_))


def _unsigned_text(count: int, words: Words) -> str:
    if not count:
        return words.gettext("Every event is signed.")
    text = words.ngettext(
        "{count} event at the end is not signed yet, because it came after the last signed "
        "checkpoint. There is none after the program was closed normally: if it was, a signed "
        "checkpoint was removed.",
        "{count} events at the end are not signed yet, because they came after the last signed "
        "checkpoint. There are none after the program was closed normally: if it was, a signed "
        "checkpoint was removed.",
        count,
    )
    return text.format(count=words.number(count))


def _key(verdict: "Verdict", words: Words) -> Iterator[str]:
    if verdict.public is not None:
        text = words.gettext("The key that signed the record: {key}")
        yield text.format(key=fingerprint_text(verdict.public))


def _set_back(verdict: "Verdict", words: Words) -> Iterator[str]:
    text = words.gettext(
        "Note: the clock of machine {device} was set back before event {number}. "
        "The order of the events is certain all the same."
    )
    for each in verdict.set_back:
        place: Stored = each.place
        yield text.format(device=place.device, number=words.number(place.sequence))


def _verifier(invocation: Invocation, out: Path) -> None:
    from kiosk.printing.files import write_file
    from kiosk.record.ledger import verify_alone

    write_file(Path(verify_alone.__file__).read_bytes(), out)
    text = invocation.words.gettext("Written: {file}. Run it with: python {file} ledger.sqlite3")
    click.echo(text.format(file=out.name))
