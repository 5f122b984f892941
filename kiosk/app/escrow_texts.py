"""What stands above the escrow key in its file, for the person who finds it."""

from kiosk.app.ports.words import Words


def escrow_head(store: str, signed_by: str, words: Words) -> str:
    """What the file is and what to do with it.

    Args:
        store: Id of the store that the key opens.
        signed_by: Fingerprint of the key that signs the record.
        words: In a written language of the municipality.
    """
    title = words.gettext("ESCROW KEY TO THE RECORD OF FREE CHOICE OF PROVIDER")
    paragraphs = (
        words.gettext(
            "This key opens the whole record when the passphrase is forgotten. Whoever has both "
            "the key and a copy of the record can read everything in it."
        ),
        words.gettext(
            "Take the file off this machine now: move it to a memory stick or print it, and lock "
            "it in where the municipality keeps its most important keys. Then delete it here."
        ),
        words.gettext("When the passphrase is forgotten: kiosk record recover --escrow FILE"),
        words.gettext("Record: {store}").format(store=store),
        words.gettext(
            "The record signs itself with the key {key}. Somebody who makes a whole record anew "
            "cannot sign with it. To check: kiosk record verify --key FINGERPRINT"
        ).format(key=signed_by.replace("\u00a0", " ")),
    )
    return "\n\n".join((f"{title}\n{'=' * len(title)}", *paragraphs))


def trial_line(words: Words) -> str:
    """Told on the terminal when the window opens on a trial record."""
    return words.gettext(
        "Trial record: its key lies in the open beside it. "
        "Use it for the invented example only, never for real people."
    )
