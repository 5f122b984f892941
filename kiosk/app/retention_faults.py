"""Refusals about access, holding and disposal, as sentences that say what to do instead."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def retention_refusal_texts(words: Words) -> Mapping[str, str]:
    """Sentences by code."""
    return {
        "staff.may_not_give_access": words.gettext(
            "Only a case officer or an administrator writes out what is stored about a person. "
            "Ask one of them."
        ),
        "staff.may_not_dispose": words.gettext(
            "Only an administrator approves that cases are disposed of. Ask one."
        ),
        "staff.may_not_hold": words.gettext(
            "Only a case officer or an administrator decides that a case must be kept. "
            "Ask one of them."
        ),
        "hold.reason_missing": words.gettext("Write why the case must be kept."),
        "hold.not_held": words.gettext("The case is not held back, so nothing was changed."),
        "disposal.unfinished": words.gettext(
            "The cases are disposed of, but the disk failed before everything was overwritten. "
            "Start the program again: it goes on by itself. Write the statement after that."
        ),
        "disposal.not_known": words.gettext(
            "The record tells of no disposal with this number. List them with "
            "kiosk record statements."
        ),
        "disposal.not_a_list": words.gettext(
            "The file is no list of cases to dispose of. Make one with "
            "kiosk record dispose --dry-run."
        ),
        "disposal.list_changed": words.gettext(
            "The list was changed, or another record made it. Nothing was disposed of. "
            "Make a new list."
        ),
        "disposal.list_outdated": words.gettext(
            "The list no longer fits: something has happened in a case, or a rule was changed. "
            "Nothing was disposed of. Make a new list."
        ),
    }
