"""Why an exit is not announced or called off, and what to do instead."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def exit_refusal_texts(words: Words) -> Mapping[str, str]:
    """The sentences by code."""
    return {
        "staff.may_not_announce_exit": words.gettext(
            "Only a case officer or an administrator announces that a provider stops. "
            "Ask one of them."
        ),
        "exit.provider_missing": words.gettext("Choose which provider stops."),
        "exit.where_missing": words.gettext("Tick at least one service and one zone."),
        "exit.cause_missing": words.gettext("Choose why the provider stops."),
        "exit.nothing_to_stop": words.gettext(
            "The provider does not give these services in these zones. Choose others."
        ),
        "exit.announced_already": words.gettext(
            "It is announced already that this provider stops here. Call that off first."
        ),
        "exit.answer_by_passed": words.gettext(
            "People need time to answer. Write a later date for the answer."
        ),
        "exit.backup_is_the_same": words.gettext(
            "The provider that stops cannot take over from itself. Name another one."
        ),
        "exit.nobody_takes_over": words.gettext(
            "Somebody must help from the first day. Name a provider that takes over everywhere."
        ),
        "exit.reason_missing": words.gettext("Write in a few words why the provider goes on."),
        "letter.no_exit": words.gettext(
            "No provider of this person stops. There is no such letter."
        ),
    }
