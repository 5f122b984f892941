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
        "exit.where_missing": words.gettext("Tick at least one service and one place."),
        "exit.cause_missing": words.gettext("Choose why the provider stops."),
        "exit.nothing_to_stop": words.gettext(
            "The provider does not give these services in these zones. Choose others."
        ),
        "exit.announced_already": words.gettext(
            "It is announced already that this provider stops here. Call that off first."
        ),
        "exit.answer_by_passed": words.gettext(
            "People need time to answer. Write {date} or a later day."
        ),
        "exit.answer_by_late": words.gettext(
            "People must answer before the provider has stopped. Write {date} or an earlier day."
        ),
        "exit.answer_by_red_day": words.gettext(
            "The last day for an answer must be a working day. Write another day."
        ),
        "exit.last_day_long_ago": words.gettext(
            "The last day is long past. Write {date} or a later day."
        ),
        "exit.last_day_far_off": words.gettext(
            "The last day is too far off. Write {date} or an earlier day."
        ),
        "exit.backup_is_the_same": words.gettext(
            "The provider that stops cannot take over from itself. Name another one."
        ),
        "exit.nobody_takes_over": words.gettext(
            "Somebody must help from the first day. Nobody can take over here: {places}. "
            "Name a provider that can, or announce only the other services and zones."
        ),
        "exit.nobody_named": words.gettext(
            "Nobody is named who helps this person from the first day. "
            "Call the person, and agree on who can come."
        ),
        "exit.backup_gives_nothing": words.gettext(
            "Who should take over gives none of this: {places}. Name another provider."
        ),
        "exit.called_off_already": words.gettext("This exit was called off before."),
        "exit.reason_missing": words.gettext("Write in a few words why the provider goes on."),
        "letter.no_exit": words.gettext(
            "No provider of this person stops. There is no such letter."
        ),
    }
