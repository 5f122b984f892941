"""How much a case list changes, in whole sentences."""

from typing import TYPE_CHECKING

from kiosk.app.ports.words import Words

if TYPE_CHECKING:
    from kiosk.app.import_cases import ImportPreview, ImportResult


def preview_text(preview: "ImportPreview", words: Words) -> str:
    """How many cases are new, change, are closed by their row or stay as they are."""
    same = words.ngettext("{count} unchanged case", "{count} unchanged cases", preview.unchanged)
    counts = [
        _new(len(preview.new), words),
        _changed(len(preview.changed) - preview.closed, words),
        *([_closed(preview.closed, words)] if preview.closed else ()),
        _counted(same, preview.unchanged, words),
    ]
    return f"{words.and_list(counts)}."


def result_text(result: "ImportResult", words: Words) -> str:
    """What was stored."""
    return words.gettext("Stored: {new}, {changed} and {other}.").format(
        new=_new(result.imported, words),
        changed=_changed(result.changed, words),
        other=_closed(result.closed, words),
    )


def hidden_missing_text(preview: "ImportPreview", words: Words) -> str:
    """Why no case counts as missing where some may be; empty where there is nothing to say."""
    if not preview.hides_missing:
        return ""
    return words.gettext(
        "Some refused rows do not say which case they are about. So nobody can tell which known "
        "cases are missing from the list, and all of them stay open."
    )


def accepted_text(accepted: int, count: int, words: Words) -> str:
    """How many of the rows of a list come in."""
    text = words.ngettext(
        "{accepted} of {count} row accepted.", "{accepted} of {count} rows accepted.", count
    )
    return text.format(accepted=words.number(accepted), count=words.number(count))


def _new(count: int, words: Words) -> str:
    return _counted(words.ngettext("{count} new case", "{count} new cases", count), count, words)


def _changed(count: int, words: Words) -> str:
    text = words.ngettext("{count} changed case", "{count} changed cases", count)
    return _counted(text, count, words)


def _closed(count: int, words: Words) -> str:
    text = words.ngettext("{count} closed case", "{count} closed cases", count)
    return _counted(text, count, words)


def _counted(text: str, count: int, words: Words) -> str:
    return text.format(count=words.number(count))


def late_text(preview: "ImportPreview", words: Words) -> str:
    """That deadlines of the list have passed, and what becomes of them."""
    text = words.ngettext(
        "{count} reply deadline in new cases has passed. The letter gives a later one.",
        "{count} reply deadlines in new cases have passed. The letter gives later ones.",
        preview.late,
    )
    return text.format(count=words.number(preview.late))
